import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairOf, seekerOf } from '../../shared/matching/pair.ts';
import { aContext, anEmployment, aProgram, aRequest, aSite } from '../support/builders.ts';
import {
  countOf,
  longRuns,
  minutesIn,
  minutesOfWindows,
  someWindows,
  spread,
  type Minutes,
} from '../support/minute-oracle.ts';

/** R12's hours and plan against counting minutes one by one, by the words of the rule. */

const scene = fc.record({
  windows: someWindows(),
  availability: someWindows(),
  shifts: someWindows(5),
  otherShifts: someWindows(2),
  own: fc.boolean(),
  employerTime: fc.boolean(),
  rest: fc.constantFrom(0, 30, 120),
  shortest: fc.constantFrom(0, 60, 240, 480),
  needed: fc.integer({ min: 0, max: 2400 }),
  more: fc.integer({ min: 0, max: 2400 }),
});
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

const hoursIn = ({
  windows,
  availability,
  shifts,
  otherShifts,
  own,
  employerTime,
  rest,
  shortest,
  needed,
  more,
}: Scene) => {
  const request = aRequest({
    employmentConfirmed: true,
    wishes: {
      availability,
      otherShifts,
      employment: anEmployment({
        facilityId: own ? 'fac_birch' : 'fac_employer',
        regularHours: { kind: 'weekly', windows: shifts },
      }),
      programId: 'prg_cedar',
      minWeeklyMinutes: needed,
      wantedWeeklyMinutes: needed + more,
    },
  });
  const context = aContext({
    programs: [aProgram({ allowsEmployerTime: employerTime ? 'yes' : 'no' })],
    settings: { detourFactor: 1.3, milesPerHour: 50, restMinutes: rest },
  });
  const site = aSite({ terms: { windows, minBlockMinutes: shortest, minWeeklyMinutes: 0 } });
  return pairOf(seekerOf(request, context), site).hours;
};

const usableIn = ({
  windows,
  availability,
  shifts,
  otherShifts,
  own,
  employerTime,
  rest,
  shortest,
}: Scene): Minutes => {
  const [W, A, S, others] = [windows, availability, shifts, otherShifts].map(minutesOfWindows) as [
    Minutes,
    Minutes,
    Minutes,
    Minutes,
  ];
  const elsewhere = spread(others, rest);
  const keptFree = own ? S : spread(S, rest);
  return longRuns(
    minutesIn((minute) => {
      if (W[minute] === 0 || elsewhere[minute] === 1) return false;
      if (own && employerTime) return A[minute] === 1 || S[minute] === 1;
      return A[minute] === 1 && keptFree[minute] === 0;
    }),
    shortest,
  );
};

test('R12 usable hours are what counting minutes one by one gives', () => {
  fc.assert(
    fc.property(scene, (one) => {
      const counted = countOf(usableIn(one));
      const { usableMinutes, finding } = hoursIn(one);
      expect(usableMinutes).toBe(counted);
      expect(finding).toBe(counted >= Math.max(1, one.needed) ? 'hours-fit' : 'too-few-hours');
    }),
    { numRuns: 40 },
  );
});

test('R12 the plan uses usable minutes once, marks the regular ones, and reaches what is needed', () => {
  fc.assert(
    fc.property(scene, (one) => {
      const usable = usableIn(one);
      const shifts = minutesOfWindows(one.shifts);
      const { plan, usableMinutes } = hoursIn(one);
      const ownShift = (minute: number) => one.own && one.employerTime && shifts[minute] === 1;
      const used = new Set<number>();
      let mistakes = 0;
      for (const { from, to, regular } of plan?.segments ?? [])
        for (let step = from; step < to; step += 1) {
          const minute = step % usable.length;
          if (usable[minute] === 0 || used.has(minute) || regular !== ownShift(minute)) mistakes += 1;
          used.add(minute);
        }
      expect(mistakes).toBe(0);
      const needed = Math.max(1, one.needed);
      const wanted = Math.max(needed, one.needed + one.more);
      expect(used.size).toBe(plan?.weeklyMinutes);
      expect(used.size).toBeGreaterThanOrEqual(Math.min(needed, usableMinutes));
      // As near to the wanted hours as there is and the shortest block allows.
      const target = Math.min(wanted, usableMinutes);
      expect(Math.abs(used.size - target)).toBeLessThanOrEqual(usableMinutes > wanted ? one.shortest : 0);
      expect(plan?.missingToWantedMinutes).toBe(Math.max(0, one.needed + one.more - used.size));
    }),
    { numRuns: 40 },
  );
});
