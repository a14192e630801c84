import type * as coordinator from '../contracts/coordinator.ts';
import type * as facility from '../contracts/facility.ts';
import type * as technologist from '../contracts/technologist.ts';
import type { Decider } from '../domain/machine.ts';
import { type NextMail, type Offer, requestIdOf, type Side } from '../domain/offer.ts';
import type { OfferCommand } from '../domain/offer-commands.ts';
import type { Outcome } from '../domain/outcome.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { changeOfferAsSeen } from './as-seen.ts';
import { type Change, changeOffer, changeRequest } from './changes.ts';
import { outcomeQuestion } from './follow-up-times.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { OfferOfRequest, Ports, Store } from './ports.ts';
import type { UseCase } from './use-case.ts';

type EndCommand =
  | Extract<OfferCommand, { readonly action: 'report-end' }>
  | { readonly action: 'complete'; readonly nextMail: NextMail };

/** Notes an end; with the first word of it the offer and its request are completed, in one transaction. */
const noteEnd = (
  store: Store,
  { offer, request }: OfferOfRequest,
  command: EndCommand,
  decider: Decider,
): Result<Change<Offer>> => {
  const noted = changeOffer(store, offer, command, decider);
  if (!noted.ok || offer.status === 'completed') return noted;
  const done = changeRequest(store, request, [{ action: 'complete' }], decider);
  if (!done.ok) return done;
  return ok({ next: noted.value.next, writes: [...noted.value.writes, ...done.value.writes] });
};

/** The facility is asked for its word later, unless it has given it. */
const nextMailAfter = (offer: Offer, side: Side, { now }: Decider): NextMail | null => {
  if (side === 'facility') return null;
  return offer.status === 'completed' ? offer.nextMail : outcomeQuestion(now);
};

interface EndReport {
  readonly side: Side;
  readonly outcome: Outcome;
}

const reportEnd = (store: Store, found: OfferOfRequest, report: EndReport, decider: Decider) => {
  const nextMail = nextMailAfter(found.offer, report.side, decider);
  return noteEnd(store, found, { action: 'report-end', ...report, nextMail }, decider);
};

/**
 * The technologist says that the training is over, and how it went. One side's word is enough for the end, as each could
 * end the placement otherwise; the other side's is noted beside it.
 */
export const reportEndAsTechnologist =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>): UseCase<typeof technologist.reportEndAsTechnologist> =>
  async ({ requestId, offerId, ...outcome }, call) =>
    perform(store, call, async () => {
      const found = requestIdOf(offerId) === requestId ? await store.requests.ofOffer(offerId) : null;
      if (found === null) return refuse('not-found');
      const ended = reportEnd(store, found, { side: 'technologist', outcome }, deciderOf(clock, call.actor));
      return ended.ok ? ok({ writes: ended.value.writes, answer: { requestId, status: 'completed' } }) : ended;
    });

/** The facility says the same, from its side. */
export const reportEndAsFacility =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>): UseCase<typeof facility.reportEndAsFacility> =>
  async ({ facilityId, offerId, ...outcome }, call) =>
    perform(store, call, async () => {
      const found = await store.requests.ofOffer(offerId);
      if (found?.offer.facilityId !== facilityId) return refuse('not-found');
      const ended = reportEnd(store, found, { side: 'facility', outcome }, deciderOf(clock, call.actor));
      if (!ended.ok) return ended;
      const { next, writes } = ended.value;
      return ok({ writes, answer: { offerId, status: next.status } });
    });

/** A coordinator who heard that a placement is over records it; both sides are asked how it went. */
export const recordCompletion =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>): UseCase<typeof coordinator.recordCompletion> =>
  async (seen, call) =>
    changeOfferAsSeen(store, call, seen, (found) => {
      const decider = deciderOf(clock, call.actor);
      return noteEnd(store, found, { action: 'complete', nextMail: outcomeQuestion(decider.now) }, decider);
    });
