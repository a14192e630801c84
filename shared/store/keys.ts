/**
 * Every key of the table is built here, or beside it: those of mails in `mail-keys.ts`, of rounds in `round-keys.ts`,
 * of people in `person-keys.ts`, of directories in `directory/keys.ts`. One table; an item's partition is what is read or
 * written together.
 *
 * | what is asked                           | index     | key condition                                | who asks                       |
 * | --------------------------------------- | --------- | -------------------------------------------- | ------------------------------ |
 * | a request                               | –         | pk REQUEST#id, sk REQUEST and REQUEST#TOLD   | its pages, every change of it  |
 * | … with its offers                       | –         | pk REQUEST#id, all of it                     | mails, answers, shortlist      |
 * | an offer                                | –         | pk REQUEST#id, sk OFFER#nnn                  | links, deadlines               |
 * | a facility                              | –         | pk FACILITY#id, sk FACILITY                  | links, every change of it      |
 * | … with all that it offers               | –         | pk FACILITY#id, all of it                    | mails, pages, approval         |
 * | how often it was contacted (R27)        | –         | pk FACILITY#id, sk CONTACTS                  | every brief, rounds            |
 * | its site offers                         | –         | pk FACILITY#id, sk [begins] SITE#CT          | upkeep, change of the facility |
 * | its intakes                             | –         | pk FACILITY#id, sk [begins] INTAKE#CT#mark   | upkeep, every seat             |
 * | a request that is being written         | –         | pk DRAFT#id, sk DRAFT                        | its pages                      |
 * | a program · a health system             | –         | pk PROGRAM#id or SYSTEM#id                   | matching, upkeep               |
 * | corrections of the requirements         | –         | pk REQUIREMENTS                              | matching, upkeep               |
 * | a mail · the mails about something      | –         | pk MAIL#subject, sk [all] kind#round         | delivery, SES events, support  |
 * | what mails may leave at the moment      | –         | pk MAILING                                   | every delivery, coordinators   |
 * | a round · what became of its lines      | –         | pk ROUND#id, sk ROUND · OUTCOME#line         | coordinators, run-round        |
 * | lines of a round's part                 | –         | pk LINES#digest, sk [begins] placed#line     | coordinators, run-round        |
 * | the audit chains of something and its parts | –     | pk AUDIT#id, sk [all] part's id#version      | coordinators, tests            |
 * | a person's open requests and facilities | –         | pk PERSON#key, sk OPEN                       | confirming, asking for links   |
 * | mails an address was sent on a day      | –         | pk PERSON#key, sk MAILS#kind#day             | forms that cause a mail        |
 * | whether an address is to get no mail    | –         | pk PERSON#key, sk SUPPRESSION                | every delivery, coordinators   |
 * | whether an address was invited, or left | –         | pk PERSON#key, sk INVITED                    | naming a site outside the list |
 * | what an address has yet to confirm      | –         | pk PERSON#key, sk from PENDING#now           | confirming an address          |
 * | forms from a network or everywhere     | –         | pk FORMS#source, sk day or hour              | forms that cause a mail        |
 * | the answer to a repeated call           | –         | pk IDEMPOTENCY#key                           | every POST with a key          |
 * | a coordinator who is signed in          | –         | pk SESSION#hash                              | coordinators’ pages            |
 * | requests in a status, oldest first      | lists     | REQUESTS#status                              | the review queue               |
 * | facilities in a status, oldest first    | lists     | FACILITIES#status                            | the vetting queue              |
 * | offers to a facility, newest first      | lists     | OFFERS#facility                              | the facility's page            |
 * | all programs · all health systems       | lists     | PROGRAMS or HEALTH-SYSTEMS                   | matching, upkeep               |
 * | mails in trouble by state, newest first | lists     | MAILS#status                                 | coordinators, sweep-outbox     |
 * | outreach that left well, newest first   | lists     | OUTREACH-SENT                                | the brake, after a bounce      |
 * | the suppression list, newest first      | lists     | SUPPRESSIONS                                 | coordinators                   |
 * | rounds, newest first                    | lists     | ROUNDS                                       | coordinators                   |
 * | what people who sign in did, newest first | lists   | ACTS                                         | coordinators                   |
 * | open sites: what changed since a change | –         | pk DIRECTORY#CT, sk CHANGE#n to CURRENT      | matching, keep-directory       |
 * | open sites: a packed state of them      | –         | pk DIRECTORY#CT, sk [begins] BASE#name       | functions that start           |
 * | requests in review of a discipline      | lists     | REQUESTS#in-review, places that end in #CT   | matching after a site changed  |
 * | when requests in a status were sent in  | lists     | REQUESTS#status, places from an instant on   | the trend of coordinators      |
 * | deadlines that have come                | due       | DUE, dueAt up to now                         | run-deadlines                  |
 * | mails that wait too long                | due       | DUE-MAILS, dueAt up to an instant            | sweep-outbox                   |
 * | offers whose end nobody has followed    | due       | DUE-SHORTLISTS, dueAt up to an instant       | sweep-outbox                   |
 * | rounds that stand still                 | due       | DUE-ROUNDS, dueAt up to an instant           | sweep-outbox                   |
 */

