import type * as contract from '../contracts/facility.ts';
import type * as vetting from '../contracts/vetting.ts';
import { type Offer, wasIntroduced } from '../domain/offer.ts';
import type { FacilityId } from '../domain/primitives.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import type { Ports, Store } from './ports.ts';
import { listedNow } from './suppressions.ts';
import type { UseCase } from './use-case.ts';
import { facilityEntry, facilityView, type FacilityMaterial } from './views/facility.ts';

/** Older offers are history, of which a page holds enough. */
const offersShown = 100;

const withRequest = async (store: Store, offer: Offer) => {
  const found = wasIntroduced(offer) ? await store.requests.withOffers(offer.requestId, { relaxed: true }) : null;
  return { offer, request: found?.request ?? null };
};

const gather = async (store: Store, facilityId: FacilityId): Promise<Result<FacilityMaterial>> => {
  const [found, offers] = await Promise.all([
    store.facilities.withSites(facilityId),
    store.offers.ofFacility(facilityId, null, offersShown),
  ]);
  if (found === null) return refuse('not-found');
  if (!offers.ok) return offers;
  const withRequests = await Promise.all(offers.value.items.map(async (offer) => withRequest(store, offer)));
  return ok({ ...found, offers: withRequests });
};

/** A facility's own page: what it offers, and what was offered to it. */
export const readFacility =
  ({ store }: Pick<Ports, 'store'>): UseCase<typeof contract.readFacility> =>
  async ({ facilityId }) => {
    const material = await gather(store, facilityId);
    return material.ok ? ok(facilityView(material.value)) : material;
  };

/** The same for a coordinator, with what was done to it so far. */
export const readFacilityCase =
  ({ store, personKeys }: Pick<Ports, 'store' | 'personKeys'>): UseCase<typeof vetting.readFacilityCase> =>
  async ({ facilityId }) => {
    const material = await gather(store, facilityId);
    if (!material.ok) return material;
    const personKey = await personKeys.of(material.value.facility.contact.email);
    const [audit, suppression] = await Promise.all([store.audit.of(facilityId), listedNow(store, personKey)]);
    return ok({ ...facilityView(material.value), audit: [...audit], suppression });
  };

/** Facilities in one state, longest there first. */
export const listFacilities =
  ({ store }: Pick<Ports, 'store'>): UseCase<typeof vetting.listFacilities> =>
  async ({ status, cursor = null, limit }) => {
    const page = await store.facilities.inStatus(status, cursor, limit);
    return page.ok ? ok({ items: page.value.items.map(facilityEntry), cursor: page.value.cursor }) : page;
  };
