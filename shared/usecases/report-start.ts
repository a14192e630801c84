import type * as coordinator from '../contracts/coordinator.ts';
import type * as facility from '../contracts/facility.ts';
import type * as technologist from '../contracts/technologist.ts';
import type { Decider } from '../domain/machine.ts';
import { type Offer, requestIdOf, type Side } from '../domain/offer.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { siteOf } from '../domain/site-offer.ts';
import { changeOfferAsSeen } from './as-seen.ts';
import { type Change, changeOffer, changeRequest } from './changes.ts';
import { endQuestion } from './follow-up-times.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { OfferOfRequest, Ports, Store } from './ports.ts';
import type { UseCase } from './use-case.ts';

type StartReport = { readonly action: 'report-start'; readonly side: Side } | { readonly action: 'start' };

/** Notes a start; once it is certain, the request is placed in the same transaction. */
const noteStart = async (
  store: Store,
  { offer, request }: OfferOfRequest,
  report: StartReport,
  decider: Decider,
): Promise<Result<Change<Offer>>> => {
  // For the dates, which only hint at when to ask.
  const at = await store.facilities.withSites(offer.facilityId, { relaxed: true });
  const site = at && siteOf(at, offer.intakeId);
  if (site === null) return refuse('not-found');
  const noted = changeOffer(store, offer, { ...report, nextMail: endQuestion(site.intake, decider.now) }, decider);
  if (!noted.ok || noted.value.next.status !== 'started') return noted;
  const placed = changeRequest(store, request, [{ action: 'place' }], decider);
  if (!placed.ok) return placed;
  return ok({ next: noted.value.next, writes: [...noted.value.writes, ...placed.value.writes] });
};

/** The technologist says that the placement starts; it is placed once the facility says so too. */
export const reportStartAsTechnologist =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>): UseCase<typeof technologist.reportStartAsTechnologist> =>
  async ({ requestId, offerId }, call) =>
    perform(store, call, async () => {
      const found = requestIdOf(offerId) === requestId ? await store.requests.ofOffer(offerId) : null;
      if (found === null) return refuse('not-found');
      const command = { action: 'report-start', side: 'technologist' } as const;
      const noted = await noteStart(store, found, command, deciderOf(clock, call.actor));
      if (!noted.ok) return noted;
      const { next, writes } = noted.value;
      // Introduced and approved go together, and so do started and placed.
      return ok({ writes, answer: { requestId, status: next.status === 'started' ? 'placed' : 'approved' } });
    });

/** The facility says that the placement starts; it is placed once the technologist says so too. */
export const reportStartAsFacility =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>): UseCase<typeof facility.reportStartAsFacility> =>
  async ({ facilityId, offerId }, call) =>
    perform(store, call, async () => {
      const found = await store.requests.ofOffer(offerId);
      if (found?.offer.facilityId !== facilityId) return refuse('not-found');
      const command = { action: 'report-start', side: 'facility' } as const;
      const noted = await noteStart(store, found, command, deciderOf(clock, call.actor));
      if (!noted.ok) return noted;
      const { next, writes } = noted.value;
      return ok({ writes, answer: { offerId, status: next.status } });
    });

/** A coordinator who heard it from both sides records the start for them. */
export const recordStart =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>): UseCase<typeof coordinator.recordStart> =>
  async (seen, call) =>
    changeOfferAsSeen(store, call, seen, (found) =>
      noteStart(store, found, { action: 'start' }, deciderOf(clock, call.actor)),
    );
