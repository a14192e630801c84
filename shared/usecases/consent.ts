import type * as contract from '../contracts/technologist.ts';
import { later } from '../domain/durations.ts';
import type { OfferCommand } from '../domain/offer-commands.ts';
import { type Offer, type OfferId, requestIdOf } from '../domain/offer.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { Instant, RequestId } from '../domain/primitives.ts';
import { ok, refuse } from '../domain/result.ts';
import { changeOffer } from './changes.ts';
import { dateAt, deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Call, Ports } from './ports.ts';
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

type ConsentStep =
  Extract<OfferCommand, { readonly action: 'consent' }> | Extract<OfferCommand, { readonly action: 'take-back' }>;

/** A step of the technologist's consent to one introduction. */
const stepOfConsent = async (
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  { requestId, offerId }: { readonly requestId: RequestId; readonly offerId: OfferId },
  call: Call,
  stepAt: (now: Instant) => ConsentStep,
) =>
  perform(store, call, async () => {
    const found = requestIdOf(offerId) === requestId ? await store.requests.ofOffer(offerId) : null;
    if (found === null) return refuse('not-found');
    const decider = deciderOf(clock, call.actor);
    const change = changeOffer(store, found.offer, stepAt(decider.now), decider);
    if (!change.ok) return change;
    return ok({ writes: change.value.writes, answer: { requestId, status: found.request.status } });
  });

/** The technologist agrees to be introduced to the facility of one offer. */
export const consentToIntroduction =
  (ports: Pick<Ports, 'store' | 'clock' | 'periods'>): UseCase<typeof contract.consentToIntroduction> =>
  async (input, call) =>
    stepOfConsent(ports, input, call, (now) => ({
      action: 'consent',
      introduceAt: later(now, ports.periods.undoMinutes, 'minute'),
    }));

/** The technologist takes it back, until the introduction leaves; the seat is held for another word as long as for the first. */
export const takeBackConsent =
  (ports: Pick<Ports, 'store' | 'clock' | 'periods'>): UseCase<typeof contract.takeBackConsent> =>
  async (input, call) =>
    stepOfConsent(ports, input, call, (now) => ({
      action: 'take-back',
      answerBy: later(now, ports.periods.answerDays, 'day'),
    }));
