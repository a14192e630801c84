import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minutesPerWeek, weekdays, type WeeklyWindow } from '../../shared/domain/schedule.ts';
import type { Week } from '../../shared/matching/types.ts';
import {
  intersect,
  minutesOf,
  stretches,
  subtract,
  union,
  weekOf,
  weekOfSegments,
  wholeWeek,
  widen,
} from '../../shared/matching/week.ts';
import { longRuns, minutesIn, minutesOfWindows, someWindows, spread, weekOfMinutes } from '../support/minute-oracle.ts';

/** The arithmetic of the week against one bit a minute. */

const runs = { numRuns: 50 };
const both = fc.tuple(someWindows(), someWindows());

describe('week arithmetic is what counting minutes one by one gives', () => {
  test('windows, over midnight and from Sunday into Monday', () => {
    fc.assert(
      fc.property(someWindows(), (windows) => {
        expect(weekOf(windows)).toEqual(weekOfMinutes(minutesOfWindows(windows)));
      }),
      runs,
    );
  });

  test('union, intersection and difference', () => {
    fc.assert(
      fc.property(both, ([a, b]) => {
        const [weekA, weekB] = [weekOf(a), weekOf(b)];
        const [minutesA, minutesB] = [minutesOfWindows(a), minutesOfWindows(b)];
        expect(union(weekA, weekB)).toEqual(
          weekOfMinutes(minutesIn((minute) => minutesA[minute] === 1 || minutesB[minute] === 1)),
        );
        expect(intersect(weekA, weekB)).toEqual(
          weekOfMinutes(minutesIn((minute) => minutesA[minute] === 1 && minutesB[minute] === 1)),
        );
        expect(subtract(weekA, weekB)).toEqual(
          weekOfMinutes(minutesIn((minute) => minutesA[minute] === 1 && minutesB[minute] === 0)),
        );
      }),
      runs,
    );
  });

  test('rest before and after', () => {
    fc.assert(
      fc.property(someWindows(), fc.integer({ min: 0, max: 600 }), (windows, rest) => {
        expect(widen(weekOf(windows), rest)).toEqual(weekOfMinutes(spread(minutesOfWindows(windows), rest)));
      }),
      runs,
    );
  });

  test('stretches without a break', () => {
    fc.assert(
      fc.property(someWindows(), fc.integer({ min: 0, max: 600 }), (windows, least) => {
        const week = weekOf(windows);
        const long = stretches(week).filter(({ from, to }) => to - from >= least);
        expect(weekOfSegments(long)).toEqual(weekOfMinutes(longRuns(minutesOfWindows(windows), least)));
        expect(minutesOf(stretches(week))).toBe(minutesOf(week));
      }),
      runs,
    );
  });
});

test.each<[string, WeeklyWindow[], Week]>([
  ['a window of the day', [{ day: 'mon', from: '08:00', to: '16:00' }], [{ from: 480, to: 960 }]],
  ['a whole day', [{ day: 'tue', from: '00:00', to: '00:00' }], [{ from: 1440, to: 2880 }]],
  ['a night shift', [{ day: 'mon', from: '22:00', to: '06:00' }], [{ from: 1320, to: 1800 }]],
  [
    'Sunday night, split where the week wraps',
    [{ day: 'sun', from: '22:00', to: '06:00' }],
    [
      { from: 0, to: 360 },
      { from: 9960, to: minutesPerWeek },
    ],
  ],
  [
    'windows that touch are one',
    [
      { day: 'mon', from: '12:00', to: '16:00' },
      { day: 'mon', from: '08:00', to: '12:00' },
    ],
    [{ from: 480, to: 960 }],
  ],
  ['every day', weekdays.map((day) => ({ day, from: '00:00', to: '00:00' })), wholeWeek],
])('%s', (_what, windows, week) => {
  expect(weekOf(windows)).toEqual(week);
});

test('a stretch goes on from Sunday into Monday', () => {
  expect(stretches(weekOf([{ day: 'sun', from: '22:00', to: '06:00' }]))).toEqual([{ from: 9960, to: 10_440 }]);
  expect(stretches(wholeWeek)).toEqual(wholeWeek);
});
