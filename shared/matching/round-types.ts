import type { Track } from '../domain/discipline.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { FacilityId, Instant, RequestId } from '../domain/primitives.ts';
import type { IntakeId, Site } from '../domain/site-offer.ts';
import type { MatchingContext } from './types.ts';

/** A request that waits for a seat. Its own order of sites, and what coordinators ruled about it, are part of it. */
export interface RoundRequest {
  readonly request: PlacementRequest;
  /** As for any matching. Requests that share everything in it may share the object. */
  readonly context: MatchingContext;
  /** Since when the technologist waits: among equals whoever waits longest goes first. */
  readonly waitingSince: Instant;
}

/** An intake of a site. */
export interface RoundSite {
  readonly site: Site;
  /** R27: the tracks from which the facility rests in this discipline, after a no. */
  readonly resting: readonly Track[];
}

/** As many sites as a list holds where nothing else is said: beyond so many hardly anybody is placed. */
export const usualListLength = 20;

export interface RoundSettings {
  /** How many sites a request's list holds at most. */
  readonly listLength: number;
}

/** The order of requests and of sites changes nothing. */
export interface RoundInput {
  readonly requests: readonly RoundRequest[];
  readonly sites: readonly RoundSite[];
  /** R27: how often a facility may still be contacted, over all its intakes and disciplines. One that is absent has no limit. */
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

/** Sites that fit and yet are not proposed, by why. */
export interface HeldBack {
  /** A coordinator has ruled the facility out for this request. */
  readonly forbidden: number;
  /** It was offered before and came to nothing; only a lock tries it again. */
  readonly triedBefore: number;
  /** The question whether the employer and its sister sites may be contacted is open (R3). */
  readonly consentOpen: number;
  /** The facility rests from this kind of request after a no (R27). */
  readonly resting: number;
  /** The facility's contacts are used up, before this discipline's turn (R27). */
  readonly contactBudget: number;
}

/** Why a request has no pair: a code, and the facts of that code. */
export type UnplacedReason =
  /** The site that a coordinator locked has no free seat any more, or is gone. */
  | { readonly code: 'locked-site-gone'; readonly intakeId: IntakeId }
  /** The locked site does not fit any more: the rules that fail. */
  | { readonly code: 'locked-site-unfit'; readonly intakeId: IntakeId; readonly rules: readonly string[] }
  /** The locked site fits and may not be proposed. */
  | { readonly code: 'locked-site-held-back'; readonly intakeId: IntakeId; readonly by: keyof HeldBack }
  /** More people are locked to the intake, or to the facility, than it may still take. */
  | { readonly code: 'locked-seat-lost'; readonly intakeId: IntakeId; readonly loss: Loss }
  /** Nobody offers a free seat in the discipline. */
  | { readonly code: 'no-open-site' }
  /** Every site with a free seat fails a rule; of all rules, the one that excludes most of them. */
  | { readonly code: 'no-site-fits'; readonly sites: number; readonly rule: string; readonly byRule: number }
  /** Sites fit, and none of them may be proposed. */
  | { readonly code: 'held-back'; readonly heldBack: HeldBack }
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
