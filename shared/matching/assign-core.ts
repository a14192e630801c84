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

/**
 * Resident-proposing deferred acceptance (Gale and Shapley 1962; Roth 1984 for hospitals with several seats): the one
 * stable matching that is best for every resident, whatever the order of proposals. Gives for each resident the entry
 * that was kept, or `unplaced`.
 *
 * Works in rounds: all who are without a seat go down their lists, in order of memory, until a hospital would have
 * them; those they displace are the next round. Each hospital keeps its residents in a heap with the worst on top.
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

  /** The entry at which each resident stands. */
  const at = offsets.slice(0, residents);
  let proposing = new Uint32Array(residents).map((_, resident) => resident);
  let displaced = new Uint32Array(residents);
  let proposers = residents;
  while (proposers > 0) {
    let losers = 0;
    for (let i = 0; i < proposers; i++) {
      const resident = proposing[i]!;
      const end = offsets[resident + 1]!;
      let entry = at[resident]!;
      while (entry < end && keys[entry]! >= worst[choices[entry]!]!) entry++;
      at[resident] = entry;
      if (entry === end) continue;
      const h = choices[entry]!;
      const top = firstSeat[h]!;
      if (taken[h]! < seats[h]!) {
        add(h, keys[entry]!, resident);
      } else {
        displaced[losers++] = seatResidents[top]!;
        replaceWorst(h, keys[entry]!, resident);
      }
      if (taken[h] === seats[h]) worst[h] = seatKeys[top]!;
    }
    // Sorted, so that the next round walks memory in order too: a third faster at 350,000 residents.
    displaced.subarray(0, losers).sort();
    [proposing, displaced] = [displaced, proposing];
    proposers = losers;
  }

  const kept = new Int32Array(residents);
  for (let r = 0; r < residents; r++) kept[r] = at[r]! < offsets[r + 1]! ? at[r]! : unplaced;
  return kept;
};
