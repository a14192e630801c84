import type { Facility } from '../domain/facility.ts';
import type { FacilityCommand } from '../domain/facility-lifecycle.ts';
import type { Decider } from '../domain/machine.ts';
import type { FacilityId } from '../domain/primitives.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { changeFacility } from './changes.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Call, Ports, Write } from './ports.ts';

export interface FacilityReceipt {
  readonly facilityId: FacilityId;
  readonly status: Facility['status'];
  readonly version: number;
}

type Chosen = Result<FacilityCommand>;

/** Takes a facility one step on; which one may depend on the facility as it is now. `also`: what goes with the step. */
export const stepOfFacility = async (
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  call: Call,
  facilityId: FacilityId,
  choose: (facility: Facility) => Chosen | Promise<Chosen>,
  also: (next: Facility, decider: Decider) => Promise<readonly Write[]> = () => Promise.resolve([]),
): Promise<Result<FacilityReceipt>> =>
  perform(store, call, async () => {
    const facility = await store.facilities.get(facilityId);
    if (facility === null) return refuse('not-found');
    const command = await choose(facility);
    if (!command.ok) return command;
    const decider = deciderOf(clock, call.actor);
    const change = await changeFacility(store, facility, command.value, decider);
    if (!change.ok) return change;
    const { next, writes } = change.value;
    return ok({
      writes: [...writes, ...(await also(next, decider))],
      answer: { facilityId, status: next.status, version: next.version },
    });
  });
