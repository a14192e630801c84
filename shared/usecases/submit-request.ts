import type * as contract from '../contracts/technologist.ts';
import { record } from '../domain/machine.ts';
import { checkedPersonalAddress } from '../domain/personal-address.ts';
import type { RequestIn } from '../domain/placement-request.ts';
import { ok } from '../domain/result.ts';
import { checkedWishes } from './checked-wishes.ts';
import { askToConfirm, confirmation } from './confirmation-mails.ts';
import { countForm, type FormPorts } from './count-form.ts';
import { nowOf } from './moments.ts';
import { newRequest } from './new-request.ts';
import { perform } from './perform.ts';
import type { Ports } from './ports.ts';
import { mailOfRequest } from './queue-mail.ts';
import type { UseCase } from './use-case.ts';

/**
 * Stores a request as submitted; a mail asks to confirm the address, and nothing else happens before. The answer is the
 * same for every address: what only the address's owner may learn, such as that two requests are open already, is said
 * when the request is confirmed.
 */
export const submitRequest =
  (
    ports: FormPorts & Pick<Ports, 'ids' | 'places' | 'personKeys' | 'periods'>,
  ): UseCase<typeof contract.submitRequest> =>
  async ({ contact, wishes, zip, zone }, call) => {
    const { store, clock, ids, places, personKeys, periods } = ports;
    return perform(store, call, async () => {
      const counted = await countForm(ports, call);
      if (!counted.ok) return counted;
      const own = checkedPersonalAddress('contact.email', contact.email);
      if (!own.ok) return own;
      const checked = await checkedWishes({ store, places, clock }, { zip, zone, wishes });
      if (!checked.ok) return checked;
      const id = ids.request();
      const now = nowOf(clock);
      const { next: request, audit } = record<RequestIn<'submitted'>>(
        null,
        newRequest({
          id,
          contact,
          home: checked.value.home,
          wishes,
          personKey: await personKeys.of(contact.email),
          now,
          confirmHours: periods.confirmHours,
        }),
        'submit',
        { now, actor: { kind: 'technologist', id } },
      );
      const mail = mailOfRequest(confirmation.request(request), request, now);
      return ok({
        writes: [
          store.requests.create(request),
          store.audit.append(audit),
          ...counted.value,
          ...(await askToConfirm(store, { personKey: request.personKey, mail, confirmBy: request.confirmBy })),
        ],
        answer: { requestId: id, status: request.status },
      });
    });
  };
