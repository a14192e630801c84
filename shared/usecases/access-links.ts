import type * as contract from '../contracts/technologist.ts';
import type { Facility } from '../domain/facility.ts';
import { maxOpenRequests } from '../domain/placement-request.ts';
import type { CalendarDate } from '../domain/primitives.ts';
import { ok } from '../domain/result.ts';
import { countForm, type FormPorts } from './count-form.ts';
import { countingDay, nowOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Ports, Write } from './ports.ts';
import { mailOfFacility, mailOfRequest } from './queue-mail.ts';
import type { UseCase } from './use-case.ts';

/** Enough for who deletes a mail by mistake, too few to be a nuisance to somebody whose address is known to others. */
const accessLinkMailsADay = 2;

/** Whoever speaks for more facilities than this is mailed the links of these; a transaction holds 100 writes. */
const mostFacilities = 40;

const message =
  'If an open request or a facility is confirmed under this address, a mail with its link is on its way. ' +
  'If none comes, there is none under it, or its links were mailed twice today.';

/** Ids of nothing, read instead of what there is not: so the answer takes the same calls for every address. */
const noRequests = Array.from({ length: maxOpenRequests }, (_, index) => `req_none${index}`);
const noFacilities = ['fac_none'];

/** Of which mail on which day it is: unlike the version that other mails of the kind are numbered by, and far above it. */
const roundOf = (day: CalendarDate, number: number): number => Number(day.replaceAll('-', '')) * 10 + number;

const isReachable = ({ status }: Facility): boolean =>
  status === 'awaiting-vetting' || status === 'open' || status === 'paused';

/**
 * Mails the links of an address again: to the status pages of its open requests, and to the pages of the facilities
 * that it speaks for. What it answers, and what it reads and writes, is the same for every address; each mail goes to
 * the address that was confirmed, never to the one that was typed. Links that were mailed before still work.
 */
export const mailAccessLink =
  (ports: FormPorts & Pick<Ports, 'personKeys'>): UseCase<typeof contract.mailAccessLink> =>
  async ({ email }, call) => {
    const { store, clock, personKeys } = ports;
    return perform(store, call, async () => {
      const counted = await countForm(ports, call);
      if (!counted.ok) return counted;
      const now = nowOf(clock);
      const day = countingDay(now);
      const personKey = await personKeys.of(email);
      const [linked, sentToday] = await Promise.all([
        store.people.linkedTo(personKey),
        store.people.mailsOn(personKey, 'access-link', day),
      ]);
      const [requests, facilities] = await Promise.all([
        Promise.all([...linked.requests, ...noRequests].slice(0, maxOpenRequests).map(store.requests.get)),
        store.facilities.ofAll([...linked.facilities.slice(0, mostFacilities), ...noFacilities]),
      ]);
      const writes: Write[] = [...counted.value];
      if (sentToday < accessLinkMailsADay) {
        writes.push(store.people.noteMail(personKey, 'access-link', day, accessLinkMailsADay));
        const round = roundOf(day, sentToday + 1);
        for (const request of requests.filter((found) => found !== null))
          writes.push(
            store.outbox.enqueue(mailOfRequest({ kind: 'request-status', subject: request.id, round }, request, now)),
          );
        for (const facility of facilities.filter(isReachable))
          // Somebody else may speak for it by now.
          if ((await personKeys.of(facility.contact.email)) === personKey)
            writes.push(
              store.outbox.enqueue(
                mailOfFacility({ kind: 'facility-access', subject: facility.id, round }, facility, now),
              ),
            );
      }
      return ok({ writes, answer: { message } });
    });
  };
