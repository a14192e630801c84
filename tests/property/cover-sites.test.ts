import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverSites, type CategorySite } from '../../shared/matching/cover-sites.ts';

/** The smallest set of sites, against trying all sets there are. */

interface Site extends CategorySite {
  readonly name: number;
}

const names = ['abdomen', 'chest', 'extremity', 'head', 'neck', 'pelvis', 'spine', 'vascular'];

/** Every set of one to three places, smallest first, then in lexicographic order. */
const setsOf = (count: number): readonly (readonly number[])[] => {
  const places = Array.from({ length: count }, (_, place) => place);
  const pairs = places.flatMap((a) => places.filter((b) => b > a).map((b) => [a, b]));
  return [
    ...places.map((place) => [place]),
    ...pairs,
    ...pairs.flatMap(([a = 0, b = 0]) => places.filter((c) => c > b).map((c) => [a, b, c])),
  ];
};

const bySearch = (required: readonly string[], sites: readonly Site[]): readonly Site[] => {
  let best: readonly Site[] = [];
  const covered = (some: readonly Site[]): number =>
    required.filter((category) => some.some(({ categories }) => categories.includes(category))).length;
  for (const places of setsOf(sites.length)) {
    const some = sites.filter((_, place) => places.includes(place));
    if (covered(some) > covered(best)) best = some;
  }
  return best;
};

const doneBy = (some: readonly Site[]) => new Set(some.flatMap(({ categories }) => categories));

const someSites = fc
  .array(fc.subarray(names, { maxLength: 4 }), { maxLength: 12 })
  .map((lists) => lists.map((categories, name): Site => ({ name, categories })));

describe('R19 the smallest set of sites', () => {
  test('is what trying all sets finds: most categories, then fewest sites, then the best of them', () => {
    fc.assert(
      fc.property(fc.subarray(names, { minLength: 1 }), someSites, (required, sites) => {
        const found = coverSites(required, sites);
        expect(found.sites).toEqual(bySearch(required, sites));
        expect(found.uncovered).toEqual(required.filter((category) => !doneBy(found.sites).has(category)));
        expect(found.nowhere).toEqual(required.filter((category) => !doneBy(sites).has(category)));
      }),
      { numRuns: 200 },
    );
  });

  test('is not changed by a site that adds nothing, nor by what a site does beside', () => {
    fc.assert(
      fc.property(fc.subarray(names, { minLength: 1 }), someSites, (required, sites) => {
        const before = coverSites(required, sites).sites.map(({ name }) => name);
        const more = sites.map((site) => ({ ...site, categories: [...site.categories, 'nuclear'] }));
        const useless = { name: 99, categories: ['nuclear'] };
        expect(coverSites(required, [useless, ...more]).sites.map(({ name }) => name)).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });

  test('is found among sixty categories and thousands of sites that do some of each', () => {
    const required = Array.from({ length: 60 }, (_, index) => `category ${index}`);
    const sites = Array.from({ length: 3000 }, (_, name): Site => ({
      name,
      categories: required.filter((_category, index) => (index * 7 + name * 13 + index * name) % 11 < 4),
    }));
    const thirds = [0, 1, 2].map((third): Site => ({
      name: 10_000 + third,
      categories: required.filter((_category, index) => index % 3 === third),
    }));
    const { sites: found, uncovered } = coverSites(required, [...thirds, ...sites]);
    expect(found).toEqual(thirds);
    expect(uncovered).toEqual([]);
  });
});
