import type * as contract from '../contracts/vetting.ts';
import { ok } from '../domain/result.ts';
import { staleness } from './as-seen.ts';
import type { Ports } from './ports.ts';
import { stepOfFacility } from './step-of-facility.ts';
import type { UseCase } from './use-case.ts';

/** A coordinator opens a facility, noting the evidence that its contact speaks for it, or refuses it with a reason. */
export const vetFacility =
  (ports: Pick<Ports, 'store' | 'clock'>): UseCase<typeof contract.vetFacility> =>
  async (vetting, call) =>
    stepOfFacility(ports, call, vetting.facilityId, async (facility) => {
      const stale = await staleness(ports.store.audit, facility, vetting.version);
      if (stale !== null) return stale;
      return vetting.decision === 'open'
        ? ok({ action: 'vet', evidence: vetting.evidence })
        : ok({ action: 'refuse', reason: vetting.reason });
    });
