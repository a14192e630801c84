import type { Actor, AuditLine } from '../domain/audit.ts';
import type { ContactBudget, Contacts, NewContact } from '../domain/contact-budget.ts';
import type { Discipline } from '../domain/discipline.ts';
import type { Facility } from '../domain/facility.ts';
import type { FormLimits } from '../domain/form-limits.ts';
import type { Mail, MailId, MailStatus } from '../domain/mail.ts';
import type { Mailing } from '../domain/mailing.ts';
import type { Offer, OfferId } from '../domain/offer.ts';
import type { PlacementRequest, RequestStatus } from '../domain/placement-request.ts';
import type {
  CalendarDate,
  FacilityId,
  HealthSystemId,
  Instant,
  Place,
  ProgramId,
  RequestId,
  RoundId,
} from '../domain/primitives.ts';
import type { HealthSystem, Program } from '../domain/program.ts';
import type { RefusalCode } from '../domain/refusal.ts';
import type { Figure, RequirementCorrections } from '../domain/requirements.ts';
import type { Result } from '../domain/result.ts';
import type { LineOutcome, PlacedLine, Round, RoundLine, RoundLineId } from '../domain/round.ts';
import type { Intake, IntakeId, Site, SiteOffer } from '../domain/site-offer.ts';
import type { Session } from '../domain/session.ts';
import type { Suppression, SuppressionId } from '../domain/suppression.ts';
import type { Reach } from '../matching/reach.ts';
import type { MatchingSettings } from '../matching/types.ts';

/**
 * One conditional write, made by a store and committed with others or not at all.
 * `refusal` is what the caller is told when this write's condition is what failed.
 */
export interface Write {
  readonly refusal: RefusalCode;
  /** The store's own form of the write; nobody else looks inside. */
  readonly item: unknown;
}

/**
 * A page of a list, and the cursor to the next one (signed by the store; null at the end).
 * A list refuses a cursor that was altered or belongs to another list: `invalid-input`, field `cursor`.
 */
export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor: string | null;
}

/** `relaxed`: perhaps a moment behind, at half the price. For what is only shown: nothing may be decided on it. */
export interface Reading {
  readonly relaxed?: boolean;
}

/** Reads an aggregate whole or not at all; writes are handed out, not done. */
interface Repository<T, Id> {
  readonly get: (id: Id) => Promise<T | null>;
  readonly create: (item: T) => Write;
  /** Writes what changed, if the stored status and version are still those of `before`. */
  readonly update: (before: T, after: T) => Write;
  /** Changes nothing, but lets nothing else of the transaction through unless this is still as it was read. */
  readonly requireUnchanged: (item: T) => Write;
}

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
  /** Requests that are to be matched and have not changed since `since`: oldest first. */
  readonly unmatched: (since: Instant, limit: number) => Promise<readonly PlacementRequest[]>;
  /** Requests in review of one discipline: those that a changed site may concern. */
  readonly waitingFor: (discipline: Discipline) => Promise<readonly PlacementRequest[]>;
}

