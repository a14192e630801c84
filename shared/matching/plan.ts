import type { Outcome, Segment, Standing } from './types.ts';
import { minutesOf } from './week.ts';

/** A usable stretch of the week, or the part of it that stands in one way to the regular hours. */
export interface Piece extends Segment {
  readonly standing: Standing;
}

export interface PlanNeeds {
  readonly neededMinutes: number;
  readonly wantedMinutes: number;
  /** The shortest block that is worth coming for. */
  readonly shortestMinutes: number;
}

/** The rows of R5 and R6 for a segment, by code. */
export type Burden = (standing: Standing) => readonly (readonly [code: string, Outcome])[];

const lengthOf = ({ from, to }: Segment): number => to - from;
const isRegular = ({ standing }: Piece): boolean => standing === 'regular';

/** Regular hours first, then the order of the week. */
const byPreference = (a: Piece, b: Piece): number => Number(isRegular(b)) - Number(isRegular(a)) || a.from - b.from;

/** Earlier blocks of the same kind as the last one give up minutes, the latest first, until the excess is gone. */
const giveWay = (taken: readonly Piece[], excess: number, least: (piece: Piece) => number): readonly Piece[] => {
  const result: Piece[] = [];
  let over = excess;
  for (const piece of taken.toReversed()) {
    const last = result[0] ?? null;
    const spared =
      last === null || isRegular(piece) !== isRegular(last) ? 0 : Math.min(lengthOf(piece) - least(piece), over);
    over -= spared;
    result.push({ ...piece, to: piece.to - spared });
  }
  return result.toReversed();
};

/**
 * Takes of the pieces what comes as near to the wanted hours as blocks of the shortest length allow,
 * and never less than is needed. The pieces come in the order of preference and are enough.
 */
const fill = (
  pieces: readonly Piece[],
  { neededMinutes, wantedMinutes, shortestMinutes }: PlanNeeds,
): readonly Piece[] => {
  const target = Math.max(neededMinutes, wantedMinutes);
  const least = (piece: Piece): number => Math.min(shortestMinutes, lengthOf(piece));
  const taken: Piece[] = [];
  let total = 0;
  for (const piece of pieces) {
    if (total >= target) break;
    const length = Math.max(Math.min(lengthOf(piece), target - total), least(piece));
    taken.push({ ...piece, to: piece.from + length });
    total += length;
  }
  // Over the target only where the last block cannot be shorter.
  const fitted = total > target ? giveWay(taken, total - target, least) : taken;
  const last = fitted.at(-1);
  if (last === undefined || isRegular(last)) return fitted;
  const over = minutesOf(fitted) - target;
  const without = target + over - lengthOf(last);
  return without >= neededMinutes && target - without < over ? fitted.slice(0, -1) : fitted;
};

interface Choice {
  readonly pieces: readonly Piece[];
  /** Fewest fails, fewest asks, fewest conditions, most inside regular hours, nearest to the wanted hours, earliest. */
  readonly order: readonly number[];
}

/** Of hours between which cover decides nothing. */
export const noBurden: Burden = () => [];
const noWeight: readonly number[] = [0, 0, 0];

/** Fails, asks and conditions of segments that stand in these ways. */
const weightOf = (standings: readonly Standing[], burden: Burden): readonly number[] => {
  if (burden === noBurden) return noWeight;
  const rows = new Map(standings.flatMap(burden));
  const count = (outcome: Outcome) => [...rows.values()].filter((one) => one === outcome).length;
  return [count('fail'), count('ask'), count('condition')];
};

const choiceOf = (pieces: readonly Piece[], needs: PlanNeeds, burden: Burden): Choice => {
  const taken = fill(pieces, needs).toSorted((a, b) => a.from - b.from);
  return {
    pieces: taken,
    order: [
      ...weightOf([...new Set(taken.map(({ standing }) => standing))], burden),
      -minutesOf(taken.filter(isRegular)),
      Math.abs(minutesOf(taken) - needs.wantedMinutes),
      ...taken.map(({ from }) => from),
    ],
  };
};

const compareOrders = (a: readonly number[], b: readonly number[]): number => {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const [x, y] = [a[i] ?? Infinity, b[i] ?? Infinity];
    if (x !== y) return x - y;
  }
  return 0;
};

/** Below 0: segments that stand in the first ways have fewer fails; or as many, and fewer asks; or fewer conditions. */
export const compareBurdens = (a: readonly Standing[], b: readonly Standing[], burden: Burden): number =>
  compareOrders(weightOf(a, burden), weightOf(b, burden));

/** Segments that stand so come to a `fail`. */
export const mustFail = (standings: readonly Standing[], burden: Burden): boolean =>
  (weightOf(standings, burden)[0] ?? 0) > 0;

/** Every choice of standings: a plan may do without the segments that need cover, or without those that are asked about. */
const subsets = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  items.reduce<readonly (readonly T[])[]>((sets, item) => sets.flatMap((set) => [set, [...set, item]]), [[]]);

/**
 * R12: the weekly segments to use. Of all plans of at least the needed minutes the best one;
 * where even all pieces are too few, all of them.
 */
export const choosePlan = (pieces: readonly Piece[], needs: PlanNeeds, burden: Burden): readonly Piece[] => {
  const preferred = pieces.toSorted(byPreference);
  if (minutesOf(pieces) < needs.neededMinutes) return pieces;
  const standings = [...new Set(pieces.map(({ standing }) => standing))];
  if (standings.length === 1) return fill(preferred, needs);
  const choices = subsets(standings)
    .map((chosen) => preferred.filter(({ standing }) => chosen.includes(standing)))
    .filter((some) => minutesOf(some) >= needs.neededMinutes)
    .map((some) => choiceOf(some, needs, burden));
  return choices.toSorted((a, b) => compareOrders(a.order, b.order))[0]?.pieces ?? pieces;
};
