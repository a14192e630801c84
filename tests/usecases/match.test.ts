import { beforeEach, describe, expect, test } from 'vitest';
import { matchDiscipline, matchRequest } from '../../shared/usecases/match-request.ts';
import { pauseFacility } from '../../shared/usecases/pause-facility.ts';
import { listRequests, readCase } from '../../shared/usecases/review.ts';
import { withdrawRequest } from '../../shared/usecases/withdraw-request.ts';
import type { Discipline } from '../../shared/domain/discipline.ts';
import { aProgram, aRequest, anEmployment, milesNorth, someWishes } from '../support/builders.ts';
import {
  anyone,
  auditOf,
  aWorld,
  contents,
  coordinator,
  facilityContact,
  interrupted,
  requestNow,
  seedRequest,
  seedSite,
  technologist,
  value,
  type World,
} from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld();
  await seedSite(world);
});

const requestId = 'req_alder1';
const match = async () => value(await matchRequest(world.ports)(requestId));
const rematch = async (discipline: Discipline = 'CT') => value(await matchDiscipline(world.ports)(discipline));
const pause = async (facilityId = 'fac_birch') =>
  value(await pauseFacility(world.ports)({ facilityId }, facilityContact(facilityId)));

describe('a confirmed request', () => {
  test('is matched and put up for review with what was found', async () => {
    await seedRequest(world, aRequest({ status: 'confirmed' }));
    expect(await match()).toEqual({ matched: true });
    expect(await requestNow(world)).toMatchObject({
      status: 'in-review',
      match: { at: world.clock.time, candidates: 1, nearMisses: 0, best: { track: 'other-provider' } },
    });
    expect(await auditOf(world, requestId)).toEqual(['match']);
  });

  test('is put up for review also when nothing was found', async () => {
    await pause();
    await seedRequest(world, aRequest({ status: 'confirmed' }));
    await match();
    expect(await requestNow(world)).toMatchObject({ status: 'in-review', match: { candidates: 0, best: null } });
  });

  test('is matched with its employer and its program in mind', async () => {
    await seedSite(world, { facilityId: 'fac_employer', profile: { legalEmployer: 'Juniper Health Corp (invented)' } });
    await seedSite(world, { facilityId: 'fac_juniper', profile: { legalEmployer: 'Juniper Health Corp (invented)' } });
    value(await world.store.commit([world.store.programs.create(aProgram())]));
    const wishes = someWishes({ employment: anEmployment(), programId: 'prg_cedar' });
    await seedRequest(world, aRequest({ wishes }));
    const { candidates } = value(await readCase(world.ports)({ requestId }, coordinator));
    expect(Object.fromEntries(candidates.map(({ facilityId, track }) => [facilityId, track]))).toEqual({
      fac_employer: 'employer',
      fac_juniper: 'employer',
      fac_birch: 'program',
    });
  });
});

describe('a message that comes late or twice', () => {
  test('writes nothing when nothing new is found', async () => {
    await seedRequest(world, aRequest({ status: 'confirmed' }));
    await match();
    const before = await contents(world);
    world.pass(1, 'hour');
    expect(await match()).toEqual({ matched: false });
    expect(await contents(world)).toEqual(before);
  });

  test.for(['on-hold', 'approved', 'withdrawn', 'submitted'] as const)(
    'leaves a request alone that is %s by now',
    async (status) => {
      await seedRequest(world, aRequest({ status }));
      const before = await contents(world);
      expect(await match()).toEqual({ matched: false });
      expect(await contents(world)).toEqual(before);
    },
  );

  test('is no error when there is no such request', async () => {
    expect(await match()).toEqual({ matched: false });
  });

  test('does not overtake a withdrawal', async () => {
    await seedRequest(world, aRequest({ status: 'confirmed' }));
    const withdraw = async () => withdrawRequest(world.ports)({ requestId }, technologist(requestId));
    expect(value(await matchRequest(interrupted(world.ports, withdraw))(requestId))).toEqual({ matched: false });
    expect(await requestNow(world)).toMatchObject({ status: 'withdrawn' });
  });
});

