import * as z from 'zod';
import { Discipline } from '../domain/discipline.ts';
import { FacilityContact, FacilityProfile } from '../domain/facility.ts';
import { lazily } from '../domain/lazily.ts';
import { OfferId } from '../domain/offer.ts';
import { FacilityId, Instant, Zip } from '../domain/primitives.ts';
import { Intake, IntakeId, SiteOfferId, SiteOfferTerms } from '../domain/site-offer.ts';
import { FacilityStatusName, OfferStatusName } from './common.ts';

/** A facility as itself and the coordinators see it. */

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
export const SiteOfferView = lazily(() =>
  z.object({
    siteOfferId: SiteOfferId,
    version: z.int(),
    discipline: Discipline,
    terms: SiteOfferTerms,
    intakes: z.array(Intake.unwrap().pick(intakeFields)),
  }),
);

/** What a facility sees of an offer made to it: no name and no contact before the introduction. */
export const OfferForFacility = lazily(() =>
  z.object({
    offerId: OfferId,
    discipline: Discipline,
    intakeId: IntakeId,
    status: OfferStatusName(),
    madeAt: Instant,
    answerBy: Instant,
    technologist: z.object({ name: z.string(), email: z.string(), phone: z.string().nullable() }).nullable(),
    endReported: z.boolean(),
  }),
);

export const FacilityView = lazily(() =>
  z.object({
    facilityId: FacilityId,
    version: z.int(),
    status: FacilityStatusName(),
    /** Where the facility stands and who has to act, in a sentence. */
    standing: z.string(),
    profile: FacilityProfile,
    contact: FacilityContact,
    zip: Zip,
    /** IANA zone of the facility, in which times are told; null: not known, so UTC. */
    zone: z.string().nullable(),
    siteOffers: z.array(SiteOfferView()),
    offers: z.array(OfferForFacility()),
  }),
);
export type FacilityView = z.infer<ReturnType<typeof FacilityView>>;
