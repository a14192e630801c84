import type * as z from 'zod';
import type { CaseView, QueueEntry } from '../../contracts/case.ts';
import type { PlacementRequest } from '../../domain/placement-request.ts';
import type { Opening, Openings } from '../../matching/openings.ts';
import { whyAboveNext } from '../../matching/order.ts';
import { describeOpening, describePlan, explain, explainRemedy } from '../../matching/phrases.ts';
import { describeCoverage } from '../../matching/phrases/coverage.ts';
import { explainAboveNext } from '../../matching/phrases/order.ts';
import { rules } from '../../matching/rules/index.ts';
import type { Assessment, Coverage, Exclusion, Matching, NearMiss } from '../../matching/matching-types.ts';
import type { Verdict } from '../../matching/types.ts';

type CandidateView = CaseView['candidates'][number];
type AssessmentView = Omit<CandidateView, 'aboveNext'>;
type ExclusionView = CaseView['exclusions'][number];
type OpeningView = CaseView['openings']['single'][number];
type NearMissView = CaseView['nearMisses'][number];

/** A line of the review queue. */
export const queueEntry = (request: PlacementRequest): z.infer<ReturnType<typeof QueueEntry>> => ({
  requestId: request.id,
  version: request.version,
  status: request.status,
  discipline: request.wishes.discipline,
  submittedAt: request.submittedAt,
  name: request.contact.name,
  town: request.home.town,
  state: request.home.state,
  match: request.match,
});

const ruleOf = new Map(rules.map((rule) => [rule.id, rule]));

/** Everything that the rule found, in words: the worst first, then what else is open. */
const verdictView = (verdict: Verdict) => ({
  rule: verdict.rule,
  title: ruleOf.get(verdict.rule)?.title ?? verdict.rule,
  source: ruleOf.get(verdict.rule)?.source ?? '',
  outcome: verdict.outcome,
  code: verdict.code,
  words: [verdict, ...verdict.also].map(explain).join(' '),
  notes: verdict.notes.map(explain),
});

const assessmentView = (assessment: Assessment): AssessmentView => ({
  intakeId: assessment.intakeId,
  facilityId: assessment.facilityId,
  facilityName: assessment.facilityName,
  track: assessment.track,
  miles: assessment.miles,
  startsOn: assessment.startsOn,
  endsOn: assessment.endsOn,
  hours: assessment.plan === null ? null : describePlan(assessment.plan),
  weeklyMinutes: assessment.plan?.weeklyMinutes ?? null,
  feasibility: {
    ...assessment.feasibility,
    missingCategories: [...assessment.feasibility.missingCategories],
  },
  verdicts: assessment.verdicts.map(verdictView),
});

const candidateView = (mine: Assessment, next: Assessment | undefined): CandidateView => {
  const why = next === undefined ? null : whyAboveNext(mine.rank, next.rank);
  return { ...assessmentView(mine), aboveNext: why && { ...why, words: explainAboveNext(why) } };
};

const exclusionView = (exclusion: Exclusion): ExclusionView => ({
  intakeId: exclusion.intakeId,
  facilityId: exclusion.facilityId,
  facilityName: exclusion.facilityName,
  miles: exclusion.miles,
  rule: exclusion.rule,
  code: exclusion.code,
  words: explain(exclusion),
});

const nearMissView = (nearMiss: NearMiss): NearMissView => ({
  ...assessmentView(nearMiss),
  changes: nearMiss.changes.map((remedy) => ({ field: remedy.field, words: explainRemedy(remedy) })),
});

const openingView = (opening: Opening): OpeningView => ({
  fields: opening.changes.map(({ field }) => field),
  sites: opening.opens.length,
  facilityIds: [...opening.opens],
  words: describeOpening(opening),
});

/** What would open more sites. */
export const openingsView = ({ single, pairs }: Openings): Pick<CaseView, 'openings'> => ({
  openings: { single: single.map(openingView), pairs: pairs.map(openingView) },
});

const coverageView = (coverage: Coverage): CaseView['coverage'] => ({
  ...coverage,
  sites: coverage.sites.map((site) => ({ ...site, categories: [...site.categories] })),
  uncovered: [...coverage.uncovered],
  nowhere: [...coverage.nowhere],
  words: describeCoverage(coverage),
});

/**
 * How many candidates and near misses are put into words: more than anybody reads, and few enough for what a function
 * may answer (6 MB). Without a limit on travel a whole country of sites is one or the other.
 */
const shownAtMost = 200;

/** What matching says of a request, every verdict in words. */
export const matchingView = ({
  candidates,
  nearMisses,
  excluded,
  exclusions,
  sitesConsidered,
  coverage,
}: Matching): Pick<
  CaseView,
  'candidates' | 'nearMisses' | 'excluded' | 'exclusions' | 'sitesConsidered' | 'coverage'
> => ({
  candidates: candidates.slice(0, shownAtMost).map((mine, place) => candidateView(mine, candidates[place + 1])),
  nearMisses: nearMisses.slice(0, shownAtMost).map(nearMissView),
  excluded: { ...excluded },
  exclusions: exclusions.map(exclusionView),
  sitesConsidered,
  coverage: coverage && coverageView(coverage),
});
