import { beforeEach, describe, expect, test } from 'vitest';
import { approveRequest } from '../../shared/usecases/approve-shortlist.ts';
import { pauseFacility } from '../../shared/usecases/pause-facility.ts';
import { putSiteOffer } from '../../shared/usecases/site-offers.ts';
import { firstBreak } from '../../shared/domain/audit.ts';
import type { PlacementRequest, Wishes } from '../../shared/domain/placement-request.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { aProgram, aRequest, anEmployment, milesNorth, someTerms, someWishes } from '../support/builders.ts';
import { dynamoDbClient } from '../support/dynamodb.ts';
import {
  auditOf,
  aWorld,
  coordinator,
  facilityContact,
  interrupted,
  mailsAbout,
  offerNow,
  refusal,
  refusedWithoutTrace,
  requestNow,
  seatsTaken,
  seedIntake,
  seedRequest,
  seedSite,
  value,
  type World,
} from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

const near = 'fac_birch-CT-k3f9';
const far = 'fac_cedar-CT-k3f9';

const approve = async (
  shortlist: string[] = [near],
  { reason = null, version = 1, ports = world.ports, requestId = 'req_alder1' }: Approving = {},
) => approveRequest(ports)({ requestId, version, shortlist, reason }, coordinator);
interface Approving {
  readonly reason?: string | null;
  readonly version?: number;
  readonly ports?: Ports;
  readonly requestId?: string;
}

const refused = async (...args: Parameters<typeof approve>) => refusedWithoutTrace(world, async () => approve(...args));
const seedFarSite = async () =>
  seedSite(world, { facilityId: 'fac_cedar', facility: { place: milesNorth(35), name: 'Cedar Clinic (invented)' } });
const withWishes = (wishes: Partial<Wishes>): PlacementRequest => aRequest({ wishes: someWishes(wishes) });

describe('an approved shortlist', () => {
  test('makes the first offer, holds its seat and mails the brief, all at once', async () => {
    await seedSite(world);
    await seedRequest(world);
    expect(value(await approve())).toEqual({ requestId: 'req_alder1', status: 'approved', version: 3 });
    expect(await requestNow(world)).toMatchObject({
      approval: { shortlist: [near], approvedBy: 'coordinator-1', reason: null },
      offersMade: 1,
      triedIntakes: [near],
    });
    expect(await offerNow(world)).toMatchObject({
      status: 'made',
      requestId: 'req_alder1',
      intakeId: near,
      track: 'other-provider',
      answerBy: '2026-12-08T15:00:00.000Z',
      technologistConsent: 'given',
    });
    expect(await seatsTaken(world)).toBe(1);
    expect(await mailsAbout(world, 'req_alder1-1')).toEqual(['brief', 'shortlist-ready']);
    expect(await mailsAbout(world, 'req_alder1')).toEqual([]);
    expect(await auditOf(world, 'req_alder1')).toEqual(['approve', 'note-offer']);
    expect(firstBreak(await world.store.audit.of('req_alder1-1'))).toBeNull();
  });

  test('tells the facility in the brief what is left to settle', async () => {
    await seedSite(world, { terms: { supervisor: 'unknown', staffAgrees: 'promised' } });
    await seedRequest(world);
    value(await approve());
    const { toSettle } = await offerNow(world);
    expect(toSettle.some((words) => words.includes('supervisor'))).toBe(true);
    expect(toSettle.some((words) => words.includes('staff technologists'))).toBe(true);
  });

  test('skips the brief where the facility chose direct introductions: time to undo, then the introduction', async () => {
    await seedSite(world, { profile: { directIntroductions: true } });
    await seedRequest(world);
    value(await approve());
    expect(await offerNow(world)).toMatchObject({
      status: 'accepted',
      direct: true,
      acceptedBy: 'standing-consent',
      introduceAt: '2026-12-01T15:30:00.000Z',
    });
    expect(await mailsAbout(world, 'req_alder1-1')).toEqual([]);
    expect(await seatsTaken(world)).toBe(1);
  });

  test('asks the technologist about a direct introduction who wants to be asked each time', async () => {
    await seedSite(world, { profile: { directIntroductions: true } });
    await seedRequest(world, withWishes({ introductionConsent: { scope: 'ask-each-time' } }));
    value(await approve());
    expect(await offerNow(world)).toMatchObject({ technologistConsent: 'awaited' });
    expect(await mailsAbout(world, 'req_alder1-1')).toEqual(['consent-question']);
  });

  test.for([
    ['holds on its last day at home, though it is over in UTC', '2026-12-02T04:59:00.000Z', 'given'],
    ['is over on the next day at home', '2026-12-02T05:00:00.000Z', 'awaited'],
  ] as const)('a standing consent until December 1 %s', async ([, time, consent]) => {
    world.clock.time = time;
    await seedSite(world);
    const introductionConsent = { scope: 'shortlisted-facilities', until: '2026-12-01' } as const;
    await seedRequest(world, withWishes({ introductionConsent }));
    value(await approve());
    expect(await offerNow(world)).toMatchObject({ technologistConsent: consent });
  });

  test('may name the second choice of the ranking second', async () => {
    await seedSite(world);
    await seedFarSite();
    await seedRequest(world);
    value(await approve([near, far]));
    expect(await seatsTaken(world, far)).toBe(0);
  });
});

