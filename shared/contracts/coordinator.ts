import * as z from 'zod';
import { AuditLine } from '../domain/audit.ts';
import { lazily } from '../domain/lazily.ts';
import { OfferId } from '../domain/offer.ts';
import { FacilityId, Instant, prose, RequestId } from '../domain/primitives.ts';
import { Ruling } from '../domain/rulings.ts';
import { IntakeId } from '../domain/site-offer.ts';
import { Suppression } from '../domain/suppression.ts';
import { CaseView, QueueEntry } from './case.ts';
import { OfferStatusName, PageQuery, pageOf, SeenVersion } from './common.ts';
import { FacilityStatusName, FacilityView } from './facility.ts';
import { settleNamedSite } from './invitations.ts';
import { forCoordinators } from './for-coordinators.ts';
import { strictly } from './strictly.ts';
import { RequestStatusName } from './technologist.ts';
import { mailingRoutes } from './mailing.ts';
import { requirementRoutes } from './requirements.ts';
import { roundRoutes } from './rounds.ts';
import { upkeepRoutes } from './upkeep.ts';

const ofRequest = lazily(() => z.strictObject({ requestId: RequestId }));
const ofOffer = lazily(() => z.strictObject({ offerId: OfferId }));
const ofFacility = lazily(() => z.strictObject({ facilityId: FacilityId }));

const RequestReceipt = lazily(() => z.object({ requestId: RequestId, status: RequestStatusName(), version: z.int() }));
const OfferReceipt = lazily(() => z.object({ offerId: OfferId, status: OfferStatusName(), version: z.int() }));

export const listRequests = forCoordinators({
  id: 'listRequests',
  method: 'GET',
  path: '/api/coordinator/requests',
  summary: 'The review queue, longest waiting first; other states by `status`',
  query: () => z.strictObject({ ...PageQuery().shape, status: RequestStatusName().default('in-review') }),
  success: { status: 200, body: pageOf(QueueEntry) },
});

export const readCase = forCoordinators({
  id: 'readCase',
  method: 'GET',
  path: '/api/coordinator/requests/{requestId}',
  summary: 'A request with its candidates and near misses, every verdict in words',
  params: ofRequest,
  success: { status: 200, body: CaseView },
});

export const approveRequest = forCoordinators({
  id: 'approveRequest',
  method: 'POST',
  path: '/api/coordinator/requests/{requestId}/approval',
  summary: 'Approve an ordered shortlist; the first offer is made and holds a seat',
  params: ofRequest,
  body: () =>
    z.strictObject({
      version: SeenVersion,
      shortlist: z.array(IntakeId).min(1).max(10),
      /** Needed when the shortlist does not follow the ranking. */
      reason: prose(1000).nullable().default(null),
    }),
  success: { status: 200, body: RequestReceipt },
});

