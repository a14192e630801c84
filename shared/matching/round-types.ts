import type { PlacementRequest } from '../domain/placement-request.ts';
import type { FacilityId, Instant, RequestId } from '../domain/primitives.ts';
import type { IntakeId, Site } from '../domain/site-offer.ts';
import type { MatchingContext } from './types.ts';

/** A request that waits for a seat, with what a coordinator has decided about it. */
export interface RoundRequest {
  readonly request: PlacementRequest;
  /** As for any matching. Requests that share everything in it may share the object. */
  readonly context: MatchingContext;
  /** Since when the technologist waits: among equals the longest waiting goes first. */
  readonly waitingSince: Instant;
  /** The technologist's own order of facilities, best first; the others follow in the order of candidates. */
  readonly order: readonly FacilityId[];
  /** The one intake that a coordinator holds for this request; null: none. A lock names a site, so it may be tried again. */
  readonly lockedTo: IntakeId | null;
  /** Facilities that a coordinator has ruled out for this request. */
  readonly forbidden: readonly FacilityId[];
  /** R27: a facility that said no to a kind of request rests from that kind. */
  readonly kind: string;
}

/** An intake of an open site. */
export interface RoundSite {
  readonly site: Site;
  /** R27: the kinds of request from which the facility rests in this discipline. */
  readonly resting: readonly string[];
}

export interface RoundSettings {
  /** How many sites a request's list holds at most. */
  readonly listLength: number;
}

/** The order of requests and of sites changes nothing. */
export interface RoundInput {
  readonly requests: readonly RoundRequest[];
  readonly sites: readonly RoundSite[];
  /** R27: how many more briefs a facility may get, over all its intakes and disciplines. One that is absent has no limit. */
  readonly briefsLeft: ReadonlyMap<FacilityId, number>;
  readonly settings: RoundSettings;
}

/**
 * A facility's order of people: its own confirmed employees, then students of the programs that it has agreements
 * with, then everybody else; within a tier whoever waits longest, then a stable hash.
 */
export const tiers = ['own-employee', 'program-student', 'other'] as const;
export type Tier = (typeof tiers)[number];

export interface ProposedPair {
  readonly requestId: RequestId;
  readonly intakeId: IntakeId;
  /** The place of the site in the request's own list, 1 is the first; null: a coordinator's lock. */
  readonly choice: number | null;
  /** How the facility sees this person. */
  readonly tier: Tier;
}

/** Why a site that fits went to others. */
export type Loss =
  /** The last seat went to one of the site's own employees. */
  | 'own-employees'
  /** To a student of a program of the site. */
  | 'program-students'
  /** To somebody of the same tier who has waited longer. */
  | 'waited-longer'
  /** To somebody of the same tier who has waited as long; the stable hash decided. */
  | 'drawn'
  /** Seats are left, but the facility is asked no more for now (R27): its briefs went to people before this one, or before this round. */
  | 'contact-budget';

/** Why a request has no pair: a code, and the facts of that code. */
export type UnplacedReason =
  /** The site that a coordinator locked is not among the open ones any more. */
  | { readonly code: 'locked-site-gone'; readonly intakeId: IntakeId }
  /** The locked site does not fit any more: the rules that fail; R3 also where its consent question is open. */
  | { readonly code: 'locked-site-unfit'; readonly intakeId: IntakeId; readonly rules: readonly string[] }
  /** The locked site is one that the coordinator has ruled out, or rests from this kind of request (R27). */
  | { readonly code: 'locked-site-barred'; readonly intakeId: IntakeId; readonly by: 'forbidden' | 'resting' }
  /** More people are locked to the intake, or to the facility, than it may still take. */
  | { readonly code: 'locked-seat-lost'; readonly intakeId: IntakeId; readonly loss: Loss }
  /** Nobody offers a free seat in the discipline. */
  | { readonly code: 'no-open-site' }
  /** Every site fails a rule; the rule that excludes most of them first. */
  | { readonly code: 'no-site-fits'; readonly sites: number; readonly rule: string; readonly byRule: number }
  /** Only sites fit whose consent question is open: the employer and its sisters (R3). */
  | { readonly code: 'consent-open'; readonly sites: number }
  /** Sites fit, but each is ruled out, was tried before, rests from this kind of request, or has an open consent question. */
  | {
      readonly code: 'held-back';
      readonly forbidden: number;
      readonly triedBefore: number;
      readonly resting: number;
      readonly consentOpen: number;
    }
  /** Sites fit, and others went before at every one that was listed. */
  | {
      readonly code: 'outranked';
      /** Sites that fit and may be proposed; the list holds the best of them only. */
      readonly fitting: number;
      readonly listed: number;
      /** The first choice, and why it was lost. */
      readonly first: { readonly intakeId: IntakeId; readonly loss: Loss };
      /** Listed sites by why they were lost. */
      readonly losses: Readonly<Partial<Record<Loss, number>>>;
    };

export interface Unplaced {
  readonly requestId: RequestId;
  readonly reason: UnplacedReason;
}

/** What a round would do; nothing is sent before a coordinator approves it. Both lists are in the order of request ids. */
export interface RoundProposal {
  readonly pairs: readonly ProposedPair[];
  readonly unplaced: readonly Unplaced[];
}

/** How many briefs the pairs that were proposed so far take of each facility. */
export type BriefsUsed = Readonly<Record<FacilityId, number>>;

/**
 * A part of a round, so that no invocation must carry all: first all locks, then one discipline after another
 * (`roundDisciplines`), each with the briefs that the parts before it use.
 */
export interface RoundPart extends RoundProposal {
  /** Of the parts before and of this one. */
  readonly briefsUsed: BriefsUsed;
}
