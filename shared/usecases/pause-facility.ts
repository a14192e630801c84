import type * as contract from '../contracts/facility.ts';
import { ok } from '../domain/result.ts';
import type { Ports } from './ports.ts';
import { stepOfFacility } from './step-of-facility.ts';
import type { UseCase } from './use-case.ts';

/** From now on the facility is matched with nobody and asked nothing new (R21). */
export const pauseFacility =
  (ports: Pick<Ports, 'store' | 'clock'>): UseCase<typeof contract.pauseFacility> =>
  async ({ facilityId }, call) =>
    stepOfFacility(ports, call, facilityId, () => ok({ action: 'pause' }));

/** The facility takes part again. It was vetted before the pause, and its contact is the same. */
export const resumeFacility =
  (ports: Pick<Ports, 'store' | 'clock'>): UseCase<typeof contract.resumeFacility> =>
  async ({ facilityId }, call) =>
    stepOfFacility(ports, call, facilityId, () => ok({ action: 'resume' }));
