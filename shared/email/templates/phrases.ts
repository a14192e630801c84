import { disciplineNames } from '../../domain/discipline.ts';
import type { Facility } from '../../domain/facility.ts';
import { declineReasonNames, type Offer } from '../../domain/offer.ts';
import type { IntakeId } from '../../domain/site-offer.ts';
import { dollars, fromTo, onDate } from '../../domain/wording.ts';
import { freeTimes, nameForEmployer, weeklyHours } from '../../usecases/brief.ts';
import type { CalendarDay } from '../calendar.ts';
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

/** What the end of a try means for the technologist when no site of the shortlist follows. */
export const backInReview =
  'Your request is not lost, it is in review again: it is compared with every site once more, a coordinator looks for others, and you hear from us. There is nothing you need to do.';

/** Who decided without a name has said nothing about a person. */
const noJudgement = ({ offer, request }: Pick<AboutOffer, 'offer' | 'request'>): string =>
  nameForEmployer(offer, request) === null
    ? ' It decided without knowing who you are, so this says nothing about you.'
    : '';

/**
 * What became of a try, as its technologist is told. The facility stays unnamed, and its own comment stays out: it was
 * written to us, and may read as a judgement.
 */
export const endOfTry = (about: Pick<AboutOffer, 'offer' | 'request'>): string => {
  const { offer } = about;
  if (waitedForTechnologist(offer))
    return 'A site had said yes to you, and we asked whether we may introduce you. We did not hear from you in the days there were, so the seat is free for others again. Nobody was given your contact.';
  switch (offer.status) {
    case 'declined': {
      const reason = offer.reason === 'other' ? '' : ` The reason it gave: ${declineReasonNames[offer.reason]}.`;
      return `A site on your shortlist has answered, and cannot take you this time.${reason}${noJudgement(about)}`;
    }
    case 'lapsed':
      return 'A site on your shortlist did not answer within the days it had. We do not keep you waiting for it.';
    default:
      return 'A site that we had asked for you cannot take part now.';
  }
};

/** For who was asked and did not answer: no reproach, and a way to make it easier. */
export const waysToAnswer =
  'You can let us introduce you without asking each time, or tell us that you need more time or that your plans have changed: reply to this mail, or open your page.';

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

/** Where a facility is: `1 Example Way, Cambridge, MA 02139`. */
export const addressInWords = ({ profile, place }: Facility): string =>
  [profile.street, place.town, [place.state, place.zip].join(' ').trim()].filter(Boolean).join(', ');

/** The first day of a placement, for the calendar of either side. Its title says whom the reader meets. */
export const firstDay = (about: AboutOffer, title: string): CalendarDay => {
  const { offer, facility, intake } = about;
  const { zone } = facility.place;
  const zoneInWords = zone === null ? '' : `, time zone ${zone}`;
  return {
    id: offer.id,
    // Of all that the file says only the dates are edited later.
    sequence: intake.version,
    on: intake.startsOn,
    title,
    text: `${seatInWords(about)}. These are dates at the facility${zoneInWords}. Which days and hours you begin with is for the two of you to settle. Our number: ${offer.id}.`,
    where: addressInWords(facility),
  };
};

/** What the reader can do with the file. */
export const calendarHint = ({ intake }: AboutOffer): string =>
  `Open the attached file to have the first day, ${onDate(intake.startsOn)}, in your calendar.`;

/** The offer lapsed because the technologist, not the facility, did not answer. */
export const waitedForTechnologist = (offer: Offer): boolean =>
  offer.status === 'lapsed' && offer.waitedFor === 'technologist';

/** The sites that a coordinator approved, in their order. */
export const shortlistOf = ({ request }: Pick<AboutOffer, 'request'>): readonly IntakeId[] =>
  'approval' in request ? request.approval.shortlist : [];

/** `site 2 of 3`. */
export const placeOnShortlist = (about: Pick<AboutOffer, 'offer' | 'request'>): string => {
  const sites = shortlistOf(about);
  return `site ${sites.indexOf(about.offer.intakeId) + 1} of ${sites.length}`;
};

/** What a yes leads to: by the technologist's consent as it stands. */
export const whatFollows = ({ offer }: Pick<AboutOffer, 'offer'>): string =>
  offer.technologistConsent === 'given'
    ? 'If it says yes, we introduce you to each other by mail, as you agreed. There is nothing you need to do now.'
    : 'If it says yes, we ask you before we introduce you. There is nothing you need to do now.';

/** Who reads what a side says of a placement that is over. */
export const answersStayHere = 'The coordinators read your answers; the other side does not.';

/** Whether another question of this kind follows. */
export const askedOnceMore = ({ nextMail }: Offer): string =>
  nextMail === null ? 'We do not ask again.' : 'We ask once more in two weeks.';
