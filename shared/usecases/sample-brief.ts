import type { Brief } from '../contracts/brief.ts';
import type { Discipline } from '../domain/discipline.ts';
import { later } from '../domain/durations.ts';
import type { Facility } from '../domain/facility.ts';
import type { Offer } from '../domain/offer.ts';
import type { Wishes } from '../domain/placement-request.ts';
import type { Instant } from '../domain/primitives.ts';
import type { Weekday } from '../domain/schedule.ts';
import { type IntakeTerms, siteOfferIdOf, type SiteOfferTerms } from '../domain/site-offer.ts';
import { unsaidWishes } from '../domain/unsaid-wishes.ts';
import { questionsLeftBy } from '../matching/unsaid.ts';
import { briefOf, weekOfBrief } from './brief.ts';
import { unwritten } from './changes.ts';

/** What a facility offers in one discipline, as far as it has said so; dates are invented where there are none yet. */
export interface SampleSite {
  readonly facility: Pick<Facility, 'profile' | 'place'>;
  readonly discipline: Discipline;
  readonly terms: SiteOfferTerms;
  readonly intake: Pick<IntakeTerms, 'startsOn' | 'endsOn'> | null;
}

const dayOf = (instant: Instant): string => instant.slice(0, 10);

const workdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** Nobody: an invented technologist who is free in the afternoons and would buy insurance. */
const inventedWishes = (discipline: Discipline, startsOn: string): Wishes => ({
  ...unsaidWishes,
  discipline,
  // The one credential that admits to breast sonography by itself is another one than for the rest.
  credentials: [{ credential: discipline === 'BS' ? 'sonography' : 'radiography', expiresOn: null }],
  travelMiles: 40,
  commuteMiles: 40,
  acceptsLodging: 'no',
  availability: workdays.map((day) => ({ day, from: '12:00', to: '20:00' })),
  minWeeklyMinutes: 12 * 60,
  wantedWeeklyMinutes: 20 * 60,
  earliestStart: startsOn,
  readiness: {
    hipaa: { source: 'employer', expiresOn: null, willComplete: 'yes' },
    insurance: { cover: null, willBuy: 'yes' },
    basicLifeSupport: { attested: true, expiresOn: null },
    backgroundCheck: { attested: true, expiresOn: null },
    meetsHealthRequirements: true,
    structuredEducation: 'done',
  },
});

/** The brief that a facility would get of an invented technologist, with the questions that it has left open. */
export const sampleBrief = ({ facility, discipline, terms, intake }: SampleSite, now: Instant): Brief => {
  const dates = intake ?? { startsOn: dayOf(later(now, 60, 'day')), endsOn: dayOf(later(now, 150, 'day')) };
  const siteOfferId = siteOfferIdOf('fac_sample', discipline);
  const offer: Offer = {
    ...unwritten,
    updatedAt: now,
    id: 'req_sample-1',
    status: 'made',
    requestId: 'req_sample',
    facilityId: 'fac_sample',
    intakeId: `${siteOfferId}-samp`,
    discipline,
    track: 'other-provider',
    direct: false,
    madeAt: now,
    answerBy: now,
    linkVersion: 1,
    questions: [],
    toSettle: [...questionsLeftBy(terms)],
    technologistConsent: 'awaited',
    nextMail: null,
  };
  const request = {
    wishes: inventedWishes(discipline, dates.startsOn),
    home: facility.place,
    contact: { name: 'Nobody (invented)', email: 'nobody@example.org', phone: null },
    employmentConfirmed: false,
  };
  const material = { offer, request, facility, intake: dates };
  return { ...briefOf(material), week: weekOfBrief(material, terms) };
};
