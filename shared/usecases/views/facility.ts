import type { FacilityEntry } from '../../contracts/vetting.ts';
import type { FacilityView } from '../../contracts/facility-view.ts';
import type * as z from 'zod';
import type { Facility } from '../../domain/facility.ts';
import { endReportedBy, type Offer, wasIntroduced } from '../../domain/offer.ts';
import type { PlacementRequest } from '../../domain/placement-request.ts';
import type { Intake, SiteOffer } from '../../domain/site-offer.ts';
import { standingOfFacility } from '../standing.ts';

export interface FacilityMaterial {
  readonly facility: Facility;
  readonly siteOffers: readonly SiteOffer[];
  readonly intakes: readonly Intake[];
  /** Each with its request where both were introduced; null before, so that no view can show what was not read. */
  readonly offers: readonly { readonly offer: Offer; readonly request: PlacementRequest | null }[];
}

const siteOfferView = ({ id, version, discipline, terms }: SiteOffer, intakes: readonly Intake[]) => ({
  siteOfferId: id,
  version,
  discipline,
  terms,
  intakes: intakes
    .filter((intake) => intake.discipline === discipline)
    .toSorted((a, b) => (a.startsOn + a.id < b.startsOn + b.id ? -1 : 1)),
});

const offerView = ({ offer, request }: FacilityMaterial['offers'][number]) => ({
  offerId: offer.id,
  discipline: offer.discipline,
  intakeId: offer.intakeId,
  status: offer.status,
  madeAt: offer.madeAt,
  answerBy: offer.answerBy,
  technologist:
    request !== null && request.erasedAt === null && wasIntroduced(offer)
      ? { name: request.contact.name, email: request.contact.email, phone: request.contact.phone }
      : null,
  endReported: endReportedBy(offer, 'facility'),
});

/** A facility with what it offers and what was offered to it, as its contact and the coordinators see it. */
export const facilityView = ({ facility, siteOffers, intakes, offers }: FacilityMaterial): FacilityView => ({
  facilityId: facility.id,
  version: facility.version,
  status: facility.status,
  standing: standingOfFacility(facility),
  profile: facility.profile,
  contact: facility.contact,
  zip: facility.place.zip,
  zone: facility.place.zone,
  siteOffers: siteOffers.map((siteOffer) => siteOfferView(siteOffer, intakes)),
  offers: offers.map(offerView),
});

/** A line of the list of facilities. */
export const facilityEntry = (facility: Facility): z.infer<ReturnType<typeof FacilityEntry>> => ({
  facilityId: facility.id,
  version: facility.version,
  status: facility.status,
  name: facility.profile.name,
  town: facility.place.town,
  state: facility.place.state,
  claimedAt: facility.claimedAt,
  simulated: facility.simulated,
});
