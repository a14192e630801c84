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
  /** What hospitals take together, where that is limited too. */
  readonly groups?: Groups;
}

/**
 * Hospitals that share a limit and one order of residents, as the intakes of one facility do: keys compare over all of
 * a group. Every hospital is in one group, and those of a group stand together. Groups are meant to be small: what
 * happens in one that is full looks at each of its hospitals.
 */
export interface Groups {
  /** Group `g` are the hospitals `starts[g]` to `starts[g + 1]`; starts with 0. */
  readonly starts: Uint32Array;
  /** How many residents each group takes over all its hospitals. */
  readonly limits: Uint32Array;
}

/** Stands for "a seat is free": every key is better. */
const anyKey = 0xffff_ffff;

/** No seat. */
export const unplaced = -1;

/** A pass over all residents pays while at least one in so many is without a seat. */
const passShare = 32;

/** Nobody lost a seat. */
const nobody = -1;

const noGroups: Groups = { starts: new Uint32Array(1), limits: new Uint32Array(0) };

/** For each hospital its group. */
const groupOfEach = (starts: Uint32Array, hospitals: number): Uint32Array => {
  const groupOf = new Uint32Array(hospitals);
  for (let g = 0; g + 1 < starts.length; g++) groupOf.fill(g, starts[g], starts[g + 1]);
  return groupOf;
};

/**
 * Resident-proposing deferred acceptance (Gale and Shapley 1962; Roth 1984 for hospitals with several seats): the one
 * stable matching that is best for every resident, whatever the order of proposals. Gives for each resident the entry
 * that was kept, or `unplaced`.
 *
 * Each hospital keeps its residents in a heap with the worst on top. While many are without a seat, they propose in
 * passes over all residents, because memory that is walked in order is fast; the last few go one after another.
 *
 * A group that is full gives up its worst resident, at whatever hospital, for a better one at a hospital with a free
 * seat. Such nested limits with one order keep what makes the procedure right: nobody who was turned away could come in
 * later (the choice of a facility is greedy on a laminar matroid: Fleiner 2003).
 */
export const deferredAcceptance = ({ offsets, choices, keys, seats, groups }: CompactInstance): Int32Array => {
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

  /** Puts a resident in the place of the worst one of a heap. */
  const replaceWorst = (h: number, key: number, resident: number): void => {
    const first = firstSeat[h]!;
    const size = taken[h]!;
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

  /** Takes the worst resident of a hospital out. */
  const giveUpWorst = (h: number): number => {
    const loser = seatResidents[firstSeat[h]!]!;
    const last = firstSeat[h]! + --taken[h]!;
    replaceWorst(h, seatKeys[last]!, seatResidents[last]!);
    return loser;
  };

  /** Seats a resident whom a hospital would have. Gives who loses that seat. */
  const accept = (h: number, key: number, resident: number): number => {
    let loser = nobody;
    if (taken[h]! < seats[h]!) {
      add(h, key, resident);
    } else {
      loser = seatResidents[firstSeat[h]!]!;
      replaceWorst(h, key, resident);
    }
    if (taken[h] === seats[h]) worst[h] = seatKeys[firstSeat[h]!]!;
    return loser;
  };

  const { starts, limits } = groups ?? noGroups;
  const groupOf = groupOfEach(starts, hospitals);
  const takenIn = new Uint32Array(limits.length);
  for (let g = 0; g < limits.length; g++) if (limits[g] === 0) worst.fill(0, starts[g], starts[g + 1]);

  /** The hospital of a group that has its worst resident. */
  const worstIn = (g: number): number => {
    let found = starts[g]!;
    for (let h = found + 1; h < starts[g + 1]!; h++)
      if (taken[h]! > 0 && (taken[found] === 0 || seatKeys[firstSeat[h]!]! > seatKeys[firstSeat[found]!]!)) found = h;
    return found;
  };

  /** After a hospital of the group accepted somebody in the place of `loser`: who loses a seat in the end. */
  const trimGroup = (g: number, loser: number): number => {
    let loses = loser;
    if (loser === nobody && takenIn[g]!++ === limits[g]) {
      takenIn[g]!--;
      loses = giveUpWorst(worstIn(g));
    }
    if (takenIn[g] === limits[g]) {
      const groupWorst = seatKeys[firstSeat[worstIn(g)]!]!;
      for (let h = starts[g]!; h < starts[g + 1]!; h++) if (taken[h]! < seats[h]!) worst[h] = groupWorst;
    }
    return loses;
  };

  /** One resident goes down the list until a hospital would have him or her. Gives who loses a seat by it. */
  const propose = (resident: number): number => {
    const end = offsets[resident + 1]!;
    let entry = at[resident]!;
    while (entry < end && keys[entry]! >= worst[choices[entry]!]!) entry++;
    at[resident] = entry;
    if (entry === end) return nobody;
    const h = choices[entry]!;
    const loser = accept(h, keys[entry]!, resident);
    return groups === undefined ? loser : trimGroup(groupOf[h]!, loser);
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
