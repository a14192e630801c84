import type { Wishes } from '../domain/placement-request.ts';
import type { Requirements } from '../domain/requirements.ts';
import { dayNumber, monthsAfter, weekdayOf, type DayNumber } from './dates.ts';
import type { Segment } from './types.ts';
import { minutesPerDay, minutesPerWeek } from '../domain/schedule.ts';

/** R20, A5, A6: the records that are still needed, and what a planned week gives of them. */

/** Records that count until a day, that day included. */
export interface Lot {
  readonly records: number;
  readonly countsTo: DayNumber;
}

/** What limits the records of a technologist, the same at every site. */
export interface RecordLimits {
  /** A5: the most that may be recorded in one day, at however many sites. */
  readonly dailyLimit: number;
  /** A6: for how many months a record counts. */
  readonly windowMonths: number;
  /** What counts already, first to lapse first. */
  readonly counted: readonly Lot[];
  /** `counted` is the earliest record alone: when the others lapse was not said. */
  readonly othersUndated: boolean;
}

export const recordLimitsOf = (
  { discipline, recordsSince, recordsCounted }: Wishes,
  { dailyRecordLimit, recordWindowMonths }: Requirements,
): RecordLimits => {
  const windowMonths = recordWindowMonths.value;
  const othersUndated = recordsCounted.length === 0 && recordsSince !== null;
  const told = othersUndated ? [{ on: recordsSince, records: 1 }] : recordsCounted;
  return {
    dailyLimit: dailyRecordLimit[discipline].value,
    windowMonths,
    counted: told
      .map(({ on, records }) => ({ records, countsTo: monthsAfter(dayNumber(on), windowMonths) }))
      .toSorted((a, b) => a.countsTo - b.countsTo),
    othersUndated,
  };
};

/** Days from one to another, both included. */
export interface Stretch {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** What a site gives a technologist to record. */
export interface Training {
  /** The planned week. */
  readonly week: readonly Segment[];
  /** Its minutes on each weekday, Monday first. */
  readonly minutesByWeekday: readonly number[];
  /** The days on which it holds: apart from each other, earliest first. */
  readonly stretches: readonly Stretch[];
  /** Procedures in a planned minute; null: the site has not said its volume, and a planned day gives the daily limit. */
  readonly perMinute: number | null;
}

/** A month is a twelfth of an average year. */
const monthsPerWeek = (7 * 12) / 365.25;

/** Procedures in a minute of the hours in which a site's volume is done: its training windows, all else being unknown. */
export const proceduresPerMinute = (monthlyVolume: number, windowMinutesPerWeek: number): number =>
  (monthlyVolume * monthsPerWeek) / windowMinutesPerWeek;

/**
 * Sums are in fractions of a record: a sum that lacks less than this is whole. Sums of one site's plan that are not
 * equal differ by more, as all of them are multiples of 1 / (1461 × 10,080); rounding errors are far smaller.
 */
export const tolerance = 1e-8;

/** Minutes of a planned week on each weekday, Monday first; what passes midnight counts for the day on which it is. */
export const minutesByWeekday = (week: readonly Segment[]): readonly number[] => {
  const minutes = [0, 0, 0, 0, 0, 0, 0];
  for (const { from, to } of week)
    for (let at = from; at < to;) {
      const midnight = (Math.floor(at / minutesPerDay) + 1) * minutesPerDay;
      const end = Math.min(to, midnight);
      const weekday = Math.floor((at % minutesPerWeek) / minutesPerDay);
      minutes[weekday] = (minutes[weekday] ?? 0) + end - at;
      at = end;
    }
  return minutes;
};

/** Days of a weekday in a stretch. */
const countOf = (weekday: number, { from, to }: Stretch): number => {
  const days = to - from + 1;
  return Math.floor(days / 7) + ((weekday - weekdayOf(from) + 7) % 7 < days % 7 ? 1 : 0);
};

/** A5: what can be recorded in so many planned minutes of a day. */
export const recordsInMinutes = (minutes: number, { perMinute }: Training, dailyLimit: number): number =>
  minutes === 0 ? 0 : Math.min(dailyLimit, perMinute === null ? dailyLimit : minutes * perMinute);

/** What all days of a training give together, if nothing of it lapses. */
export const recordsInAll = (training: Training, dailyLimit: number): number => {
  let records = 0;
  for (let weekday = 0; weekday < 7; weekday += 1) {
    const perDay = recordsInMinutes(training.minutesByWeekday[weekday] ?? 0, training, dailyLimit);
    if (perDay > 0) for (const stretch of training.stretches) records += perDay * countOf(weekday, stretch);
  }
  return records;
};

/** What the records come to. */
export interface Finish {
  /** The first planned day on which all are there; null: the training ends first. */
  readonly day: DayNumber | null;
  /** How many that count already will have lapsed by then, or by the end: as many more are needed. */
  readonly lapsing: number;
  /** How many of the needed records the training gives at most: all of them, or the whole ones up to its end. */
  readonly reachable: number;
}
