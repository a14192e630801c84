import * as z from 'zod';
import { millisecondsADay } from './durations.ts';
import { CalendarDate } from './primitives.ts';

/** Days on which a facility is not written to unasked, beside weekends and holidays. Who needs more of them pauses. */
export const QuietDays = z.lazy(() => z.array(CalendarDate).max(30));
export type QuietDays = z.infer<typeof QuietDays>;

const timeOf = (date: CalendarDate): number => Date.parse(`${date}T00:00:00.000Z`);
const dateOf = (time: number): CalendarDate => new Date(time).toISOString().slice(0, 10);

/** The date so many days later, or earlier. */
export const daysAfter = (date: CalendarDate, days: number): CalendarDate =>
  dateOf(timeOf(date) + days * millisecondsADay);

/** Sunday 0 to Saturday 6. */
const weekdayOf = (date: CalendarDate): number => new Date(timeOf(date)).getUTCDay();

const [monday, thursday] = [1, 4];

/** Holidays by their date, as 5 U.S.C. 6103(a) sets them. */
const byDate = new Set(['01-01', '06-19', '07-04', '11-11', '12-25']);

/** And by weekday: month, weekday, and which one of the month; -1 is the last. */
const byWeekday = [
  { month: 1, weekday: monday, which: 3 },
  { month: 2, weekday: monday, which: 3 },
  { month: 5, weekday: monday, which: -1 },
  { month: 9, weekday: monday, which: 1 },
  { month: 10, weekday: monday, which: 2 },
  { month: 11, weekday: thursday, which: 4 },
] as const;

const isHolidayByWeekday = (date: CalendarDate): boolean => {
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8))];
  return byWeekday.some(
    (holiday) =>
      holiday.month === month &&
      holiday.weekday === weekdayOf(date) &&
      (holiday.which === -1
        ? daysAfter(date, 7).slice(5, 7) !== date.slice(5, 7)
        : Math.ceil(day / 7) === holiday.which),
  );
};

const isHolidayByDate = (date: CalendarDate): boolean => byDate.has(date.slice(5));

/**
 * Is it a US federal holiday, or the weekday on which one that falls on a weekend is kept: the Friday before a Saturday,
 * the Monday after a Sunday (5 U.S.C. 6103(b), Executive Order 11582)?
 */
export const isFederalHoliday = (date: CalendarDate): boolean =>
  isHolidayByWeekday(date) ||
  isHolidayByDate(date) ||
  (weekdayOf(date) === 5 && isHolidayByDate(daysAfter(date, 1))) ||
  (weekdayOf(date) === monday && isHolidayByDate(daysAfter(date, -1)));

/** A weekend, a federal holiday, or a day that was named. */
export const isQuietDay = (date: CalendarDate, named: QuietDays): boolean =>
  [0, 6].includes(weekdayOf(date)) || isFederalHoliday(date) || named.includes(date);
