/** What is kept: requests, offers, facilities with what they offer, and what coordinators keep up. */

import type { Contacts, NewContact } from '../../domain/contact-budget.ts';
import type { Discipline } from '../../domain/discipline.ts';
import type { Draft, DraftId } from '../../domain/draft.ts';
import type { Facility } from '../../domain/facility.ts';
import type { Offer, OfferId } from '../../domain/offer.ts';
import type { PlacementRequest, RequestStatus } from '../../domain/placement-request.ts';
import type { FacilityId, HealthSystemId, Instant, ProgramId, RequestId, RoundId } from '../../domain/primitives.ts';
import type { HealthSystem, Program } from '../../domain/program.ts';
import type { Figure, RequirementCorrections } from '../../domain/requirements.ts';
import type { Result } from '../../domain/result.ts';
import type { LineOutcome, PlacedLine, Round, RoundLine, RoundLineId } from '../../domain/round.ts';
import type { Intake, IntakeId, Site, SiteOffer } from '../../domain/site-offer.ts';
import type { Reach } from '../../matching/reach.ts';
import type { Page, Reading, Repository, Write } from './repository.ts';

/** A request and all tries to place it, oldest first. */
export interface RequestWithOffers {
  readonly request: PlacementRequest;
  readonly offers: readonly Offer[];
}

/** One of the tries, with its request and the others. */
export interface OfferOfRequest extends RequestWithOffers {
  readonly offer: Offer;
}

export interface Requests extends Repository<PlacementRequest, RequestId> {
  /** One read, at the price of one item while all of it is small. */
  readonly withOffers: (id: RequestId, reading?: Reading) => Promise<RequestWithOffers | null>;
  /** The same, found by one of the offers. */
  readonly ofOffer: (id: OfferId, reading?: Reading) => Promise<OfferOfRequest | null>;
  /** Oldest first. */
  readonly inStatus: (
    status: RequestStatus,
    cursor: string | null,
    limit: number,
  ) => Promise<Result<Page<PlacementRequest>>>;
  /** When those in a status were sent in, as far as after an instant: newest first, and nothing else of them is read. */
  readonly sentSince: (status: RequestStatus, since: Instant, limit: number) => Promise<readonly Instant[]>;
  /** Requests that are to be matched and have not changed since `since`: oldest first. */
  readonly unmatched: (since: Instant, limit: number) => Promise<readonly PlacementRequest[]>;
  /** Requests in review of one discipline, longest waiting first: those that a changed site may concern. */
  readonly waitingFor: (discipline: Discipline, limit?: number) => Promise<readonly PlacementRequest[]>;
}

/** A draft whose time is over is gone. */
export interface Drafts extends Repository<Draft, DraftId> {
  /** Takes it away before its time, if it is there. */
  readonly remove: (id: DraftId) => Write;
}

export interface Offers extends Repository<Offer, OfferId> {
  /** Those that ended up to an instant, and nobody has seen to what follows from it. */
  readonly unfollowed: (since: Instant, limit: number) => Promise<readonly Offer[]>;
  /** Offers to a facility, newest first. */
  readonly ofFacility: (facilityId: FacilityId, cursor: string | null, limit: number) => Promise<Result<Page<Offer>>>;
}

/** A facility, all that it offers, and how often it was contacted (R27). */
export interface FacilityWithSites {
  readonly facility: Facility;
  readonly siteOffers: readonly SiteOffer[];
  readonly intakes: readonly Intake[];
  readonly contacts: Contacts;
}

export interface Facilities extends Repository<Facility, FacilityId> {
  /** One read, at the price of one item or two. */
  readonly withSites: (id: FacilityId, reading?: Reading) => Promise<FacilityWithSites | null>;
  /** Those that are there; the ids must differ from each other. */
  readonly ofAll: (ids: readonly FacilityId[]) => Promise<readonly Facility[]>;
  readonly inStatus: (
    status: Facility['status'],
    cursor: string | null,
    limit: number,
  ) => Promise<Result<Page<Facility>>>;
}

/** How often each facility was contacted (R27). */
export interface ContactLog {
  /** A facility that was never contacted has contacts without any. */
  readonly of: (facilityId: FacilityId) => Promise<Contacts>;
  /** Of those that were contacted before; the ids must differ from each other. */
  readonly ofAll: (facilityIds: readonly FacilityId[]) => Promise<ReadonlyMap<FacilityId, Contacts>>;
  /** Notes one more contact if the budget still allows it, and no no was said since `before`; refusal `contact-budget`. */
  readonly note: (before: Contacts, contact: NewContact) => Write;
  /** The brief waits no more; `no`: a no was said at that instant. */
  readonly briefAnswered: (offer: Offer, no: { readonly at: Instant } | null) => Write;
  /** A yes was taken back: the brief waits for an answer again. That is not one more contact, so nothing refuses it. */
  readonly briefOpenAgain: (offer: Offer) => Write;
}

