import type { RequestForTechnologist } from '../../contracts/technologist.ts';
import type { Facility } from '../../domain/facility.ts';
import { endReportedBy, isUnderWay, type Offer, wasIntroduced } from '../../domain/offer.ts';
import type { PlacementRequest } from '../../domain/placement-request.ts';
import type { Intake } from '../../domain/site-offer.ts';
import { standingOfRequest } from '../standing.ts';

/** An offer with the site that it is about, as far as that is still known. */
export interface OfferAtSite {
  readonly offer: Offer;
  readonly intake: Intake;
  readonly facility: Facility;
}

/** The facility has no name and no contact for the technologist before both were introduced. */
const contactOf = ({ offer, facility }: OfferAtSite) =>
  wasIntroduced(offer)
    ? {
        name: facility.profile.name,
        contactName: facility.contact.name,
        email: facility.contact.email,
        phone: facility.contact.phone,
      }
    : null;

/** A technologist's own request with its offers, oldest first. */
export const requestForTechnologist = (
  request: PlacementRequest,
  offers: readonly OfferAtSite[],
): RequestForTechnologist => ({
  requestId: request.id,
  version: request.version,
  status: request.status,
  standing: standingOfRequest(request, offers.find(({ offer }) => isUnderWay(offer.status))?.offer ?? null),
  submittedAt: request.submittedAt,
  discipline: request.wishes.discipline,
  contact: request.contact,
  zip: request.home.zip,
  zone: request.home.zone,
  wishes: request.wishes,
  offers: offers.map((atSite) => ({
    offerId: atSite.offer.id,
    status: atSite.offer.status,
    madeAt: atSite.offer.madeAt,
    answerBy: atSite.offer.answerBy,
    startsOn: atSite.intake.startsOn,
    endsOn: atSite.intake.endsOn,
    facility: contactOf(atSite),
    consentAwaited: atSite.offer.status === 'accepted' && atSite.offer.technologistConsent === 'awaited',
    takeBackUntil:
      atSite.offer.status === 'accepted' && atSite.offer.technologistConsent === 'given'
        ? atSite.offer.introduceAt
        : null,
    endReported: endReportedBy(atSite.offer, 'technologist'),
  })),
});
