import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOfDay, dayNumber, monthsAfter, type DayNumber } from '../../shared/matching/dates.ts';
import { finishByDays } from '../../shared/matching/record-days.ts';
import { finishByWeeks, isReached } from '../../shared/matching/record-weeks.ts';
import {
  minutesByWeekday,
  proceduresPerMinute,
  type Finish,
  type RecordLimits,
  type Stretch,
  type Training,
} from '../../shared/matching/records.ts';
import type { Segment } from '../../shared/matching/types.ts';

/** The finish by the arithmetic of weeks, against counting record by record in whole numbers, day by day. */

/** A site as the walk sees it: whole numbers only. */
interface Site {
  /** Hours of the plan on each weekday, as half-open minutes of that day, Monday first. */
  readonly days: readonly (readonly [from: number, to: number] | null)[];
  /** Procedures a month, and the minutes a week in which they are done; null: not said. */
  readonly volume: { readonly monthly: number; readonly windowMinutes: number } | null;
  readonly stretches: readonly Stretch[];
}

const trainingAt = ({ days, volume, stretches }: Site): Training => {
  const week = days.flatMap((day, index): Segment[] =>
    day === null ? [] : [{ from: index * 1440 + day[0], to: index * 1440 + day[1] }],
  );
  return {
    week,
    minutesByWeekday: minutesByWeekday(week),
    perMinute: volume === null ? null : proceduresPerMinute(volume.monthly, volume.windowMinutes),
    stretches,
  };
};

const weekday = (day: DayNumber): number => (new Date(day * 86_400_000).getUTCDay() + 6) % 7;

const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

/** The last day that is so many months after a date, counted on the calendar one day at a time. */
const countLastDayWithin = (day: DayNumber, months: number): DayNumber => {
  const from = dateOfDay(day);
  // No month is shorter than 28 days.
  let last = day + 28 * months;
  for (;;) {
    const next = dateOfDay(last + 1);
    const ahead = monthOf(next) - monthOf(from);
    if (ahead > months || (ahead === months && Number(next.slice(8)) > Number(from.slice(8)))) return last;
    last += 1;
  }
};

const known = new Map<string, DayNumber>();
const lastDayWithin = (day: DayNumber, months: number): DayNumber => {
  const key = `${day} ${months}`;
  const last = known.get(key) ?? countLastDayWithin(day, months);
  known.set(key, last);
  return last;
};

/**
 * The same, slowly. A month is 1461/48 days, so that a week has 336/1461 of its volume: all sums are whole numbers of
 * 1/(1461 × the product of all window minutes) records.
 */
const walk = (sites: readonly Site[], needed: number, limits: RecordLimits): Finish => {
  const unit = sites.reduce((product, { volume }) => product * BigInt(volume?.windowMinutes ?? 1), 1461n);
  const limit = BigInt(limits.dailyLimit) * unit;
  const recordsOn = (day: DayNumber): bigint => {
    const taken = new Set<number>();
    let records = 0n;
    for (const { days, volume, stretches } of sites) {
      const hours = days[weekday(day)] ?? null;
      if (hours === null || !stretches.some(({ from, to }) => from <= day && day <= to)) continue;
      const before = taken.size;
      for (let minute = hours[0]; minute < hours[1]; minute += 1) taken.add(minute);
      const minutes = BigInt(taken.size - before);
      if (minutes === 0n) continue;
      records +=
        volume === null
          ? limit
          : (BigInt(volume.monthly) * 336n * minutes * unit) / (1461n * BigInt(volume.windowMinutes));
    }
    return records < limit ? records : limit;
  };
  const stretches = sites.flatMap((site) => site.stretches);
  const last = Math.max(...stretches.map(({ to }) => to));
  const own: { readonly records: bigint; readonly countsTo: DayNumber }[] = [];
  let [counting, most] = [0n, 0n];
  let lapsing = 0;
  const lapsedBy = (day: DayNumber): number =>
    limits.counted.filter(({ countsTo }) => countsTo < day).reduce((sum, { records }) => sum + records, 0);
  for (let day = Math.min(...stretches.map(({ from }) => from)); day <= last; day += 1) {
    const recorded = recordsOn(day);
    if (recorded === 0n) continue;
    own.push({ records: recorded, countsTo: lastDayWithin(day, limits.windowMonths) });
    counting += recorded;
    for (let lot = own[0]; lot !== undefined && lot.countsTo < day; lot = own[0]) {
      counting -= lot.records;
      own.shift();
    }
    if (counting > most) most = counting;
    lapsing = lapsedBy(day);
    if (counting >= BigInt(needed + lapsing) * unit) return { day, lapsing, reachable: needed };
  }
  return { day: null, lapsing: lapsedBy(last), reachable: Number(most / unit) };
};

const start = dayNumber('2027-01-04');

const someDays = fc.array(
  fc.option(
    fc
      .tuple(fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 1, max: 720 }))
      .map(([from, length]) => [from, Math.min(1440, from + length)] as const),
    { freq: 2 },
  ),
  { minLength: 7, maxLength: 7 },
);

const someVolume = fc.option(
  fc.record({ monthly: fc.integer({ min: 0, max: 3000 }), windowMinutes: fc.integer({ min: 60, max: 10_080 }) }),
  { freq: 4 },
);

