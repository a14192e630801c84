import type * as contract from '../contracts/brief.ts';
import { ok, refuse } from '../domain/result.ts';
import { siteOf } from '../domain/site-offer.ts';
import { briefOf, weekOfBrief } from './brief.ts';
import type { Ports } from './ports.ts';
import type { UseCase } from './use-case.ts';

/** The anonymous brief of one offer. */
export const readBrief =
  ({ store }: Pick<Ports, 'store'>): UseCase<typeof contract.readBrief> =>
  async ({ offerId }) => {
    const found = await store.requests.ofOffer(offerId);
    if (found === null) return refuse('not-found');
    const { offer, request } = found;
    const at = await store.facilities.withSites(offer.facilityId, { relaxed: true });
    const site = at && siteOf(at, offer.intakeId);
    if (at === null || site === null) return refuse('not-found');
    const material = { offer, request, facility: at.facility, intake: site.intake };
    return ok({ ...briefOf(material), week: weekOfBrief(material, site.offer.terms) });
  };
