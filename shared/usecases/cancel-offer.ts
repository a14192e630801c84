import type * as coordinator from '../contracts/coordinator.ts';
import type * as facility from '../contracts/facility.ts';
import type { Decider } from '../domain/machine.ts';
import { type Offer, wasIntroduced } from '../domain/offer.ts';
import type { OfferCommand } from '../domain/offer-commands.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { changeOfferAsSeen } from './as-seen.ts';
import { type Change, changeOffer, changeRequest } from './changes.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { OfferOfRequest, Ports, Store } from './ports.ts';
import type { UseCase } from './use-case.ts';

type EndCommand = Extract<OfferCommand, { readonly action: 'cancel' }> | { readonly action: 'report-no-show' };

/**
 * Ends an offer and frees its seat. Before the introduction the next site of the shortlist is tried by itself; after it
 * people must talk, so the request returns to the review in the same transaction.
 */
const endOffer = (
  store: Store,
  { offer, request }: OfferOfRequest,
  command: EndCommand,
  decider: Decider,
): Result<Change<Offer>> => {
  const ended = changeOffer(store, offer, command, decider);
  if (!ended.ok || !wasIntroduced(offer)) return ended;
  // The mail about the offer tells the technologist both.
  const telling = { without: 'request-status' } as const;
  const returned = changeRequest(store, request, [{ action: 'return-to-review' }], decider, telling);
  if (!returned.ok) return returned;
  return ok({ next: ended.value.next, writes: [...ended.value.writes, ...returned.value.writes] });
};

/** A facility cancels what it agreed to. */
export const cancelOfferAsFacility =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>): UseCase<typeof facility.cancelOfferAsFacility> =>
  async ({ facilityId, offerId, comment }, call) =>
    perform(store, call, async () => {
      const found = await store.requests.ofOffer(offerId);
      if (found?.offer.facilityId !== facilityId) return refuse('not-found');
      const ended = endOffer(store, found, { action: 'cancel', comment }, deciderOf(clock, call.actor));
      if (!ended.ok) return ended;
      const { next, writes } = ended.value;
      return ok({ writes, answer: { offerId, status: next.status } });
    });

/** A coordinator cancels an offer, at any time before it is completed. */
export const cancelOffer =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>): UseCase<typeof coordinator.cancelOffer> =>
  async ({ comment, ...seen }, call) =>
    changeOfferAsSeen(store, call, seen, (found) =>
      endOffer(store, found, { action: 'cancel', comment }, deciderOf(clock, call.actor)),
    );

/** The technologist did not come. Nobody is blamed: the request is reviewed again. */
export const recordNoShow =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>): UseCase<typeof coordinator.recordNoShow> =>
  async (seen, call) =>
    changeOfferAsSeen(store, call, seen, (found) =>
      endOffer(store, found, { action: 'report-no-show' }, deciderOf(clock, call.actor)),
    );
