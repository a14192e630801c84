import { deferredAcceptance, unplaced, type CompactInstance } from './assign-core.ts';

/** A resident's list, or a hospital's: ids of the other side, best first. */
export interface Resident {
  readonly id: string;
  readonly prefers: readonly string[];
}

export interface Hospital extends Resident {
  /** How many residents it can take; 0 is fine. */
  readonly capacity: number;
}

export interface Instance {
  readonly residents: readonly Resident[];
  readonly hospitals: readonly Hospital[];
}

/**
 * Why a resident has no hospital: the list is empty; no hospital on it lists the resident; or all that do have their
 * seats with residents whom they prefer (or have no seats).
 */
export type UnmatchedReason = 'empty-list' | 'no-mutual' | 'outranked';

export interface Assignment {
  readonly pairs: readonly { readonly resident: string; readonly hospital: string }[];
  readonly unmatched: readonly { readonly resident: string; readonly reason: UnmatchedReason }[];
}

export interface InstanceProblem {
  /** The path of the value at fault, such as `residents[2].prefers[0]`. */
  readonly field: string;
  readonly detail: string;
}

/** The instance contradicts itself; every problem is named. */
export class InvalidInstance extends Error {
  override readonly name = 'InvalidInstance';
  readonly problems: readonly InstanceProblem[];

  constructor(problems: readonly InstanceProblem[]) {
    super(problems.map(({ field, detail }) => `${field}: ${detail}`).join('\n'));
    this.problems = problems;
  }
}

type Report = (field: string, detail: string) => void;

const quoted = (id: string): string => JSON.stringify(id);

/** Id → index; an id that comes twice is reported. */
const indexOf = (
  side: 'residents' | 'hospitals',
  parties: readonly Resident[],
  report: Report,
): Map<string, number> => {
  const index = new Map<string, number>();
  for (const [i, { id }] of parties.entries()) {
    const first = index.get(id);
    if (first === undefined) index.set(id, i);
    else report(`${side}[${i}].id`, `${quoted(id)} is the id of ${side}[${first}] already`);
  }
  return index;
};

/** All lists of one side by index, one after another: the list of party `i` are the entries `offsets[i]` to `offsets[i + 1]`. */
interface Lists {
  readonly offsets: Uint32Array;
  readonly others: Uint32Array;
}

/** Looks the ids of all lists up; ids of nobody are reported. */
const listsOf = (
  side: 'residents' | 'hospitals',
  parties: readonly Resident[],
  index: ReadonlyMap<string, number>,
  report: Report,
): Lists => {
  const offsets = new Uint32Array(parties.length + 1);
  for (const [i, { prefers }] of parties.entries()) offsets[i + 1] = offsets[i]! + prefers.length;
  const others = new Uint32Array(offsets[parties.length]!);
  for (const [i, { prefers }] of parties.entries()) {
    const first = offsets[i]!;
    // By index: an iterator over millions of entries takes longer than the look-up.
    for (let place = 0; place < prefers.length; place++) {
      const other = index.get(prefers[place]!);
      if (other === undefined) {
        const detail = `${quoted(prefers[place]!)} is no ${side === 'residents' ? 'hospital' : 'resident'}`;
        report(`${side}[${i}].prefers[${place}]`, detail);
      } else {
        others[first + place] = other;
      }
    }
  }
  return { offsets, others };
};

/** For each resident, the hospitals that list the resident, and at which place of their list. */
const mentionsOf = ({ offsets, others }: Lists, residents: number) => {
  const starts = new Uint32Array(residents + 1);
  for (const resident of others) starts[resident + 1]!++;
  for (let r = 0; r < residents; r++) starts[r + 1]! += starts[r]!;
  const next = starts.slice();
  const hospitals = new Uint32Array(others.length);
  const places = new Uint32Array(others.length);
  for (let h = 0; h + 1 < offsets.length; h++) {
    for (let entry = offsets[h]!; entry < offsets[h + 1]!; entry++) {
      const slot = next[others[entry]!]!++;
      hospitals[slot] = h;
      places[slot] = entry - offsets[h]!;
    }
  }
  return { starts, hospitals, places };
};

