import type * as contract from '../contracts/technologist.ts';
import { ok, refuse } from '../domain/result.ts';
import { siteOf } from '../domain/site-offer.ts';
import type { Ports } from './ports.ts';
import type { UseCase } from './use-case.ts';
import { type OfferAtSite, requestForTechnologist } from './views/request-for-technologist.ts';

/** A technologist's own request, and where it stands. */
export const readRequest =
  ({ store }: Pick<Ports, 'store'>): UseCase<typeof contract.readRequest> =>
  async ({ requestId }) => {
    const found = await store.requests.withOffers(requestId);
    if (found === null) return refuse('not-found');
    const { request, offers } = found;
    const atSites: OfferAtSite[] = [];
    for (const offer of offers) {
      const at = await store.facilities.withSites(offer.facilityId, { relaxed: true });
      const site = at && siteOf(at, offer.intakeId);
      if (at && site) atSites.push({ offer, intake: site.intake, facility: at.facility });
    }
    return ok(requestForTechnologist(request, atSites));
  };
