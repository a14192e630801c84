import * as z from 'zod';
import { Discipline } from '../domain/discipline.ts';
import { lazily } from '../domain/lazily.ts';
import { OfferId } from '../domain/offer.ts';
import { Outcome } from '../domain/outcome.ts';
import { TechnologistContact, Wishes } from '../domain/placement-request.ts';
import { CalendarDate, EmailAddress, Instant, RequestId, Zip } from '../domain/primitives.ts';
import { Zone } from '../domain/zone.ts';
import { OfferStatusName, RequestStatusName, SeenVersion } from './common.ts';
import { routesFor } from './route.ts';
import { strictly } from './strictly.ts';

const tag = 'Technologists';
const byStatusLink = { by: 'link', purpose: 'request-access' } as const;

const forAnyone = routesFor({ tag, served: 'public-act', access: { by: 'anyone' } });
const toConfirm = routesFor({ tag, served: 'public-act', access: { by: 'link', purpose: 'confirm-request' } });
const toRead = routesFor({ tag, served: 'public-read', access: byStatusLink });
const toAct = routesFor({ tag, served: 'public-act', access: byStatusLink });

export const RequestReceipt = lazily(() => z.object({ requestId: RequestId, status: RequestStatusName() }));

/** What a technologist sees of an offer. The facility stays unnamed until the introduction. */
export const OfferForTechnologist = lazily(() =>
  z.object({
    offerId: OfferId,
    status: OfferStatusName(),
    madeAt: Instant,
    answerBy: Instant,
    startsOn: CalendarDate,
    endsOn: CalendarDate,
    /** The facility's name and contact, from the introduction on; null before. */
    facility: z
      .object({ name: z.string(), contactName: z.string(), email: z.string(), phone: z.string().nullable() })
      .nullable(),
    consentAwaited: z.boolean(),
    /** Until when a consent can be taken back; null: there is none, or the introduction has left. */
    takeBackUntil: Instant.nullable(),
    endReported: z.boolean(),
  }),
);

/** A technologist's own request, whole. */
export const RequestForTechnologist = lazily(() =>
  z.object({
    requestId: RequestId,
    version: z.int(),
    status: RequestStatusName(),
    /** Where the request stands and who has to act, in a sentence. */
    standing: z.string(),
    submittedAt: Instant,
    discipline: Discipline,
    contact: TechnologistContact,
    zip: Zip,
    /** IANA zone of the home, in which times are told; null: not known, so UTC. */
    zone: z.string().nullable(),
    wishes: Wishes,
    offers: z.array(OfferForTechnologist()),
  }),
);
export type RequestForTechnologist = z.infer<ReturnType<typeof RequestForTechnologist>>;

export const submitRequest = forAnyone({
  id: 'submitRequest',
  method: 'POST',
  path: '/api/requests',
  causesMail: true,
  summary: 'Submit a placement request; a mail asks to confirm the address',
  body: () =>
    z.strictObject({
      contact: strictly(TechnologistContact),
      zip: Zip,
      zone: Zone.optional(),
      wishes: strictly(Wishes),
    }),
  success: { status: 202, body: RequestReceipt },
});

export const confirmRequest = toConfirm({
  id: 'confirmRequest',
  method: 'POST',
  path: '/api/request/confirmation',
  summary: 'Confirm the address of a request',
  success: { status: 200, body: RequestReceipt },
});

export const readRequest = toRead({
  id: 'readRequest',
  method: 'GET',
  path: '/api/request',
  summary: 'Read the own request and where it stands',
  success: { status: 200, body: RequestForTechnologist },
});

export const editRequest = toAct({
  id: 'editRequest',
  method: 'PUT',
  path: '/api/request',
  summary: 'Edit the own request; it is matched again',
  body: () => z.strictObject({ version: SeenVersion, zip: Zip, zone: Zone.optional(), wishes: strictly(Wishes) }),
  success: { status: 200, body: RequestReceipt },
});

export const withdrawRequest = toAct({
  id: 'withdrawRequest',
  method: 'POST',
  path: '/api/request/withdrawal',
  summary: 'Withdraw the own request; an open offer is cancelled',
  success: { status: 200, body: RequestReceipt },
});

export const endRequestLinks = toAct({
  id: 'endRequestLinks',
  method: 'POST',
  path: '/api/request/links/end',
  summary: 'End every link that was mailed to the own status page; the address of the request is mailed a new one',
  success: { status: 200, body: RequestReceipt },
});

export const consentToIntroduction = toAct({
  id: 'consentToIntroduction',
  method: 'POST',
  path: '/api/request/offers/{offerId}/consent',
  summary: 'Agree to be introduced to the facility of one offer',
  params: () => z.strictObject({ offerId: OfferId }),
  success: { status: 200, body: RequestReceipt },
});

export const takeBackConsent = toAct({
  id: 'takeBackConsent',
  method: 'POST',
  path: '/api/request/offers/{offerId}/consent/undo',
  summary: 'Take the own consent back, until the introduction leaves',
  params: () => z.strictObject({ offerId: OfferId }),
  success: { status: 200, body: RequestReceipt },
});

export const reportStartAsTechnologist = toAct({
  id: 'reportStartAsTechnologist',
  method: 'POST',
  path: '/api/request/offers/{offerId}/start',
  summary: 'Say that the placement starts; it is placed once the facility says so too',
  params: () => z.strictObject({ offerId: OfferId }),
  success: { status: 200, body: RequestReceipt },
});

export const reportEndAsTechnologist = toAct({
  id: 'reportEndAsTechnologist',
  method: 'POST',
  path: '/api/request/offers/{offerId}/end',
  summary: 'Say that the training is over, and how it went; the request is complete with the first word of it',
  params: () => z.strictObject({ offerId: OfferId }),
  body: () => strictly(Outcome),
  success: { status: 200, body: RequestReceipt },
});

export const mailAccessLink = forAnyone({
  id: 'mailAccessLink',
  method: 'POST',
  path: '/api/access-links',
  causesMail: true,
  summary: 'Mail the links of an address again; the answer is the same for every address',
  body: () => z.strictObject({ email: EmailAddress }),
  success: { status: 202, body: () => z.object({ message: z.string() }) },
});

export const technologistRoutes = [
  submitRequest,
  confirmRequest,
  readRequest,
  editRequest,
  withdrawRequest,
  endRequestLinks,
  consentToIntroduction,
  takeBackConsent,
  reportStartAsTechnologist,
  reportEndAsTechnologist,
  mailAccessLink,
] as const;
