import type { Brief } from '../contracts/brief.ts';
import { credentialNames, disciplineNames, type Track } from '../domain/discipline.ts';
import { milesBetween } from '../domain/distance.ts';
import type { Facility } from '../domain/facility.ts';
import type { Offer } from '../domain/offer.ts';
import type { PlacementRequest, Wishes } from '../domain/placement-request.ts';
import type { CalendarDate, Place } from '../domain/primitives.ts';
import { hipaaSourceNames, policyTypeNames, type Readiness } from '../domain/readiness.ts';
import type { Intake, SiteOfferTerms } from '../domain/site-offer.ts';
import { dollars, fromTo, hours, onDate, windowsInWords } from '../domain/wording.ts';
import { inZone } from './views/week.ts';

export interface BriefMaterial {
  readonly offer: Offer;
  readonly request: Pick<PlacementRequest, 'wishes' | 'home' | 'contact' | 'employmentConfirmed'>;
  readonly facility: Pick<Facility, 'profile' | 'place'>;
  readonly intake: Pick<Intake, 'startsOn' | 'endsOn'>;
}

/** The track in the facility's words. Employment is the technologist's claim until the employer confirms it (R3). */
const trackForFacility: Record<Track, string> = {
  employer: 'your own employee',
  sister: 'works at another site of your health system',
  program: 'comes through an educational program that has an agreement with you',
  'other-provider': 'none; asks you as another health care provider',
  other: 'none; asks you independently',
};

/** Wide enough that nobody's home can be guessed: bands of 10 miles, beyond 100 miles bands of 50. */
const distanceBand = (home: Place, site: Place): string | null => {
  if (home.point === null || site.point === null) return null;
  const miles = milesBetween(home.point, site.point);
  const width = miles < 100 ? 10 : 50;
  const from = Math.floor(miles / width) * width;
  return from === 0 ? `under ${width} miles from you` : `${from} to ${from + width} miles from you`;
};

const region = (home: Place, site: Place): string => {
  const band = distanceBand(home, site);
  const parts = [home.state, band === null ? null : `${band} in a straight line`].filter((part) => part !== null);
  return parts.length === 0 ? 'not known' : parts.join(', ');
};

const until = (date: CalendarDate | null): string => (date === null ? '' : `, valid to ${onDate(date)}`);

export const weeklyHours = ({ minWeeklyMinutes: least, wantedWeeklyMinutes: wanted }: Wishes): string =>
  least === wanted ? `${hours(least)} a week` : `${hours(wanted)} a week if possible, at least ${hours(least)}`;

export const freeTimes = ({ availability, blocks }: Wishes): string => {
  const weekly = availability === null || availability.length === 0 ? [] : [windowsInWords(availability)];
  const weeks = blocks.map((block) => `whole weeks from ${fromTo(block.from, block.to)}`);
  return [...weekly, ...weeks].join('; ') || 'not said yet';
};

const hipaaInWords = ({ source, expiresOn, willComplete }: Readiness['hipaa']): string => {
  if (source !== null) return `completed with ${hipaaSourceNames[source]}${until(expiresOn)}`;
  return willComplete === 'yes' ? 'will be completed before the start' : 'none yet';
};

const insuranceInWords = ({ cover, willBuy }: Readiness['insurance']): string => {
  if (cover !== null)
    return `${dollars(cover.perClaimCents)} a claim, ${dollars(cover.aggregateCents)} in all, ${policyTypeNames[cover.policyType]}${until(cover.validTo)}`;
  return willBuy === 'yes' ? 'none yet; will buy cover where you require it' : 'none of their own';
};

const educationInWords: Record<Readiness['structuredEducation'], string> = {
  done: '',
  'in-progress': ' (in progress)',
  none: ' (not begun)',
  unknown: ' (not said yet)',
};