/**
 * Keeps the entries that both sides mention; a hospital's key for a resident is the resident's place in its list,
 * counted from 1. What a list repeats is reported.
 */
const mutual = ({ residents, hospitals }: Instance, wishes: Lists, ranked: Lists, report: Report): CompactInstance => {
  const mentions = mentionsOf(ranked, residents.length);
  const offsets = new Uint32Array(residents.length + 1);
  const choices = new Uint32Array(wishes.others.length);
  const keys = new Uint32Array(wishes.others.length);
  /** The place of the resident at hand in each hospital's list; 0 stands for nowhere. */
  const placeIn = new Uint32Array(hospitals.length);
  /** The last resident who wished for each hospital, counted from 1. */
  const wishedBy = new Uint32Array(hospitals.length);
  let kept = 0;
  for (let r = 0; r < residents.length; r++) {
    const [firstMention, endOfMentions] = [mentions.starts[r]!, mentions.starts[r + 1]!];
    for (let mention = firstMention; mention < endOfMentions; mention++) {
      const h = mentions.hospitals[mention]!;
      const place = mentions.places[mention]!;
      if (placeIn[h] !== 0)
        report(`hospitals[${h}].prefers[${place}]`, `${quoted(residents[r]!.id)} is in this list already`);
      placeIn[h] = place + 1;
    }
    const firstWish = wishes.offsets[r]!;
    for (let wish = firstWish; wish < wishes.offsets[r + 1]!; wish++) {
      const h = wishes.others[wish]!;
      if (wishedBy[h] === r + 1)
        report(`residents[${r}].prefers[${wish - firstWish}]`, `${quoted(hospitals[h]!.id)} is in this list already`);
      wishedBy[h] = r + 1;
      if (placeIn[h] === 0) continue;
      choices[kept] = h;
      keys[kept] = placeIn[h]!;
      kept++;
    }
    for (let mention = firstMention; mention < endOfMentions; mention++) placeIn[mentions.hospitals[mention]!] = 0;
    offsets[r + 1] = kept;
  }
  const seats = Uint32Array.from(hospitals, ({ capacity, prefers }) => Math.min(capacity, prefers.length));
  return { offsets, choices, keys, seats };
};

/**
 * Solves any hospitals/residents instance: the stable matching that is best for every resident (resident-proposing
 * deferred acceptance). A pair needs both sides' mention. Throws `InvalidInstance` with the problems named: those of
 * ids and capacities, and where these are right, what lists repeat.
 */
export const assign = (instance: Instance): Assignment => {
  const { residents, hospitals } = instance;
  const problems: InstanceProblem[] = [];
  const report: Report = (field, detail) => {
    problems.push({ field, detail });
  };
  const refuseProblems = (): void => {
    if (problems.length > 0) throw new InvalidInstance(problems);
  };
  const residentIndex = indexOf('residents', residents, report);
  const hospitalIndex = indexOf('hospitals', hospitals, report);
  for (const [i, { capacity }] of hospitals.entries())
    if (!Number.isInteger(capacity) || capacity < 0)
      report(`hospitals[${i}].capacity`, `${capacity} is no whole number of 0 or more`);
  const wishes = listsOf('residents', residents, hospitalIndex, report);
  const ranked = listsOf('hospitals', hospitals, residentIndex, report);
  refuseProblems();
  const compact = mutual(instance, wishes, ranked, report);
  refuseProblems();
  const kept = deferredAcceptance(compact);

  const pairs: { resident: string; hospital: string }[] = [];
  const unmatched: { resident: string; reason: UnmatchedReason }[] = [];
  for (const resident of [...residentIndex.keys()].toSorted()) {
    const r = residentIndex.get(resident)!;
    const entry = kept[r]!;
    if (entry !== unplaced) pairs.push({ resident, hospital: hospitals[compact.choices[entry]!]!.id });
    else if (wishes.offsets[r] === wishes.offsets[r + 1]) unmatched.push({ resident, reason: 'empty-list' });
    else if (compact.offsets[r] === compact.offsets[r + 1]) unmatched.push({ resident, reason: 'no-mutual' });
    else unmatched.push({ resident, reason: 'outranked' });
  }
  return { pairs, unmatched };
};
