import type { RequestStatus } from '../domain/placement-request.ts';
import type { FacilityId, RequestId } from '../domain/primitives.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { isAsked, type Offer } from '../domain/offer.ts';
import { changeOffer, changeRequest } from './changes.ts';
import { deciderOf } from './moments.ts';
import { allPages } from './pages.ts';
import { perform } from './perform.ts';
import type { Call, Ports } from './ports.ts';
import { stepOfFacility, type FacilityReceipt } from './step-of-facility.ts';

/**
 * Ends every link that was mailed to a request's status page; its address is mailed a new one. For whoever holds a link,
 * and for coordinators: a mail was forwarded, or read by somebody else.
 */
export const endLinksOfRequest =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>) =>
  async (
    { requestId }: { readonly requestId: RequestId },
    call: Call,
  ): Promise<Result<{ readonly requestId: RequestId; readonly status: RequestStatus; readonly version: number }>> =>
    perform(store, call, async () => {
      const request = await store.requests.get(requestId);
      if (request === null) return refuse('not-found');
      const decider = deciderOf(clock, call.actor);
      const change = changeRequest(store, request, [{ action: 'revoke-access' }], decider);
      if (!change.ok) return change;
      const { next, writes } = change.value;
      return ok({ writes, answer: { requestId, status: next.status, version: next.version } });
    });

/** The brief's answer links of before work no more; one that waits for an answer is mailed with a new one. */
const endLinksOfOffer = async (
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  call: Call,
  id: Offer['id'],
): Promise<Result<null>> =>
  perform(store, {}, async () => {
    const offer = await store.offers.get(id);
    if (offer === null || !isAsked(offer)) return ok({ writes: [], answer: null });
    const ended = changeOffer(store, offer, { action: 'renew-link' }, deciderOf(clock, call.actor));
    return ended.ok ? ok({ writes: ended.value.writes, answer: null }) : ended;
  });

/**
 * Ends every link that was mailed to a facility: those to its page at once, then those to its open briefs, one by one.
 * Its contact is mailed new ones. Whoever was interrupted on the way calls again.
 */
export const endLinksOfFacility =
  (ports: Pick<Ports, 'store' | 'clock'>) =>
  async ({ facilityId }: { readonly facilityId: FacilityId }, call: Call): Promise<Result<FacilityReceipt>> => {
    const ended = await stepOfFacility(ports, call, facilityId, () => ok({ action: 'revoke-access' }));
    if (!ended.ok) return ended;
    const offers = await allPages((cursor) => ports.store.offers.ofFacility(facilityId, cursor, 100));
    if (!offers.ok) return offers;
    for (const { id } of offers.value.filter(isAsked)) {
      const renewed = await endLinksOfOffer(ports, call, id);
      if (!renewed.ok) return renewed;
    }
    return ended;
  };
