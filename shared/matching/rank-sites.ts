import type { PlacementRequest } from '../domain/placement-request.ts';
import type { Site } from '../domain/site-offer.ts';
import { isPass, judgedBy, judgementOf, obstaclesOf, type RuledOut } from './judgement.ts';
import { compareByLot, compareRanks, rankOf } from './order.ts';
import { milesTo, pairOf, seekerOf } from './pair.ts';
import { isSiteInReach, reachOf } from './reach.ts';
import { rules } from './rules/index.ts';
import { R3 } from './rules/r03-employer-consent.ts';
import { R16 } from './rules/r16-travel.ts';
import type { Assessment, Rank } from './matching-types.ts';
import type { Judgement, MatchingContext, Pair, Remedy } from './types.ts';

/** A site that is a candidate, or nearly one, judged and in its place. */
export interface RankedSite {
  readonly pair: Pair;
  readonly judgement: Judgement;
  readonly rank: Rank;
  /** What the technologist could change so that nothing fails; empty: a candidate. */
  readonly changes: readonly Remedy[];
}

export interface ExcludedSite {
  readonly pair: Pair;
  readonly by: RuledOut;
}

/** Sites in their order, before facts and words. */
export interface Ranking {
  readonly candidates: readonly RankedSite[];
  readonly nearMisses: readonly RankedSite[];
  /** Those within reach that a rule excludes for good, nearest first. */
  readonly excludedSites: readonly ExcludedSite[];
  /** How many sites each rule excludes for good, those beyond reach included. */
  readonly excluded: Readonly<Record<string, number>>;
  readonly sitesConsidered: number;
}

/** R3: an open question about the consent is no consent. Everything else that is open, people settle in the brief. */
export const consentIsClear = (said: Judgement | Pick<Assessment, 'verdicts'>): boolean =>
  'judged' in said
    ? isPass(judgedBy(said, R3))
    : said.verdicts.every(({ rule, outcome }) => rule !== R3.id || outcome === 'pass');

/** Miles beyond the limit, in bands of 10: of two near misses the one that is nearly in reach comes first. */
const milesBeyond = ({ changes }: RankedSite): number => {
  const miles = changes.find(({ code }) => code === 'travel-farther')?.facts['miles'];
  return typeof miles === 'number' ? Math.floor(miles / 10) : 0;
};

const intakeIdOf = ({ pair }: { readonly pair: Pair }): string => pair.site.intake.id;

const byDistance = (a: ExcludedSite, b: ExcludedSite): number =>
  (a.pair.miles ?? Infinity) === (b.pair.miles ?? Infinity)
    ? intakeIdOf(a).localeCompare(intakeIdOf(b))
    : (a.pair.miles ?? Infinity) - (b.pair.miles ?? Infinity);

/** By rule id, in the order of the rules. */
const countsOf = (excludedSites: readonly ExcludedSite[], outOfReach: number): Record<string, number> => {
  const counts = new Map(outOfReach > 0 ? [[R16, outOfReach]] : []);
  for (const { by } of excludedSites) counts.set(by.rule, (counts.get(by.rule) ?? 0) + 1);
  return Object.fromEntries(rules.flatMap((rule) => (counts.has(rule) ? [[rule.id, counts.get(rule) ?? 0]] : [])));
};

/**
 * A request against every site that may concern it, in their order. Pure: the same input gives the same result, in
 * whatever order the sites come. `beyond`: how many more sites there are that are not within reach; they count like
 * those that are given.
 */
export const rankSites = (
  request: PlacementRequest,
  sites: readonly Site[],
  context: MatchingContext,
  beyond = 0,
): Ranking => {
  const seeker = seekerOf(request, context);
  const reach = reachOf(request, context);
  const candidates: RankedSite[] = [];
  const nearMisses: RankedSite[] = [];
  const excludedSites: ExcludedSite[] = [];
  let outOfReach = beyond;
  for (const site of sites) {
    const miles = milesTo(seeker, site);
    if (reach !== null && !isSiteInReach(reach, site, miles)) {
      outOfReach += 1;
      continue;
    }
    const pair = pairOf(seeker, site, miles);
    const judgement = judgementOf(pair);
    const { ruledOut, changes } = obstaclesOf(pair, judgement);
    if (ruledOut !== null) excludedSites.push({ pair, by: ruledOut });
    else
      (changes.length === 0 ? candidates : nearMisses).push({
        pair,
        judgement,
        rank: rankOf(pair, judgement),
        changes,
      });
  }
  const compare = (a: RankedSite, b: RankedSite): number =>
    compareRanks(a.rank, b.rank) || compareByLot(request.id, intakeIdOf(a), intakeIdOf(b));
  return {
    candidates: candidates.toSorted(compare),
    nearMisses: nearMisses.toSorted(
      (a, b) => a.changes.length - b.changes.length || milesBeyond(a) - milesBeyond(b) || compare(a, b),
    ),
    excludedSites: excludedSites.toSorted(byDistance),
    excluded: countsOf(excludedSites, outOfReach),
    sitesConsidered: sites.length + beyond,
  };
};
