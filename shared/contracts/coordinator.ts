import * as z from 'zod';
import { AuditLine } from '../domain/audit.ts';
import { Discipline, Track } from '../domain/discipline.ts';
import { Mail } from '../domain/mail.ts';
import { Offer, OfferId } from '../domain/offer.ts';
import { MatchSummary, PlacementRequest } from '../domain/placement-request.ts';
import {
  CalendarDate,
  FacilityId,
  HealthSystemId,
  Instant,
  ProgramId,
  prose,
  RequestId,
} from '../domain/primitives.ts';
import { HealthSystem, HealthSystemTerms, Program, ProgramTerms } from '../domain/program.ts';
import { IntakeId } from '../domain/site-offer.ts';
import { OfferStatusName, PageQuery, pageOf, SeenVersion } from './common.ts';
import { FacilityStatusName, FacilityView } from './facility.ts';
import { route } from './route.ts';
import { strictly } from './strictly.ts';
import { RequestStatusName } from './technologist.ts';

const tag = 'Coordinators';
const signedIn = { by: 'sign-in', roles: ['coordinator', 'admin'] } as const;
const served = 'coordinator-api';

const ofRequest = z.strictObject({ requestId: RequestId });
const ofOffer = z.strictObject({ offerId: OfferId });
const ofFacility = z.strictObject({ facilityId: FacilityId });
const ofProgram = z.strictObject({ programId: ProgramId });
const ofHealthSystem = z.strictObject({ healthSystemId: HealthSystemId });

const RequestReceipt = z.object({ requestId: RequestId, status: RequestStatusName, version: z.int() });
const OfferReceipt = z.object({ offerId: OfferId, status: OfferStatusName, version: z.int() });
const ProgramReceipt = z.object({ programId: ProgramId, version: z.int() });
const HealthSystemReceipt = z.object({ healthSystemId: HealthSystemId, version: z.int() });

/** A line of the review queue. */
export const QueueEntry = z.object({
  requestId: RequestId,
  version: z.int(),
  status: RequestStatusName,
  discipline: Discipline,
  submittedAt: Instant,
  name: z.string(),
  town: z.string().nullable(),
  state: z.string().nullable(),
  match: MatchSummary.nullable(),
});

export const VerdictView = z.object({
  rule: z.string(),
  title: z.string(),
  source: z.string(),
  outcome: z.enum(['fail', 'ask', 'condition', 'pass']),
  code: z.string(),
  /** The verdict in a sentence. */
  words: z.string(),
  notes: z.array(z.string()),
});

export const AssessmentView = z.object({
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
  verdicts: z.array(VerdictView),
});

export const NearMissView = AssessmentView.extend({
  /** What the technologist could change, each in words. */
  changes: z.array(z.object({ field: z.string(), words: z.string() })),
});

/** A request with everything a coordinator decides on. */
export const CaseView = z.object({
  request: PlacementRequest,
  candidates: z.array(AssessmentView),
  nearMisses: z.array(NearMissView),
  /** How many sites each rule excluded for good, by rule id. */
  excluded: z.record(z.string(), z.int()),
  sitesConsidered: z.int(),
  offers: z.array(Offer),
  mails: z.array(Mail),
  audit: z.array(AuditLine),
});
export type CaseView = z.infer<typeof CaseView>;

export const listRequests = route({
  id: 'listRequests',
  method: 'GET',
  path: '/api/coordinator/requests',
  served,
  access: signedIn,
  tag,
  summary: 'The review queue, longest waiting first; other states by `status`',
  query: z.strictObject({ ...PageQuery.shape, status: RequestStatusName.default('in-review') }),
  success: { status: 200, body: pageOf(QueueEntry) },
});

export const readCase = route({
  id: 'readCase',
  method: 'GET',
  path: '/api/coordinator/requests/{requestId}',
  served,
  access: signedIn,
  tag,
  summary: 'A request with its candidates and near misses, every verdict in words',
  params: ofRequest,
  success: { status: 200, body: CaseView },
});