describe('a shortlist that does not follow the ranking', () => {
  beforeEach(async () => {
    await seedSite(world);
    await seedFarSite();
    await seedRequest(world);
  });

  test.for([
    ['in another order', [far, near]],
    ['leaving out a better site', [far]],
  ])('%s needs a reason', async ([, shortlist]) => {
    expect(await refused(shortlist as string[])).toMatchObject({ code: 'reason-missing', field: 'reason' });
    value(await approve(shortlist as string[], { reason: 'The near site asked for a rest.' }));
    expect(await requestNow(world)).toMatchObject({ approval: { reason: 'The near site asked for a rest.' } });
  });

  test('because a better site was tried before needs none', async () => {
    await seedRequest(world, aRequest({ id: 'req_birch2', personKey: 'person-birch', triedIntakes: [near] }));
    expect(value(await approve([far], { requestId: 'req_birch2' })).status).toBe('approved');
  });
});

test('leaving out an employer whom nobody may contact needs no reason', async () => {
  await seedSite(world, { facilityId: 'fac_employer' });
  await seedFarSite();
  await seedRequest(world, withWishes({ employment: anEmployment({ contactConsent: 'unknown' }) }));
  expect(value(await approve([far])).status).toBe('approved');
});

describe('a site is refused that', () => {
  test('does not fit by the rules now, with the rule in words and its place on the shortlist', async () => {
    await seedSite(world);
    await seedSite(world, { facilityId: 'fac_cedar', facility: { place: milesNorth(90) } });
    await seedRequest(world);
    expect(await refused([near, far])).toMatchObject({
      code: 'site-not-matching',
      field: 'shortlist[1]',
      detail: expect.stringMatching(/^R16: .*limit/) as string,
    });
  });

  test('is the employer, unless the technologist agreed that it is contacted', async () => {
    await seedSite(world, { facilityId: 'fac_employer' });
    await seedRequest(world, withWishes({ employment: anEmployment({ contactConsent: 'unknown' }) }));
    const shortlist = ['fac_employer-CT-k3f9'];
    expect(await refused(shortlist)).toMatchObject({ code: 'consent-missing', field: 'shortlist[0]' });
    await seedRequest(
      world,
      aRequest({ id: 'req_birch2', personKey: 'person-birch', wishes: someWishes({ employment: anEmployment() }) }),
    );
    value(await approve(shortlist, { requestId: 'req_birch2' }));
  });

  test('the program of the technologist forbids to contact (A9)', async () => {
    await seedSite(world);
    value(await world.store.commit([world.store.programs.create(aProgram({ allowsContact: 'no' }))]));
    await seedRequest(world, withWishes({ programId: 'prg_cedar' }));
    expect(await refused()).toMatchObject({
      code: 'site-not-matching',
      detail: expect.stringMatching(/^A9: /) as string,
    });
  });

  test.for(['paused', 'claimed', 'awaiting-vetting', 'left'] as const)('is %s', async (status) => {
    await seedSite(world, { status });
    await seedRequest(world);
    expect(await refused()).toMatchObject({ code: 'facility-not-open', field: 'shortlist[0]' });
  });

  test('has no seat left', async () => {
    await seedSite(world, { intake: { seats: 1, seatsTaken: 1 } });
    await seedRequest(world);
    expect(await refused()).toMatchObject({ code: 'seat-taken', field: 'shortlist[0]' });
  });

  test('is closed', async () => {
    await seedSite(world, { intake: { closed: true } });
    await seedRequest(world);
    expect(await refused()).toMatchObject({ code: 'intake-not-open' });
  });

  test('is not there', async () => {
    await seedRequest(world);
    expect(await refused()).toMatchObject({ code: 'not-found', field: 'shortlist[0]' });
  });

  test('is on the shortlist twice', async () => {
    await seedSite(world);
    await seedRequest(world);
    expect(await refused([near, near])).toMatchObject({ code: 'invalid-input', field: 'shortlist[1]' });
  });
});