export interface Offers extends Repository<Offer, OfferId> {
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

/** Mails that anybody can cause by typing an address into a form: counted, so that no mailbox can be flooded. */
export type CountedMail = 'confirmation' | 'access-link';

/** A stretch of time in which forms are counted that came from somewhere. */
export interface FormWindow {
  /** A network's key, or `everywhere`. */
  readonly source: string;
  /** The day or the hour. */
  readonly window: string;
  readonly ends: Instant;
  readonly most: number;
}

/** Counts forms that cause a mail. */
export interface FormCounts {
  readonly of: (window: FormWindow) => Promise<number>;
  /** Counts one more; refusal `limit-reached` when `most` are counted already. */
  readonly count: (window: FormWindow) => Write;
}

/** Counts a person's open requests; the write fails (`too-many-open-requests`) instead of passing the limit. */
export interface People {
  readonly openRequest: (personKey: string, requestId: RequestId) => Write;
  readonly closeRequest: (personKey: string, requestId: RequestId) => Write;
  /** From now on the address is one that a facility was confirmed under. */
  readonly speakFor: (personKey: string, facilityId: FacilityId) => Write;
  /** The address speaks for it no more. */
  readonly speakForNoMore: (personKey: string, facilityId: FacilityId) => Write;
  /** What may have links mailed to the address. A facility may have another contact by now, or have left. */
  readonly linkedTo: (
    personKey: string,
  ) => Promise<{ readonly requests: readonly RequestId[]; readonly facilities: readonly FacilityId[] }>;
  /** How many mails of the kind an address was sent on a day. */
  readonly mailsOn: (personKey: string, kind: CountedMail, day: CalendarDate) => Promise<number>;
  /**
   * Counts one more; refusal `duplicate` when `most` are counted already. An item of its own, so that one transaction
   * can hold it beside `openRequest`.
   */
  readonly noteMail: (personKey: string, kind: CountedMail, day: CalendarDate, most: number) => Write;
  /** Starts the day's count anew: the address answered, so the mails were wanted. */
  readonly forgetMails: (personKey: string, kind: CountedMail, day: CalendarDate) => Write;
  /** Is the address one that was never invited (R25), and of nobody who left the service? */
  readonly mayBeInvited: (personKey: string) => Promise<boolean>;
  /** From now on the address is not invited any more; refusal `duplicate` when that is so already. */
  readonly noteInvitation: (personKey: string) => Write;
  /** The same, whatever was before: who leaves is not invited back. */
  readonly refuseInvitations: (personKey: string) => Write;
  /** Remembers that the address of this request or facility is still to be confirmed, until the time to do so is over. */
  readonly notePending: (personKey: string, subject: string, until: Instant) => Write;
  /** Some of those (25 at most); each may have been confirmed or ended meanwhile. */
  readonly pendingOf: (personKey: string) => Promise<readonly string[]>;
}

/** What changes in a mail when it moves; the instant always does. */
export type MailChange = Pick<Mail, 'updatedAt'> &
  Partial<Pick<Mail, 'attempts' | 'leaseUntil' | 'addressId' | 'bounce' | 'sesMessageId' | 'trouble'>>;

export interface Outbox {
  readonly get: (id: MailId, reading?: Reading) => Promise<Mail | null>;
  /** A second mail with the same subject, kind and round is refused as `duplicate`. */
  readonly enqueue: (mail: Mail) => Write;
  /** Moves a mail forward, if it still is as it was read. False: someone else moved it, or it can't move so. */
  readonly move: (mail: Mail, to: MailStatus, change: MailChange) => Promise<boolean>;
  /** Notes that a mail arrived, without reading it. False: it is not `sent`, or not there. */
  readonly noteArrival: (id: MailId, at: Instant) => Promise<boolean>;
  /** Mails that wait since before `since`: pending ones, and claims whose lease ended before it. Longest first. */
  readonly overdue: (since: Instant, limit: number) => Promise<readonly Mail[]>;
  /** Mails of a state with something doubtful or wrong about them that nobody dealt with, newest first. */
  readonly inTrouble: (status: MailStatus, cursor: string | null, limit: number) => Promise<Result<Page<Mail>>>;
  /** Mails in doubt that nobody dealt with, longest first. */
  readonly inDoubt: (limit: number) => Promise<readonly Mail[]>;
  readonly ofSubject: (subject: string, reading?: Reading) => Promise<readonly Mail[]>;
  /** The same by pages. */
  readonly about: (subject: string, cursor: string | null, limit: number) => Promise<Result<Page<Mail>>>;
  /** Notes that a mail has a next copy; refusal `stale-version` when it moved since it was read. */
  readonly sentAgain: (mail: Mail, copy: Mail) => Write;
  /**
   * Of the last so many outreach mails that left, counting those queued since an instant: how many bounced hard, and how
   * many were complained about. `latest` has just moved, which a list may show a moment later.
   */
  readonly outreachTally: (since: Instant, ofTheLast: number, latest: Mail) => Promise<OutreachTally>;
}

export interface OutreachTally {
  readonly bounces: number;
  readonly complaints: number;
}

/** Addresses that get no mail, or no outreach. */
export interface Suppressions extends Repository<Suppression, SuppressionId> {
  /** Those that are on the list now, newest first. */
  readonly latest: (cursor: string | null, limit: number) => Promise<Result<Page<Suppression>>>;
}

/** What mails may leave at the moment; null while nobody and nothing ever stopped any. */
export interface MailingSwitches extends Repository<Mailing, Mailing['id']> {
  /** As it was a few seconds ago at most: what delivery reads. */
  readonly current: () => Promise<Mailing | null>;
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

export interface AuditLog {
  readonly append: (line: AuditLine) => Write;
  /** The chain of one aggregate, first line first. */
  readonly of: (aggregateId: string, reading?: Reading) => Promise<readonly AuditLine[]>;
}

/** Who is signed in to the coordinators' pages. Not `Write`s: a session changes nothing else. */
export interface Sessions {
  readonly open: (session: Session) => Promise<void>;
  /** Null: there is none, or it is over. */
  readonly get: (id: Session['id']) => Promise<Session | null>;
  readonly end: (id: Session['id']) => Promise<void>;
}

/** Something whose time has come: found by the clock, decided by the use-case of its kind. */
export type Due =
  | { readonly kind: 'request'; readonly request: PlacementRequest }
  | { readonly kind: 'offer'; readonly offer: Offer }
  | { readonly kind: 'facility'; readonly facility: Facility };

export interface Deadlines {
  readonly due: (now: Instant, limit: number) => Promise<readonly Due[]>;
}

/** A repeated POST with one `Idempotency-Key` has one effect: its answer is stored by the transaction that has the effect. */
export interface IdempotencyRecord {
  /** Hash of caller, route and key. */
  readonly key: string;
  /** Hash of the body: the same key with another body is a mistake, not a repeat. */
  readonly bodyHash: string;
}

export interface StoredAnswer {
  readonly bodyHash: string;
  readonly answer: unknown;
}

export interface UnitOfWork {
  /**
   * All of the writes or none; a failed condition comes back as the refusal of its write, the first of them when
   * several failed. `duplicate` of the field `Idempotency-Key`: the same call was made before, and `answerTo` has its
   * answer. `busy`: nothing was written. Throws when the outcome stays unknown, because no answer came.
   */
  readonly commit: (
    writes: readonly Write[],
    idempotency?: IdempotencyRecord & { readonly answer: unknown },
  ) => Promise<Result<void>>;
  readonly answerTo: (key: string) => Promise<StoredAnswer | null>;
}

export interface Store extends UnitOfWork {
  readonly requests: Requests;
  readonly offers: Offers;
  readonly facilities: Facilities;
  readonly contacts: ContactLog;
  readonly siteOffers: SiteOffers;
  readonly intakes: Intakes;
  readonly directory: Directory;
  readonly programs: Programs;
  readonly healthSystems: HealthSystems;
  readonly requirements: StoredRequirements;
  readonly people: People;
  readonly formCounts: FormCounts;
  readonly outbox: Outbox;
  readonly suppressions: Suppressions;
  readonly mailing: MailingSwitches;
  readonly rounds: Rounds;
  readonly audit: AuditLog;
  readonly sessions: Sessions;
  readonly deadlines: Deadlines;
}

export interface Clock {
  readonly now: () => Date;
}

/** New ids and marks, unguessable. */
export interface Ids {
  readonly request: () => RequestId;
  readonly facility: () => FacilityId;
  readonly program: () => ProgramId;
  readonly healthSystem: () => HealthSystemId;
  readonly round: () => RoundId;
  /** The last part of an intake's id. */
  readonly intakeMark: () => string;
}

/** ZIP → place; null for a ZIP that does not exist. */
export interface Places {
  readonly locate: (zip: string) => Place | null;
}

/** Keyed hash of a normalized address: what a person is counted under. */
export interface PersonKeys {
  readonly of: (email: string) => Promise<string>;
}

/** Keyed hash of the network that an address belongs to, another one each day. */
export interface NetworkKeys {
  readonly of: (sourceIp: string, day: CalendarDate) => Promise<string>;
}

/** How long things last; set per stage. */
export interface Periods {
  readonly confirmHours: number;
  readonly answerDays: number;
  /** How often a facility is reminded of a brief: never, at half of its time, and a day before its end as well. */
  readonly reminders: number;
  readonly undoMinutes: number;
  /** A pending mail older than this was missed by the stream. */
  readonly sweepMinutes: number;
}

/** What every use-case is called with beside its own input. */
export interface Call {
  readonly actor: Actor;
  /** The network address that the call came from, as the gateway saw it. Only its network is counted, and hashed. */
  readonly sourceIp?: string;
  readonly idempotency?: IdempotencyRecord;
}

/** When coordinators get their digest: an hour of the day where they are. */
export interface DigestTime {
  readonly zone: string;
  readonly hour: number;
}

/** What use-cases are made of. Each names the part it needs with `Pick`. */
export interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly places: Places;
  readonly personKeys: PersonKeys;
  readonly networkKeys: NetworkKeys;
  readonly formLimits: FormLimits;
  readonly periods: Periods;
  readonly matching: MatchingSettings;
  readonly budget: ContactBudget;
}
