import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { milesBetween } from '../../shared/domain/distance.ts';
import type { Point } from '../../shared/domain/primitives.ts';
import { siteGrid } from '../../shared/matching/site-grid.ts';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Anywhere, and often near a pole, the 180th meridian or a cell's border. */
const point: fc.Arbitrary<Point> = fc.record({
  lat: fc.oneof(
    between(-90, 90),
    between(89, 90),
    between(-90, -89),
    fc.integer({ min: -180, max: 180 }).map((n) => n / 2),
  ),
  lon: fc.oneof(between(-180, 180), between(179, 180), between(-180, -179), fc.constantFrom(-180, 180, 0)),
});
const miles = fc.oneof(between(0, 100), between(0, 3000), between(0, 13_000), fc.constant(0));

test('R16: the grid finds every site within the miles, and none that is more than an inch beyond', () => {
  const inch = 1 / 63_360;
  fc.assert(
    fc.property(fc.array(point, { maxLength: 40 }), point, miles, (points, from, limit) => {
      const found = new Set(siteGrid(points).within(from, limit));
      const distances = points.map((each) => milesBetween(from, each));
      expect(distances.filter((distance, index) => distance <= limit && !found.has(index))).toEqual([]);
      const beyond = limit * (1 + 1e-8) + 40 * inch;
      expect(distances.filter((distance, index) => distance > beyond && found.has(index))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('R16: a site just within a border of miles is found, whichever side of a cell it is on', () => {
  fc.assert(
    fc.property(point, point, (from, to) => {
      expect(siteGrid([to]).within(from, milesBetween(from, to))).toEqual([0]);
    }),
    { numRuns: 500 },
  );
});

test('R16: sites without a point are told apart', () => {
  const grid = siteGrid([null, { lat: 42, lon: -71 }, null]);
  expect(grid.withoutPoint).toEqual([0, 2]);
  expect(grid.within({ lat: 42, lon: -71 }, 13_000)).toEqual([1]);
});