export const approveRequest = route({
  id: 'approveRequest',
  method: 'POST',
  path: '/api/coordinator/requests/{requestId}/approval',
  served,
  access: signedIn,
  tag,
  summary: 'Approve an ordered shortlist; the first offer is made and holds a seat',
  params: ofRequest,
  body: z.strictObject({
    version: SeenVersion,
    shortlist: z.array(IntakeId).min(1).max(10),
    /** Needed when the shortlist does not follow the ranking. */
    reason: prose(1000).nullable().default(null),
  }),
  success: { status: 200, body: RequestReceipt },
});

const decision = <const Id extends string, const Path extends string>(id: Id, path: Path, summary: string) =>
  route({
    id,
    method: 'POST',
    path,
    served,
    access: signedIn,
    tag,
    summary,
    params: ofRequest,
    body: z.strictObject({ version: SeenVersion, reason: prose(1000) }),
    success: { status: 200, body: RequestReceipt },
  });

export const rejectRequest = decision(
  'rejectRequest',
  '/api/coordinator/requests/{requestId}/rejection',
  'Reject a request; the technologist is told the reason',
);
export const holdRequest = decision(
  'holdRequest',
  '/api/coordinator/requests/{requestId}/hold',
  'Put a request on hold; the technologist is told the reason',
);

export const resumeRequest = route({
  id: 'resumeRequest',
  method: 'POST',
  path: '/api/coordinator/requests/{requestId}/resumption',
  served,
  access: signedIn,
  tag,
  summary: 'End a hold; the request is matched again',
  params: ofRequest,
  body: z.strictObject({ version: SeenVersion }),
  success: { status: 200, body: RequestReceipt },
});

export const noteEmployment = route({
  id: 'noteEmployment',
  method: 'POST',
  path: '/api/coordinator/requests/{requestId}/employment',
  served,
  access: signedIn,
  tag,
  summary: 'Note that the employer confirmed the employment, or did not (R3, R5)',
  params: ofRequest,
  body: z.strictObject({ version: SeenVersion, confirmed: z.boolean() }),
  success: { status: 200, body: RequestReceipt },
});

const offerStep = <const Id extends string, const Path extends string>(id: Id, path: Path, summary: string) =>
  route({
    id,
    method: 'POST',
    path,
    served,
    access: signedIn,
    tag,
    summary,
    params: ofOffer,
    body: z.strictObject({ version: SeenVersion, comment: prose(1000).nullable().default(null) }),
    success: { status: 200, body: OfferReceipt },
  });

export const cancelOffer = offerStep(
  'cancelOffer',
  '/api/coordinator/offers/{offerId}/cancellation',
  'Cancel an offer; its seat is free again and the next site of the shortlist is tried',
);
export const recordStart = offerStep(
  'recordStart',
  '/api/coordinator/offers/{offerId}/start',
  'Record that a placement started',
);
export const recordCompletion = offerStep(
  'recordCompletion',
  '/api/coordinator/offers/{offerId}/completion',
  'Record that a placement was completed',
);
export const recordNoShow = offerStep(
  'recordNoShow',
  '/api/coordinator/offers/{offerId}/no-show',
  'Record that the technologist did not come',
);

export const replyToQuestion = route({
  id: 'replyToQuestion',
  method: 'POST',
  path: '/api/coordinator/offers/{offerId}/reply',
  served,
  access: signedIn,
  tag,
  summary: 'Reply to a facility’s question about a brief; the facility gets the brief again',
  params: ofOffer,
  body: z.strictObject({ version: SeenVersion, reply: prose(1000) }),
  success: { status: 200, body: OfferReceipt },
});

export const FacilityEntry = z.object({
  facilityId: FacilityId,
  version: z.int(),
  status: FacilityStatusName,
  name: z.string(),
  town: z.string().nullable(),
  state: z.string().nullable(),
  claimedAt: Instant,
  simulated: z.boolean(),
});

export const listFacilities = route({
  id: 'listFacilities',
  method: 'GET',
  path: '/api/coordinator/facilities',
  served,
  access: signedIn,
  tag,
  summary: 'Facilities by state; those awaiting vetting by default',
  query: z.strictObject({ ...PageQuery.shape, status: FacilityStatusName.default('awaiting-vetting') }),
  success: { status: 200, body: pageOf(FacilityEntry) },
});

