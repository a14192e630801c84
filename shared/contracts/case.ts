import * as z from 'zod';
import { AuditLine } from '../domain/audit.ts';
import { Discipline, Track } from '../domain/discipline.ts';
import { lazily } from '../domain/lazily.ts';
import { Mail } from '../domain/mail.ts';
import { Offer } from '../domain/offer.ts';
import { MatchSummary, PlacementRequest } from '../domain/placement-request.ts';
import { CalendarDate, FacilityId, Instant, RequestId } from '../domain/primitives.ts';
import { IntakeId } from '../domain/site-offer.ts';
import { Suppression } from '../domain/suppression.ts';
import { RequestStatusName } from './common.ts';

/** A line of the review queue. */
export const QueueEntry = lazily(() =>
  z.object({
    requestId: RequestId,
    version: z.int(),
    status: RequestStatusName(),
    discipline: Discipline,
    submittedAt: Instant,
    name: z.string(),
    town: z.string().nullable(),
    state: z.string().nullable(),
    match: MatchSummary.nullable(),
  }),
);

export const VerdictView = lazily(() =>
  z.object({
    rule: z.string(),
    title: z.string(),
    source: z.string(),
    outcome: z.enum(['fail', 'ask', 'condition', 'pass']),
    code: z.string(),
    /** The verdict in a sentence. */
    words: z.string(),
    notes: z.array(z.string()),
  }),
);

/** By when the records could be complete at a site; rule R20 of the verdicts says it in words. */
export const FeasibilityView = lazily(() =>
  z.object({
    needed: z.int().nullable(),
    finishesOn: CalendarDate.nullable(),
    atBest: z.boolean(),
    reachable: z.int().nullable(),
    shortBy: z.int().nullable(),
    lapsing: z.int(),
    window: z.enum(['inside', 'unknown', 'outside']),
    missingCategories: z.array(z.string()),
  }),
);

export const AssessmentView = lazily(() =>
  z.object({
    intakeId: IntakeId,
    facilityId: FacilityId,
    facilityName: z.string(),
    track: Track,
    miles: z.number().nullable(),
    startsOn: CalendarDate,
    endsOn: CalendarDate,
    /** The planned week in words; null when a side has not said its hours. */
    hours: z.string().nullable(),
    weeklyMinutes: z.int().nullable(),
    feasibility: FeasibilityView(),
    verdicts: z.array(VerdictView()),
  }),
);

/** Why a candidate stands above the next: the first step of the order in which they differ. */
const AboveNextView = lazily(() => z.object({ step: z.string(), mine: z.int(), next: z.int(), words: z.string() }));

export const CandidateView = lazily(() =>
  AssessmentView().extend({
    /** Null: it is the last of all. */
    aboveNext: AboveNextView().nullable(),
  }),
);

/** A site within reach that a rule excludes, whatever the technologist changes. */
const ExclusionView = lazily(() =>
  z.object({
    intakeId: IntakeId,
    facilityId: FacilityId,
    facilityName: z.string(),
    miles: z.number().nullable(),
    rule: z.string(),
    code: z.string(),
    words: z.string(),
  }),
);

export const NearMissView = lazily(() =>
  AssessmentView().extend({
    /** What the technologist could change, each in words. */
    changes: z.array(z.object({ field: z.string(), words: z.string() })),
  }),
);

/** A change, or two together, that would open sites: `10 more miles of travel each way opens 3 sites`. */
const OpeningView = lazily(() =>
  z.object({ fields: z.array(z.string()), sites: z.int(), facilityIds: z.array(FacilityId), words: z.string() }),
);

/** The smallest set of candidates, three at most, that does the required categories together. */
export const CoverageView = lazily(() =>
  z.object({
    sites: z.array(
      z.object({
        intakeId: IntakeId,
        facilityId: FacilityId,
        facilityName: z.string(),
        categories: z.array(z.string()),
      }),
    ),
    uncovered: z.array(z.string()),
    nowhere: z.array(z.string()),
    finishesOn: CalendarDate.nullable(),
    atBest: z.boolean(),
    words: z.string(),
  }),
);

/** A request with everything a coordinator decides on. */
export const CaseView = lazily(() =>
  z.object({
    request: PlacementRequest,
    candidates: z.array(CandidateView()),
    nearMisses: z.array(NearMissView()),
    /** The smallest single changes of each kind that would open sites, the smallest first; then the smallest pairs. */
    openings: z.object({ single: z.array(OpeningView()), pairs: z.array(OpeningView()) }),
    /** How many sites each rule excluded for good, by rule id. */
    excluded: z.record(z.string(), z.int()),
    /** The nearest of them, each with the row of the rule that excluded it. */
    exclusions: z.array(ExclusionView()),
    /** Null: no categories are required. */
    coverage: CoverageView().nullable(),
    sitesConsidered: z.int(),
    offers: z.array(Offer),
    mails: z.array(Mail),
    /** Why the technologist's address gets no mail, or no outreach; null: it is not on the suppression list. */
    suppression: Suppression.nullable(),
    audit: z.array(AuditLine),
  }),
);
export type CaseView = z.infer<ReturnType<typeof CaseView>>;
