import { Person } from 'stable-marriage';
import { unplaced, type CompactInstance } from '../shared/matching/assign-core.ts';
import { rankedLists } from './market.ts';

/** The peer marries one to one, so a hospital stands there once for each of its seats. */
export const marriageOf = (market: CompactInstance): Person[] => {
  const residents = Array.from({ length: market.offsets.length - 1 }, (_, r) => new Person(String(r)));
  const seats = rankedLists(market).map((list, h) => {
    const ranked = list.map((r) => residents[r]!);
    return Array.from({ length: market.seats[h]! }, () => {
      const seat = new Person(String(h));
      seat.generatePreferences(ranked);
      return seat;
    });
  });
  for (const [r, resident] of residents.entries())
    resident.generatePreferences(
      Array.from(market.choices.subarray(market.offsets[r], market.offsets[r + 1])).flatMap((h) => seats[h]!),
    );
  return residents;
};

/** The hospital that each resident was married to, or `unplaced`. */
export const hospitalsOfMarried = (residents: readonly Person[]): Int32Array =>
  Int32Array.from(residents, ({ fiance }) => (fiance ? Number(fiance.name) : unplaced));
