import type { Discipline, Track } from '../domain/discipline.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { CalendarDate, FacilityId, HealthSystemId, ProgramId } from '../domain/primitives.ts';
import type { Program } from '../domain/program.ts';
import type { IntakeId, Site } from '../domain/site-offer.ts';

/** Worst first: within a rule the worst counts, and a site is a candidate when no rule fails. */
export const outcomes = ['fail', 'ask', 'condition', 'pass'] as const;
export type Outcome = (typeof outcomes)[number];

/** A number, word or list that a phrase needs: `{ miles: 41, limit: 30 }`. */
export type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** One finding in structured form; `phrases.ts` has the words for each code. */
export interface Finding {
  /** Names the row of the rule's decision table, such as `cover-short-will-buy`. */
  readonly code: string;
  readonly facts: Facts;
}

/** A change that only the technologist could make, and that would turn this `fail` into something else. */
export interface Remedy extends Finding {
  /** The wish to change, as in the request: `travelMiles`, `readiness.insurance.willBuy` … */
  readonly field: string;
}

/** What one H or Q rule says of one request at one intake. */
export interface Verdict extends Finding {
  readonly rule: string;
  readonly outcome: Outcome;
  /** Warnings; they decide nothing. */
  readonly notes: readonly Finding[];
  /** For a `fail`: what the technologist could change, or null when only others could. */
  readonly remedy: Remedy | null;
}

/** Half-open span of minutes of the week, Monday 00:00 = 0, up to 10,080. */
export interface Segment {
  readonly from: number;
  readonly to: number;
}

/** A piece of the planned week; `regular` when it lies inside regular hours at the own employer. */
export interface PlannedSegment extends Segment {
  readonly regular: boolean;
}

/** The weekly segments that the training would use (R12), or null when a side has not said its hours. */
export interface Plan {
  readonly segments: readonly PlannedSegment[];
  readonly weeklyMinutes: number;
  /** The larger of both sides' weekly minimum. */
  readonly neededMinutes: number;
  readonly missingToWantedMinutes: number;
}

/** A value of one step of the order of candidates, with what it was made of. Lower is better. */
export interface RankStep {
  readonly step: string;
  readonly value: number | string;
}

export interface Assessment {
  readonly facilityId: FacilityId;
  readonly intakeId: IntakeId;
  readonly facilityName: string;
  readonly discipline: Discipline;
  readonly track: Track;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  /** One-way straight-line miles, or null when a point is missing. */
  readonly miles: number | null;
  readonly plan: Plan | null;
  readonly verdicts: readonly Verdict[];
  readonly rank: readonly RankStep[];
}

/** An opted-in site whose every `fail` the technologist could change. */
export interface NearMiss extends Assessment {
  readonly changes: readonly Remedy[];
}

export interface Matching {
  /** Best first. */
  readonly candidates: readonly Assessment[];
  /** Fewest changes first. */
  readonly nearMisses: readonly NearMiss[];
  /** How many sites each rule excluded for good, by rule id. */
  readonly excluded: Readonly<Record<string, number>>;
  readonly sitesConsidered: number;
}

export interface MatchingSettings {
  /** R16: hours of travel are miles × detour ÷ speed. */
  readonly detourFactor: number;
  readonly milesPerHour: number;
  /** R12: least rest between a shift and the training, minutes. */
  readonly restMinutes: number;
}

/** What matching may know beside the request and the sites. A snapshot, never the authority on seats or consent. */
export interface MatchingContext {
  readonly today: CalendarDate;
  readonly programs: ReadonlyMap<ProgramId, Program>;
  /** The employer, when it is a facility of the service: its legal employer and health system decide the track. */
  readonly employer: EmployerFacts | null;
  readonly settings: MatchingSettings;
}

export interface EmployerFacts {
  readonly facilityId: FacilityId;
  readonly legalEmployer: string | null;
  readonly healthSystemId: HealthSystemId | null;
}

/** A rule of the kinds H and Q: a reader finds it by its id; a new one is one file and one line in `rules/index.ts`. */
export interface Rule {
  readonly id: string;
  /** S survey, A ARRT, L law or professional guidance, D our design. */
  readonly source: string;
  readonly title: string;
  readonly evaluate: (pair: Pair) => Verdict;
}

/** One request at one site, with what several rules need worked out once. */
export interface Pair {
  readonly request: PlacementRequest;
  readonly site: Site;
  readonly context: MatchingContext;
  readonly track: Track;
  readonly miles: number | null;
  /** The program whose agreement with the site holds to the end of the intake, if any. */
  readonly program: Program | null;
  readonly affiliated: boolean;
}
