import type { PlacementRequest } from '../domain/placement-request.ts';
import type { FacilityId } from '../domain/primitives.ts';
import type { Site } from '../domain/site-offer.ts';
import { judgementOf } from './judgement.ts';
import { pairOf, seekerOf, type Seeker } from './pair.ts';
import { stepsFor, type Applicant, type Step } from './steps.ts';
import type { Matching } from './matching-types.ts';
import type { MatchingContext, Remedy } from './types.ts';

/** A change, or two together, and the sites that would then be candidates. */
export interface Opening {
  readonly changes: readonly Remedy[];
  /** Steps on the scales of the changes, added: 1 is the smallest change that there is. */
  readonly size: number;
  /** Facilities, in the order of the near misses. */
  readonly opens: readonly FacilityId[];
}

/** What would open more sites: of each kind of change, and of each two kinds together, the smallest that opens any. */
export interface Openings {
  readonly single: readonly Opening[];
  /** Only those that open a site that neither of the two opens alone. */
  readonly pairs: readonly Opening[];
}

/** Near misses beyond these are left out of the count: they are farther off than anybody would go. */
const mostMisses = 200;

/** A near miss with the steps that concern it. */
interface Case {
  readonly site: Site;
  readonly steps: ReadonlyMap<string, Step>;
}

const nameOf = ({ code, facts }: Step): string => code + JSON.stringify(facts);

const caseOf = (applicant: Applicant, site: Site, changes: readonly Remedy[]): Case => ({
  site,
  steps: new Map(changes.flatMap((remedy) => stepsFor(applicant, remedy)).map((step) => [nameOf(step), step])),
});

/** Would a site be a candidate after these changes? Every rule judges it anew. */
type IsOpenAfter = (site: Site, steps: readonly Step[]) => boolean;

const openAfter = (applicant: Applicant): IsOpenAfter => {
  const seekers = new Map<string, Seeker>();
  const seekerAfter = (steps: readonly Step[]): Seeker => {
    const name = steps.map(nameOf).join();
    const known = seekers.get(name);
    if (known !== undefined) return known;
    const { request, context } = steps.reduce((before, step) => step.apply(before), applicant);
    const seeker = seekerOf(request, context);
    seekers.set(name, seeker);
    return seeker;
  };
  return (site, steps) => judgementOf(pairOf(seekerAfter(steps), site)).fails === 0;
};

const kindOf = (steps: readonly Step[]): string =>
  steps
    .map(({ code }) => code)
    .toSorted()
    .join(' ');

const sizeOf = (steps: readonly Step[]): number => steps.reduce((sum, { size }) => sum + size, 0);

/** The smaller first; of two alike the one that opens more. */
const compareOpenings = (a: Opening, b: Opening): number => a.size - b.size || b.opens.length - a.opens.length;

const facilitiesOf = (cases: readonly Case[]): readonly FacilityId[] => [
  ...new Set(cases.map(({ site }) => site.offer.facilityId)),
];

/** The changes that open a site, by kind: the smallest of each kind, and of those the one that opens most. */
const smallestOfEachKind = (
  isOpenAfter: IsOpenAfter,
  found: readonly (readonly Step[])[],
  cases: readonly Case[],
): readonly Opening[] => {
  const byKind = Map.groupBy(found, kindOf);
  return [...byKind.values()]
    .map((alike) => {
      const least = Math.min(...alike.map(sizeOf));
      const distinct = new Map(
        alike.filter((steps) => sizeOf(steps) === least).map((steps) => [steps.map(nameOf).toSorted().join(), steps]),
      );
      const openings = [...distinct.values()].map((steps): Opening => ({
        changes: steps.map(({ code, field, facts }) => ({ code, field, facts })),
        size: least,
        opens: facilitiesOf(cases.filter(({ site }) => isOpenAfter(site, steps))),
      }));
      return openings.reduce((best, opening) => (compareOpenings(opening, best) < 0 ? opening : best));
    })
    .toSorted(compareOpenings);
};

const pairsOf = (steps: readonly Step[]): readonly (readonly [Step, Step])[] =>
  steps.flatMap((first, index) => steps.slice(index + 1).map((second): [Step, Step] => [first, second]));

/** Collects changes by kind and forgets those that are larger than one that was found already. */
const smallestFound = () => {
  const least = new Map<string, number>();
  const found: (readonly Step[])[] = [];
  return {
    worthTrying: (steps: readonly Step[]): boolean => sizeOf(steps) <= (least.get(kindOf(steps)) ?? Infinity),
    add: (steps: readonly Step[]): void => {
      least.set(kindOf(steps), sizeOf(steps));
      found.push(steps);
    },
    found,
  };
};

/**
 * The smallest single changes, and the smallest pairs of changes, that open sites to a request, and how many each
 * opens. Every site counted was judged anew by all rules with the changes made. `sites`: those that were matched.
 */
export const openingsOf = (
  request: PlacementRequest,
  { nearMisses }: Pick<Matching, 'nearMisses'>,
  sites: readonly Site[],
  context: MatchingContext,
): Openings => {
  const siteOf = new Map(sites.map((site) => [site.intake.id, site]));
  const missed = nearMisses.slice(0, mostMisses).flatMap(({ intakeId, changes }) => {
    const site = siteOf.get(intakeId);
    return site === undefined ? [] : [{ site, changes }];
  });
  const applicant: Applicant = { request, context, missed: missed.map(({ site }) => site) };
  const isOpenAfter = openAfter(applicant);
  const cases = missed.map(({ site, changes }) => caseOf(applicant, site, changes));
  const single = smallestFound();
  const pairs = smallestFound();
  for (const { site, steps } of cases) {
    const alone = [...steps.values()].map((step) => [step]).filter((step) => isOpenAfter(site, step));
    for (const step of alone) if (single.worthTrying(step)) single.add(step);
    if (alone.length > 0) continue;
    for (const pair of pairsOf([...steps.values()]))
      if (pairs.worthTrying(pair) && isOpenAfter(site, pair)) pairs.add(pair);
  }
  return {
    single: smallestOfEachKind(isOpenAfter, single.found, cases),
    pairs: smallestOfEachKind(isOpenAfter, pairs.found, cases),
  };
};
