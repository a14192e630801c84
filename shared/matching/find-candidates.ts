import type { PlacementRequest } from '../domain/placement-request.ts';
import type { Site } from '../domain/site-offer.ts';
import { feasibilityOf } from './feasibility.ts';
import { judgementOf, ruledOutBy, verdictsOf } from './judgement.ts';
import { compareLots, compareRanks, rankOf } from './order.ts';
import { pairOf, seekerOf } from './pair.ts';
import { rules } from './rules/index.ts';
import type { Assessment, Judgement, Matching, MatchingContext, NearMiss, Pair, Remedy, Verdict } from './types.ts';

const assessmentOf = (pair: Pair, judgement: Judgement): Assessment => ({
  facilityId: pair.site.offer.facilityId,
  intakeId: pair.site.intake.id,
  facilityName: pair.site.offer.facility.name,
  discipline: pair.site.offer.discipline,
  track: pair.track,
  startsOn: pair.site.intake.startsOn,
  endsOn: pair.site.intake.endsOn,
  miles: pair.miles,
  plan: pair.hours.plan,
  feasibility: feasibilityOf(pair),
  verdicts: verdictsOf(pair, judgement),
  rank: rankOf(pair, judgement),
});

/** One request at one site by every rule: a shortlist that was approved is checked again by this before an offer is made. */
export const assess = (request: PlacementRequest, site: Site, context: MatchingContext): Assessment => {
  const pair = pairOf(seekerOf(request, context), site);
  return assessmentOf(pair, judgementOf(pair));
};

export const isCandidate = ({ verdicts }: Pick<Assessment, 'verdicts'>): boolean =>
  verdicts.every(({ outcome }) => outcome !== 'fail');

const changesOf = (verdicts: readonly Verdict[]): readonly Remedy[] =>
  verdicts.flatMap((verdict) => [verdict, ...verdict.also]).flatMap(({ remedy }) => (remedy === null ? [] : [remedy]));

/** Miles beyond the limit, in bands of 10: of two near misses the one that is nearly in reach comes first. */
const milesBeyond = ({ changes }: NearMiss): number => {
  const miles = changes.find(({ code }) => code === 'travel-farther')?.facts['miles'];
  return typeof miles === 'number' ? Math.floor(miles / 10) : 0;
};

/**
 * A request against every site that may concern it: candidates in order, near misses with what would change them,
 * and how many sites each rule excluded. Pure: the same input gives the same bytes, in whatever order the sites come.
 */
export const findCandidates = (
  request: PlacementRequest,
  sites: readonly Site[],
  context: MatchingContext,
): Matching => {
  const seeker = seekerOf(request, context);
  const candidates: Assessment[] = [];
  const nearMisses: NearMiss[] = [];
  const excluded = new Map<string, number>();
  for (const site of sites) {
    const pair = pairOf(seeker, site);
    const judgement = judgementOf(pair);
    const ruledOut = ruledOutBy(pair, judgement);
    if (ruledOut !== null) {
      excluded.set(ruledOut.rule.id, (excluded.get(ruledOut.rule.id) ?? 0) + 1);
      continue;
    }
    const assessment = assessmentOf(pair, judgement);
    if (judgement.fails === 0) candidates.push(assessment);
    else nearMisses.push({ ...assessment, changes: changesOf(assessment.verdicts) });
  }
  const compare = (a: Assessment, b: Assessment): number =>
    compareRanks(a.rank, b.rank) || compareLots(request.id, a.intakeId, b.intakeId);
  return {
    candidates: candidates.toSorted(compare),
    nearMisses: nearMisses.toSorted(
      (a, b) => a.changes.length - b.changes.length || milesBeyond(a) - milesBeyond(b) || compare(a, b),
    ),
    excluded: Object.fromEntries(
      rules.flatMap(({ id }) => {
        const count = excluded.get(id);
        return count === undefined ? [] : [[id, count]];
      }),
    ),
    sitesConsidered: sites.length,
  };
};
