import type * as contract from '../contracts/technologist.ts';
import type { Offer } from '../domain/offer.ts';
import { ok, refuse } from '../domain/result.ts';
import { siteOf } from '../domain/site-offer.ts';
import type { Ports, Store } from './ports.ts';
import type { UseCase } from './use-case.ts';
import { type OfferAtSite, requestForTechnologist } from './views/request-for-technologist.ts';

/** Offers with the sites that they are about, as far as those are still known. */
export const readOffersAtSites = async (
  { facilities }: Pick<Store, 'facilities'>,
  offers: readonly Offer[],
): Promise<readonly OfferAtSite[]> => {
  const atSites: OfferAtSite[] = [];
  for (const offer of offers) {
    const at = await facilities.withSites(offer.facilityId, { relaxed: true });
    const site = at && siteOf(at, offer.intakeId);
    if (at && site) atSites.push({ offer, intake: site.intake, facility: at.facility });
  }
  return atSites;
};

/** A technologist's own request, and where it stands. */
export const readRequest =
  ({ store }: Pick<Ports, 'store'>): UseCase<typeof contract.readRequest> =>
  async ({ requestId }) => {
    const found = await store.requests.withOffers(requestId);
    if (found === null) return refuse('not-found');
    return ok(requestForTechnologist(found.request, await readOffersAtSites(store, found.offers)));
  };
