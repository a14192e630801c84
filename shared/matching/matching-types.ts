import type { Discipline, Track } from '../domain/discipline.ts';
import type { CalendarDate, FacilityId } from '../domain/primitives.ts';
import type { IntakeId } from '../domain/site-offer.ts';
import type { Feasibility, Finding, Plan, Remedy, Verdict } from './types.ts';

/** What matching comes to: candidates in their order, near misses, exclusions. */

/** The order of candidates decides by these, one after the other. */
export const rankSteps = [
  'track',
  'open questions',
  'conditions',
  'finish',
  'coverage',
  'lodging',
  'distance, bands of 10 miles',
  'costs without a price',
  'cost, bands of $100',
  'hours missing to those wanted, bands of 60 minutes',
  'setting',
] as const;
export type RankStep = (typeof rankSteps)[number];

/** A place in the order of candidates: a number for each of `rankSteps`, lower is better. */
export type Rank = readonly number[];

/** Behind every other value of its step: not known. */
export const lastPlace = Number.MAX_SAFE_INTEGER;

/** Why one candidate stands above the next: the first step in which they differ. */
export interface AboveNext {
  /** `lot`: they are equal in every step. */
  readonly step: RankStep | 'lot';
  readonly mine: number;
  readonly next: number;
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
  readonly feasibility: Feasibility;
  /** In the order of `rules/index.ts`. */
  readonly verdicts: readonly Verdict[];
  readonly rank: Rank;
}

/** An opted-in site whose every `fail` the technologist could change. */
export interface NearMiss extends Assessment {
  readonly changes: readonly Remedy[];
}

/** One of the sites that cover the required categories together. */
export interface CoveringSite {
  readonly facilityId: FacilityId;
  readonly intakeId: IntakeId;
  readonly facilityName: string;
  /** Of the required categories those that it does. */
  readonly categories: readonly string[];
}

/** R19: the smallest set of candidates that covers the required categories. */
export interface Coverage {
  /** Best first; empty: no candidate says that it does any of them. */
  readonly sites: readonly CoveringSite[];
  /** What even these do not cover, though no other three cover more. */
  readonly uncovered: readonly string[];
  /** Of those: what no candidate does. */
  readonly nowhere: readonly string[];
  /** When all records would be there with the training at all of these sites (R20); null: not known, or too few. */
  readonly finishesOn: CalendarDate | null;
  /** `finishesOn` is a lower bound. */
  readonly atBest: boolean;
}

/** A site that is neither candidate nor near miss, and the first row that excluded it for good. */
export interface Exclusion extends Finding {
  readonly facilityId: FacilityId;
  readonly intakeId: IntakeId;
  readonly facilityName: string;
  readonly miles: number | null;
  readonly rule: string;
}

export interface Matching {
  /** Best first. */
  readonly candidates: readonly Assessment[];
  /** Fewest changes first. */
  readonly nearMisses: readonly NearMiss[];
  /** How many sites each rule excluded for good, by rule id; a site counts for the first rule that did. */
  readonly excluded: Readonly<Record<string, number>>;
  /** Of the excluded sites within reach the nearest, at most `exclusionsTold`. */
  readonly exclusions: readonly Exclusion[];
  readonly sitesConsidered: number;
  /** Null: no categories are required. */
  readonly coverage: Coverage | null;
}