/** One to three stretches, apart from each other, within so many days. */
const someStretches = (most: number): fc.Arbitrary<readonly Stretch[]> =>
  fc.uniqueArray(fc.integer({ min: 0, max: most }), { minLength: 2, maxLength: 6 }).map((ends) => {
    const sorted = ends.toSorted((a, b) => a - b);
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, index) => ({
      from: start + (sorted[2 * index] ?? 0),
      to: start + (sorted[2 * index + 1] ?? 0),
    }));
  });

const aSiteWithin = (most: number): fc.Arbitrary<Site> =>
  fc.record({ days: someDays, volume: someVolume, stretches: someStretches(most) });

const someLimits = (windowMonths: number): fc.Arbitrary<RecordLimits> =>
  fc.record({
    dailyLimit: fc.integer({ min: 1, max: 28 }),
    windowMonths: fc.constant(windowMonths),
    counted: fc
      .array(
        fc.record({ records: fc.integer({ min: 1, max: 40 }), countsTo: fc.integer({ min: start, max: start + 400 }) }),
        { maxLength: 4 },
      )
      .map((lots) => lots.toSorted((a, b) => a.countsTo - b.countsTo)),
    othersUndated: fc.constant(false),
  });

const someNeeded = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 2000 }));

describe('R20 the finish at one site is what a slow walk finds', () => {
  test('in a training shorter than a record counts', () => {
    fc.assert(
      fc.property(aSiteWithin(500), someNeeded, someLimits(24), (site, needed, limits) => {
        const finish = walk([site], needed, limits);
        expect(finishByWeeks(trainingAt(site), needed, limits)).toEqual(finish);
        const last = site.stretches.at(-1)?.to ?? 0;
        const lapses = limits.counted.some(({ countsTo }) => countsTo < last);
        expect(isReached(trainingAt(site), needed, limits)).toBe(lapses ? null : finish.day !== null);
      }),
      { numRuns: 150 },
    );
  });

  test('and where what it gave first lapses while it goes on', () => {
    fc.assert(
      fc.property(aSiteWithin(400), someNeeded, someLimits(3), (site, needed, limits) => {
        expect(finishByWeeks(trainingAt(site), needed, limits)).toEqual(walk([site], needed, limits));
      }),
      { numRuns: 100 },
    );
  });

  test('where the sum is whole to the last fraction on the last day of a week', () => {
    // 1461 procedures a month in the planned hours alone are exactly 336 a week.
    const limits = { dailyLimit: 200, windowMonths: 24, counted: [], othersUndated: false };
    for (const lengths of [
      [480, 480],
      [100, 100, 100],
      [77, 123, 11, 200, 59],
      [37, 41, 43, 47, 53, 59, 61],
    ])
      for (const weeks of [1, 2, 5, 9]) {
        const site = {
          days: Array.from({ length: 7 }, (_, index) => {
            const length = lengths[index];
            return length === undefined ? null : ([0, length] as const);
          }),
          volume: { monthly: 1461, windowMinutes: lengths.reduce((sum, length) => sum + length, 0) },
          stretches: [{ from: start, to: start + 7 * weeks - 1 }],
        };
        const lastDay = start + 7 * (weeks - 1) + lengths.length - 1;
        expect(finishByWeeks(trainingAt(site), 336 * weeks, limits).day).toBe(lastDay);
        expect(isReached(trainingAt(site), 336 * weeks, limits)).toBe(true);
        expect(finishByWeeks(trainingAt(site), 336 * weeks + 1, limits)).toMatchObject({
          day: null,
          reachable: 336 * weeks,
        });
      }
  });
});

test('A5 several sites share one daily limit, and an hour is spent at one of them', () => {
  fc.assert(
    fc.property(
      fc.array(aSiteWithin(200), { minLength: 2, maxLength: 3 }),
      someNeeded,
      someLimits(24),
      (sites, needed, limits) => {
        expect(finishByDays(sites.map(trainingAt), needed, limits)).toEqual(walk(sites, needed, limits));
      },
    ),
    { numRuns: 60 },
  );
});

test('more records needed, or fewer a day, never bring the finish forward', () => {
  fc.assert(
    fc.property(aSiteWithin(500), someNeeded, someLimits(24), (site, needed, limits) => {
      const training = trainingAt(site);
      const day = finishByWeeks(training, needed, limits).day ?? Infinity;
      const fewer = { ...limits, dailyLimit: Math.max(1, limits.dailyLimit - 1) };
      expect(finishByWeeks(training, needed + 1, limits).day ?? Infinity).toBeGreaterThanOrEqual(day);
      expect(finishByWeeks(training, needed, fewer).day ?? Infinity).toBeGreaterThanOrEqual(day);
    }),
    { numRuns: 100 },
  );
});

test('A6 so many calendar months after a day, as counted on the calendar', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: start - 1000, max: start + 2000 }),
      fc.integer({ min: 1, max: 30 }),
      (day, months) => {
        expect(monthsAfter(day, months)).toBe(lastDayWithin(day, months));
      },
    ),
    { numRuns: 60 },
  );
});
