/** R19: the smallest set of sites that together do what is required. */

/** More sites are more than one person can train at. */
export const mostTogether = 3;

/**
 * Of the sites that do something that no better one does all of, the best: a bound on the work, as all sets of three are
 * tried. With up to six categories there never are more.
 */
const mostCompared = 100;

export interface CategorySite {
  readonly categories: readonly string[];
}

export interface Cover<S extends CategorySite> {
  /** In the order in which they were given. */
  readonly sites: readonly S[];
  /** Required, and done by none of them. */
  readonly uncovered: readonly string[];
  /** Of those: done by no site at all. */
  readonly nowhere: readonly string[];
}

/** Categories as bits, 30 in each number. */
type Bits = readonly [low: number, high: number];

const bitsPerNumber = 30;

const bitsOf = (required: readonly string[], { categories }: CategorySite): Bits => {
  const bits: [number, number] = [0, 0];
  for (const [index, category] of required.entries())
    if (categories.includes(category)) {
      if (index < bitsPerNumber) bits[0] |= 1 << index;
      else bits[1] |= 1 << (index - bitsPerNumber);
    }
  return bits;
};

const together = (a: Bits, b: Bits): Bits => [a[0] | b[0], a[1] | b[1]];

const addsNothing = (a: Bits, beside: Bits): boolean => (a[0] & ~beside[0]) === 0 && (a[1] & ~beside[1]) === 0;

const onesIn = (bits: number): number => {
  let ones = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) ones += 1;
  return ones;
};

const countOf = ([low, high]: Bits): number => onesIn(low) + onesIn(high);

interface Choice {
  readonly places: readonly number[];
  readonly covers: Bits;
}

/** Every choice of `size` places after the last one of `chosen`, in lexicographic order, until `take` is satisfied. */
const choices = (useful: readonly Bits[], chosen: Choice, size: number, take: (choice: Choice) => boolean): boolean => {
  if (size === 0) return take(chosen);
  for (let place = (chosen.places.at(-1) ?? -1) + 1; place < useful.length; place += 1) {
    const bits = useful[place] ?? [0, 0];
    if (addsNothing(bits, chosen.covers)) continue;
    const next = { places: [...chosen.places, place], covers: together(chosen.covers, bits) };
    if (choices(useful, next, size - 1, take)) return true;
  }
  return false;
};

/**
 * The sites that together do the most of the required categories: as few of them as do it, at most `mostTogether`; of
 * several such sets the one with the best site, then the best second one. `sites` come best first. At most 60
 * categories.
 */
export const coverSites = <S extends CategorySite>(required: readonly string[], sites: readonly S[]): Cover<S> => {
  const useful: { readonly site: S; readonly bits: Bits }[] = [];
  for (const site of sites) {
    const bits = bitsOf(required, site);
    if (useful.length < mostCompared && !useful.some((better) => addsNothing(bits, better.bits)) && countOf(bits) > 0)
      useful.push({ site, bits });
  }
  const all = useful.map(({ bits }) => bits);
  const nothing: Choice = { places: [], covers: [0, 0] };
  let best = nothing;
  for (let size = 1; size <= mostTogether; size += 1) {
    const complete = choices(all, nothing, size, (choice) => {
      if (countOf(choice.covers) > countOf(best.covers)) best = choice;
      return countOf(best.covers) === required.length;
    });
    if (complete) break;
  }
  const chosen = useful.flatMap(({ site }, place) => (best.places.includes(place) ? [site] : []));
  const doneBy = (some: readonly S[], category: string): boolean =>
    some.some(({ categories }) => categories.includes(category));
  const uncovered = required.filter((category) => !doneBy(chosen, category));
  return { sites: chosen, uncovered, nowhere: uncovered.filter((category) => !doneBy(sites, category)) };
};
