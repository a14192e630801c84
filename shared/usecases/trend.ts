import { later, millisecondsADay } from '../domain/durations.ts';
import type { RequestStatus } from '../domain/placement-request.ts';
import type { Instant } from '../domain/primitives.ts';
import type { Store } from './ports.ts';

/** So many weeks are looked back on. */
const weeksBack = 12;
/** Of each state so many requests are counted, the newest: what a page may cost has an end. */
const mostCounted = 1000;

/** Where a request that came in is now. */
export type TrendStanding = 'placed' | 'underWay' | 'waiting' | 'ended';

/** By its state. What nobody confirmed is no request yet, and counts nowhere. */
const standings: readonly (readonly [RequestStatus, TrendStanding])[] = [
  ['placed', 'placed'],
  ['completed', 'placed'],
  ['approved', 'underWay'],
  ['confirmed', 'waiting'],
  ['in-review', 'waiting'],
  ['on-hold', 'waiting'],
  ['rejected', 'ended'],
  ['withdrawn', 'ended'],
];

/** Requests that came in within seven days, by where they are now. */
export type TrendWeek = Readonly<Record<TrendStanding, number>> & {
  /** When the seven days began. */
  readonly from: Instant;
};

const msAWeek = 7 * millisecondsADay;
const beginning = (now: Instant): Instant => later(now, -7 * weeksBack, 'day');

/** When requests of a state came in, newest first. */
export interface CameIn {
  readonly standing: TrendStanding;
  readonly at: readonly Instant[];
}

/**
 * The weeks that end now, the oldest first. `most`: no more of each state were read; a week that was not read whole by
 * that is left out.
 */
export const countWeeks = (cameIn: readonly CameIn[], now: Instant, most: number): readonly TrendWeek[] => {
  const since = beginning(now);
  const weeks = Array.from({ length: weeksBack }, (_, week) => ({
    from: later(since, 7 * week, 'day'),
    placed: 0,
    underWay: 0,
    waiting: 0,
    ended: 0,
  }));
  let readFrom = since;
  for (const { standing, at } of cameIn) {
    const oldest = at.at(-1);
    if (oldest !== undefined && at.length >= most && oldest > readFrom) readFrom = oldest;
    for (const instant of at) {
      const week = weeks[Math.min(weeksBack - 1, Math.floor((Date.parse(instant) - Date.parse(since)) / msAWeek))];
      if (week !== undefined) week[standing] += 1;
    }
  }
  return weeks.filter(({ from }) => from >= readFrom);
};

/**
 * Requests by the week in which they came in. Read from their places in the lists of their states, which tell when that
 * was: no request is read, and nothing is written for it.
 */
export const readTrend = async ({ requests }: Store, now: Instant): Promise<readonly TrendWeek[]> => {
  const cameIn = await Promise.all(
    standings.map(async ([status, standing]) => ({
      standing,
      at: await requests.sentSince(status, beginning(now), mostCounted),
    })),
  );
  return countWeeks(cameIn, now, mostCounted);
};
