/**
 * Hospitals and residents by index, in flat arrays: the form in which a national round fits into memory and caches.
 * The list of resident `r` are the entries `offsets[r]` to `offsets[r + 1]`, best first.
 */
export interface CompactInstance {
  /** One more than there are residents; starts with 0. */
  readonly offsets: Uint32Array;
  /** For each entry, the hospital's index. Only hospitals that would take the resident are listed. */
  readonly choices: Uint32Array;
  /**
   * For each entry, the place of the resident in the hospital's order: lower is better, below 2^32 - 1, and no two
   * residents of a hospital alike. Any sort key will do (tier, then waiting time, then hash); it need not be a rank.
   */
  readonly keys: Uint32Array;
  /** Seats of each hospital. Memory grows with their sum, so seats beyond a hospital's entries are better left out. */
  readonly seats: Uint32Array;
}

/** Stands for "a seat is free": every key is better. */
const anyKey = 0xffff_ffff;

/** No seat. */
export const unplaced = -1;

/** A pass over all residents pays while at least one in so many is without a seat. */
const passShare = 32;

/** Nobody lost a seat. */
const nobody = -1;

/**
 * Resident-proposing deferred acceptance (Gale and Shapley 1962; Roth 1984 for hospitals with several seats): the one
 * stable matching that is best for every resident, whatever the order of proposals. Gives for each resident the entry
 * that was kept, or `unplaced`.
 *
 * Each hospital keeps its residents in a heap with the worst on top. While many are without a seat, they propose in
 * passes over all residents, because memory that is walked in order is fast; the last few go one after another.
 */
export const deferredAcceptance = ({ offsets, choices, keys, seats }: CompactInstance): Int32Array => {
  const residents = offsets.length - 1;
  const hospitals = seats.length;

  const firstSeat = new Uint32Array(hospitals + 1);
  for (let h = 0; h < hospitals; h++) firstSeat[h + 1] = firstSeat[h]! + seats[h]!;
  const seatKeys = new Uint32Array(firstSeat[hospitals]!);
  const seatResidents = new Uint32Array(firstSeat[hospitals]!);
  const taken = new Uint32Array(hospitals);
  /** The key that a newcomer must beat; nothing beats 0, so a hospital without seats takes nobody. */
  const worst = seats.map((count) => (count === 0 ? 0 : anyKey));
  /** The entry at which each resident stands. */
  const at = offsets.slice(0, residents);

  /** Adds to a heap that has room. */
  const add = (h: number, key: number, resident: number): void => {
    const first = firstSeat[h]!;
    let seat = taken[h]!++;
    while (seat > 0) {
      const parent = (seat - 1) >> 1;
      if (seatKeys[first + parent]! >= key) break;
      seatKeys[first + seat] = seatKeys[first + parent]!;
      seatResidents[first + seat] = seatResidents[first + parent]!;
      seat = parent;
    }
    seatKeys[first + seat] = key;
    seatResidents[first + seat] = resident;
  };

  /** Puts a resident in the place of the worst one of a full heap. */
  const replaceWorst = (h: number, key: number, resident: number): void => {
    const first = firstSeat[h]!;
    const size = seats[h]!;
    let seat = 0;
    for (;;) {
      let child = 2 * seat + 1;
      if (child >= size) break;
      if (child + 1 < size && seatKeys[first + child + 1]! > seatKeys[first + child]!) child++;
      if (seatKeys[first + child]! <= key) break;
      seatKeys[first + seat] = seatKeys[first + child]!;
      seatResidents[first + seat] = seatResidents[first + child]!;
      seat = child;
    }
    seatKeys[first + seat] = key;
    seatResidents[first + seat] = resident;
  };

  /** One resident goes down the list until a hospital would have him or her. Gives who loses a seat by it. */
  const propose = (resident: number): number => {
    const end = offsets[resident + 1]!;
    let entry = at[resident]!;
    while (entry < end && keys[entry]! >= worst[choices[entry]!]!) entry++;
    at[resident] = entry;
    if (entry === end) return nobody;
    const h = choices[entry]!;
    const top = firstSeat[h]!;
    let loser = nobody;
    if (taken[h]! < seats[h]!) {
      add(h, keys[entry]!, resident);
    } else {
      loser = seatResidents[top]!;
      replaceWorst(h, keys[entry]!, resident);
    }
    if (taken[h] === seats[h]) worst[h] = seatKeys[top]!;
    return loser;
  };

  const waiting = new Uint8Array(residents).fill(1);
  let waitingCount = residents;
  while (waitingCount > residents / passShare) {
    for (let r = 0; r < residents; r++) {
      if (waiting[r] === 0) continue;
      waiting[r] = 0;
      const loser = propose(r);
      if (loser === nobody) waitingCount--;
      else waiting[loser] = 1;
    }
  }
  for (let r = 0; r < residents; r++) {
    if (waiting[r] === 0) continue;
    for (let next = r; next !== nobody;) next = propose(next);
  }

  const kept = new Int32Array(residents);
  for (let r = 0; r < residents; r++) kept[r] = at[r]! < offsets[r + 1]! ? at[r]! : unplaced;
  return kept;
};
