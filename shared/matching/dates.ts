import type { CalendarDate } from '../domain/primitives.ts';

const millisecondsPerDay = 86_400_000;

/** Days from one date to another, both included. */
export const daysIn = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / millisecondsPerDay) + 1;

/** Days from one date to another; below 0 when the second is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => daysIn(from, to) - 1;

/** The date so many days later, or earlier. */
export const dateAfter = (date: CalendarDate, days: number): CalendarDate =>
  new Date(Date.parse(date) + days * millisecondsPerDay).toISOString().slice(0, 10);

/** The same day so many months earlier, or the last day of a month that is too short. */
export const monthsBefore = (date: CalendarDate, months: number): CalendarDate => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const monthsSinceZero = year * 12 + month - 1 - months;
  const wanted = Date.UTC(Math.floor(monthsSinceZero / 12), monthsSinceZero % 12, day);
  const lastOfMonth = Date.UTC(Math.floor(monthsSinceZero / 12), (monthsSinceZero % 12) + 1, 0);
  return new Date(Math.min(wanted, lastOfMonth)).toISOString().slice(0, 10);
};