import type { AuditLine } from '../domain/audit.ts';
import type { Discipline } from '../domain/discipline.ts';
import type { DraftId } from '../domain/draft.ts';
import type { Facility } from '../domain/facility.ts';
import type { MailStatus } from '../domain/mail.ts';
import { dueAt, isUnfollowed, requestIdOf, type Offer, type OfferId } from '../domain/offer.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { FacilityId, HealthSystemId, Instant, ProgramId, RequestId } from '../domain/primitives.ts';
import type { HealthSystem, Program } from '../domain/program.ts';
import { partsOfIntakeId, type IntakeId, type SiteOfferId } from '../domain/site-offer.ts';
import type { ActFilter } from '../usecases/ports.ts';
import type { indexes, IndexName, primaryKey } from './table.ts';

export type Key = Readonly<Record<(typeof primaryKey)['partition' | 'sort'], string>>;

/** Places in the sparse indexes: an item is in an index while it has both attributes of it. */
export type IndexAttributes = Partial<Record<(typeof indexes)[IndexName]['partition' | 'sort'], string>>;

/** A partition of an index. */
export const listOf = {
  requests: (status: PlacementRequest['status']) => `REQUESTS#${status}`,
  facilities: (status: Facility['status']) => `FACILITIES#${status}`,
  offers: (facilityId: FacilityId) => `OFFERS#${facilityId}`,
  programs: 'PROGRAMS',
  healthSystems: 'HEALTH-SYSTEMS',
  mailsInTrouble: (status: MailStatus) => `MAILS#${status}`,
  outreachSent: 'OUTREACH-SENT',
  suppressions: 'SUPPRESSIONS',
  rounds: 'ROUNDS',
  acts: 'ACTS',
} as const;

export const dueOf = {
  deadlines: 'DUE',
  mails: 'DUE-MAILS',
  shortlists: 'DUE-SHORTLISTS',
  rounds: 'DUE-ROUNDS',
} as const;

export const inList = (listKey: string, ...order: readonly string[]) => ({ listKey, listOrder: order.join('#') });
const isDue = (at: Instant) => ({ dueKey: dueOf.deadlines, dueAt: at });

/** Digits enough for the largest number there may be, so that text sorts as numbers do. */
export const padded = (number: number, digits: number): string => String(number).padStart(digits, '0');

export const requestKey = (id: RequestId): Key => ({ pk: `REQUEST#${id}`, sk: 'REQUEST' });
export const requestToldKey = (id: RequestId): Key => ({ pk: requestKey(id).pk, sk: 'REQUEST#TOLD' });
/** Both items of a request. */
export const wholeRequest = (id: RequestId) => ({ partition: requestKey(id).pk, prefix: requestKey(id).sk });

/** The keys of all that an item is kept in: of a request what its person told us lies apart. */
export const partsOf = (key: Key): readonly [Key] | readonly [Key, Key] =>
  key.sk === 'REQUEST' ? [key, { ...key, sk: 'REQUEST#TOLD' }] : [key];

/** The requests that wait in a discipline, which is the last part of their place in the list. */
export const waitingFor = (discipline: Discipline) => ({
  index: 'lists' as const,
  partition: listOf.requests('in-review'),
  where: (place: string) => place.endsWith(`#${discipline}`),
});

/** Requests in a status from an instant on, newest first; `~` sorts behind every place. */
export const sentSince = (status: PlacementRequest['status'], since: Instant) => ({
  index: 'lists' as const,
  partition: listOf.requests(status),
  from: since,
  to: '~',
  newestFirst: true,
});

export const requestIndexes = (request: PlacementRequest): IndexAttributes => ({
  ...inList(listOf.requests(request.status), request.submittedAt, request.id, request.wishes.discipline),
  ...(request.status === 'submitted' && isDue(request.confirmBy)),
});

const offersOfRequest = (id: RequestId) => ({ partition: requestKey(id).pk, prefix: 'OFFER#' });

export const offerKey = (id: OfferId): Key => {
  const requestId = requestIdOf(id);
  const number = Number(id.slice(requestId.length + 1));
  const { partition, prefix } = offersOfRequest(requestId);
  return { pk: partition, sk: `${prefix}${padded(number, 3)}` };
};

