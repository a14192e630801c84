import type * as coordinator from '../contracts/coordinator.ts';
import type * as brief from '../contracts/brief.ts';
import { ok, refuse } from '../domain/result.ts';
import { changeOfferAsSeen } from './as-seen.ts';
import { changeOffer } from './changes.ts';
import { timeToAnswer } from './follow-up-times.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Ports } from './ports.ts';
import type { UseCase } from './use-case.ts';

/** A facility asks before it answers; the question goes to the coordinators. */
export const askAboutBrief =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>): UseCase<typeof brief.askAboutBrief> =>
  async ({ offerId, question }, call) =>
    perform(store, call, async () => {
      const offer = await store.offers.get(offerId);
      if (offer === null) return refuse('not-found');
      const asked = changeOffer(store, offer, { action: 'ask', question }, deciderOf(clock, call.actor));
      if (!asked.ok) return asked;
      const { next, writes } = asked.value;
      return ok({ writes, answer: { offerId, status: next.status } });
    });

/** The coordinator's reply goes out with the brief and a new link, and the time to answer starts anew. */
export const replyToQuestion =
  ({
    store,
    clock,
    periods,
  }: Pick<Ports, 'store' | 'clock' | 'periods'>): UseCase<typeof coordinator.replyToQuestion> =>
  async ({ reply, ...seen }, call) =>
    changeOfferAsSeen(store, call, seen, ({ offer }) => {
      const decider = deciderOf(clock, call.actor);
      return changeOffer(store, offer, { action: 'reply', reply, ...timeToAnswer(periods, decider.now) }, decider);
    });
