import * as z from 'zod';
import { lazily } from '../domain/lazily.ts';
import { FacilityId, RequestId } from '../domain/primitives.ts';
import { IntakeId } from '../domain/site-offer.ts';
import { FacilityStatusName, PageQuery, RequestStatusName } from './common.ts';
import { routesFor } from './route.ts';

const tag = 'Pages of coordinators';

/** Where the pages of coordinators begin: what a sign-in may lead back to lies below it. */
export const coordinatorsPath = '/coordinator';

/** Where the mails are: by itself, for pages that lead there and carry nothing of them. */
export const mailsPath = '/coordinator/mails';

const signedIn = { by: 'session', roles: ['coordinator', 'admin'] } as const;

/** Pages that anybody may open: those on the way in and out. */
const onTheWay = routesFor({ tag, served: 'sign-in', access: { by: 'anyone' } });

/** The queue, and each request beside its candidates. */
const ofReview = routesFor({ tag, served: 'coordinator-review', access: signedIn });

/** Rounds, and what they propose. */
export const ofRounds = routesFor({ tag, served: 'coordinator-rounds', access: signedIn });

/** Pages about what the service holds. */
export const ofRecords = routesFor({ tag, served: 'coordinator-records', access: signedIn });

/** Files out of the service and into it. */
export const ofFiles = routesFor({ tag, served: 'coordinator-files', access: signedIn });

/** What admins alone decide. */
export const adminsOfRecords = routesFor({
  tag,
  served: 'coordinator-records',
  access: { by: 'session', roles: ['admin'] },
});

export const signInPage = onTheWay({
  id: 'signInPage',
  method: 'GET',
  path: '/coordinator/sign-in',
  summary: 'Sends a coordinator to the sign-in of the user pool',
  query: () => z.object({ to: z.string().max(2000).optional() }),
  success: { status: 303, body: 'html' },
});

export const signedInPage = onTheWay({
  id: 'signedInPage',
  method: 'GET',
  path: '/coordinator/signed-in',
  summary: 'Where the user pool sends a coordinator back to',
  success: { status: 303, body: 'html' },
});

export const signOutForm = routesFor({ tag, served: 'sign-in', access: signedIn })({
  id: 'signOutForm',
  method: 'POST',
  path: '/coordinator/sign-out',
  summary: 'Ends the session here and at the user pool',
  success: { status: 200, body: 'html' },
});

export const signedOutPage = onTheWay({
  id: 'signedOutPage',
  method: 'GET',
  path: '/coordinator/signed-out',
  summary: 'Says that the session is over',
  success: { status: 200, body: 'html' },
});

export const coordinatorHome = ofRecords({
  id: 'coordinatorHome',
  method: 'GET',
  path: '/coordinator',
  summary: 'What needs attention first',
  success: { status: 200, body: 'html' },
});

/** What a form has just done, as the address of the page after it says it. */
export const doneCodes = [
  'approved',
  'held',
  'resumed',
  'rejected',
  'employment-noted',
  'ruled',
  'replied',
  'cancelled',
  'started',
  'completed',
  'not-come',
  'opened',
  'refused',
  'links-ended',
  'mail-again',
  'mail-closed',
  'outreach-stopped',
  'outreach-resumed',
  'kind-switched',
  'suppressed',
  'suppression-lifted',
  'erased',
  'round-started',
  'pairs-approved',
  'round-approved',
  'pair-ruled',
  'round-discarded',
] as const;
export type DoneCode = (typeof doneCodes)[number];
/** What the page says that was just done. */
export const Done = z.enum(doneCodes).optional();

export const queuePage = ofReview({
  id: 'queuePage',
  method: 'GET',
  path: '/coordinator/requests',
  summary: 'The review queue, longest waiting first; other states by `status`',
  query: () => z.strictObject({ ...PageQuery().shape, status: RequestStatusName().default('in-review') }),
  success: { status: 200, body: 'html' },
});

const ofRequest = lazily(() => z.strictObject({ requestId: RequestId }));
const ofFacility = lazily(() => z.strictObject({ facilityId: FacilityId }));

export const reviewPage = ofReview({
  id: 'reviewPage',
  method: 'GET',
  path: '/coordinator/requests/{requestId}',
  summary: 'A request beside its candidates; `site`: one of them in detail',
  params: ofRequest,
  query: () => z.strictObject({ site: IntakeId.optional(), done: Done }),
  success: { status: 200, body: 'html' },
});

export const reviewForm = ofReview({
  id: 'reviewForm',
  method: 'POST',
  path: '/coordinator/requests/{requestId}',
  summary: 'Decide on a request or on one of its offers',
  params: ofRequest,
  success: { status: 303, body: 'html' },
});

export const facilitiesPage = ofRecords({
  id: 'facilitiesPage',
  method: 'GET',
  path: '/coordinator/facilities',
  summary: 'Facilities that wait to be vetted, longest waiting first; other states by `status`',
  query: () => z.strictObject({ ...PageQuery().shape, status: FacilityStatusName().default('awaiting-vetting') }),
  success: { status: 200, body: 'html' },
});

export const facilityCasePage = ofRecords({
  id: 'facilityCasePage',
  method: 'GET',
  path: '/coordinator/facilities/{facilityId}',
  summary: 'A facility with its contact, seats, offers and mails',
  params: ofFacility,
  query: () => z.strictObject({ done: Done }),
  success: { status: 200, body: 'html' },
});

export const facilityCaseForm = ofRecords({
  id: 'facilityCaseForm',
  method: 'POST',
  path: '/coordinator/facilities/{facilityId}',
  summary: 'Vet a facility, or end its links',
  params: ofFacility,
  success: { status: 303, body: 'html' },
});

export const coordinatorPageRoutes = [
  signInPage,
  signedInPage,
  signOutForm,
  signedOutPage,
  coordinatorHome,
  queuePage,
  reviewPage,
  reviewForm,
  facilitiesPage,
  facilityCasePage,
  facilityCaseForm,
] as const;
