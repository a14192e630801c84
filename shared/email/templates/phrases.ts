import { disciplineNames } from '../../domain/discipline.ts';
import type { Facility } from '../../domain/facility.ts';
import type { Offer } from '../../domain/offer.ts';
import { dollars, fromTo } from '../../domain/wording.ts';
import { freeTimes, weeklyHours } from '../../usecases/brief.ts';
import { fact, type Fact } from '../content.ts';
import type { AboutOffer } from '../material.ts';

/** Sentences that several kinds of mail share. */

export const greeting = (name: string): string => `Hello ${name},`;

export const becauseOfRequest = 'you asked us for a clinical site and confirmed this address.';

export const becauseOfFacility = (facility: Facility): string =>
  `you are the contact of ${facility.profile.name}, which takes part in the service. To hear from us no more, pause or leave on your facility’s page.`;

/** The seat that an offer holds: `Computed Tomography, January 4, 2027, to March 26, 2027`. */
export const seatInWords = ({ offer, intake }: AboutOffer): string =>
  `${disciplineNames[offer.discipline]}, ${fromTo(intake.startsOn, intake.endsOn)}`;

/** What a no, a silence or a cancellation means for the technologist. */
export const weGoOn =
  'We now go on to the next site of your shortlist. If none is left, a coordinator looks for others, and you hear from us. There is nothing you need to do.';

const feeInWords = (feeCents: number | null): string => {
  if (feeCents === null) return 'not known to us; please ask';
  return feeCents === 0 ? 'none' : `${dollars(feeCents)} for the whole placement`;
};

/** What both sides said yes to. */
export const agreed = ({ offer, request, intake, siteOffer }: AboutOffer): Fact[] => [
  fact('Training in', disciplineNames[offer.discipline]),
  fact('Dates', fromTo(intake.startsOn, intake.endsOn)),
  fact('Hours', weeklyHours(request.wishes)),
  fact('Free for training', freeTimes(request.wishes)),
  fact('The facility’s fee', feeInWords(siteOffer.terms.feeCents)),
];

/** What the two have to talk about: what the rules left open, and what is theirs to arrange in any case (R8). */
export const openPoints = ({ offer }: AboutOffer): string[] => [
  'The days and hours of each week, and who supervises.',
  'The facility’s own privacy training, which it gives whatever HIPAA education there is.',
  ...offer.toSettle,
];

/** The offer lapsed because the technologist, not the facility, did not answer. */
export const waitedForTechnologist = (offer: Offer): boolean =>
  offer.status === 'lapsed' && offer.waitedFor === 'technologist';
