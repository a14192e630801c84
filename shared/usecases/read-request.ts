import type * as contract from '../contracts/technologist.ts';
import { ok, refuse } from '../domain/result.ts';
import type { Ports } from './ports.ts';
import type { UseCase } from './use-case.ts';
import { type OfferAtSite, requestForTechnologist } from './views/request-for-technologist.ts';

/** A technologist's own request, and where it stands. */
export const readRequest =
  ({ store }: Pick<Ports, 'store'>): UseCase<typeof contract.readRequest> =>
  async ({ requestId }) => {
    const request = await store.requests.get(requestId);
    if (request === null) return refuse('not-found');
    const atSites: OfferAtSite[] = [];
    for (const offer of await store.offers.ofRequest(requestId)) {
      const [intake, facility] = await Promise.all([
        store.intakes.get(offer.intakeId),
        store.facilities.get(offer.facilityId),
      ]);
      if (intake !== null && facility !== null) atSites.push({ offer, intake, facility });
    }
    return ok(requestForTechnologist(request, atSites));
  };