export const readFacilityCase = route({
  id: 'readFacilityCase',
  method: 'GET',
  path: '/api/coordinator/facilities/{facilityId}',
  served,
  access: signedIn,
  tag,
  summary: 'A facility with its contact, site offers and offers',
  params: ofFacility,
  success: { status: 200, body: FacilityView.extend({ audit: z.array(AuditLine) }) },
});

export const vetFacility = route({
  id: 'vetFacility',
  method: 'POST',
  path: '/api/coordinator/facilities/{facilityId}/vetting',
  served,
  access: signedIn,
  tag,
  summary: 'Open a facility after vetting, with the evidence, or refuse it with a reason',
  params: ofFacility,
  body: z.discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('open'), version: SeenVersion, evidence: prose(2000) }),
    z.strictObject({ decision: z.literal('refuse'), version: SeenVersion, reason: prose(1000) }),
  ]),
  success: {
    status: 200,
    body: z.object({ facilityId: FacilityId, status: FacilityStatusName, version: z.int() }),
  },
});

export const listPrograms = route({
  id: 'listPrograms',
  method: 'GET',
  path: '/api/coordinator/programs',
  served,
  access: signedIn,
  tag,
  summary: 'All educational programs',
  success: { status: 200, body: z.object({ items: z.array(Program) }) },
});

export const createProgram = route({
  id: 'createProgram',
  method: 'POST',
  path: '/api/coordinator/programs',
  served,
  access: signedIn,
  tag,
  summary: 'Add an educational program with its affiliated sites, cover and rules',
  body: strictly(ProgramTerms),
  success: { status: 201, body: ProgramReceipt },
});

export const editProgram = route({
  id: 'editProgram',
  method: 'PUT',
  path: '/api/coordinator/programs/{programId}',
  served,
  access: signedIn,
  tag,
  summary: 'Edit a program; requests that name it are matched again when they are next looked at',
  params: ofProgram,
  body: z.strictObject({ version: SeenVersion, terms: strictly(ProgramTerms) }),
  success: { status: 200, body: ProgramReceipt },
});

export const listHealthSystems = route({
  id: 'listHealthSystems',
  method: 'GET',
  path: '/api/coordinator/health-systems',
  served,
  access: signedIn,
  tag,
  summary: 'All health systems',
  success: { status: 200, body: z.object({ items: z.array(HealthSystem) }) },
});

export const createHealthSystem = route({
  id: 'createHealthSystem',
  method: 'POST',
  path: '/api/coordinator/health-systems',
  served,
  access: signedIn,
  tag,
  summary: 'Say which facilities belong together',
  body: strictly(HealthSystemTerms),
  success: { status: 201, body: HealthSystemReceipt },
});

export const editHealthSystem = route({
  id: 'editHealthSystem',
  method: 'PUT',
  path: '/api/coordinator/health-systems/{healthSystemId}',
  served,
  access: signedIn,
  tag,
  summary: 'Edit a health system',
  params: ofHealthSystem,
  body: z.strictObject({ version: SeenVersion, terms: strictly(HealthSystemTerms) }),
  success: { status: 200, body: HealthSystemReceipt },
});

export const listMails = route({
  id: 'listMails',
  method: 'GET',
  path: '/api/coordinator/mails',
  served,
  access: signedIn,
  tag,
  summary: 'Mails with something doubtful or wrong about them, newest first',
  query: PageQuery,
  success: { status: 200, body: pageOf(Mail) },
});

export const coordinatorRoutes = [
  listRequests,
  readCase,
  approveRequest,
  rejectRequest,
  holdRequest,
  resumeRequest,
  noteEmployment,
  cancelOffer,
  recordStart,
  recordCompletion,
  recordNoShow,
  replyToQuestion,
  listFacilities,
  readFacilityCase,
  vetFacility,
  listPrograms,
  createProgram,
  editProgram,
  listHealthSystems,
  createHealthSystem,
  editHealthSystem,
  listMails,
] as const;
