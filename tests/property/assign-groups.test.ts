import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deferredAcceptance, unplaced } from '../../shared/matching/assign-core.ts';
import { allPlaces, compactOf, faultsOf, groupOf, type GroupedMarket, type Places } from '../support/grouped-market.ts';

/** One order of residents for each group, as a facility has it over all its intakes. */
const markets = (most: {
  residents: number;
  groups: number;
  seats: number;
  limit: number;
}): fc.Arbitrary<GroupedMarket> =>
  fc
    .record({
      groups: fc.array(fc.record({ size: fc.integer({ min: 1, max: 3 }), limit: fc.nat(most.limit) }), {
        minLength: 1,
        maxLength: most.groups,
      }),
      residents: fc.integer({ min: 1, max: most.residents }),
    })
    .chain(({ groups, residents }) => {
      const hospitals = groups.reduce((sum, { size }) => sum + size, 0);
      return fc.record({
        groups: fc.constant(groups),
        seats: fc.array(fc.nat(most.seats), { minLength: hospitals, maxLength: hospitals }),
        wishes: fc.array(fc.uniqueArray(fc.nat(hospitals - 1)), { minLength: residents, maxLength: residents }),
        keys: fc.array(fc.uniqueArray(fc.nat(2 ** 32 - 2), { minLength: residents, maxLength: residents }), {
          minLength: groups.length,
          maxLength: groups.length,
        }),
      });
    })
    .map(({ groups, seats, wishes, keys }) => {
      const market = { lists: [], seats, groups };
      return {
        groups,
        seats,
        lists: wishes.map((wish, r) =>
          wish.map((hospital) => ({ hospital, key: keys[groupOf(market, hospital)]?.[r] ?? 0 })),
        ),
      };
    });

const placesOf = (market: GroupedMarket): Places => {
  const compact = compactOf(market);
  return Array.from(deferredAcceptance(compact), (entry) =>
    entry === unplaced ? null : (compact.choices[entry] ?? null),
  );
};

const small = { residents: 5, groups: 3, seats: 2, limit: 3 };
const large = { residents: 40, groups: 8, seats: 4, limit: 6 };

describe('the compact core with limits over groups of hospitals', () => {
  test('leaves no blocking pair, and overdraws no seat and no limit', () => {
    fc.assert(
      fc.property(markets(large), (market) => {
        expect(faultsOf(market, placesOf(market))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('gives each resident the best hospital of any stable matching', () => {
    fc.assert(
      fc.property(markets(small), (market) => {
        const stable = allPlaces(market).filter((places) => faultsOf(market, places).length === 0);
        const best = market.lists.map(
          (list, r) => list.find(({ hospital }) => stable.some((places) => places[r] === hospital))?.hospital ?? null,
        );
        expect(placesOf(market)).toEqual(best);
      }),
      { numRuns: 300 },
    );
  });

  test('is the same in whatever order residents propose', () => {
    fc.assert(
      fc.property(
        markets(large).chain((market) =>
          fc.record({
            market: fc.constant(market),
            order: fc.shuffledSubarray([...market.lists.keys()], { minLength: market.lists.length }),
          }),
        ),
        ({ market, order }) => {
          const usual = placesOf(market);
          const other = placesOf({ ...market, lists: order.map((r) => market.lists[r] ?? []) });
          expect(other).toEqual(order.map((r) => usual[r]));
        },
      ),
    );
  });

  test('is the same without groups as with limits that nobody reaches', () => {
    fc.assert(
      fc.property(markets(large), (market) => {
        const wide = { ...market, groups: market.groups.map(({ size }) => ({ size, limit: 2 ** 32 - 1 })) };
        const { groups: _, ...ungrouped } = compactOf(market);
        expect(deferredAcceptance(compactOf(wide))).toEqual(deferredAcceptance(ungrouped));
      }),
    );
  });
});
