import type * as contract from '../contracts/brief.ts';
import type { InputOf } from './use-case.ts';
import { later } from '../domain/durations.ts';
import type { Decider } from '../domain/machine.ts';
import type { Offer } from '../domain/offer.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { type Change, changeOffer } from './changes.ts';
import { consentAt } from './consent.ts';
import { timeToAnswer } from './follow-up-times.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { OfferOfRequest, Ports } from './ports.ts';
import type { UseCase } from './use-case.ts';

type BriefAnswer = InputOf<typeof contract.answerBrief>;
type Answering = Pick<Ports, 'store' | 'clock' | 'periods'>;

/**
 * A facility that paused or changed its contact since the brief was sent must be open again before it can say yes. One
 * that does so at the very moment of its yes is noticed before the introduction.
 */
const accept = async (
  { store, periods }: Answering,
  { offer, request }: OfferOfRequest,
  decider: Decider,
): Promise<Result<Change<Offer>>> => {
  const facility = await store.facilities.get(offer.facilityId);
  if (facility === null) return refuse('not-found');
  const introduceAt = later(decider.now, periods.undoMinutes, 'minute');
  const answerBy = later(decider.now, periods.answerDays, 'day');
  const consent = consentAt(request, offer, introduceAt);
  const accepted = changeOffer(store, offer, { action: 'accept', introduceAt, consent, answerBy }, decider);
  if (!accepted.ok) return accepted;
  return facility.status === 'open' ? accepted : refuse('facility-not-open');
};

const decline = (
  { store }: Answering,
  offer: Offer,
  { reason, comment }: Extract<BriefAnswer, { readonly answer: 'no' }>,
  decider: Decider,
): Result<Change<Offer>> => changeOffer(store, offer, { action: 'decline', reason, comment }, decider);

/**
 * A facility's yes or no to an anonymous brief. A yes can be undone until the introduction leaves. A no frees the seat,
 * and the table's stream lets the next site of the shortlist be tried.
 */
export const answerBrief =
  (ports: Answering): UseCase<typeof contract.answerBrief> =>
  async (input, call) =>
    perform(ports.store, call, async () => {
      const { offerId } = input;
      const found = await ports.store.requests.ofOffer(offerId);
      if (found === null) return refuse('not-found');
      const decider = deciderOf(ports.clock, call.actor);
      const answered =
        input.answer === 'yes' ? await accept(ports, found, decider) : decline(ports, found.offer, input, decider);
      if (!answered.ok) return answered;
      const { next, writes } = answered.value;
      return ok({ writes, answer: { offerId, status: next.status } });
    });

/** A yes is taken back; the brief is mailed anew, with a new link and a new time to answer. */
export const undoAnswer =
  ({ store, clock, periods }: Answering): UseCase<typeof contract.undoAnswer> =>
  async ({ offerId }, call) =>
    perform(store, call, async () => {
      const offer = await store.offers.get(offerId);
      if (offer === null) return refuse('not-found');
      const decider = deciderOf(clock, call.actor);
      const undone = changeOffer(store, offer, { action: 'undo', ...timeToAnswer(periods, decider.now) }, decider);
      if (!undone.ok) return undone;
      const { next, writes } = undone.value;
      return ok({ writes, answer: { offerId, status: next.status } });
    });
