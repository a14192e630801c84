import type { Facility } from '../domain/facility.ts';
import type { FacilityCommand } from '../domain/facility-lifecycle.ts';
import type { FacilityId } from '../domain/primitives.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { changeFacility } from './changes.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Call, Ports } from './ports.ts';

export interface FacilityReceipt {
  readonly facilityId: FacilityId;
  readonly status: Facility['status'];
  readonly version: number;
}

type Chosen = Result<FacilityCommand>;

/** Takes a facility one step on; which one may depend on the facility as it is now. */
export const stepOfFacility = async (
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  call: Call,
  facilityId: FacilityId,
  choose: (facility: Facility) => Chosen | Promise<Chosen>,
): Promise<Result<FacilityReceipt>> =>
  perform(store, call, async () => {
    const facility = await store.facilities.get(facilityId);
    if (facility === null) return refuse('not-found');
    const command = await choose(facility);
    if (!command.ok) return command;
    const change = await changeFacility(store, facility, command.value, deciderOf(clock, call.actor));
    if (!change.ok) return change;
    const { next, writes } = change.value;
    return ok({ writes, answer: { facilityId, status: next.status, version: next.version } });
  });