export interface SiteOffers extends Repository<SiteOffer, string> {
  readonly ofFacility: (facilityId: FacilityId) => Promise<readonly SiteOffer[]>;
}

export interface Intakes extends Repository<Intake, IntakeId> {
  readonly ofFacility: (facilityId: FacilityId) => Promise<readonly Intake[]>;
  /** Refused also when more seats were taken meanwhile than `after` has. */
  readonly update: (before: Intake, after: Intake) => Write;
  /**
   * Takes one seat if one is free, the intake is not closed and its version (its dates) is the one that was read;
   * refusal `seat-taken`. Leaves the version alone.
   */
  readonly takeSeat: (intake: Intake) => Write;
  readonly releaseSeat: (id: IntakeId) => Write;
}

/** Every site with a free seat that opted in, in one discipline. */
export interface OpenSites {
  readonly all: () => readonly Site[];
  /** Those within reach of a request, and how many lie beyond; a reach of null takes in all. */
  readonly around: (reach: Reach | null) => { readonly sites: readonly Site[]; readonly beyond: number };
}

/** What matching reads. It follows the sites by seconds and is never the authority on seats and consent. */
export interface Directory {
  /** `latest`: all that was kept before the call; without it, perhaps a moment less, at half the price. */
  readonly openSites: (discipline: Discipline, options?: { readonly latest?: boolean }) => Promise<OpenSites>;
  /** Brings what is said of a facility up to date with its site offer and intakes. */
  readonly keep: (facilityId: FacilityId, discipline: Discipline) => Promise<{ readonly changed: boolean }>;
  /** Holds a discipline's directory against all open facilities and all that it lists, and keeps what it missed. */
  readonly check: (discipline: Discipline) => Promise<{ readonly changed: boolean }>;
  /** Makes a discipline's directory anew from all open facilities. */
  readonly rebuild: (discipline: Discipline) => Promise<void>;
}

export interface Programs extends Repository<Program, ProgramId> {
  readonly all: () => Promise<readonly Program[]>;
}

export interface HealthSystems extends Repository<HealthSystem, HealthSystemId> {
  readonly all: () => Promise<readonly HealthSystem[]>;
}

/** What coordinators corrected in the figures that certification asks for; null before the first correction. */
export interface StoredRequirements extends Repository<RequirementCorrections, RequirementCorrections['id']> {
  /** As they were a minute ago at most: what matching reads. */
  readonly corrections: () => Promise<readonly Figure[]>;
}

/** Rounds, the lines that they propose, and what became of those. */
export interface Rounds extends Repository<Round, RoundId> {
  /** Newest first. */
  readonly latest: (cursor: string | null, limit: number) => Promise<Result<Page<Round>>>;
  /** Those that are being worked out and have not got on since an instant. */
  readonly standing: (since: Instant) => Promise<readonly Round[]>;
  /**
   * Keeps the lines of a part under the digest of all that they say. Not a `Write`: they are too many for a
   * transaction, and nobody sees them before a round names their digest. Lines that are kept already are not written.
   */
  readonly keepLines: (digest: string, lines: readonly RoundLine[]) => Promise<void>;
  /** In the order of their ids. */
  readonly lines: (
    digest: string,
    outcome: RoundLine['outcome'],
    cursor: string | null,
    limit: number,
  ) => Promise<Result<Page<RoundLine>>>;
  readonly placedLine: (digest: string, id: RoundLineId) => Promise<PlacedLine | null>;
  /** Those whose ids come after `id`, in their order; null: from the first on. */
  readonly placedLinesAfter: (digest: string, id: RoundLineId | null, limit: number) => Promise<readonly PlacedLine[]>;
  readonly outcome: (roundId: RoundId, lineId: RoundLineId) => Promise<LineOutcome | null>;
  readonly outcomes: (roundId: RoundId) => Promise<readonly LineOutcome[]>;
  /** Of these lines only, which must differ from each other. */
  readonly outcomesOf: (roundId: RoundId, lineIds: readonly RoundLineId[]) => Promise<readonly LineOutcome[]>;
  /** Over a refusal, but never over an approval: `duplicate`. */
  readonly noteOutcome: (roundId: RoundId, outcome: LineOutcome) => Write;
}
