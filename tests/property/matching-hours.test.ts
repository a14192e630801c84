import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WeeklyWindow } from '../../shared/domain/schedule.ts';
import { pairOf, seekerOf } from '../../shared/matching/pair.ts';
import { clockOf } from '../../shared/matching/zones.ts';
import { aContext, anEmployment, aPlace, aProgram, aRequest, aSite } from '../support/builders.ts';
import {
  clockOnLine,
  dateOf,
  heldOnLine,
  lineOf,
  longRunsOnLine,
  minuteOfWeek,
  placesOfWeek,
  shownAt,
  spreadOnLine,
  weeksIn,
} from '../support/clock-oracle.ts';
import { someWindows, type Minutes } from '../support/minute-oracle.ts';

/** R12's hours and plan against real minutes counted one by one, by what the clocks of both sides show. */

const zones = [
  'America/New_York',
  'America/Chicago',
  'America/Indiana/Indianapolis',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  // Half an hour from its neighbors, and one that puts its clock forward by half an hour.
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  // Changes on other days than the United States.
  'Europe/Berlin',
  'America/Santiago',
  'Africa/Casablanca',
];
const someZone = fc.constantFrom(...zones);
const someZones = fc.oneof(
  fc.tuple(someZone, someZone),
  someZone.map((zone) => [zone, zone] as const),
);

/** Days since 1970 of starts that see a change of clocks soon, and of any others. */
const someStart = fc.oneof(
  fc.integer({ min: 0, max: 30 }).chain((days) =>
    // The last of February and mid-October of 2027, and the spring after it.
    fc.constantFrom(20_870 + days, 21_105 + days, 21_240 + days),
  ),
  fc.integer({ min: 20_500, max: 21_500 }),
);

/** Windows of the night from Saturday to Sunday and on, in which most clocks change. */
const nightWindows = fc.constantFrom<readonly WeeklyWindow[]>(
  [{ day: 'sat', from: '22:00', to: '06:00' }],
  [
    { day: 'sat', from: '00:00', to: '00:00' },
    { day: 'sun', from: '00:00', to: '00:00' },
    { day: 'mon', from: '00:00', to: '08:00' },
  ],
  [{ day: 'sun', from: '18:00', to: '06:00' }],
);
const windowsAround = (most: number) =>
  fc.tuple(fc.option(nightWindows, { nil: [] }), someWindows(most)).map((lists): WeeklyWindow[] => lists.flat());

const scene = fc.record({
  zones: someZones,
  start: someStart,
  days: fc.integer({ min: 1, max: 25 }),
  windows: windowsAround(6),
  availability: windowsAround(6),
  shifts: someWindows(4),
  otherShifts: someWindows(2),
  own: fc.boolean(),
  employerTime: fc.boolean(),
  rest: fc.constantFrom(0, 30, 600),
  shortest: fc.constantFrom(0, 60, 240, 480),
  needed: fc.integer({ min: 0, max: 2400 }),
  more: fc.integer({ min: 0, max: 2400 }),
});
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

const datesOf = ({ start, days }: Scene) => ({ startsOn: dateOf(start), endsOn: dateOf(start + days - 1) });

const hoursIn = (one: Scene) => {
  const [siteZone, homeZone] = one.zones;
  const request = aRequest({
    home: aPlace({ zone: homeZone }),
    employmentConfirmed: true,
    wishes: {
      availability: one.availability,
      otherShifts: one.otherShifts,
      employment: anEmployment({
        facilityId: one.own ? 'fac_birch' : 'fac_employer',
        regularHours: { kind: 'weekly', windows: one.shifts },
      }),
      programId: 'prg_cedar',
      minWeeklyMinutes: one.needed,
      wantedWeeklyMinutes: one.needed + one.more,
    },
  });
  const context = aContext({
    programs: [aProgram({ allowsEmployerTime: one.employerTime ? 'yes' : 'no' })],
    settings: { detourFactor: 1.3, milesPerHour: 50, restMinutes: one.rest },
  });
  const site = aSite({
    facility: { place: aPlace({ zone: siteZone }) },
    terms: { windows: one.windows, minBlockMinutes: one.shortest, minWeeklyMinutes: 0 },
    intake: datesOf(one),
  });
  return pairOf(seekerOf(request, context), site).hours;
};

