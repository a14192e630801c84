import type * as contract from '../contracts/technologist.ts';
import { type Offer, requestIdOf } from '../domain/offer.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { Instant } from '../domain/primitives.ts';
import { ok, refuse } from '../domain/result.ts';
import { changeOffer } from './changes.ts';
import { dateAt, deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Ports } from './ports.ts';
import type { UseCase } from './use-case.ts';

type Consent = Offer['technologistConsent'];

/** Does the consent in the request cover an introduction at this instant? If not, the technologist is asked each time. */
export const standingConsent = ({ wishes, home }: PlacementRequest, at: Instant): Consent => {
  const consent = wishes.introductionConsent;
  return consent.scope === 'shortlisted-facilities' && dateAt(at, home.zone) <= consent.until ? 'given' : 'awaited';
};

/** The consent as it will stand when an introduction leaves. One that was given for this very offer does not end. */
export const consentAt = (request: PlacementRequest, offer: Offer, introduceAt: Instant): Consent =>
  offer.technologistConsent === 'given' && standingConsent(request, offer.madeAt) === 'given'
    ? standingConsent(request, introduceAt)
    : offer.technologistConsent;

/** The technologist agrees to be introduced to the facility of one offer. */
export const consentToIntroduction =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>): UseCase<typeof contract.consentToIntroduction> =>
  async ({ requestId, offerId }, call) =>
    perform(store, call, async () => {
      const found = requestIdOf(offerId) === requestId ? await store.requests.ofOffer(offerId) : null;
      if (found === null) return refuse('not-found');
      const { request, offer } = found;
      const change = changeOffer(store, offer, { action: 'consent' }, deciderOf(clock, call.actor));
      if (!change.ok) return change;
      return ok({ writes: change.value.writes, answer: { requestId, status: request.status } });
    });
