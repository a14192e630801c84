import type { Weekday } from '../../domain/schedule.ts';
import { dollars, hours, onDate, windowsInWords } from '../../domain/wording.ts';
import { coverInWords, type CoverDemand, type CoverFacts } from './measures.ts';

/** What a technologist could change, by code, worded to follow "would open this site": `20 more miles of travel each way`. */
export const remedies = {
  'start-earlier': ({ date }: { date: string }) => `an earliest start of ${onDate(date)}`,
  'end-later': ({ date }: { date: string }) => `a latest end of ${onDate(date)}`,
  'allow-employer-contact': () => 'agreeing that your employer and its sister sites are contacted',
  'buy-cover': (facts: CoverFacts) => `buying ${coverInWords(facts)} before the start on ${onDate(facts.startsOn)}`,
  'have-cover': (demand: CoverDemand) => `buying ${coverInWords(demand)} before the start`,
  'complete-hipaa': () => 'completing a HIPAA education that the site accepts before the start',
  'free-more-hours': ({ minutes }: { minutes: number }) =>
    `${hours(minutes)} more a week within the site's training hours`,
  'free-time': (window: { readonly day: Weekday; readonly from: string; readonly to: string }) =>
    `being free every week on ${windowsInWords([window])}`,
  'adjust-shifts': () => 'an adjustment of your working hours by your employer',
  'accept-fewer-hours': ({ minutes }: { minutes: number }) => `accepting ${hours(minutes)} a week`,
  'free-whole-week': ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) =>
    `a free whole week between ${onDate(startsOn)} and ${onDate(endsOn)}`,
  'raise-cap': ({ cents }: { cents: number }) => `a limit of ${dollars(cents)} for all charges`,
  'accept-unpaid': () => 'accepting training without pay',
  'travel-farther': ({ miles }: { miles: number }) =>
    `${miles} more ${miles === 1 ? 'mile' : 'miles'} of travel each way`,
  'accept-lodging': () => 'paying for lodging there',
  'join-program': () => 'an educational program that has an agreement with the site',
  'complete-education': () => 'completing structured education before the start',
} satisfies Record<string, (facts: never) => string>;

export type RemedyCode = keyof typeof remedies;
export type RemedyFactsOf<C extends RemedyCode> = Parameters<(typeof remedies)[C]>;
