import type { CalendarDate } from '../domain/primitives.ts';

const millisecondsPerDay = 86_400_000;

/** Days from one date to another, both included. */
export const daysIn = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / millisecondsPerDay) + 1;

/** The same day so many months earlier, or the last day of a month that is too short. */
export const monthsBefore = (date: CalendarDate, months: number): CalendarDate => {
  const day = new Date(date);
  const wanted = day.getUTCDate();
  day.setUTCDate(1);
  day.setUTCMonth(day.getUTCMonth() - months);
  const lastOfMonth = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
  day.setUTCDate(Math.min(wanted, lastOfMonth));
  return day.toISOString().slice(0, 10);
};
