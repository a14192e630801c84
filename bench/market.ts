import type { CompactInstance } from '../shared/matching/assign-core.ts';
import { unplaced } from '../shared/matching/assign-core.ts';
import type { Instance } from '../shared/matching/assign.ts';
import { randomOf } from '../local/import/random.ts';

/** Residents for each hospital, as in a round of 350,000 technologists and 25,000 facilities. */
const residentsPerHospital = 14;
/** Seats for each resident: fewer than half are placed, so that displacing goes on for long. */
const seatsPerResident = 0.4;
const listLength = { least: 10, most: 30 };

/** An invented market: random lists both ways, hospitals rank everybody who lists them. The same one for the same size. */
export const marketOf = (residents: number): CompactInstance => {
  const random = randomOf(`market of ${residents}`);
  const hospitals = Math.round(residents / residentsPerHospital);
  const offsets = new Uint32Array(residents + 1);
  const choices = new Uint32Array(residents * listLength.most);
  const listedBy = new Uint32Array(hospitals);
  let entry = 0;
  for (let r = 0; r < residents; r++) {
    const end = entry + random.int(listLength.least, listLength.most);
    while (entry < end) {
      const hospital = random.int(0, hospitals - 1);
      if (listedBy[hospital] === r + 1) continue;
      listedBy[hospital] = r + 1;
      choices[entry++] = hospital;
    }
    offsets[r + 1] = entry;
  }
  // Whole numbers times an odd constant, modulo 2^32: every entry has a key of its own, in an order that looks like chance.
  const keys = new Uint32Array(entry).map((_, index) => Math.imul(index + 1, 0x9e3779b1) >>> 0);
  const seats = new Uint32Array(hospitals);
  for (let seat = 0; seat < residents * seatsPerResident; seat++) seats[random.int(0, hospitals - 1)]!++;
  return { offsets, choices: choices.slice(0, entry), keys, seats };
};

/** The list of each hospital, best resident first. */
export const rankedLists = ({ offsets, choices, keys, seats }: CompactInstance): number[][] => {
  const lists = Array.from(seats, (): [key: number, resident: number][] => []);
  for (let r = 0; r + 1 < offsets.length; r++)
    for (let entry = offsets[r]!; entry < offsets[r + 1]!; entry++) lists[choices[entry]!]!.push([keys[entry]!, r]);
  return lists.map((list) => list.toSorted(([a], [b]) => a - b).map(([, resident]) => resident));
};

/** The same market by ids and lists. */
export const namedMarket = (market: CompactInstance): Instance => {
  const residentIds = Array.from({ length: market.offsets.length - 1 }, (_, r) => `resident-${r}`);
  const hospitalIds = Array.from(market.seats, (_, h) => `hospital-${h}`);
  return {
    residents: residentIds.map((id, r) => ({
      id,
      prefers: Array.from(market.choices.subarray(market.offsets[r], market.offsets[r + 1]), (h) => hospitalIds[h]!),
    })),
    hospitals: rankedLists(market).map((list, h) => ({
      id: hospitalIds[h]!,
      capacity: market.seats[h]!,
      prefers: list.map((r) => residentIds[r]!),
    })),
  };
};

/** The hospital of each resident, or `unplaced`. */
export const hospitalsOf = ({ choices }: CompactInstance, kept: Int32Array): Int32Array =>
  kept.map((entry) => (entry === unplaced ? unplaced : choices[entry]!));

/**
 * Pairs who would both rather have each other than what they got. Knows nothing of how the matching came about: a seat,
 * and room in the hospital's group, are there for a resident where they are free or with somebody worse.
 */
export const blockingPairs = ({ offsets, choices, keys, seats, groups }: CompactInstance, kept: Int32Array): number => {
  /** Those who were taken by each of some takers, as far as it matters: how many, and the worst. */
  const takers = (limits: Uint32Array, takerOf: (hospital: number) => number) => {
    const taken = new Uint32Array(limits.length);
    const worst = new Uint32Array(limits.length);
    for (const entry of kept) {
      if (entry === unplaced) continue;
      const taker = takerOf(choices[entry]!);
      taken[taker]!++;
      worst[taker] = Math.max(worst[taker]!, keys[entry]!);
    }
    return (entry: number): boolean => {
      const taker = takerOf(choices[entry]!);
      return limits[taker]! > 0 && (taken[taker]! < limits[taker]! || keys[entry]! < worst[taker]!);
    };
  };
  const groupOf = new Uint32Array(seats.length);
  for (let g = 0; g < (groups?.limits.length ?? 0); g++) groupOf.fill(g, groups?.starts[g], groups?.starts[g + 1]);
  const seatFor = takers(seats, (hospital) => hospital);
  const roomFor = groups === undefined ? () => true : takers(groups.limits, (hospital) => groupOf[hospital]!);
  let blocking = 0;
  for (const [r, entry] of kept.entries()) {
    const end = entry === unplaced ? offsets[r + 1]! : entry;
    for (let better = offsets[r]!; better < end; better++) if (seatFor(better) && roomFor(better)) blocking++;
  }
  return blocking;
};

/** The market with its residents in the opposite order, so that they propose in the opposite order. */
export const reversed = ({ offsets, choices, keys, seats }: CompactInstance): CompactInstance => {
  const residents = offsets.length - 1;
  const other = {
    offsets: new Uint32Array(offsets.length),
    choices: new Uint32Array(choices.length),
    keys: new Uint32Array(keys.length),
    seats,
  };
  let entry = 0;
  for (let r = 0; r < residents; r++) {
    const [from, to] = [offsets[residents - 1 - r]!, offsets[residents - r]!];
    other.choices.set(choices.subarray(from, to), entry);
    other.keys.set(keys.subarray(from, to), entry);
    entry += to - from;
    other.offsets[r + 1] = entry;
  }
  return other;
};
