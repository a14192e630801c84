import type { Actor } from '../domain/audit.ts';
import type { ContactBudget } from '../domain/contact-budget.ts';
import type { DraftId } from '../domain/draft.ts';
import type { Facility } from '../domain/facility.ts';
import type { FormLimits } from '../domain/form-limits.ts';
import type { Offer } from '../domain/offer.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
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
import type { Session } from '../domain/session.ts';
import type { MatchingSettings } from '../matching/types.ts';
import type {
  ContactLog,
  Directory,
  Drafts,
  Facilities,
  HealthSystems,
  Intakes,
  Offers,
  Programs,
  Requests,
  Rounds,
  SiteOffers,
  StoredRequirements,
} from './ports/aggregates.ts';
import type { FormCounts, MailingSwitches, Outbox, People, Suppressions } from './ports/mail.ts';
import type { AuditLog, IdempotencyRecord, UnitOfWork } from './ports/repository.ts';

export type * from './ports/aggregates.ts';
export type * from './ports/mail.ts';
export type * from './ports/repository.ts';

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

export interface Store extends UnitOfWork {
  readonly requests: Requests;
  readonly drafts: Drafts;
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
  readonly draft: () => DraftId;
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

/** A hospital as a public list has it: known by name and address, and has agreed to nothing. */
export interface ListedFacility {
  readonly name: string;
  readonly street: string;
  readonly zip: string;
}

export interface PublicList {
  /** Those of a name near a ZIP code; either may be empty. Few: more is not a list to choose from. */
  readonly find: (name: string, zip: string) => readonly ListedFacility[];
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

/** When coordinators get their digest: an hour of the day where they are. */
export interface DigestTime {
  readonly zone: string;
  readonly hour: number;
}

/** What every use-case is called with beside its own input. */
export interface Call {
  readonly actor: Actor;
  /** The network address that the call came from, as the gateway saw it. Only its network is counted, and hashed. */
  readonly sourceIp?: string;
  readonly idempotency?: IdempotencyRecord;
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
