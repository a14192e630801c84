import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { choosePlan, type Burden, type Piece } from '../../shared/matching/plan.ts';
import type { Outcome, Standing } from '../../shared/matching/types.ts';
import { minutesOf } from '../../shared/matching/week.ts';

/** The plan against every choice of pieces there is, by the words of R12. */

const standings = ['regular', 'adjusting', 'outside'] as const satisfies readonly Standing[];
const somePieces = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 600 }), fc.constantFrom(...standings)), {
    maxLength: 6,
  })
  .map((spans): Piece[] => {
    let from = 0;
    return spans.map(([gap, length, standing]) => {
      const piece = { from: from + gap, to: from + gap + length, standing };
      from = piece.to;
      return piece;
    });
  });

/** Two rows for each standing, R5's and R6's; rows of one code are one question. */
const someRows = fc.tuple(
  fc.constantFrom<readonly [string, Outcome]>(['waived', 'pass'], ['unconfirmed', 'condition'], ['open', 'ask']),
  fc.constantFrom<readonly [string, Outcome]>(['no-cover', 'pass'], ['to-buy', 'condition'], ['refused', 'fail']),
);
const scene = fc.record({
  pieces: somePieces,
  rows: fc.record({ regular: someRows, adjusting: someRows, outside: someRows }),
  needed: fc.integer({ min: 1, max: 1500 }),
  more: fc.integer({ min: 0, max: 900 }),
  shortest: fc.constantFrom(0, 60, 240),
});
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

const burdenOf =
  ({ rows }: Scene): Burden =>
  (standing) =>
    standing in rows ? rows[standing as keyof typeof rows] : [];

/** Distinct fails, asks and conditions, as one number: the first weighs most. */
const weightOf = (one: Scene, pieces: readonly Piece[]): number => {
  const rows = new Map(pieces.flatMap(({ standing }) => burdenOf(one)(standing)));
  const count = (outcome: Outcome) => [...rows.values()].filter((other) => other === outcome).length;
  return count('fail') * 10_000 + count('ask') * 100 + count('condition');
};
const regularMinutes = (pieces: readonly Piece[]) => minutesOf(pieces.filter(({ standing }) => standing === 'regular'));

const chosenIn = (one: Scene) =>
  choosePlan(
    one.pieces,
    { neededMinutes: one.needed, wantedMinutes: one.needed + one.more, shortestMinutes: one.shortest },
    burdenOf(one),
  );

/** Every set of pieces that holds enough. */
const enoughIn = ({ pieces, needed }: Scene): readonly (readonly Piece[])[] =>
  Array.from({ length: 2 ** pieces.length }, (_, bits) =>
    pieces.filter((_piece, index) => (bits & (2 ** index)) !== 0),
  ).filter((some) => minutesOf(some) >= needed);

const enough = scene.filter((one) => minutesOf(one.pieces) >= one.needed);

test('R12 a plan of at least the needed minutes, in blocks of at least the shortest length that lie in usable ones', () => {
  fc.assert(
    fc.property(enough, (one) => {
      const chosen = chosenIn(one);
      expect(minutesOf(chosen)).toBeGreaterThanOrEqual(one.needed);
      for (const { from, to, standing } of chosen) {
        const piece = one.pieces.find((other) => other.from <= from && to <= other.to && other.standing === standing);
        expect(to - from).toBeGreaterThanOrEqual(
          Math.min(one.shortest, piece === undefined ? NaN : piece.to - piece.from),
        );
      }
      expect(new Set(chosen.map(({ from }) => from)).size).toBe(chosen.length);
    }),
  );
});

test('R12 no choice of pieces has fewer fails; or as few, and fewer asks; or fewer conditions', () => {
  fc.assert(
    fc.property(enough, (one) => {
      const fewest = Math.min(...enoughIn(one).map((some) => weightOf(one, some)));
      expect(weightOf(one, chosenIn(one))).toBe(fewest);
    }),
  );
});

test('R12 of these, none has more regular hours up to the wanted ones, and then none comes nearer to them', () => {
  fc.assert(
    fc.property(enough, (one) => {
      const chosen = chosenIn(one);
      const wanted = one.needed + one.more;
      const fewest = weightOf(one, chosen);
      const others = enoughIn(one).filter((some) => weightOf(one, some) === fewest);
      const mostRegular = Math.max(...others.map((some) => Math.min(wanted, regularMinutes(some))));
      expect(regularMinutes(chosen)).toBeGreaterThanOrEqual(mostRegular);
      const nearest = Math.max(
        ...others
          .filter((some) => Math.min(wanted, regularMinutes(some)) === mostRegular)
          .map((some) => Math.min(wanted, minutesOf(some))),
      );
      expect(Math.abs(minutesOf(chosen) - nearest)).toBeLessThanOrEqual(one.shortest);
    }),
  );
});

test('R12 where even all pieces are too few the plan is all of them', () => {
  fc.assert(
    fc.property(
      scene.filter((one) => minutesOf(one.pieces) < one.needed),
      (one) => {
        expect(chosenIn(one)).toEqual(one.pieces);
      },
    ),
  );
});
