import { isZone } from '../domain/zone.ts';

/** Clocks of time zones: the only place where matching asks the runtime for them, once for each zone and year. */

/** What a clock shows from an instant on: minutes before UTC are negative. Instants are minutes since 1970 in UTC. */
export interface Offset {
  readonly since: number;
  readonly minutes: number;
}

export interface Clock {
  /** The offsets from one instant to another, in order; the first one holds at `from` already. */
  readonly offsets: (from: number, to: number) => readonly Offset[];
}

const millisecondsPerMinute = 60_000;
/** No zone changes its clock and changes it back within a week. */
const sampleMinutes = 7 * 1440;

/** Reads `GMT-05:00`, `GMT+05:30` and, for years long past, `GMT-00:44:30`. */
const offsetIn = (words: string): number => {
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(words) ?? [];
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -size : size;
};

const newYear = (year: number): number => new Date(0).setUTCFullYear(year, 0, 1) / millisecondsPerMinute;
const yearOf = (minute: number): number => new Date(minute * millisecondsPerMinute).getUTCFullYear();

/** The first minute in (`before`, `after`] at which the clock is not what it was at `before`, found by halving. */
const changeBetween = (offsetAt: (minute: number) => number, before: number, after: number): number => {
  const offset = offsetAt(before);
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === offset) low = middle;
    else high = middle;
  }
  return high;
};

const offsetsOfYear = (offsetAt: (minute: number) => number, year: number): readonly Offset[] => {
  const lastMinute = newYear(year + 1) - 1;
  let at = newYear(year);
  let minutes = offsetAt(at);
  const offsets: Offset[] = [{ since: at, minutes }];
  while (at < lastMinute) {
    const next = Math.min(at + sampleMinutes, lastMinute);
    at = offsetAt(next) === minutes ? next : changeBetween(offsetAt, at, next);
    if (offsetAt(at) === minutes) continue;
    minutes = offsetAt(at);
    offsets.push({ since: at, minutes });
  }
  return offsets;
};

const makeClock = (zone: string): Clock => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const offsetAt = (minute: number): number => offsetIn(format.format(minute * millisecondsPerMinute));
  const years = new Map<number, readonly Offset[]>();
  const ofYear = (year: number): readonly Offset[] => {
    const offsets = years.get(year) ?? offsetsOfYear(offsetAt, year);
    years.set(year, offsets);
    return offsets;
  };
  return {
    offsets: (from, to) => {
      const found: Offset[] = [];
      for (let year = yearOf(from); year <= yearOf(to); year += 1)
        for (const offset of ofYear(year)) {
          if (offset.since >= to && found.length > 0) return found;
          if (offset.since <= from) found.length = 0;
          // A new year begins with the clock of the old one.
          if (found.at(-1)?.minutes !== offset.minutes) found.push(offset);
        }
      return found;
    },
  };
};

const clocks = new Map<string, Clock | null>();

/** The clock of a zone; null where the runtime does not know the zone. */
export const clockOf = (zone: string): Clock | null => {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = isZone(zone) ? makeClock(zone) : null;
  clocks.set(zone, clock);
  return clock;
};
