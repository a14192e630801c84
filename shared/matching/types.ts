import type { Track } from '../domain/discipline.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { CalendarDate, FacilityId, HealthSystemId, ProgramId } from '../domain/primitives.ts';
import type { Program } from '../domain/program.ts';
import type { Requirements } from '../domain/requirements.ts';
import type { Block } from '../domain/schedule.ts';
import type { Site } from '../domain/site-offer.ts';
import type { Admission } from './admission.ts';
import type { Seeker } from './pair.ts';
import type { Code } from './phrases/findings.ts';
import type { RecordLimits } from './records.ts';
import type { Timeline } from './timeline.ts';

/** Worst first: within a rule the worst counts, and a site is a candidate when no rule fails. */
export const outcomes = ['fail', 'ask', 'condition', 'pass'] as const;
export type Outcome = (typeof outcomes)[number];

/** A number, word or list that a phrase needs: `{ miles: 41, limit: 30 }`. */
export type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** One finding in structured form; `phrases.ts` has the words for each code. */
export interface Finding {
  /** Names the row of the rule's decision table, such as `cover-to-buy`. */
  readonly code: string;
  readonly facts: Facts;
}

/** A change that only the technologist could make, and that would turn this `fail` into something else. */
export interface Remedy extends Finding {
  /** The wish to change, as in the request: `travelMiles`, `readiness.insurance.willBuy` … */
  readonly field: string;
}

/** A row that a rule came to, weighed. */
export interface WeighedFinding extends Finding {
  readonly outcome: Outcome;
  /** For a `fail`: what the technologist could change, or null when only others could. */
  readonly remedy: Remedy | null;
}

/** What one H or Q rule says of one request at one intake: its worst finding. */
export interface Verdict extends WeighedFinding {
  readonly rule: string;
  /** What else the rule found that is not a `pass`, worst first: two people to be named are two questions. */
  readonly also: readonly WeighedFinding[];
  /** Warnings; they decide nothing. */
  readonly notes: readonly Finding[];
}

/** Half-open span of minutes of the week, Monday 00:00 = 0. One that runs from Sunday into Monday ends past 10,080. */
export interface Segment {
  readonly from: number;
  readonly to: number;
}

/**
 * A set of minutes of the week in one form only: segments sorted, apart from each other, within 0 and 10,080;
 * what wraps is split there.
 */
export type Week = readonly Segment[];

/**
 * A piece of the planned week as the site's clock shows it; `regular` when it lies inside regular hours at the own
 * employer.
 */
export interface PlannedSegment extends Segment {
  readonly regular: boolean;
}

/** The weekly segments that the training would use (R12), or null when a side has not said its hours. */
export interface Plan {
  readonly segments: readonly PlannedSegment[];
  /** The site's IANA zone, in which the segments are told; null: not known. */
  readonly zone: string | null;
  /** Real minutes: in a week in which the clocks change not what the clock shows. */
  readonly weeklyMinutes: number;
  /** The larger of both sides' weekly minimum. */
  readonly neededMinutes: number;
  readonly missingToWantedMinutes: number;
  /** R18: the dates of a block rotation, inside the intake. Empty: every week of the intake. */
  readonly blocks: readonly Block[];
}

/** Where the finish lies to the window in which records count (A6). */
export type FinishWindow = 'inside' | 'unknown' | 'outside';

/** R20: by when the records could be complete at a site. */
export interface Feasibility {
  /** Records still needed; null: not said. */
  readonly needed: number | null;
  /** The first planned day on which all are there; null: not known, or the intake ends first. */
  readonly finishesOn: CalendarDate | null;
  /** `finishesOn` is a lower bound: the volume is not known, or how many counted records drop out before. */
  readonly atBest: boolean;
  /** How many of the needed records the intake gives at most; null: not known. */
  readonly reachable: number | null;
  /** How many are missing when the intake ends; null: not known. */
  readonly shortBy: number | null;
  /** Counted records that drop out before the finish, or the end of the intake, at least: as many more are needed. */
  readonly lapsing: number;
  readonly window: FinishWindow;
  /** Required categories of which the site does none. */
  readonly missingCategories: readonly string[];
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
  /** What certification asks for, as it is in force today (R1). */
  readonly requirements: Requirements;
}

export interface EmployerFacts {
  readonly facilityId: FacilityId;
  readonly legalEmployer: string | null;
  readonly healthSystemId: HealthSystemId | null;
}

/** H and Q give verdicts (Q is H once somebody answered); a note only warns. */
export type RuleKind = 'H' | 'Q' | 'note';

/** A row of a rule's decision table: what it comes to, and when. */
export type Row = readonly [outcome: Outcome, when: string];

/** A warning beside the rows that hold: when it is told, in words and as a test of the pair and of those rows. */
export type NoteRow = readonly [when: string, holds: (pair: Pair, judged: readonly Code[]) => boolean];

/** The row that a rule came to, or several of them; each code is one question, whichever rule comes to it. */
export type Judged = Code | readonly Code[];

