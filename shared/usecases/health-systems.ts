import type * as contract from '../contracts/upkeep.ts';
import type { Facility } from '../domain/facility.ts';
import type { FacilityId, HealthSystemId } from '../domain/primitives.ts';
import type { HealthSystemTerms } from '../domain/program.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { facilityTransitions } from '../domain/facility-lifecycle.ts';
import { step } from '../domain/machine.ts';
import { staleness } from './as-seen.ts';
import { changeFacility, keepUp, unwritten } from './changes.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Call, Ports, Store } from './ports.ts';
import type { UseCase } from './use-case.ts';

type Keeping = Pick<Ports, 'store' | 'clock'>;

export const listHealthSystems =
  ({ store }: Pick<Ports, 'store'>): UseCase<typeof contract.listHealthSystems> =>
  async () =>
    ok({ items: [...(await store.healthSystems.all())] });

/** Every facility named exists and belongs to no other health system. */
const checkedMembers = async (
  { facilities }: Pick<Store, 'facilities'>,
  { facilityIds }: HealthSystemTerms,
  systemId: HealthSystemId | null,
): Promise<Result<null>> => {
  for (const [index, id] of facilityIds.entries()) {
    const facility = await facilities.get(id);
    const refused = (detail: string) => refuse('invalid-input', { field: `facilityIds[${index}]`, detail });
    if (facility === null) return refused('There is no facility with this id.');
    if (facility.healthSystemId !== null && facility.healthSystemId !== systemId)
      return refused('This facility belongs to another health system. Take it out there first.');
    if (facility.healthSystemId === null && !canJoin(facility))
      return refused(`This facility is "${facility.status}", so nothing can be noted of it.`);
  }
  return ok(null);
};

const canJoin = ({ status }: Facility): boolean => step(facilityTransitions, status, 'join-system').ok;

/**
 * Lets facilities say what the health system says, each with its site offers in a transaction of its own: those that
 * say `from` say `to` afterwards. Whoever was interrupted on the way saves the health system again.
 */
const move = async (
  { store, clock }: Keeping,
  call: Call,
  facilityIds: readonly FacilityId[],
  { from, to }: { readonly from: HealthSystemId | null; readonly to: HealthSystemId | null },
): Promise<Result<null>> => {
  for (const id of facilityIds) {
    const moved = await perform<null>(store, {}, async () => {
      const facility = await store.facilities.get(id);
      if (facility === null || facility.healthSystemId !== from || !canJoin(facility))
        return ok({ writes: [], answer: null });
      const command = { action: 'join-system', healthSystemId: to } as const;
      const change = await changeFacility(store, facility, command, deciderOf(clock, call.actor));
      return change.ok ? ok({ writes: change.value.writes, answer: null }) : change;
    });
    if (!moved.ok) return moved;
  }
  return ok(null);
};

export const createHealthSystem =
  ({ store, clock, ids }: Pick<Ports, 'store' | 'clock' | 'ids'>): UseCase<typeof contract.createHealthSystem> =>
  async (terms, call) => {
    const created = await perform(store, call, async () => {
      const members = await checkedMembers(store, terms, null);
      if (!members.ok) return members;
      const { next, writes } = keepUp(
        { repository: store.healthSystems, audit: store.audit },
        null,
        { ...unwritten, id: ids.healthSystem(), ...terms },
        'create',
        deciderOf(clock, call.actor),
      );
      return ok({ writes, answer: { healthSystemId: next.id, version: next.version } });
    });
    if (!created.ok) return created;
    const joined = { from: null, to: created.value.healthSystemId };
    const told = await move({ store, clock }, call, terms.facilityIds, joined);
    return told.ok ? created : told;
  };

export const editHealthSystem =
  (ports: Keeping): UseCase<typeof contract.editHealthSystem> =>
  async ({ healthSystemId, version, terms }, call) => {
    const { store, clock } = ports;
    const decide = async () => {
      const before = await store.healthSystems.get(healthSystemId);
      if (before === null) return refuse('not-found');
      const stale = await staleness(store.audit, before, version);
      if (stale !== null) return stale;
      const members = await checkedMembers(store, terms, healthSystemId);
      return members.ok ? ok(before) : members;
    };
    const before = await decide();
    if (!before.ok) return before;
    // Who is taken out says so first: if this is interrupted, the list still names them, and saving it again goes on.
    const removed = before.value.facilityIds.filter((id) => !terms.facilityIds.includes(id));
    const left = await move(ports, call, removed, { from: healthSystemId, to: null });
    if (!left.ok) return left;
    const edited = await perform(store, call, async () => {
      const current = await decide();
      if (!current.ok) return current;
      const { next, writes } = keepUp(
        { repository: store.healthSystems, audit: store.audit },
        current.value,
        { ...current.value, ...terms },
        'edit',
        deciderOf(clock, call.actor),
      );
      return ok({ writes, answer: { healthSystemId, version: next.version } });
    });
    if (!edited.ok) return edited;
    const told = await move(ports, call, terms.facilityIds, { from: null, to: healthSystemId });
    return told.ok ? edited : told;
  };
