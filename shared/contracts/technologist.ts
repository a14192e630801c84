import * as z from 'zod';
import { Discipline } from '../domain/discipline.ts';
import { OfferId } from '../domain/offer.ts';
import { PlacementRequest, TechnologistContact, Wishes } from '../domain/placement-request.ts';
import { CalendarDate, EmailAddress, Instant, RequestId, Zip } from '../domain/primitives.ts';
import { OfferStatusName, SeenVersion } from './common.ts';
import { route } from './route.ts';
import { strictly } from './strictly.ts';

const tag = 'Technologists';
const byRequestAccess = { by: 'link', purpose: 'request-access' } as const;

export const RequestStatusName = z.literal(PlacementRequest.options.map((option) => option.shape.status.value));

const Receipt = z.object({ requestId: RequestId, status: RequestStatusName });

/** What a technologist sees of an offer. The facility stays unnamed until the introduction. */
export const OfferForTechnologist = z.object({
  offerId: OfferId,
  status: OfferStatusName,
  madeAt: Instant,
  answerBy: Instant,
  startsOn: CalendarDate,
  endsOn: CalendarDate,
  /** The facility's name and contact, from the introduction on; null before. */
  facility: z
    .object({ name: z.string(), contactName: z.string(), email: z.string(), phone: z.string().nullable() })
    .nullable(),
  consentAwaited: z.boolean(),
});

/** A technologist's own request, whole. */
export const RequestForTechnologist = z.object({
  requestId: RequestId,
  version: z.int(),
  status: RequestStatusName,
  /** Where the request stands and who has to act, in a sentence. */
  standing: z.string(),
  submittedAt: Instant,
  discipline: Discipline,
  contact: TechnologistContact,
  zip: Zip,
  /** IANA zone of the home, in which times are told; null: not known, so UTC. */
  zone: z.string().nullable(),
  wishes: Wishes,
  offers: z.array(OfferForTechnologist),
});
export type RequestForTechnologist = z.infer<typeof RequestForTechnologist>;

export const submitRequest = route({
  id: 'submitRequest',
  method: 'POST',
  path: '/api/requests',
  served: 'public-act',
  access: { by: 'anyone' },
  tag,
  summary: 'Submit a placement request; a mail asks to confirm the address',
  body: z.strictObject({ contact: strictly(TechnologistContact), zip: Zip, wishes: strictly(Wishes) }),
  success: { status: 202, body: Receipt },
});

export const confirmRequest = route({
  id: 'confirmRequest',
  method: 'POST',
  path: '/api/request/confirmation',
  served: 'public-act',
  access: { by: 'link', purpose: 'confirm-request' },
  tag,
  summary: 'Confirm the address of a request',
  success: { status: 200, body: Receipt },
});

export const readRequest = route({
  id: 'readRequest',
  method: 'GET',
  path: '/api/request',
  served: 'public-read',
  access: byRequestAccess,
  tag,
  summary: 'Read the own request and where it stands',
  success: { status: 200, body: RequestForTechnologist },
});

export const editRequest = route({
  id: 'editRequest',
  method: 'PUT',
  path: '/api/request',
  served: 'public-act',
  access: byRequestAccess,
  tag,
  summary: 'Edit the own request; it is matched again',
  body: z.strictObject({ version: SeenVersion, zip: Zip, wishes: strictly(Wishes) }),
  success: { status: 200, body: Receipt },
});

export const withdrawRequest = route({
  id: 'withdrawRequest',
  method: 'POST',
  path: '/api/request/withdrawal',
  served: 'public-act',
  access: byRequestAccess,
  tag,
  summary: 'Withdraw the own request; an open offer is cancelled',
  success: { status: 200, body: Receipt },
});

export const consentToIntroduction = route({
  id: 'consentToIntroduction',
  method: 'POST',
  path: '/api/request/offers/{offerId}/consent',
  served: 'public-act',
  access: byRequestAccess,
  tag,
  summary: 'Agree to be introduced to the facility of one offer',
  params: z.strictObject({ offerId: OfferId }),
  success: { status: 200, body: Receipt },
});

export const reportStartAsTechnologist = route({
  id: 'reportStartAsTechnologist',
  method: 'POST',
  path: '/api/request/offers/{offerId}/start',
  served: 'public-act',
  access: byRequestAccess,
  tag,
  summary: 'Say that the placement starts; it is placed once the facility says so too',
  params: z.strictObject({ offerId: OfferId }),
  success: { status: 200, body: Receipt },
});

export const mailAccessLink = route({
  id: 'mailAccessLink',
  method: 'POST',
  path: '/api/access-links',
  served: 'public-act',
  access: { by: 'anyone' },
  tag,
  summary: 'Mail the status links of an address again; the answer is the same for every address',
  body: z.strictObject({ email: EmailAddress }),
  success: { status: 202, body: z.object({ message: z.string() }) },
});

export const technologistRoutes = [
  submitRequest,
  confirmRequest,
  readRequest,
  editRequest,
  withdrawRequest,
  consentToIntroduction,
  reportStartAsTechnologist,
  mailAccessLink,
] as const;
