import { trackNames, tracks } from '../../domain/discipline.ts';
import { dollars } from '../../domain/wording.ts';
import { lastPlace, type AboveNext } from '../matching-types.ts';

/** Why one candidate stands above the next, by the step that decided. Read by coordinators: nobody is "you". */

const trackWords = tracks.map((track) => trackNames[track]);
const finishes = ['all records in time', 'not known', 'not all records in time'];
const lodgings = ['none is needed', 'housing is offered', 'the technologist pays for it', 'an open question'];

const at = (names: readonly string[], value: number): string => names[value] ?? 'not known';

const milesBand = (value: number): string =>
  value === lastPlace ? 'a distance that is not known' : `${value * 10} to ${value * 10 + 10} miles`;

const costBand = (value: number): string => `${dollars(value * 10_000)} to ${dollars(value * 10_000 + 9_999)}`;

const hoursShort = (value: number): string => {
  if (value === lastPlace) return 'hours that are not known';
  if (value === 0) return 'none';
  return value === 1 ? 'up to an hour' : `up to ${value} hours`;
};

const missing = (value: number): string =>
  value === lastPlace ? 'a site that has said nothing about them' : `${value} missing`;

const reasons: Readonly<Record<AboveNext['step'], (mine: number, next: number) => string>> = {
  track: (mine, next) => `a better track: ${at(trackWords, mine)}, against ${at(trackWords, next)}`,
  'open questions': (mine, next) => `fewer open questions: ${mine} against ${next}`,
  conditions: (mine, next) => `fewer conditions before the start: ${mine} against ${next}`,
  finish: (mine, next) => `the finish: ${at(finishes, mine)}, against ${at(finishes, next)}`,
  coverage: (mine, next) => `more of the required categories: ${missing(mine)}, against ${missing(next)}`,
  lodging: (mine, next) => `easier lodging: ${at(lodgings, mine)}, against ${at(lodgings, next)}`,
  'distance, bands of 10 miles': (mine, next) => `a shorter way: ${milesBand(mine)}, against ${milesBand(next)}`,
  'costs without a price': (mine, next) => `fewer costs without a price: ${mine} against ${next}`,
  'cost, bands of $100': (mine, next) => `a lower known cost: ${costBand(mine)}, against ${costBand(next)}`,
  'hours missing to those wanted, bands of 60 minutes': (mine, next) =>
    `fewer hours a week missing to those wanted: ${hoursShort(mine)}, against ${hoursShort(next)}`,
  setting: () => 'a setting that is wished for',
  lot: () => 'lot, as they are equal in every step; the lot is always the same',
};

/** `Above the next by fewer open questions: 1 against 2.` */
export const explainAboveNext = ({ step, mine, next }: AboveNext): string =>
  `Above the next by ${reasons[step](mine, next)}.`;
