import type * as contract from '../contracts/technologist.ts';
import { isUnderWay } from '../domain/offer.ts';
import type { Decider } from '../domain/machine.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { type Change, changeOffer, changeRequest, type Telling } from './changes.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Ports, RequestWithOffers, Store } from './ports.ts';
import type { UseCase } from './use-case.ts';

/** Ends a request and the offer under way with it: its seat is free, and its facility is told. */
export const withdrawal = (
  store: Store,
  { request, offers }: RequestWithOffers,
  decider: Decider,
  telling: Telling = {},
): Result<Change<PlacementRequest>> => {
  const withdrawn = changeRequest(store, request, [{ action: 'withdraw' }], decider, telling);
  const offer = offers.find(({ status }) => isUnderWay(status));
  if (!withdrawn.ok || offer === undefined) return withdrawn;
  // The technologist hears of it in the mail about the request.
  const cancelled = changeOffer(store, offer, { action: 'cancel', comment: null }, decider, {
    without: 'offer-cancelled-technologist',
  });
  if (!cancelled.ok) return cancelled;
  return ok({ next: withdrawn.value.next, writes: [...withdrawn.value.writes, ...cancelled.value.writes] });
};

/** Ends a request by its technologist's wish. */
export const withdrawRequest =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>): UseCase<typeof contract.withdrawRequest> =>
  async ({ requestId }, call) =>
    perform(store, call, async () => {
      const found = await store.requests.withOffers(requestId);
      if (found === null) return refuse('not-found');
      const withdrawn = withdrawal(store, found, deciderOf(clock, call.actor));
      if (!withdrawn.ok) return withdrawn;
      const { next, writes } = withdrawn.value;
      return ok({ writes, answer: { requestId, status: next.status } });
    });
