import { policyTypeNames, type PolicyType } from '../../domain/readiness.ts';
import { digits, dollars, fromTo, hours, listed } from '../../domain/wording.ts';

/** Measures in words that several phrases share. */

const toTenth = (miles: number): string => digits(miles, 1);

/** `1 mile`, `60.3 miles`. */
export const milesInWords = (miles: number, told = toTenth(miles)): string =>
  `${told} ${miles === 1 ? 'mile' : 'miles'}`;

/** R16: one-way straight-line miles, and the two settings that make hours of them. */
// A type and not an interface: facts are records, and only a type alias counts as one.
export type JourneyFacts = { readonly miles: number; readonly detour: number; readonly speed: number };

/** Under an hour in steps of 5 minutes, beyond in tenths of an hour: the formula is no better than that. */
const travelTime = (minutes: number): string =>
  minutes < 60 ? `${Math.max(5, Math.round(minutes / 5) * 5)} minutes` : hours(Math.round(minutes / 6) * 6);

/** `41 miles away in a straight line (about 1.1 hours by road: 41 × 1.3 ÷ 50 mph)`. */
export const journeyInWords = ({ miles, detour, speed }: JourneyFacts): string => {
  const time = travelTime(((miles * detour) / speed) * 60);
  const told = toTenth(miles);
  return `${milesInWords(miles, told)} away in a straight line (about ${time} by road: ${told} × ${detour} ÷ ${speed} mph)`;
};

/** R6: what hosts ask for. */
export type CoverDemand = {
  readonly perClaimCents: number;
  readonly aggregateCents: number;
  readonly policyTypes: readonly PolicyType[];
};

/** R6: what a host asks for. */
export type CoverFacts = CoverDemand & {
  /** The start of the training: by then the cover must be there. */
  readonly startsOn: string;
};

/** `liability insurance of $1,000,000 / $3,000,000 (occurrence policy)`. */
export const coverInWords = ({ perClaimCents, aggregateCents, policyTypes }: CoverDemand): string => {
  const types = policyTypes.length === 1 ? ` (${listed(policyTypes.map((type) => policyTypeNames[type]))})` : '';
  return `liability insurance of ${dollars(perClaimCents)} / ${dollars(aggregateCents)}${types}`;
};

/** A block of whole weeks as an ISO 8601 interval of dates, `2027-01-04/2027-01-17`. */
export const blockInWords = (interval: string): string => {
  const [from = '', to = ''] = interval.split('/');
  return fromTo(from, to);
};
