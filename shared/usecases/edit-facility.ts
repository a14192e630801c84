import type * as contract from '../contracts/facility.ts';
import { ok } from '../domain/result.ts';
import { staleness } from './as-seen.ts';
import { located } from './located.ts';
import { later, nowOf } from './moments.ts';
import type { Ports } from './ports.ts';
import { stepOfFacility } from './step-of-facility.ts';
import type { UseCase } from './use-case.ts';

/** The facility says something else of itself; its site offers say the same from the same moment on. */
export const editFacility =
  (ports: Pick<Ports, 'store' | 'clock' | 'places'>): UseCase<typeof contract.editFacility> =>
  async ({ facilityId, version, zip, zone, profile }, call) =>
    stepOfFacility(ports, call, facilityId, async (facility) => {
      const stale = await staleness(ports.store.audit, facility, version);
      if (stale !== null) return stale;
      const place = located(ports, { zip, zone }, facility.place);
      return place.ok ? ok({ action: 'edit', profile, place: place.value }) : place;
    });

/**
 * Somebody else speaks for the facility from now on. That person confirms the address and is vetted before anything else
 * reaches it: nobody receives a person's data by taking over a facility's link.
 */
export const changeFacilityContact =
  (ports: Pick<Ports, 'store' | 'clock' | 'periods'>): UseCase<typeof contract.changeFacilityContact> =>
  async ({ facilityId, version, contact }, call) =>
    stepOfFacility(ports, call, facilityId, async (facility) => {
      const stale = await staleness(ports.store.audit, facility, version);
      if (stale !== null) return stale;
      const confirmBy = later(nowOf(ports.clock), ports.periods.confirmHours, 'hour');
      return ok({ action: 'change-contact', contact, confirmBy });
    });
