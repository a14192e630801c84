import type { PlacementRequest } from '../domain/placement-request.ts';
import type { Site } from '../domain/site-offer.ts';
import { coverageOf } from './coverage.ts';
import { findingOf, judgementOf, verdictsOf } from './judgement.ts';
import { rankOf } from './order.ts';
import { pairOf, seekerOf } from './pair.ts';
import { rankSites, type ExcludedSite, type RankedSite } from './rank-sites.ts';
import type { Assessment, Exclusion, Matching } from './matching-types.ts';
import type { MatchingContext } from './types.ts';

const assessmentOf = ({ pair, judgement, rank }: Omit<RankedSite, 'changes'>): Assessment => ({
  facilityId: pair.site.offer.facilityId,
  intakeId: pair.site.intake.id,
  facilityName: pair.site.offer.facility.name,
  discipline: pair.site.offer.discipline,
  track: pair.track,
  startsOn: pair.site.intake.startsOn,
  endsOn: pair.site.intake.endsOn,
  miles: pair.miles,
  plan: pair.hours.plan,
  feasibility: pair.feasibility,
  verdicts: verdictsOf(pair, judgement),
  rank,
});

const exclusionOf = ({ pair, by: { rule, code } }: ExcludedSite): Exclusion => ({
  facilityId: pair.site.offer.facilityId,
  intakeId: pair.site.intake.id,
  facilityName: pair.site.offer.facility.name,
  miles: pair.miles,
  rule: rule.id,
  ...findingOf(rule, code, pair),
});

/** One request at one site by every rule: a shortlist that was approved is checked again by this before an offer is made. */
export const assess = (request: PlacementRequest, site: Site, context: MatchingContext): Assessment => {
  const pair = pairOf(seekerOf(request, context), site);
  const judgement = judgementOf(pair);
  return assessmentOf({ pair, judgement, rank: rankOf(pair, judgement) });
};

export const isCandidate = ({ verdicts }: Pick<Assessment, 'verdicts'>): boolean =>
  verdicts.every(({ outcome }) => outcome !== 'fail');

/** More than anybody reads; how many there are in all is counted. */
export const exclusionsTold = 50;

/**
 * A request against every site that may concern it (`rankSites`), with the facts of every verdict: candidates in
 * order, near misses with what would change them, and what excluded the others. Plain data: the same input gives the
 * same bytes.
 */
export const findCandidates = (
  request: PlacementRequest,
  sites: readonly Site[],
  context: MatchingContext,
  beyond = 0,
): Matching => {
  const { candidates, nearMisses, excludedSites, excluded, sitesConsidered } = rankSites(
    request,
    sites,
    context,
    beyond,
  );
  return {
    candidates: candidates.map(assessmentOf),
    nearMisses: nearMisses.map((miss) => Object.assign(assessmentOf(miss), { changes: miss.changes })),
    excluded,
    exclusions: excludedSites.slice(0, exclusionsTold).map(exclusionOf),
    sitesConsidered,
    coverage: coverageOf(
      request.wishes,
      candidates.map(({ pair }) => pair),
    ),
  };
};