describe('an approval is refused', () => {
  test('of what was changed since it was seen, and told what happened', async () => {
    await seedSite(world);
    await seedRequest(world);
    value(await approve());
    expect(await refused([near], { version: 1 })).toMatchObject({
      code: 'stale-version',
      detail: expect.stringContaining('approve (coordinator), note-offer (coordinator)') as string,
    });
  });

  test('of a request that is not in review', async () => {
    await seedSite(world);
    await seedRequest(world, aRequest({ status: 'on-hold' }));
    expect(await refused()).toMatchObject({ code: 'action-not-possible' });
  });
});

describe('between the look at a site and the offer', () => {
  beforeEach(async () => {
    await seedSite(world);
    await seedRequest(world);
  });

  const facilityId = 'fac_birch';
  const byFacility = facilityContact(facilityId);

  test.for<[string, string, (ports: Ports) => Promise<unknown>]>([
    ['a pause', 'facility-not-open', async (ports) => pauseFacility(ports)({ facilityId }, byFacility)],
    [
      'an opt-out',
      'site-not-matching',
      async (ports) =>
        putSiteOffer(ports)(
          { facilityId, discipline: 'CT', version: 1, terms: someTerms({ optedIn: false }) },
          byFacility,
        ),
    ],
    [
      'the last seat taken',
      'seat-taken',
      async ({ store }) => {
        const intake = await store.intakes.get(near);
        if (intake) for (const _ of [1, 2]) await store.commit([store.intakes.takeSeat(intake)]);
      },
    ],
  ])('%s does not slip through', async ([, code, meanwhile]) => {
    const ports = interrupted(world.ports, async () => meanwhile(world.ports));
    expect(refusal(await approve([near], { ports }))).toMatchObject({ code });
    expect(await world.store.requests.withOffers('req_alder1')).toMatchObject({ offers: [] });
    expect(await requestNow(world)).toMatchObject({ status: 'in-review', version: 1 });
  });

  test('somebody else who takes a seat is in nobody’s way while one is left', async () => {
    const ports = interrupted(world.ports, async () => {
      const intake = await world.store.intakes.get(near);
      if (intake) await world.store.commit([world.store.intakes.takeSeat(intake)]);
    });
    value(await approve([near], { ports }));
    expect(await seatsTaken(world)).toBe(2);
  });
});

/** 200 come by the API in `tests/e2e/seats.test.ts`; here it is about the store, and a few tell the same. */
const crowd = 50;

test(`${crowd} approvals at the same moment for an intake of 3 seats make exactly 3 offers and tell the others that it is full`, async () => {
  // So many at once wait for a connection on this machine; no need to be warned of it.
  world = await aWorld(dynamoDbClient({ requestHandler: { socketAcquisitionWarningTimeout: 120_000 } }));
  await seedSite(world, { intake: { seats: 3 } });
  const ids = Array.from({ length: crowd }, (_, index) => `req_crowd${index}`);
  for (const [index, id] of ids.entries()) await seedRequest(world, aRequest({ id, personKey: `person-${index}` }));

  const results = await Promise.all(ids.map(async (requestId) => approve([near], { requestId })));

  const told = results.map((result) => (result.ok ? result.value.status : result.refusal.code));
  expect(told.filter((word) => word === 'approved')).toHaveLength(3);
  expect(told.filter((word) => word === 'seat-taken')).toHaveLength(crowd - 3);
  expect(await seatsTaken(world)).toBe(3);
  const offers = value(await world.store.offers.ofFacility('fac_birch', null, 100)).items;
  expect(offers).toHaveLength(3);
});

test('an intake of another discipline of the same site is no site for this request', async () => {
  await seedSite(world);
  await seedIntake(world, { discipline: 'MRI' });
  await seedRequest(world);
  expect(await refused(['fac_birch-MRI-k3f9'])).toMatchObject({ code: 'not-found' });
});
