import type * as contract from '../contracts/facility.ts';
import type { Facility } from '../domain/facility.ts';
import { facilityTransitions } from '../domain/facility-lifecycle.ts';
import { step } from '../domain/machine.ts';
import type { FacilityId } from '../domain/primitives.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { siteOfferIdOf } from '../domain/site-offer.ts';
import { staleness } from './as-seen.ts';
import { keepUp } from './changes.ts';
import { checkedTerms, newSiteOffer } from './claim-facility.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Ports, Store } from './ports.ts';
import type { UseCase } from './use-case.ts';

/** The facility, if what it offers may be written now: whenever its profile may be edited, too. */
export const facilityKeptUp = async (store: Store, id: FacilityId): Promise<Result<Facility>> => {
  const facility = await store.facilities.get(id);
  if (facility === null) return refuse('not-found');
  const editable = step(facilityTransitions, facility.status, 'edit');
  return editable.ok ? ok(facility) : editable;
};

/** Writes what a facility offers in one discipline, whole; `version` is null for a discipline that is new to it. */
export const putSiteOffer =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>): UseCase<typeof contract.putSiteOffer> =>
  async ({ facilityId, discipline, version, terms }, call) =>
    perform(store, call, async () => {
      const facility = await facilityKeptUp(store, facilityId);
      if (!facility.ok) return facility;
      const checked = checkedTerms('terms', terms);
      if (!checked.ok) return checked;
      const siteOfferId = siteOfferIdOf(facilityId, discipline);
      const before = await store.siteOffers.get(siteOfferId);
      if (before === null && version !== null)
        return refuse('not-found', { field: 'version', detail: 'There is no such site offer yet: send null.' });
      const stale = before && (await staleness(store.audit, before, version ?? 0));
      if (stale !== null) return stale;
      const after = before === null ? newSiteOffer(facility.value, discipline, terms) : { ...before, terms };
      const { next, writes } = keepUp(
        { repository: store.siteOffers, audit: store.audit },
        before,
        after,
        'put',
        deciderOf(clock, call.actor),
      );
      return ok({
        // What a new site offer says of its facility must not be overtaken by a vetting or a pause.
        writes: [...writes, store.facilities.requireUnchanged(facility.value)],
        answer: { siteOfferId, version: next.version },
      });
    });
