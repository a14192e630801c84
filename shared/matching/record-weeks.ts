import { weekdayOf, type DayNumber } from './dates.ts';
import { finishByDays } from './record-days.ts';
import {
  recordsInAll,
  recordsInMinutes,
  tolerance,
  type Finish,
  type RecordLimits,
  type Stretch,
  type Training,
} from './records.ts';

/** R20, A5, A6 at one site by the arithmetic of weeks: a round asks for the finish of millions of pairs. */

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Records that a stretch of days gives: whole weeks at once, then the rest of a week. */
const recordsIn = (perWeekday: readonly number[], { from, to }: Stretch): number => {
  const weeks = Math.floor((to - from + 1) / 7);
  let records = weeks * sum(perWeekday);
  for (let day = from + weeks * 7; day <= to; day += 1) records += perWeekday[weekdayOf(day)] ?? 0;
  return records;
};

/** The first day with something to record on which so many records are reached; null: not on these days. */
const dayReaching = (
  perWeekday: readonly number[],
  stretches: readonly Stretch[],
  needed: number,
): DayNumber | null => {
  const perWeek = sum(perWeekday);
  let missing = needed;
  for (const stretch of stretches) {
    if (perWeek > 0) {
      const weeks = Math.max(0, Math.ceil((missing - tolerance) / perWeek) - 1);
      let rest = missing - weeks * perWeek;
      const last = Math.min(stretch.to, stretch.from + weeks * 7 + 6);
      for (let day = stretch.from + weeks * 7; day <= last; day += 1) {
        const records = perWeekday[weekdayOf(day)] ?? 0;
        rest -= records;
        if (records > 0 && rest <= tolerance) return day;
      }
    }
    missing -= recordsIn(perWeekday, stretch);
  }
  return null;
};

/** No month is shorter. */
const shortestMonth = 28;

/** R20 at one site. */
export const finishByWeeks = (training: Training, needed: number, limits: RecordLimits): Finish => {
  const { dailyLimit, counted, windowMonths } = limits;
  const { stretches, minutesByWeekday } = training;
  const perWeekday = minutesByWeekday.map((minutes) => recordsInMinutes(minutes, training, dailyLimit));
  const firstDay = stretches[0]?.from ?? 0;
  const lastDay = stretches.at(-1)?.to ?? 0;
  let lapsing = 0;
  let day = dayReaching(perWeekday, stretches, needed);
  for (const { records, countsTo } of counted) {
    if ((day ?? lastDay) <= countsTo) break;
    lapsing += records;
    day = dayReaching(perWeekday, stretches, needed + lapsing);
  }
  // A training that is longer than a record counts: what it gave first lapses while it goes on.
  if ((day ?? lastDay) - firstDay > shortestMonth * windowMonths) return finishByDays([training], needed, limits);
  const reachable = day === null ? Math.floor(recordsInAll(training, dailyLimit) + tolerance) : needed;
  return { day, lapsing, reachable };
};

/**
 * Whether all records are reached at one site, where nothing lapses before its last day: the finish without its day,
 * for a tenth of the work. Null: something may lapse.
 */
export const isReached = (training: Training, needed: number, limits: RecordLimits): boolean | null => {
  const { counted, dailyLimit, windowMonths } = limits;
  const { stretches } = training;
  const firstDay = stretches[0]?.from ?? 0;
  const lastDay = stretches.at(-1)?.to ?? 0;
  if (lastDay - firstDay > shortestMonth * windowMonths || (counted[0]?.countsTo ?? lastDay) < lastDay) return null;
  const records = recordsInAll(training, dailyLimit);
  return records > 0 && records >= needed - tolerance;
};
