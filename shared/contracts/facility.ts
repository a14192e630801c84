import * as z from 'zod';
import { Discipline } from '../domain/discipline.ts';
import { Facility, FacilityContact, FacilityProfile } from '../domain/facility.ts';
import { DeclineReason, OfferId } from '../domain/offer.ts';
import { CalendarDate, FacilityId, Instant, prose, Zip } from '../domain/primitives.ts';
import { Intake, IntakeId, IntakeTerms, SiteOfferId, SiteOfferTerms } from '../domain/site-offer.ts';
import { OfferStatusName, SeenVersion } from './common.ts';
import { route } from './route.ts';
import { strictly } from './strictly.ts';

const tag = 'Facilities';
const byFacilityAccess = { by: 'link', purpose: 'facility-access' } as const;
const byAnswer = { by: 'link', purpose: 'answer' } as const;

export const FacilityStatusName = z.literal(Facility.options.map((option) => option.shape.status.value));

const FacilityReceipt = z.object({ facilityId: FacilityId, status: FacilityStatusName, version: z.int() });
const SiteOfferReceipt = z.object({ siteOfferId: SiteOfferId, version: z.int() });
const IntakeReceipt = z.object({ intakeId: IntakeId, version: z.int() });
const OfferReceipt = z.object({ offerId: OfferId, status: OfferStatusName });

const intakeFields = {
  id: true,
  version: true,
  startsOn: true,
  endsOn: true,
  seats: true,
  seatsTaken: true,
  closed: true,
} as const;

/** A site offer with its intakes, as its facility and the coordinators see it. */
export const SiteOfferView = z.object({
  siteOfferId: SiteOfferId,
  version: z.int(),
  discipline: Discipline,
  terms: SiteOfferTerms,
  intakes: z.array(Intake.pick(intakeFields)),
});

/** What a facility sees of an offer made to it: no name and no contact before the introduction. */
export const OfferForFacility = z.object({
  offerId: OfferId,
  discipline: Discipline,
  intakeId: IntakeId,
  status: OfferStatusName,
  madeAt: Instant,
  answerBy: Instant,
  technologist: z.object({ name: z.string(), email: z.string(), phone: z.string().nullable() }).nullable(),
});

export const FacilityView = z.object({
  facilityId: FacilityId,
  version: z.int(),
  status: FacilityStatusName,
  /** Where the facility stands and who has to act, in a sentence. */
  standing: z.string(),
  profile: FacilityProfile,
  contact: FacilityContact,
  zip: Zip,
  /** IANA zone of the facility, in which times are told; null: not known, so UTC. */
  zone: z.string().nullable(),
  siteOffers: z.array(SiteOfferView),
  offers: z.array(OfferForFacility),
});
export type FacilityView = z.infer<typeof FacilityView>;

/** The anonymous brief: what a facility decides on. */
export const Brief = z.object({
  offerId: OfferId,
  status: OfferStatusName,
  answerBy: Instant,
  /** IANA zone of the facility, in which times are told; null: not known, so UTC. */
  zone: z.string().nullable(),
  /** Can an answer that was given still be undone? */
  undoUntil: Instant.nullable(),
  facilityName: z.string(),
  /** The employee's name, only to the own employer and with the employee's consent; null otherwise. */
  employeeName: z.string().nullable(),
  /** Label and value, in reading order: discipline, credential, hours, region, track, readiness … */
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  /** What is still to be settled, in words. */
  toSettle: z.array(z.string()),
  questions: z.array(z.object({ question: z.string(), reply: z.string().nullable() })),
});
export type Brief = z.infer<typeof Brief>;

/**
 * A claim is stored whole by one transaction, of 100 items at most: the facility, 8 site offers and 36 intakes, each with
 * its audit line, are 90 of them; mail, counters and the stored answer are the others.
 */
const maxIntakesOfClaim = 36;

export const claimFacility = route({
  id: 'claimFacility',
  method: 'POST',
  path: '/api/facilities',
  served: 'public-act',
  access: { by: 'anyone' },
  tag,
  summary: 'Claim a facility and say what it offers; a mail asks to confirm the address, then a coordinator vets it',
  body: z.strictObject({
    profile: strictly(FacilityProfile),
    contact: strictly(FacilityContact),
    zip: Zip,
    siteOffers: z
      .array(
        z.strictObject({
          discipline: Discipline,
          terms: strictly(SiteOfferTerms),
          intakes: z.array(strictly(IntakeTerms)).max(6),
        }),
      )
      .max(8)
      .refine(
        (siteOffers) => siteOffers.flatMap(({ intakes }) => intakes).length <= maxIntakesOfClaim,
        `must have ${maxIntakesOfClaim} intakes at most in all; add the others later`,
      ),
  }),
  success: { status: 202, body: FacilityReceipt },
});

export const confirmFacility = route({
  id: 'confirmFacility',
  method: 'POST',
  path: '/api/facility/confirmation',
  served: 'public-act',
  access: { by: 'link', purpose: 'confirm-facility' },
  tag,
  summary: 'Confirm the address of a facility’s contact',
  success: { status: 200, body: FacilityReceipt },
});

export const readFacility = route({
  id: 'readFacility',
  method: 'GET',
  path: '/api/facility',
  served: 'public-read',
  access: byFacilityAccess,
  tag,
  summary: 'Read the own facility with its site offers, intakes and offers',
  success: { status: 200, body: FacilityView },
});

