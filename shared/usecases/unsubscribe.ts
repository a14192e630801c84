import type { MailId } from '../domain/mail.ts';
import type { FacilityId } from '../domain/primitives.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { personKeyOf, type SuppressionId } from '../domain/suppression.ts';
import { changeFacility } from './changes.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Call, Ports } from './ports.ts';
import { suppress } from './suppressions.ts';

type UnsubscribePorts = Pick<Ports, 'store' | 'clock' | 'personKeys'>;

/** Nobody is matched with a facility that could not be told of it. */
const pauseIfReached = async (
  { store, clock, personKeys }: UnsubscribePorts,
  facilityId: FacilityId,
  personKey: string,
): Promise<Result<null>> =>
  perform(store, {}, async () => {
    const facility = await store.facilities.get(facilityId);
    const reached = facility?.status === 'open' && (await personKeys.of(facility.contact.email)) === personKey;
    if (!reached) return ok({ writes: [], answer: null });
    const change = await changeFacility(
      store,
      facility,
      { action: 'pause', because: 'unsubscribed' },
      deciderOf(clock, { kind: 'facility', id: facilityId }),
    );
    return change.ok ? ok({ writes: change.value.writes, answer: null }) : change;
  });

/**
 * Ends outreach to the address that a mail went to, on queued mails too, and pauses the facilities whose contact it is.
 * What the address waits for, or is part of, still reaches it. Doing it again changes nothing.
 */
export const unsubscribe =
  (ports: UnsubscribePorts) =>
  async (
    { mailId }: { readonly mailId: MailId },
    call: Call,
  ): Promise<Result<{ readonly addressId: SuppressionId }>> => {
    const { store, clock } = ports;
    const ended = await perform(store, call, async () => {
      const mail = await store.outbox.get(mailId);
      // Nobody has the link of a mail that was never claimed for sending.
      if (mail === null || mail.addressId === null) return refuse('not-found');
      const order = { id: mail.addressId, scope: 'outreach', cause: 'unsubscribed', mailId, reason: null } as const;
      return ok({
        writes: await suppress(store, order, deciderOf(clock, call.actor)),
        answer: { addressId: mail.addressId },
      });
    });
    if (!ended.ok) return ended;
    const personKey = personKeyOf(ended.value.addressId);
    for (const facilityId of (await store.people.linkedTo(personKey)).facilities) {
      const paused = await pauseIfReached(ports, facilityId, personKey);
      if (!paused.ok) return paused;
    }
    return ended;
  };