/** What else is attested, and what is not: two facts at most, because a brief is read on a phone. */
const readyInWords = ({
  basicLifeSupport,
  backgroundCheck,
  meetsHealthRequirements,
  structuredEducation,
}: Readiness): Brief['facts'] => {
  const points: readonly (readonly [isReady: boolean, words: string])[] = [
    [basicLifeSupport.attested, `Basic Life Support${until(basicLifeSupport.expiresOn)}`],
    [backgroundCheck.attested, `background check${until(backgroundCheck.expiresOn)}`],
    [meetsHealthRequirements, 'your health requirements'],
    [structuredEducation === 'done', `structured education${educationInWords[structuredEducation]}`],
  ];
  const facts = [
    { label: 'Also ready', value: points.filter(([isReady]) => isReady) },
    { label: 'Not confirmed yet', value: points.filter(([isReady]) => !isReady) },
  ];
  return facts
    .filter(({ value }) => value.length > 0)
    .map(({ label, value }) => ({ label, value: value.map(([, words]) => words).join('; ') }));
};

/** Times of the week stand as they were said, by the clock at home: it is named where the facility's is another. */
const byWhichClock = ({ home }: BriefMaterial['request'], { place }: BriefMaterial['facility']): string =>
  home.zone === null || home.zone === place.zone ? '' : ` (by the clock in ${home.zone})`;

/** At the own employer the shifts themselves may be the training hours (R12), so the employer sees both. */
const shiftsAtEmployer = ({ track }: Offer, { employment }: Wishes, clock: string): Brief['facts'] =>
  track === 'employer' && employment?.regularHours.kind === 'weekly'
    ? [{ label: 'Works for you', value: `${windowsInWords(employment.regularHours.windows)}${clock}` }]
    : [];

/** R3: only the own employer may learn the name before the introduction, and only if its employee agreed to both. */
export const nameForEmployer = (offer: Offer, request: Pick<PlacementRequest, 'wishes' | 'contact'>): string | null => {
  const employment = request.wishes.employment;
  return offer.track === 'employer' && employment?.contactConsent === 'yes' && employment.nameInBrief
    ? request.contact.name
    : null;
};

/** Both sides' hours of the week, by the facility's clock on the first day of the training. */
export const weekOfBrief = (
  { request: { wishes, home }, facility: { place }, intake }: BriefMaterial,
  { windows }: Pick<SiteOfferTerms, 'windows'>,
): Brief['week'] => ({
  technologist: wishes.availability && [...inZone(wishes.availability, home.zone, place.zone, intake.startsOn)],
  site: windows,
});

/**
 * What a facility decides on: discipline, credential, hours, region, track, readiness. No name, contact or ZIP (R28),
 * but for an employer whose employee agreed to be named.
 */
export const briefOf = ({ offer, request, facility, intake }: BriefMaterial): Omit<Brief, 'week'> => {
  const { wishes } = request;
  const { readiness } = wishes;
  const clock = byWhichClock(request, facility);
  const claimed = offer.track === 'employer' || offer.track === 'sister' ? !request.employmentConfirmed : false;
  const credentials = wishes.credentials.map(
    ({ credential, expiresOn }) => `${credentialNames[credential]}${until(expiresOn)}`,
  );
  return {
    offerId: offer.id,
    status: offer.status,
    answerBy: offer.answerBy,
    zone: facility.place.zone,
    undoUntil: offer.status === 'accepted' ? offer.introduceAt : null,
    facilityName: facility.profile.name,
    employeeName: nameForEmployer(offer, request),
    facts: [
      { label: 'Training in', value: `${disciplineNames[offer.discipline]} (${offer.discipline})` },
      { label: 'Seat held', value: fromTo(intake.startsOn, intake.endsOn) },
      { label: 'Holds', value: credentials.join('; ') },
      {
        label: 'Relation to you',
        value: `${trackForFacility[offer.track]}${claimed ? ' (as they say; please check)' : ''}`,
      },
      { label: 'Lives', value: region(request.home, facility.place) },
      { label: 'Hours wanted', value: weeklyHours(wishes) },
      ...shiftsAtEmployer(offer, wishes, clock),
      { label: 'Free for training', value: `${freeTimes(wishes)}${clock}` },
      { label: 'HIPAA education', value: hipaaInWords(readiness.hipaa) },
      { label: 'Liability insurance', value: insuranceInWords(readiness.insurance) },
      ...readyInWords(readiness),
    ],
    toSettle: offer.toSettle,
    questions: offer.questions.map(({ question, reply }) => ({ question, reply })),
  };
};
