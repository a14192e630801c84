import type * as contract from '../contracts/coordinator.ts';
import { ok } from '../domain/result.ts';
import { changeOfferAsSeen } from './as-seen.ts';
import { changeOffer, changeRequest } from './changes.ts';
import { deciderOf } from './moments.ts';
import type { Ports } from './ports.ts';
import type { UseCase } from './use-case.ts';

/** A placement is complete: the offer and its request end well, in one transaction. */
export const recordCompletion =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>): UseCase<typeof contract.recordCompletion> =>
  async (seen, call) =>
    changeOfferAsSeen(store, call, seen, ({ offer, request }) => {
      const decider = deciderOf(clock, call.actor);
      const completed = changeOffer(store, offer, { action: 'complete' }, decider);
      if (!completed.ok) return completed;
      const done = changeRequest(store, request, [{ action: 'complete' }], decider);
      if (!done.ok) return done;
      return ok({ next: completed.value.next, writes: [...completed.value.writes, ...done.value.writes] });
    });