/** The usable minutes of a scene, counted one by one. */
const countedIn = (one: Scene) => {
  const [siteZone, homeZone] = one.zones;
  const { startsOn, endsOn } = datesOf(one);
  const mondays = weeksIn(startsOn, endsOn);
  const line = lineOf(mondays);
  const [site, home] = [clockOnLine(line, siteZone), clockOnLine(line, homeZone)];
  const W = heldOnLine(site, one.windows);
  const A = heldOnLine(home, one.availability);
  const S = heldOnLine(home, one.shifts);
  const elsewhere = spreadOnLine(heldOnLine(home, one.otherShifts), one.rest);
  const keptFree = one.own ? S : spreadOnLine(S, one.rest);
  const onDuty = one.own && one.employerTime;
  const usable: Minutes = longRunsOnLine(
    W.map((holds, step) => {
      if (holds === 0 || elsewhere[step] === 1) return 0;
      if (onDuty && S[step] === 1) return 1;
      return A[step] === 1 && (onDuty || keptFree[step] === 0) ? 1 : 0;
    }),
    one.shortest,
  );
  const weeks = mondays.map((monday) => {
    const places = placesOfWeek(site, monday);
    return { monday: dateOf(monday), places, usable: places.filter((step) => usable[step] === 1).length };
  });
  return { weeks, usable, site, shifts: S };
};

test('R12 usable hours are the real minutes of the worst full week, counted one by one', () => {
  fc.assert(
    fc.property(scene, (one) => {
      const worst = Math.min(...countedIn(one).weeks.map(({ usable }) => usable));
      const { usableMinutes, finding } = hoursIn(one);
      expect(usableMinutes).toBe(worst);
      expect(finding).toBe(worst >= Math.max(1, one.needed) ? 'hours-fit' : 'too-few-hours');
    }),
    { numRuns: 40 },
  );
});

test('R12 the plan lies in usable minutes of its week, marks the regular ones, and reaches what is needed', () => {
  fc.assert(
    fc.property(scene, (one) => {
      const { weeks, usable, site, shifts } = countedIn(one);
      const { plan, worstWeek } = hoursIn(one);
      // A plan that is not of one week in particular is that of all.
      const judged = weeks.filter(({ monday }) => worstWeek === null || monday === worstWeek);
      const sums = judged.map((week) => {
        const shown = week.places.map((step) => minuteOfWeek(site[step] ?? 0));
        const seen = new Set<number>();
        // In the night in which a clock goes back it shows an hour twice: which of them is planned is not told.
        const twice = new Set(shown.filter((minute) => seen.size === seen.add(minute).size));
        let mistakes = 0;
        let sum = 0;
        for (const [index, step] of week.places.entries()) {
          const minute = shown[index] ?? 0;
          const segment = plan?.segments.find(
            ({ from, to }) => (minute >= from && minute < to) || (minute + 10_080 >= from && minute + 10_080 < to),
          );
          if (segment === undefined) continue;
          sum += 1;
          const regular = shifts[step] === 1 && one.own && one.employerTime;
          if (!twice.has(minute) && (usable[step] === 0 || segment.regular !== regular)) mistakes += 1;
        }
        expect(mistakes).toBe(0);
        return { sum, usable: week.usable, twice: twice.size };
      });
      const needed = Math.max(1, one.needed);
      const wanted = Math.max(needed, one.needed + one.more);
      const weekly = plan?.weeklyMinutes ?? 0;
      expect(sums.some(({ sum, twice }) => Math.abs(sum - weekly) <= twice)).toBe(true);
      const most = Math.min(...sums.map((week) => week.usable));
      expect(weekly).toBeGreaterThanOrEqual(Math.min(needed, most));
      // As near to the wanted hours as there is and the shortest block allows.
      expect(Math.abs(weekly - Math.min(wanted, most))).toBeLessThanOrEqual(most > wanted ? one.shortest : 0);
      expect(plan?.missingToWantedMinutes).toBe(Math.max(0, one.needed + one.more - weekly));
    }),
    { numRuns: 40 },
  );
});

test('R12 a clock shows what Intl says it shows', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
      fc.integer({ min: 29_000_000, max: 31_500_000 }),
      (zone, minute) => {
        const [offset] = clockOf(zone)?.offsets(minute, minute + 1) ?? [];
        expect(minute + (offset?.minutes ?? NaN)).toBe(shownAt(zone, minute));
      },
    ),
    { numRuns: 100 },
  );
});
