import type * as contract from '../contracts/facility.ts';
import { ok, refuse } from '../domain/result.ts';
import { briefOf } from './brief.ts';
import type { Ports } from './ports.ts';
import type { UseCase } from './use-case.ts';

/** The anonymous brief of one offer. */
export const readBrief =
  ({ store }: Pick<Ports, 'store'>): UseCase<typeof contract.readBrief> =>
  async ({ offerId }) => {
    const offer = await store.offers.get(offerId);
    if (offer === null) return refuse('not-found');
    const [request, facility, intake] = await Promise.all([
      store.requests.get(offer.requestId),
      store.facilities.get(offer.facilityId),
      store.intakes.get(offer.intakeId),
    ]);
    if (request === null || facility === null || intake === null) return refuse('not-found');
    return ok(briefOf({ offer, request, facility, intake }));
  };
