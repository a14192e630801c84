import * as z from 'zod';
import { Discipline } from '../domain/discipline.ts';
import { FacilityContact, FacilityProfile } from '../domain/facility.ts';
import { lazily } from '../domain/lazily.ts';
import { OfferId } from '../domain/offer.ts';
import { Outcome } from '../domain/outcome.ts';
import { CalendarDate, FacilityId, prose, Zip } from '../domain/primitives.ts';
import { IntakeId, IntakeTerms, SiteOfferId, SiteOfferTerms } from '../domain/site-offer.ts';
import { Zone } from '../domain/zone.ts';
import { FacilityStatusName, OfferReceipt, SeenVersion } from './common.ts';
import { FacilityView } from './facility-view.ts';
import { routesFor } from './route.ts';
import { strictly } from './strictly.ts';

const tag = 'Facilities';
const byFacilityLink = { by: 'link', purpose: 'facility-access' } as const;

const forAnyone = routesFor({ tag, served: 'facility-act', access: { by: 'anyone' } });
const toConfirm = routesFor({ tag, served: 'facility-act', access: { by: 'link', purpose: 'confirm-facility' } });
const toRead = routesFor({ tag, served: 'public-read', access: byFacilityLink });
const toAct = routesFor({ tag, served: 'facility-act', access: byFacilityLink });

const FacilityReceipt = lazily(() =>
  z.object({ facilityId: FacilityId, status: FacilityStatusName(), version: z.int() }),
);
const SiteOfferReceipt = lazily(() => z.object({ siteOfferId: SiteOfferId, version: z.int() }));
const IntakeReceipt = lazily(() => z.object({ intakeId: IntakeId, version: z.int() }));

/**
 * A claim is stored whole by one transaction, of 100 items at most: the facility, 8 site offers and 36 intakes, each with
 * its audit line, are 90 of them; mail, counters and the stored answer are six of the others.
 */
const maxIntakesOfClaim = 36;

export const claimFacility = forAnyone({
  id: 'claimFacility',
  method: 'POST',
  path: '/api/facilities',
  causesMail: true,
  summary: 'Claim a facility and say what it offers; a mail asks to confirm the address, then a coordinator vets it',
  body: () =>
    z.strictObject({
      profile: strictly(FacilityProfile),
      contact: strictly(FacilityContact),
      zip: Zip,
      zone: Zone.optional(),
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

export const confirmFacility = toConfirm({
  id: 'confirmFacility',
  method: 'POST',
  path: '/api/facility/confirmation',
  summary: 'Confirm the address of a facility’s contact',
  success: { status: 200, body: FacilityReceipt },
});

export const readFacility = toRead({
  id: 'readFacility',
  method: 'GET',
  path: '/api/facility',
  summary: 'Read the own facility with its site offers, intakes and offers',
  success: { status: 200, body: FacilityView },
});

export const editFacility = toAct({
  id: 'editFacility',
  method: 'PUT',
  path: '/api/facility',
  summary: 'Edit the profile of the own facility',
  body: () =>
    z.strictObject({ version: SeenVersion, zip: Zip, zone: Zone.optional(), profile: strictly(FacilityProfile) }),
  success: { status: 200, body: FacilityReceipt },
});

export const changeFacilityContact = toAct({
  id: 'changeFacilityContact',
  method: 'PUT',
  path: '/api/facility/contact',
  summary: 'Name another contact: confirmed by mail and vetted again before anything else reaches it',
  body: () => z.strictObject({ version: SeenVersion, contact: strictly(FacilityContact) }),
  success: { status: 200, body: FacilityReceipt },
});

const change = <const Id extends string, const Path extends string>(id: Id, path: Path, summary: string) =>
  toAct({
    id,
    method: 'POST',
    path,
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

export const endFacilityLinks = change(
  'endFacilityLinks',
  '/api/facility/links/end',
  'End every link that was mailed to the facility, to its page and its briefs; its contact is mailed new ones',
);

export const putSiteOffer = toAct({
  id: 'putSiteOffer',
  method: 'PUT',
  path: '/api/facility/site-offers/{discipline}',
  summary: 'Write the site offer of one discipline; `version` is null for a new one',
  params: () => z.strictObject({ discipline: Discipline }),
  body: () => z.strictObject({ version: SeenVersion.nullable(), terms: strictly(SiteOfferTerms) }),
  success: { status: 200, body: SiteOfferReceipt },
});

export const addIntake = toAct({
  id: 'addIntake',
  method: 'POST',
  path: '/api/facility/site-offers/{discipline}/intakes',
  summary: 'Add dated seats to a site offer',
  params: () => z.strictObject({ discipline: Discipline }),
  body: () => strictly(IntakeTerms),
  success: { status: 201, body: IntakeReceipt },
});

export const editIntake = toAct({
  id: 'editIntake',
  method: 'PUT',
  path: '/api/facility/intakes/{intakeId}',
  summary: 'Change dates or seats of an intake, or close it; never below the seats taken',
  params: () => z.strictObject({ intakeId: IntakeId }),
  body: () =>
    z.strictObject({
      version: SeenVersion,
      startsOn: CalendarDate,
      endsOn: CalendarDate,
      seats: z.int().min(1).max(99),
      closed: z.boolean(),
    }),
  success: { status: 200, body: IntakeReceipt },
});

export const reportStartAsFacility = toAct({
  id: 'reportStartAsFacility',
  method: 'POST',
  path: '/api/facility/offers/{offerId}/start',
  summary: 'Say that the placement starts; it is placed once the technologist says so too',
  params: () => z.strictObject({ offerId: OfferId }),
  success: { status: 200, body: OfferReceipt },
});

export const reportEndAsFacility = toAct({
  id: 'reportEndAsFacility',
  method: 'POST',
  path: '/api/facility/offers/{offerId}/end',
  summary: 'Say that the training is over, and how it went; the placement is complete with the first word of it',
  params: () => z.strictObject({ offerId: OfferId }),
  body: () => strictly(Outcome),
  success: { status: 200, body: OfferReceipt },
});

export const cancelOfferAsFacility = toAct({
  id: 'cancelOfferAsFacility',
  method: 'POST',
  path: '/api/facility/offers/{offerId}/cancellation',
  summary: 'Cancel an accepted or introduced placement',
  params: () => z.strictObject({ offerId: OfferId }),
  body: () => z.strictObject({ comment: prose(1000).nullable() }),
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
  endFacilityLinks,
  putSiteOffer,
  addIntake,
  editIntake,
  reportStartAsFacility,
  reportEndAsFacility,
  cancelOfferAsFacility,
] as const;
