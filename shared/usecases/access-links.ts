import type * as contract from '../contracts/technologist.ts';
import { ok } from '../domain/result.ts';
import { changeRequest } from './changes.ts';
import { countingDay, deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Ports, Write } from './ports.ts';
import type { UseCase } from './use-case.ts';

/** Enough for who deletes a mail by mistake, too few to be a nuisance to somebody whose address is known to others. */
const accessLinkMailsADay = 2;

const message =
  'If a confirmed request is open under this address, a mail with its status link is on its way. ' +
  'If none comes, no request is open under it, or links were mailed to it twice today.';

/** Mails the status links of an address again. The answer says the same of every address. */
export const mailAccessLink =
  ({
    store,
    clock,
    personKeys,
  }: Pick<Ports, 'store' | 'clock' | 'personKeys'>): UseCase<typeof contract.mailAccessLink> =>
  async ({ email }, call) =>
    perform(store, call, async () => {
      const personKey = await personKeys.of(email);
      const decider = deciderOf(clock, { kind: 'service', id: 'access-links' });
      const day = countingDay(decider.now);
      const writes: Write[] = [];
      for (const requestId of await store.people.openRequestsOf(personKey)) {
        const request = await store.requests.get(requestId);
        const renewed = request && changeRequest(store, request, [{ action: 'renew-access' }], decider);
        if (renewed?.ok) writes.push(...renewed.value.writes);
      }
      const spent = (await store.people.mailsOn(personKey, 'access-link', day)) >= accessLinkMailsADay;
      if (writes.length === 0 || spent) return ok({ writes: [], answer: { message } });
      const counted = store.people.noteMail(personKey, 'access-link', day, accessLinkMailsADay);
      return ok({ writes: [...writes, counted], answer: { message } });
    });
