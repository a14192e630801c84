import { beforeEach, describe, expect, test } from 'vitest';
import { createHealthSystem, editHealthSystem, listHealthSystems } from '../../shared/usecases/health-systems.ts';
import {
  anyone,
  aWorld,
  coordinator,
  refusedWithoutTrace,
  seedSite,
  value,
  withKey,
  type World,
} from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld();
  for (const facilityId of ['fac_birch', 'fac_cedar', 'fac_dogwood']) await seedSite(world, { facilityId });
});

const create = async (facilityIds: string[], ports = world.ports, call = coordinator) =>
  createHealthSystem(ports)({ name: 'Laurel Health (invented)', facilityIds }, call);
const edit = async (healthSystemId: string, version: number, facilityIds: string[], ports = world.ports) =>
  editHealthSystem(ports)({ healthSystemId, version, terms: { name: 'Laurel', facilityIds } }, coordinator);
/** What a facility and its site offer say, which must be one. */
const systemOf = async (facilityId: string) => {
  const facility = await world.store.facilities.get(facilityId);
  const offer = await world.store.siteOffers.get(`${facilityId}-CT`);
  expect(offer?.facility.healthSystemId).toBe(facility?.healthSystemId);
  return facility?.healthSystemId;
};
const dyingAt = (fatal: number) => {
  const { commit } = world.store;
  let commits = 0;
  const dying: typeof commit = async (writes, idempotency) => {
    commits += 1;
    if (commits === fatal) throw new Error('the process was killed');
    return commit(writes, idempotency);
  };
  return { ...world.ports, store: { ...world.store, commit: dying } };
};

describe('a health system', () => {
  test('is told by each facility that belongs to it, and by its site offers', async () => {
    const { healthSystemId } = value(await create(['fac_birch', 'fac_cedar']));
    expect([await systemOf('fac_birch'), await systemOf('fac_cedar'), await systemOf('fac_dogwood')]).toEqual([
      healthSystemId,
      healthSystemId,
      null,
    ]);
    expect(value(await listHealthSystems(world.ports)({}, anyone)).items).toHaveLength(1);
  });

  test('that is edited takes in and lets go', async () => {
    const { healthSystemId } = value(await create(['fac_birch', 'fac_cedar']));
    expect(value(await edit(healthSystemId, 1, ['fac_cedar', 'fac_dogwood']))).toEqual({ healthSystemId, version: 2 });
    expect([await systemOf('fac_birch'), await systemOf('fac_cedar'), await systemOf('fac_dogwood')]).toEqual([
      null,
      healthSystemId,
      healthSystemId,
    ]);
  });

  test.for([2, 3])('whose making is interrupted at write %i is whole after it comes again', async (fatal) => {
    const facilityIds = ['fac_birch', 'fac_cedar'];
    const call = withKey(coordinator, 'key-1');
    await expect(create(facilityIds, dyingAt(fatal), call)).rejects.toThrow('killed');
    const { healthSystemId } = value(await create(facilityIds, world.ports, call));
    for (const facilityId of facilityIds) expect(await systemOf(facilityId)).toBe(healthSystemId);
    expect(await world.store.healthSystems.all()).toHaveLength(1);
  });

  test.for([1, 2, 3])('whose change is interrupted at write %i is whole after it is saved again', async (fatal) => {
    const { healthSystemId } = value(await create(['fac_birch', 'fac_cedar']));
    const wanted = ['fac_cedar', 'fac_dogwood'];
    await expect(edit(healthSystemId, 1, wanted, dyingAt(fatal))).rejects.toThrow('killed');
    const { version = 0 } = (await world.store.healthSystems.get(healthSystemId)) ?? {};
    value(await edit(healthSystemId, version, wanted));
    expect([await systemOf('fac_birch'), await systemOf('fac_cedar'), await systemOf('fac_dogwood')]).toEqual([
      null,
      healthSystemId,
      healthSystemId,
    ]);
  });

  test('has no facility that belongs to another one', async () => {
    value(await create(['fac_birch']));
    expect(await refusedWithoutTrace(world, async () => create(['fac_cedar', 'fac_birch']))).toMatchObject({
      code: 'invalid-input',
      field: 'facilityIds[1]',
    });
  });

  test('has no facility that nobody knows, or that left', async () => {
    await seedSite(world, { facilityId: 'fac_elder', status: 'left' });
    for (const facilityId of ['fac_unknown', 'fac_elder'])
      expect(await refusedWithoutTrace(world, async () => create([facilityId]))).toMatchObject({
        code: 'invalid-input',
        field: 'facilityIds[0]',
      });
  });

  test('is not edited by who saw an older version; no facility is told anything then', async () => {
    const { healthSystemId } = value(await create(['fac_birch']));
    value(await edit(healthSystemId, 1, ['fac_birch', 'fac_cedar']));
    expect(await refusedWithoutTrace(world, async () => edit(healthSystemId, 1, []))).toMatchObject({
      code: 'stale-version',
    });
  });
});
