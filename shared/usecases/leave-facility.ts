import type * as contract from '../contracts/facility.ts';
import { isAsked, type OfferId } from '../domain/offer.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { changeFacility, changeOffer } from './changes.ts';
import { deciderOf } from './moments.ts';
import { allPages } from './pages.ts';
import { perform } from './perform.ts';
import type { Call, Ports } from './ports.ts';
import type { FacilityReceipt } from './step-of-facility.ts';
import type { UseCase } from './use-case.ts';

const cancel = async (
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  call: Call,
  id: OfferId,
): Promise<Result<null>> =>
  perform(store, {}, async () => {
    const offer = await store.offers.get(id);
    if (offer === null || !isAsked(offer)) return ok({ writes: [], answer: null });
    const decider = deciderOf(clock, call.actor);
    const cancelled = changeOffer(
      store,
      offer,
      { action: 'cancel', comment: 'The facility left the service.' },
      decider,
    );
    return cancelled.ok ? ok({ writes: cancelled.value.writes, answer: null }) : cancelled;
  });

/**
 * The facility leaves: it is closed first, so that from then on nobody is offered to it, then its open offers are
 * cancelled one by one. Whoever was interrupted on the way calls again; what is done already is left alone.
 */
export const leaveFacility =
  (ports: Pick<Ports, 'store' | 'clock' | 'personKeys'>): UseCase<typeof contract.leaveFacility> =>
  async ({ facilityId }, call) => {
    const { store, clock, personKeys } = ports;
    const left = await perform<FacilityReceipt>(store, call, async () => {
      const facility = await store.facilities.get(facilityId);
      if (facility === null) return refuse('not-found');
      const { status, version } = facility;
      if (status === 'left') return ok({ writes: [], answer: { facilityId, status, version } });
      const change = await changeFacility(store, facility, { action: 'leave' }, deciderOf(clock, call.actor));
      if (!change.ok) return change;
      const { next, writes } = change.value;
      const personKey = await personKeys.of(facility.contact.email);
      const gone = [store.people.refuseInvitations(personKey), store.people.speakForNoMore(personKey, facilityId)];
      return ok({ writes: [...writes, ...gone], answer: { facilityId, status: next.status, version: next.version } });
    });
    if (!left.ok) return left;
    const offers = await allPages((cursor) => store.offers.ofFacility(facilityId, cursor, 100));
    if (!offers.ok) return offers;
    for (const { id } of offers.value.filter(isAsked)) {
      const cancelled = await cancel(ports, call, id);
      if (!cancelled.ok) return cancelled;
    }
    return left;
  };
