import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assign, type Assignment, type Instance } from '../../shared/matching/assign.ts';
import { deferredAcceptance, unplaced, type CompactInstance } from '../../shared/matching/assign-core.ts';

const partial = (ids: readonly string[]) => fc.shuffledSubarray([...ids]);

/** Instances with incomplete, one-sided and empty lists, zero capacities and unequal sides. */
const instances = (most: { residents: number; hospitals: number; capacity: number }): fc.Arbitrary<Instance> =>
  fc
    .record({
      residents: fc.integer({ min: 0, max: most.residents }),
      hospitals: fc.integer({ min: 0, max: most.hospitals }),
    })
    .chain((size) => {
      const residentIds = Array.from({ length: size.residents }, (_, index) => `r${index}`);
      const hospitalIds = Array.from({ length: size.hospitals }, (_, index) => `h${index}`);
      return fc.record({
        residents: fc.tuple(
          ...residentIds.map((id) => fc.record({ id: fc.constant(id), prefers: partial(hospitalIds) })),
        ),
        hospitals: fc.tuple(
          ...hospitalIds.map((id) =>
            fc.record({
              id: fc.constant(id),
              capacity: fc.integer({ min: 0, max: most.capacity }),
              prefers: partial(residentIds),
            }),
          ),
        ),
      });
    });

/** Resident → hospital; the checker knows nothing of how it came about. */
type Matching = ReadonlyMap<string, string>;

const matchingOf = ({ pairs }: Assignment): Matching =>
  new Map(pairs.map(({ resident, hospital }) => [resident, hospital]));

/** What is wrong with a matching: seats overdrawn, one-sided pairs, and pairs who would both rather have each other. */
const faultsOf = ({ residents, hospitals }: Instance, matching: Matching): string[] =>
  hospitals.flatMap((hospital) => {
    const inside = residents.filter(({ id }) => matching.get(id) === hospital.id);
    const rank = (id: string) => hospital.prefers.indexOf(id);
    return [
      ...(inside.length > hospital.capacity ? [`${hospital.id} overdrawn`] : []),
      ...inside
        .filter(({ id, prefers }) => rank(id) === -1 || !prefers.includes(hospital.id))
        .map(({ id }) => `${id} and ${hospital.id} do not both list each other`),
      ...residents
        .filter(({ id, prefers }) => {
          const here = prefers.indexOf(hospital.id);
          const now = prefers.indexOf(matching.get(id) ?? '');
          const residentWould = here !== -1 && (now === -1 || here < now);
          const hospitalWould =
            rank(id) !== -1 &&
            (inside.length < hospital.capacity || inside.some((other) => rank(id) < rank(other.id))) &&
            hospital.capacity > 0;
          return residentWould && hospitalWould;
        })
        .map(({ id }) => `${id} and ${hospital.id} block`),
    ];
  });

/** Every way to send residents to hospitals on their lists or nowhere. */
const allMatchings = ({ residents }: Instance): Matching[] =>
  residents.reduce<Map<string, string>[]>(
    (found, { id, prefers }) =>
      found.flatMap((matching) => [matching, ...prefers.map((hospital) => new Map(matching).set(id, hospital))]),
    [new Map<string, string>()],
  );

/** Of all stable matchings, what is best for each resident. */
const bestStable = (instance: Instance): Matching => {
  const stable = allMatchings(instance).filter((matching) => faultsOf(instance, matching).length === 0);
  return new Map(
    instance.residents.flatMap(({ id, prefers }): [string, string][] => {
      const best = prefers.find((hospital) => stable.some((matching) => matching.get(id) === hospital));
      return best === undefined ? [] : [[id, best]];
    }),
  );
};

