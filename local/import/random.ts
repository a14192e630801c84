import { createHash } from 'node:crypto';

/** Repeatable chance: the same seed gives the same choices, on every machine. */
export interface Random {
  /** A whole number from `min` to `max`, both included. */
  readonly int: (min: number, max: number) => number;
  /** True with a probability of `share`. */
  readonly chance: (share: number) => boolean;
  /** One of the options, each as likely as its weight says. */
  readonly pick: <T>(options: readonly (readonly [weight: number, option: T])[]) => T;
}

/** mulberry32, a generator of 32-bit numbers by Tommy Ettinger (public domain): small, and good enough to invent terms with. */
const mulberry32 = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Chance that any text seeds, such as a run's seed and the name of what is invented. */
export const randomOf = (seed: string): Random => {
  const next = mulberry32(createHash('sha256').update(seed).digest().readInt32LE());
  return {
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (share) => next() < share,
    pick: (options) => {
      let left = next() * options.reduce((sum, [weight]) => sum + weight, 0);
      const found = options.find(([weight]) => (left -= weight) < 0) ?? options.at(-1);
      if (found === undefined) throw new RangeError('There is nothing to pick from.');
      return found[1];
    },
  };
};