const decision = <const Id extends string, const Path extends string>(id: Id, path: Path, summary: string) =>
  forCoordinators({
    id,
    method: 'POST',
    path,
    summary,
    params: ofRequest,
    body: () => z.strictObject({ version: SeenVersion, reason: prose(1000) }),
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

export const resumeRequest = forCoordinators({
  id: 'resumeRequest',
  method: 'POST',
  path: '/api/coordinator/requests/{requestId}/resumption',
  summary: 'End a hold; the request is matched again',
  params: ofRequest,
  body: () => z.strictObject({ version: SeenVersion }),
  success: { status: 200, body: RequestReceipt },
});

export const endLinksOfRequest = forCoordinators({
  id: 'endLinksOfRequest',
  method: 'POST',
  path: '/api/coordinator/requests/{requestId}/links/end',
  summary: 'End every link that was mailed to a request’s status page; its address is mailed a new one',
  params: ofRequest,
  success: { status: 200, body: RequestReceipt },
});

export const ruleOnSite = forCoordinators({
  id: 'ruleOnSite',
  method: 'POST',
  path: '/api/coordinator/requests/{requestId}/rulings',
  summary: 'Lock a request to one intake for rounds, forbid a facility for it, or end such a ruling',
  params: ofRequest,
  body: () => z.strictObject({ version: SeenVersion, ruling: strictly(Ruling) }),
  success: { status: 200, body: RequestReceipt },
});

export const noteEmployment = forCoordinators({
  id: 'noteEmployment',
  method: 'POST',
  path: '/api/coordinator/requests/{requestId}/employment',
  summary: 'Note that the employer confirmed the employment, or did not (R3, R5)',
  params: ofRequest,
  body: () => z.strictObject({ version: SeenVersion, confirmed: z.boolean() }),
  success: { status: 200, body: RequestReceipt },
});

const offerStep = <const Id extends string, const Path extends string>(id: Id, path: Path, summary: string) =>
  forCoordinators({
    id,
    method: 'POST',
    path,
    summary,
    params: ofOffer,
    body: () => z.strictObject({ version: SeenVersion, comment: prose(1000).nullable().default(null) }),
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

export const replyToQuestion = forCoordinators({
  id: 'replyToQuestion',
  method: 'POST',
  path: '/api/coordinator/offers/{offerId}/reply',
  summary: 'Reply to a facility’s question about a brief; the facility gets the brief again',
  params: ofOffer,
  body: () => z.strictObject({ version: SeenVersion, reply: prose(1000) }),
  success: { status: 200, body: OfferReceipt },
});

export const FacilityEntry = lazily(() =>
  z.object({
    facilityId: FacilityId,
    version: z.int(),
    status: FacilityStatusName(),
    name: z.string(),
    town: z.string().nullable(),
    state: z.string().nullable(),
    claimedAt: Instant,
    simulated: z.boolean(),
  }),
);

export const listFacilities = forCoordinators({
  id: 'listFacilities',
  method: 'GET',
  path: '/api/coordinator/facilities',
  summary: 'Facilities by state; those awaiting vetting by default',
  query: () => z.strictObject({ ...PageQuery().shape, status: FacilityStatusName().default('awaiting-vetting') }),
  success: { status: 200, body: pageOf(FacilityEntry) },
});

export const readFacilityCase = forCoordinators({
  id: 'readFacilityCase',
  method: 'GET',
  path: '/api/coordinator/facilities/{facilityId}',
  summary: 'A facility with its contact, site offers and offers',
  params: ofFacility,
  success: {
    status: 200,
    body: () =>
      FacilityView().extend({
        audit: z.array(AuditLine),
        /** Why the contact's address gets no mail, or no outreach; null: it is not on the suppression list. */
        suppression: Suppression.nullable(),
      }),
  },
});

export const vetFacility = forCoordinators({
  id: 'vetFacility',
  method: 'POST',
  path: '/api/coordinator/facilities/{facilityId}/vetting',
  summary: 'Open a facility after vetting, with the evidence, or refuse it with a reason',
  params: ofFacility,
  body: () =>
    z.discriminatedUnion('decision', [
      z.strictObject({ decision: z.literal('open'), version: SeenVersion, evidence: prose(2000) }),
      z.strictObject({ decision: z.literal('refuse'), version: SeenVersion, reason: prose(1000) }),
    ]),
  success: {
    status: 200,
    body: () => z.object({ facilityId: FacilityId, status: FacilityStatusName(), version: z.int() }),
  },
});

export const endLinksOfFacility = forCoordinators({
  id: 'endLinksOfFacility',
  method: 'POST',
  path: '/api/coordinator/facilities/{facilityId}/links/end',
  summary: 'End every link that was mailed to a facility, to its page and its briefs; its contact is mailed new ones',
  params: ofFacility,
  success: {
    status: 200,
    body: () => z.object({ facilityId: FacilityId, status: FacilityStatusName(), version: z.int() }),
  },
});

export const coordinatorRoutes = [
  listRequests,
  readCase,
  approveRequest,
  rejectRequest,
  holdRequest,
  resumeRequest,
  noteEmployment,
  ruleOnSite,
  endLinksOfRequest,
  cancelOffer,
  recordStart,
  recordCompletion,
  recordNoShow,
  replyToQuestion,
  listFacilities,
  readFacilityCase,
  vetFacility,
  endLinksOfFacility,
  settleNamedSite,
  ...upkeepRoutes,
  ...requirementRoutes,
  ...roundRoutes,
  ...mailingRoutes,
] as const;