describe('after a site changed', () => {
  test('those who wait in its discipline are matched again, and only who gets news is written', async () => {
    await seedSite(world, { facilityId: 'fac_cedar', facility: { place: milesNorth(35) } });
    await seedRequest(world, aRequest({ status: 'confirmed' }));
    await match();
    const homebody = aRequest({
      id: 'req_birch2',
      personKey: 'person-birch',
      status: 'confirmed',
      wishes: someWishes({ travelMiles: 10 }),
    });
    await seedRequest(world, homebody);
    value(await matchRequest(world.ports)('req_birch2'));
    await seedRequest(
      world,
      aRequest({ id: 'req_mri3', personKey: 'person-3', wishes: someWishes({ discipline: 'MRI' }) }),
    );

    await pause('fac_cedar');
    expect(await rematch()).toEqual({ matched: 2 });
    expect(await requestNow(world)).toMatchObject({ match: { candidates: 1 } });
    expect(await requestNow(world, 'req_birch2')).toMatchObject({ match: { candidates: 1, nearMisses: 0 } });
    expect(await requestNow(world, 'req_mri3')).toMatchObject({ version: 1 });
    expect(await rematch()).toEqual({ matched: 0 });
  });
});

describe('what a coordinator sees', () => {
  test('is the queue, longest waiting first', async () => {
    for (const [index, day] of ['03', '01', '02'].entries())
      await seedRequest(
        world,
        aRequest({ id: `req_alder${index}`, personKey: `p-${index}`, submittedAt: `2026-12-${day}T15:00:00.000Z` }),
      );
    const page = value(await listRequests(world.ports)({ status: 'in-review', limit: 2 }, coordinator));
    expect(page.items.map((entry) => entry.requestId)).toEqual(['req_alder1', 'req_alder2']);
    const { cursor } = page;
    const rest = value(
      await listRequests(world.ports)({ status: 'in-review', limit: 2, ...(cursor && { cursor }) }, coordinator),
    );
    expect(rest.items.map((entry) => entry.requestId)).toEqual(['req_alder0']);
  });

  test('is refused for a cursor that the list did not give out', async () => {
    const listed = await listRequests(world.ports)({ status: 'in-review', limit: 2, cursor: 'made.up' }, coordinator);
    expect(listed).toMatchObject({ ok: false, refusal: { code: 'invalid-input', field: 'cursor' } });
  });

  test('says why each candidate stands above the next, and what excluded the others, nearest first', async () => {
    await seedSite(world, { facilityId: 'fac_aspen', terms: { supervisor: 'unknown' } });
    await seedSite(world, {
      facilityId: 'fac_cedar',
      terms: { monthlyVolume: 0 },
      facility: { place: milesNorth(30) },
    });
    await seedSite(world, {
      facilityId: 'fac_maple',
      terms: { employeesOnly: 'yes' },
      facility: { place: milesNorth(20) },
    });
    await seedRequest(world);
    const view = value(await readCase(world.ports)({ requestId }, anyone));
    expect(view.candidates.map(({ facilityId, aboveNext }) => [facilityId, aboveNext])).toEqual([
      [
        'fac_birch',
        { step: 'open questions', mine: 0, next: 1, words: 'Above the next by fewer open questions: 0 against 1.' },
      ],
      ['fac_aspen', null],
    ]);
    expect(view.exclusions.map(({ facilityId, rule, code, words }) => [facilityId, rule, code, words])).toEqual([
      ['fac_maple', 'R22', 'employees-only', 'The site trains its own employees only.'],
      ['fac_cedar', 'R19', 'volume-zero', 'The site does no procedures of this discipline at present.'],
    ]);
    expect(view.excluded).toEqual({ R19: 1, R22: 1 });
  });

  test('is every verdict in words, and for a near miss what would change it', async () => {
    await seedSite(world, { facilityId: 'fac_cedar', facility: { place: milesNorth(90) } });
    await seedRequest(world);
    const view = value(await readCase(world.ports)({ requestId }, anyone));
    expect(view).toMatchObject({
      candidates: [{ facilityId: 'fac_birch', track: 'other-provider' }],
      nearMisses: [{ facilityId: 'fac_cedar', changes: [{ field: 'travelMiles' }, { field: 'acceptsLodging' }] }],
      sitesConsidered: 2,
    });
    for (const { words, title } of view.candidates[0]?.verdicts ?? []) {
      expect(words.length).toBeGreaterThan(10);
      expect(title.length).toBeGreaterThan(10);
    }
  });
});
