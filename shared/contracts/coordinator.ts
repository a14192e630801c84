import * as z from 'zod';
import { lazily } from '../domain/lazily.ts';
import { OfferId } from '../domain/offer.ts';
import { prose, RequestId } from '../domain/primitives.ts';
import { Ruling } from '../domain/rulings.ts';
import { IntakeId } from '../domain/site-offer.ts';
import { CaseView, QueueEntry } from './case.ts';
import { OfferStatusName, PageQuery, pageOf, RequestStatusName, SeenVersion } from './common.ts';
import { forCoordinators } from './for-coordinators.ts';
import { strictly } from './strictly.ts';

const ofRequest = lazily(() => z.strictObject({ requestId: RequestId }));
const ofOffer = lazily(() => z.strictObject({ offerId: OfferId }));

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

/** What coordinators do with a request and its offers. */
export const caseRoutes = [
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
] as const;
