import type { WeeklyWindow } from '../../shared/domain/schedule.ts';
import type { CalendarDate } from '../../shared/domain/primitives.ts';
import { minutesOfWindows, type Minutes } from './minute-oracle.ts';

/**
 * The slow and obvious way to know what a clock shows: ask Intl for the wall-clock time. Minutes are real ones since 1970
 * (UTC); what a clock shows is told in minutes too, as if its wall were in UTC.
 */

const perDay = 24 * 60;
const perWeek = 7 * perDay;
/** Every zone of our days is a whole number of quarters from UTC, and changes its clock on one. */
const perQuarter = 15;

const walls = new Map<string, { readonly format: Intl.DateTimeFormat; readonly known: Map<number, number> }>();

const wallOf = (zone: string) => {
  const known = walls.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const wall = { format, known: new Map<number, number>() };
  walls.set(zone, wall);
  return wall;
};

/** What the clock of a zone shows at a real minute. */
export const shownAt = (zone: string, minute: number): number => {
  const { format, known } = wallOf(zone);
  const quarter = Math.floor(minute / perQuarter) * perQuarter;
  let shown = known.get(quarter);
  if (shown === undefined) {
    const parts = Object.fromEntries(
      format.formatToParts(quarter * 60_000).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute: minutes = 0 } = parts;
    shown = Date.UTC(year, month - 1, day, hour, minutes) / 60_000;
    known.set(quarter, shown);
  }
  return shown + minute - quarter;
};

const dayOf = (date: CalendarDate): number => Date.parse(date) / 60_000 / perDay;
export const dateOf = (day: number): CalendarDate => new Date(day * perDay * 60_000).toISOString().slice(0, 10);
const isMonday = (day: number): boolean => new Date(day * perDay * 60_000).getUTCDay() === 1;

/** The first days of all weeks from Monday to Sunday in the dates; else of those that the dates touch. */
export const weeksIn = (from: CalendarDate, to: CalendarDate): readonly number[] => {
  const [first, last] = [dayOf(from), dayOf(to)];
  const mondays: number[] = [];
  for (let day = first - 6; day <= last; day += 1) if (isMonday(day)) mondays.push(day);
  const full = mondays.filter((monday) => monday >= first && monday + 6 <= last);
  return full.length > 0 ? full : mondays;
};

/** 1970 began on a Thursday. */
export const minuteOfWeek = (shown: number): number => (((shown + 3 * perDay) % perWeek) + perWeek) % perWeek;

/** Real minutes from a week before the first of some weeks to a week after the last, by the site's clock. */
export interface Line {
  readonly start: number;
  readonly length: number;
}

export const lineOf = (mondays: readonly number[]): Line => {
  const start = ((mondays[0] ?? 0) - 9) * perDay;
  return { start, length: ((mondays.at(-1) ?? 0) + 16) * perDay - start };
};

/** What the clock of a zone shows at every minute of the line. */
export const clockOnLine = ({ start, length }: Line, zone: string): Int32Array => {
  const shown = new Int32Array(length);
  for (let step = 0; step < length; step += 1) shown[step] = shownAt(zone, start + step);
  return shown;
};

/** The minutes at which the clock shows a time inside the windows. */
export const heldOnLine = (clock: Int32Array, windows: readonly WeeklyWindow[]): Minutes => {
  const held = minutesOfWindows(windows);
  const minutes = new Uint8Array(clock.length);
  for (const [step, shown] of clock.entries()) if (held[minuteOfWeek(shown)] === 1) minutes[step] = 1;
  return minutes;
};

/** The places on the line of one week: those at which the clock shows one of its days. */
export const placesOfWeek = (clock: Int32Array, monday: number): readonly number[] => {
  const places: number[] = [];
  for (const [step, shown] of clock.entries())
    if (shown >= monday * perDay && shown < (monday + 7) * perDay) places.push(step);
  return places;
};

/** Every minute of the set, and those at most `by` minutes before or after one. */
export const spreadOnLine = (minutes: Minutes, by: number): Minutes => {
  const result = Uint8Array.from(minutes);
  for (const [step, bit] of minutes.entries())
    if (bit === 1 && (minutes[step - 1] !== 1 || minutes[step + 1] !== 1))
      result.fill(1, Math.max(0, step - by), step + by + 1);
  return result;
};

/** Only the minutes of runs of at least `least` minutes. */
export const longRunsOnLine = (minutes: Minutes, least: number): Minutes => {
  const result = Uint8Array.from(minutes);
  let start = 0;
  for (let step = 0; step <= minutes.length; step += 1) {
    if (minutes[step] === 1) continue;
    if (step - start < least) result.fill(0, start, step);
    start = step + 1;
  }
  return result;
};