export const offerIndexes = (offer: Offer): IndexAttributes => {
  const at = dueAt(offer);
  return {
    ...inList(listOf.offers(offer.facilityId), offer.madeAt, offer.id),
    ...(at !== null && isDue(at)),
    ...(isUnfollowed(offer) && { dueKey: dueOf.shortlists, dueAt: offer.updatedAt }),
  };
};

export const facilityKey = (id: FacilityId): Key => ({ pk: `FACILITY#${id}`, sk: 'FACILITY' });
export const facilityIdOf = (pk: string): FacilityId => pk.slice('FACILITY#'.length);

export const facilityIndexes = (facility: Facility): IndexAttributes => ({
  ...inList(listOf.facilities(facility.status), facility.claimedAt, facility.id),
  ...(facility.status === 'claimed' && isDue(facility.confirmBy)),
});

export const contactsKey = (id: FacilityId): Key => ({ pk: facilityKey(id).pk, sk: 'CONTACTS' });

export const siteOffersOf = (id: FacilityId) => ({ partition: facilityKey(id).pk, prefix: 'SITE#' });

export const siteOfferKey = (id: SiteOfferId): Key => {
  const [facilityId = '', discipline = ''] = id.split('-');
  const { partition, prefix } = siteOffersOf(facilityId);
  return { pk: partition, sk: `${prefix}${discipline}` };
};

export const intakesOf = (id: FacilityId) => ({ partition: facilityKey(id).pk, prefix: 'INTAKE#' });

export const intakeKey = (id: IntakeId): Key => {
  const { facilityId, discipline, mark } = partsOfIntakeId(id);
  const { partition, prefix } = intakesOf(facilityId);
  return { pk: partition, sk: `${prefix}${discipline}#${mark}` };
};

/** What a facility offers in a discipline: the stretch from the first intake to the site offer. Others lie between them. */
export const offeredBy = (id: FacilityId, discipline: Discipline) => {
  const { partition, prefix } = intakesOf(id);
  return { partition, from: `${prefix}${discipline}#`, to: siteOfferKey(`${id}-${discipline}`).sk };
};

export const draftKey = (id: DraftId): Key => ({ pk: `DRAFT#${id}`, sk: 'DRAFT' });

export const programKey = (id: ProgramId): Key => ({ pk: `PROGRAM#${id}`, sk: 'PROGRAM' });
export const programIndexes = ({ name, id }: Program): IndexAttributes => inList(listOf.programs, name, id);

export const healthSystemKey = (id: HealthSystemId): Key => ({ pk: `SYSTEM#${id}`, sk: 'SYSTEM' });
export const healthSystemIndexes = ({ name, id }: HealthSystem): IndexAttributes =>
  inList(listOf.healthSystems, name, id);

/** One item: all corrections are read at once, with every matching. */
export const requirementsKey = (): Key => ({ pk: 'REQUIREMENTS', sk: 'REQUIREMENTS' });

/** By what it belongs to, which is the first part of its id: offers are found with their request. */
export const auditOf = (aggregateId: string) => ({ partition: `AUDIT#${aggregateId.split('-')[0]}` });
/** Acts of people who sign in, by time; who it was and what it was about is said by the place. */
export const actIndexes = ({ at, actor, of }: AuditLine): IndexAttributes => inList(listOf.acts, at, actor.id, of);

const partsOfAct = (place: string) => {
  const [, actorId = '', of = ''] = place.split('#');
  return { actorId, of };
};

/** Acts from an instant to before another, of one person or about what begins with a prefix. `~` sorts behind all. */
export const actsOf = ({ from, before, actorId, prefix = '' }: ActFilter) => ({
  index: 'lists' as const,
  partition: listOf.acts,
  from: from ?? '0',
  to: before ?? '~',
  newestFirst: true,
  where: (place: string) => {
    const act = partsOfAct(place);
    return (actorId === undefined || act.actorId === actorId) && act.of.startsWith(prefix);
  },
});

/** Of an entry with several lines: its first one's. */
export const auditKey = (aggregateId: string, version: number): Key => ({
  pk: auditOf(aggregateId).partition,
  sk: `${aggregateId}#${padded(version, 8)}`,
});

/** `window`: a day or an hour. */
export const formCountKey = (source: string, window: string): Key => ({ pk: `FORMS#${source}`, sk: window });

export const idempotencyKey = (key: string): Key => ({ pk: `IDEMPOTENCY#${key}`, sk: 'IDEMPOTENCY' });

export const sessionKey = (id: string): Key => ({ pk: `SESSION#${id}`, sk: 'SESSION' });

/** How a log names an item: keys hold ids and hashes, never a person's data. */
export const nameOf = ({ pk, sk }: Key): string => `${pk}/${sk}`;