describe('assign', () => {
  test('leaves no blocking pair, no overdrawn seat and no one-sided pair', () => {
    fc.assert(
      fc.property(instances({ residents: 30, hospitals: 10, capacity: 4 }), (instance) => {
        expect(faultsOf(instance, matchingOf(assign(instance)))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('gives each resident the best hospital of any stable matching', () => {
    fc.assert(
      fc.property(instances({ residents: 5, hospitals: 4, capacity: 2 }), (instance) => {
        expect(matchingOf(assign(instance))).toEqual(bestStable(instance));
      }),
      { numRuns: 300 },
    );
  });

  test('is the same whatever the order of residents and of hospitals', () => {
    const shuffled = instances({ residents: 30, hospitals: 10, capacity: 4 }).chain((instance) =>
      fc.record({
        instance: fc.constant(instance),
        other: fc.record({
          residents: fc.shuffledSubarray([...instance.residents], { minLength: instance.residents.length }),
          hospitals: fc.shuffledSubarray([...instance.hospitals], { minLength: instance.hospitals.length }),
        }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ instance, other }) => {
        expect(assign(other)).toEqual(assign(instance));
      }),
    );
  });

  test('tells of every resident exactly once, with the reason that the lists show', () => {
    fc.assert(
      fc.property(instances({ residents: 20, hospitals: 8, capacity: 2 }), (instance) => {
        const { pairs, unmatched } = assign(instance);
        const told = [...pairs, ...unmatched].map(({ resident }) => resident);
        expect(told.toSorted()).toEqual(instance.residents.map(({ id }) => id).toSorted());
        for (const { resident, reason } of unmatched) {
          const list = instance.residents.find(({ id }) => id === resident)?.prefers ?? [];
          const mutual = instance.hospitals.some(({ id, prefers }) => list.includes(id) && prefers.includes(resident));
          expect(reason).toBe(list.length === 0 ? 'empty-list' : mutual ? 'outranked' : 'no-mutual');
        }
      }),
    );
  });

  test('fills as many seats as any other stable matching, with the same people (rural hospitals)', () => {
    fc.assert(
      fc.property(instances({ residents: 5, hospitals: 4, capacity: 2 }), (instance) => {
        const placed = [...matchingOf(assign(instance)).keys()].toSorted();
        for (const matching of allMatchings(instance).filter((each) => faultsOf(instance, each).length === 0))
          expect([...matching.keys()].toSorted()).toEqual(placed);
      }),
    );
  });
});

const pack = (
  lists: readonly (readonly number[])[],
  keys: readonly number[],
  seats: readonly number[],
): CompactInstance => {
  const offsets = new Uint32Array(lists.length + 1);
  for (const [r, list] of lists.entries()) offsets[r + 1] = (offsets[r] ?? 0) + list.length;
  return {
    offsets,
    choices: Uint32Array.from(lists.flat()),
    keys: Uint32Array.from(lists.flatMap((list, r) => list.map(() => keys[r] ?? 0))),
    seats: Uint32Array.from(seats),
  };
};

const hospitalsOf = (instance: CompactInstance): number[] =>
  Array.from(deferredAcceptance(instance), (entry) =>
    entry === unplaced ? unplaced : (instance.choices[entry] ?? Number.NaN),
  );

describe('the compact core', () => {
  /** Sort keys of any size instead of ranks, in whatever order the residents stand in memory. */
  const compact = fc
    .record({ residents: fc.integer({ min: 1, max: 40 }), hospitals: fc.integer({ min: 1, max: 10 }) })
    .chain(({ residents, hospitals }) =>
      fc.record({
        lists: fc.array(fc.uniqueArray(fc.nat(hospitals - 1)), { minLength: residents, maxLength: residents }),
        keys: fc.uniqueArray(fc.nat(2 ** 32 - 2), { minLength: residents, maxLength: residents }),
        seats: fc.array(fc.nat(4), { minLength: hospitals, maxLength: hospitals }),
        order: fc.shuffledSubarray(
          Array.from({ length: residents }, (_, index) => index),
          { minLength: residents },
        ),
      }),
    );

  test('says the same as ids and lists', () => {
    fc.assert(
      fc.property(compact, ({ lists, keys, seats }) => {
        const byKey = keys.map((key, r) => [key, `r${r}`] as const).toSorted(([a], [b]) => a - b);
        const { pairs } = assign({
          residents: lists.map((list, r) => ({ id: `r${r}`, prefers: list.map((h) => `h${h}`) })),
          hospitals: seats.map((capacity, h) => ({ id: `h${h}`, capacity, prefers: byKey.map(([, id]) => id) })),
        });
        const expected = new Map(pairs.map(({ resident, hospital }) => [resident, Number(hospital.slice(1))]));
        expect(hospitalsOf(pack(lists, keys, seats))).toEqual(lists.map((_, r) => expected.get(`r${r}`) ?? unplaced));
      }),
    );
  });

  test('is the same in whatever order residents propose', () => {
    fc.assert(
      fc.property(compact, ({ lists, keys, seats, order }) => {
        const usual = hospitalsOf(pack(lists, keys, seats));
        const other = hospitalsOf(
          pack(
            order.map((r) => lists[r] ?? []),
            order.map((r) => keys[r] ?? 0),
            seats,
          ),
        );
        expect(other).toEqual(order.map((r) => usual[r]));
      }),
    );
  });

  test('gives the entry of the list, not only its hospital', () => {
    fc.assert(
      fc.property(compact, ({ lists, keys, seats }) => {
        const instance = pack(lists, keys, seats);
        for (const [r, entry] of deferredAcceptance(instance).entries()) {
          const inList = entry >= (instance.offsets[r] ?? 0) && entry < (instance.offsets[r + 1] ?? 0);
          expect(entry === unplaced || inList).toBe(true);
        }
      }),
    );
  });
});