/** A rule of the kinds H and Q: a reader finds it by its id; a new one is one file and one line in `rules/index.ts`. */
export interface Rule {
  readonly id: string;
  readonly kind: RuleKind;
  /** S survey, A ARRT, L law or professional guidance, D our design. */
  readonly source: string;
  readonly title: string;
  /** The decision table, by finding code. */
  readonly rows: Readonly<Record<string, Row>>;
  readonly notes: Readonly<Record<string, NoteRow>>;
  /** Only decides: millions of pairs are judged whose facts and words nobody asks for. */
  readonly judge: (pair: Pair) => Judged;
  /** What the phrase of a row or note needs, worked out when it is told. */
  readonly facts: Readonly<Record<string, ((pair: Pair) => Facts) | undefined>>;
  /** What the technologist could change about a `fail`. A row without an entry is for others to change. */
  readonly remedies: Readonly<Record<string, ((pair: Pair) => Remedy | null) | undefined>>;
}

/** What all rules say of a pair, before facts and words. */
export interface Judgement {
  /** In the order of `rules/index.ts`. */
  readonly judged: readonly Judged[];
  /** Distinct failures; none: a candidate. */
  readonly fails: number;
  /** Distinct open questions: one that several rules raise is one. */
  readonly asks: number;
  /** Distinct conditions. */
  readonly conditions: number;
}

/** One request at one site, before its hours are looked at. */
export interface Encounter {
  readonly seeker: Seeker;
  readonly request: PlacementRequest;
  readonly site: Site;
  readonly context: MatchingContext;
  readonly track: Track;
  /** The very facility where the technologist works. */
  readonly ownWorkplace: boolean;
  readonly miles: number | null;
  /** The request's program; null: none, or one that is not known any more. */
  readonly program: Program | null;
  /** The program has an agreement with the site that holds to the end of the intake. */
  readonly affiliated: boolean;
  readonly schedule: Schedule;
  readonly admission: Admission;
  readonly records: RecordLimits;
}

/**
 * What own shifts are at a site: elsewhere no training, with the rest before and after them; at the own employer
 * training time, unless the program forbids it (A9).
 */
export type Duty = 'elsewhere' | 'on-duty' | 'off-duty';

/** The technologist's week by the clock at home, worked out once for all sites. */
export interface Schedule {
  /** Null: not said. */
  readonly availability: Week | null;
  /** Shifts at the employer as they are, a confirmed adjustment included; null: not weekly, or not said. */
  readonly shifts: Week | null;
  /** Shifts at other employers. */
  readonly otherShifts: Week;
  /** Least rest before and after a shift, real minutes. */
  readonly restMinutes: number;
  /** The schedule after an adjustment that the employer has not answered; null: there is none. */
  readonly ifAdjusted: Schedule | null;
  /** Free hours that were worked out already, by what own shifts are at a site and by the kind of week. */
  readonly free: Readonly<Record<Duty, Map<Timeline, readonly Segment[]>>>;
  /** All hours in which training may be possible, by how far the clock at home is ahead. */
  readonly most: Map<number, Week>;
  /** Hours at sites that are not the employer's, by what those sites say of hours. */
  readonly elsewhere: Map<string, Hours>;
}

/** How a segment stands to the regular hours at the own employer (R5). */
export type Standing =
  /** Inside regular hours. */
  | 'regular'
  /** Inside adjusted hours that the employer has not confirmed. */
  | 'adjusting'
  /** The hours are rotating, per diem or not said. */
  | 'irregular'
  /** At a sister site, and which legal entity employs is not known. */
  | 'entity-unknown'
  /** Nothing is planned yet, because a side has not said its hours. */
  | 'unplanned'
  | 'outside';

/** What the hours of both sides come to (R12, R13, R18). */
export interface Hours {
  readonly finding:
    | 'hours-fit'
    | 'too-few-hours'
    | 'adjustment-unanswered'
    | 'site-hours-unknown'
    | 'availability-unknown'
    | 'shifts-unknown';
  /** Training every week, or only in the blocks of whole free weeks. */
  readonly mode: 'weekly' | 'blocks';
  /** The parts of the wished blocks that hold a whole week of the intake (R18). */
  readonly blocks: readonly Block[];
  readonly usableMinutes: number;
  readonly neededMinutes: number;
  readonly plan: Plan | null;
  /** Minutes of the plan on each weekday, Monday first; none: there is no plan. */
  readonly minutesByWeekday: readonly number[];
  /** Distinct standings of the planned segments. */
  readonly standings: readonly Standing[];
  /** Monday of the week that was judged, the worst, where the weeks are not all alike; null: they are. */
  readonly worstWeek: CalendarDate | null;
}

/** What a site says of the required categories (R19). */
export interface Categories {
  /** It does procedures in these. */
  readonly covered: readonly string[];
  /** It does none in these. */
  readonly absent: readonly string[];
  readonly unsaid: readonly string[];
}

/** One request at one site, with what several rules need worked out once. */
export interface Pair extends Encounter {
  readonly categories: Categories;
  readonly hours: Hours;
  readonly feasibility: Feasibility;
}
