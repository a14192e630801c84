import type * as contract from '../contracts/technologist.ts';
import { isUnderWay } from '../domain/offer.ts';
import { ok, refuse } from '../domain/result.ts';
import { changeOffer, changeRequest } from './changes.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Ports } from './ports.ts';
import type { UseCase } from './use-case.ts';

/** Ends a request by its technologist's wish. An offer under way ends with it: the seat is free, the facility is told. */
export const withdrawRequest =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>): UseCase<typeof contract.withdrawRequest> =>
  async ({ requestId }, call) =>
    perform(store, call, async () => {
      const found = await store.requests.withOffers(requestId);
      if (found === null) return refuse('not-found');
      const { request, offers } = found;
      const decider = deciderOf(clock, call.actor);
      const withdrawn = changeRequest(store, request, [{ action: 'withdraw' }], decider);
      if (!withdrawn.ok) return withdrawn;
      const { next, writes } = withdrawn.value;
      const answer = { requestId, status: next.status };
      const offer = offers.find(({ status }) => isUnderWay(status));
      if (offer === undefined) return ok({ writes, answer });
      // The technologist hears of it in the mail about the request.
      const cancelled = changeOffer(store, offer, { action: 'cancel', comment: null }, decider, {
        without: 'offer-cancelled-technologist',
      });
      if (!cancelled.ok) return cancelled;
      return ok({ writes: [...writes, ...cancelled.value.writes], answer });
    });