export const editFacility = route({
  id: 'editFacility',
  method: 'PUT',
  path: '/api/facility',
  served: 'public-act',
  access: byFacilityAccess,
  tag,
  summary: 'Edit the profile of the own facility',
  body: z.strictObject({ version: SeenVersion, zip: Zip, profile: strictly(FacilityProfile) }),
  success: { status: 200, body: FacilityReceipt },
});

export const changeFacilityContact = route({
  id: 'changeFacilityContact',
  method: 'PUT',
  path: '/api/facility/contact',
  served: 'public-act',
  access: byFacilityAccess,
  tag,
  summary: 'Name another contact: confirmed by mail and vetted again before anything else reaches it',
  body: z.strictObject({ version: SeenVersion, contact: strictly(FacilityContact) }),
  success: { status: 200, body: FacilityReceipt },
});

const change = <const Id extends string, const Path extends string>(id: Id, path: Path, summary: string) =>
  route({
    id,
    method: 'POST',
    path,
    served: 'public-act',
    access: byFacilityAccess,
    tag,
    summary,
    success: { status: 200, body: FacilityReceipt },
  });

export const pauseFacility = change('pauseFacility', '/api/facility/pause', 'Pause: no new briefs, at once');
export const resumeFacility = change('resumeFacility', '/api/facility/resumption', 'Take part again after a pause');
export const leaveFacility = change(
  'leaveFacility',
  '/api/facility/departure',
  'Leave the service; open offers are cancelled',
);

export const putSiteOffer = route({
  id: 'putSiteOffer',
  method: 'PUT',
  path: '/api/facility/site-offers/{discipline}',
  served: 'public-act',
  access: byFacilityAccess,
  tag,
  summary: 'Write the site offer of one discipline; `version` is null for a new one',
  params: z.strictObject({ discipline: Discipline }),
  body: z.strictObject({ version: SeenVersion.nullable(), terms: strictly(SiteOfferTerms) }),
  success: { status: 200, body: SiteOfferReceipt },
});

export const addIntake = route({
  id: 'addIntake',
  method: 'POST',
  path: '/api/facility/site-offers/{discipline}/intakes',
  served: 'public-act',
  access: byFacilityAccess,
  tag,
  summary: 'Add dated seats to a site offer',
  params: z.strictObject({ discipline: Discipline }),
  body: strictly(IntakeTerms),
  success: { status: 201, body: IntakeReceipt },
});

export const editIntake = route({
  id: 'editIntake',
  method: 'PUT',
  path: '/api/facility/intakes/{intakeId}',
  served: 'public-act',
  access: byFacilityAccess,
  tag,
  summary: 'Change dates or seats of an intake, or close it; never below the seats taken',
  params: z.strictObject({ intakeId: IntakeId }),
  body: z.strictObject({
    version: SeenVersion,
    startsOn: CalendarDate,
    endsOn: CalendarDate,
    seats: z.int().min(1).max(99),
    closed: z.boolean(),
  }),
  success: { status: 200, body: IntakeReceipt },
});

export const reportStartAsFacility = route({
  id: 'reportStartAsFacility',
  method: 'POST',
  path: '/api/facility/offers/{offerId}/start',
  served: 'public-act',
  access: byFacilityAccess,
  tag,
  summary: 'Say that the placement starts; it is placed once the technologist says so too',
  params: z.strictObject({ offerId: OfferId }),
  success: { status: 200, body: OfferReceipt },
});

export const cancelOfferAsFacility = route({
  id: 'cancelOfferAsFacility',
  method: 'POST',
  path: '/api/facility/offers/{offerId}/cancellation',
  served: 'public-act',
  access: byFacilityAccess,
  tag,
  summary: 'Cancel an accepted or introduced placement',
  params: z.strictObject({ offerId: OfferId }),
  body: z.strictObject({ comment: prose(1000).nullable() }),
  success: { status: 200, body: OfferReceipt },
});

export const readBrief = route({
  id: 'readBrief',
  method: 'GET',
  path: '/api/brief',
  served: 'public-read',
  access: byAnswer,
  tag,
  summary: 'Read the anonymous brief of one offer',
  success: { status: 200, body: Brief },
});

export const BriefAnswer = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('yes') }),
  z.strictObject({ answer: z.literal('no'), reason: DeclineReason, comment: prose(1000).nullable().default(null) }),
]);

export const answerBrief = route({
  id: 'answerBrief',
  method: 'POST',
  path: '/api/brief/answer',
  served: 'public-act',
  access: byAnswer,
  tag,
  summary: 'Answer a brief: yes, or no with a reason',
  body: BriefAnswer,
  success: { status: 200, body: OfferReceipt },
});

export const undoAnswer = route({
  id: 'undoAnswer',
  method: 'POST',
  path: '/api/brief/undo',
  served: 'public-act',
  access: byAnswer,
  tag,
  summary: 'Take back a yes until the introduction leaves',
  success: { status: 200, body: OfferReceipt },
});

export const askAboutBrief = route({
  id: 'askAboutBrief',
  method: 'POST',
  path: '/api/brief/question',
  served: 'public-act',
  access: byAnswer,
  tag,
  summary: 'Ask a question about a brief before answering it',
  body: z.strictObject({ question: prose(1000) }),
  success: { status: 200, body: OfferReceipt },
});

export const facilityRoutes = [
  claimFacility,
  confirmFacility,
  readFacility,
  editFacility,
  changeFacilityContact,
  pauseFacility,
  resumeFacility,
  leaveFacility,
  putSiteOffer,
  addIntake,
  editIntake,
  reportStartAsFacility,
  cancelOfferAsFacility,
  readBrief,
  answerBrief,
  undoAnswer,
  askAboutBrief,
] as const;
