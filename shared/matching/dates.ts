import { millisecondsADay } from '../domain/durations.ts';
import type { CalendarDate } from '../domain/primitives.ts';

/**
 * A day as a whole number, 1 January 1970 being 0: what arithmetic over many days is done on. Only dates whose year has
 * four digits above 0099 are meant.
 */
export type DayNumber = number;

const digits = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let i = from; i < to; i += 1) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
};

/** Reads the digits itself: a round asks for the days of millions of pairs, and parsing costs several times as much. */
export const dayNumber = (date: CalendarDate): DayNumber =>
  Date.UTC(digits(date, 0, 4), digits(date, 5, 7) - 1, digits(date, 8, 10)) / millisecondsADay;

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** Not by `toISOString`, which writes the time as well and costs several times as much. */
export const dateOfDay = (day: DayNumber): CalendarDate => {
  const date = new Date(day * millisecondsADay);
  return `${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`;
};

/** Days from one date to another; below 0 when the second is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => dayNumber(to) - dayNumber(from);

/** Days from one date to another, both included. */
export const daysIn = (from: CalendarDate, to: CalendarDate): number => daysBetween(from, to) + 1;

/** The date so many days later, or earlier. */
export const dateAfter = (date: CalendarDate, days: number): CalendarDate => dateOfDay(dayNumber(date) + days);

/** Monday 0 to Sunday 6; day 0 was a Thursday. */
export const weekdayOf = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;

/** The same day so many months later, or the last day of a month that is too short. */
export const monthsAfter = (day: DayNumber, months: number): DayNumber => {
  const date = new Date(day * millisecondsADay);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  return Math.min(Date.UTC(year, month, date.getUTCDate()), Date.UTC(year, month + 1, 0)) / millisecondsADay;
};
