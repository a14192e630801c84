import type { PlacementRequest } from '../domain/placement-request.ts';
import type { Site } from '../domain/site-offer.ts';
import { compareRanks, rankOf } from './order.ts';
import { pairOf, seekerOf } from './pair.ts';
import { rules } from './rules/index.ts';
import type { Assessment, Matching, MatchingContext, NearMiss, Pair, Remedy, Verdict } from './types.ts';

const assessmentOf = (pair: Pair, verdicts: readonly Verdict[]): Assessment => ({
  facilityId: pair.site.offer.facilityId,
  intakeId: pair.site.intake.id,
  facilityName: pair.site.offer.facility.name,
  discipline: pair.site.offer.discipline,
  track: pair.track,
  startsOn: pair.site.intake.startsOn,
  endsOn: pair.site.intake.endsOn,
  miles: pair.miles,
  plan: pair.hours.plan,
  verdicts,
  rank: rankOf(pair, verdicts),
});

/** One request at one site by every rule: a shortlist that was approved is checked again by this before an offer is made. */
export const assess = (request: PlacementRequest, site: Site, context: MatchingContext): Assessment => {
  const pair = pairOf(seekerOf(request, context), site);
  return assessmentOf(
    pair,
    rules.map((rule) => rule.evaluate(pair)),
  );
};

export const isCandidate = ({ verdicts }: Pick<Assessment, 'verdicts'>): boolean =>
  verdicts.every(({ outcome }) => outcome !== 'fail');

const failsOf = (verdict: Verdict) => [verdict, ...verdict.also].filter(({ outcome }) => outcome === 'fail');

/** No change of the technologist's would help. */
const excludesForGood = (verdict: Verdict): boolean =>
  verdict.outcome === 'fail' && failsOf(verdict).some(({ remedy }) => remedy === null);

const changesOf = (verdicts: readonly Verdict[]): readonly Remedy[] =>
  verdicts.flatMap(failsOf).flatMap(({ remedy }) => (remedy === null ? [] : [remedy]));

/** Miles beyond the limit, in bands of 10: of two near misses the one that is nearly in reach comes first. */
const milesBeyond = ({ changes }: NearMiss): number => {
  const miles = changes.find(({ code }) => code === 'travel-farther')?.facts['miles'];
  return typeof miles === 'number' ? Math.floor(miles / 10) : 0;
};

const compareNearMisses = (a: NearMiss, b: NearMiss): number =>
  a.changes.length - b.changes.length || milesBeyond(a) - milesBeyond(b) || compareRanks(a.rank, b.rank);

/** The verdicts on a pair, or the rule that excludes it for good. */
const judge = (pair: Pair): readonly Verdict[] | string => {
  const verdicts: Verdict[] = [];
  for (const rule of rules) {
    const verdict = rule.evaluate(pair);
    if (excludesForGood(verdict)) return rule.id;
    verdicts.push(verdict);
  }
  return verdicts;
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
    const judged = judge(pair);
    if (typeof judged === 'string') {
      excluded.set(judged, (excluded.get(judged) ?? 0) + 1);
      continue;
    }
    const assessment = assessmentOf(pair, judged);
    const changes = changesOf(judged);
    if (changes.length === 0) candidates.push(assessment);
    else nearMisses.push({ ...assessment, changes });
  }
  return {
    candidates: candidates.toSorted((a, b) => compareRanks(a.rank, b.rank)),
    nearMisses: nearMisses.toSorted(compareNearMisses),
    excluded: Object.fromEntries(
      rules.flatMap(({ id }) => {
        const count = excluded.get(id);
        return count === undefined ? [] : [[id, count]];
      }),
    ),
    sitesConsidered: sites.length,
  };
};
