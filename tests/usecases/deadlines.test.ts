import { beforeEach, describe, expect, test } from 'vitest';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { consentToIntroduction, takeBackConsent } from '../../shared/usecases/consent.ts';
import { runDeadlines } from '../../shared/usecases/deadlines.ts';
import { pauseFacility } from '../../shared/usecases/pause-facility.ts';
import type { Offer } from '../../shared/domain/offer.ts';
import { requestKey } from '../../shared/store/keys.ts';
import { aFacility, anOffer, aRequest } from '../support/builders.ts';
import {
  auditOf,
  aWorld,
  contents,
  facilityContact,
  interrupted,
  mailsAbout,
  offerNow,
  requestNow,
  seatsTaken,
  seedOffer,
  seedRequest,
  seedSite,
  technologist,
  value,
  type World,
} from '../support/world.ts';

const offerId = 'req_alder1-1';

let world: World;
const begin = async (offer: Offer) => {
  world = await aWorld();
  await seedSite(world);
  await seedRequest(world, aRequest({ status: 'approved', offersMade: 1 }));
  await seedOffer(world, offer);
};
const run = async (ports = world.ports) => runDeadlines(ports)();
const nothingDue = { settled: 0, missed: [] };

describe('an unconfirmed', () => {
  beforeEach(async () => {
    world = await aWorld();
    const { store } = world;
    value(
      await store.commit([
        store.requests.create(aRequest({ status: 'submitted', confirmBy: '2026-12-03T15:00:00.000Z' })),
        store.facilities.create(aFacility({ status: 'claimed', confirmBy: '2026-12-03T15:00:00.000Z' })),
      ]),
    );
  });

  test('request or claim stays until the time to confirm is over', async () => {
    world.clock.time = '2026-12-03T14:59:59.999Z';
    expect(await run()).toEqual(nothingDue);
  });

  test('request or claim expires then, and nobody is written to', async () => {
    world.clock.time = '2026-12-03T15:00:00.000Z';
    expect(await run()).toEqual({ settled: 2, missed: [] });
    expect(await requestNow(world)).toMatchObject({ status: 'expired' });
    expect(await world.store.facilities.get('fac_birch')).toMatchObject({ status: 'expired' });
    expect(await mailsAbout(world, 'req_alder1')).toEqual([]);
    expect(await run()).toEqual(nothingDue);
  });
});

describe('a brief without an answer', () => {
  beforeEach(async () => begin(anOffer({ answerBy: '2026-12-08T15:00:00.000Z' })));

  test('lapses when the time to answer is over: seat free, the facility told', async () => {
    world.clock.time = '2026-12-08T14:59:59.999Z';
    expect(await run()).toEqual(nothingDue);
    world.clock.time = '2026-12-08T15:00:00.000Z';
    expect(await run()).toEqual({ settled: 1, missed: [] });
    expect(await offerNow(world)).toMatchObject({ status: 'lapsed' });
    expect(await seatsTaken(world)).toBe(0);
    expect(await mailsAbout(world, offerId)).toEqual(['brief-lapsed']);
  });

  test('lapses once, also when two runs meet', async () => {
    world.clock.time = '2026-12-08T15:00:00.000Z';
    await Promise.all([run(), run()]);
    expect(await seatsTaken(world)).toBe(0);
    expect(await auditOf(world, offerId)).toEqual(['lapse']);
  });
});

const pause = async () =>
  value(await pauseFacility(world.ports)({ facilityId: 'fac_birch' }, facilityContact('fac_birch')));

describe('an accepted offer', () => {
  const accepted = { status: 'accepted', introduceAt: '2026-12-01T15:30:00.000Z' } as const;

  test('leads to the introduction when it cannot be undone any more', async () => {
    await begin(anOffer(accepted));
    world.clock.time = '2026-12-01T15:29:59.999Z';
    expect(await run()).toEqual(nothingDue);
    world.clock.time = '2026-12-01T15:30:00.000Z';
    expect(await run()).toEqual({ settled: 1, missed: [] });
    expect(await offerNow(world)).toMatchObject({ status: 'introduced', introducedAt: world.clock.time });
    expect(await mailsAbout(world, offerId)).toEqual(['introduction-facility', 'introduction-technologist']);
    expect(await run()).toEqual(nothingDue);
  });

  test('whose technologist is asked and does not answer lapses: seat free, the facility told, the next site is tried', async () => {
    await begin(anOffer({ ...accepted, technologistConsent: 'awaited', answerBy: '2026-12-08T15:00:00.000Z' }));
    world.clock.time = '2026-12-08T14:59:59.999Z';
    expect(await run()).toEqual(nothingDue);
    world.clock.time = '2026-12-08T15:00:00.000Z';
    expect(await run()).toEqual({ settled: 1, missed: [] });
    expect(await offerNow(world)).toMatchObject({ status: 'lapsed', waitedFor: 'technologist' });
    expect(await seatsTaken(world)).toBe(0);
    expect(await mailsAbout(world, offerId)).toEqual(['brief-lapsed']);
    const late = consentToIntroduction(world.ports)({ requestId: 'req_alder1', offerId }, technologist('req_alder1'));
    expect(await late).toMatchObject({ ok: false, refusal: { code: 'action-not-possible' } });
  });

  test('waits for the technologist who is asked each time', async () => {
    await begin(anOffer({ ...accepted, technologistConsent: 'awaited' }));
    world.pass(3, 'day');
    expect(await run()).toEqual(nothingDue);
    value(await consentToIntroduction(world.ports)({ requestId: 'req_alder1', offerId }, technologist('req_alder1')));
    world.pass(29, 'minute');
    expect(await run()).toEqual(nothingDue);
    world.pass(1, 'minute');
    expect(await run()).toEqual({ settled: 1, missed: [] });
    expect(await offerNow(world)).toMatchObject({ status: 'introduced' });
  });

  test('whose technologist takes the consent back in time is introduced to nobody, and may agree again', async () => {
    await begin(anOffer({ ...accepted, technologistConsent: 'awaited' }));
    const named = [{ requestId: 'req_alder1', offerId }, technologist('req_alder1')] as const;
    value(await consentToIntroduction(world.ports)(...named));
    value(await takeBackConsent(world.ports)(...named));
    world.pass(3, 'day');
    expect(await run()).toEqual(nothingDue);
    expect(await offerNow(world)).toMatchObject({ status: 'accepted', technologistConsent: 'awaited' });
    expect(await takeBackConsent(world.ports)(...named)).toMatchObject({ ok: false });
    value(await consentToIntroduction(world.ports)(...named));
    world.pass(30, 'minute');
    expect(await run()).toEqual({ settled: 1, missed: [] });
    expect(await offerNow(world)).toMatchObject({ status: 'introduced' });
    expect(await takeBackConsent(world.ports)(...named)).toMatchObject({ ok: false });
  });

  test.for([
    ['before', async () => pause().then(async () => run())],
    ['in the very moment', async () => run(interrupted(world.ports, pause))],
  ] as const)('gives nobody’s contact to a facility that paused %s; the offer ends', async ([, act]) => {
    await begin(anOffer(accepted));
    world.pass(30, 'minute');
    expect(await act()).toEqual({ settled: 1, missed: [] });
    expect(await offerNow(world)).toMatchObject({ status: 'cancelled', cancelledBy: 'service:run-deadlines' });
    expect(await mailsAbout(world, offerId)).toEqual(['offer-cancelled-facility']);
    expect(await seatsTaken(world)).toBe(0);
  });
});

/** Requests that nobody confirmed in time. */
const many = async (count: number) => {
  world = await aWorld();
  const { store } = world;
  for (let index = 0; index < count; index += 1)
    value(
      await store.commit([
        store.requests.create(
          aRequest({ id: `req_late${index}`, status: 'submitted', confirmBy: '2026-12-03T15:00:00.000Z' }),
        ),
      ]),
    );
  world.pass(3, 'day');
};

describe('a run', () => {
  test('works off more than one portion', async () => {
    await many(120);
    expect(await run()).toEqual({ settled: 120, missed: [] });
  });

  test('names what it could not settle, and settles the others', async () => {
    await many(3);
    // Somebody else holds on to one of them: every write meets another version.
    const { commit } = world.store;
    const contended: typeof commit = async (writes, idempotency) =>
      JSON.stringify(writes).includes('req_late1')
        ? { ok: false, refusal: { code: 'busy' } }
        : commit(writes, idempotency);
    const result = await run({ ...world.ports, store: { ...world.store, commit: contended } });
    expect(result).toEqual({ settled: 2, missed: [{ id: 'req_late1', cause: { code: 'busy' } }] });
  });

  test('is not stopped by an item that nobody can read', async () => {
    await many(3);
    await world.items.send(
      new UpdateCommand({
        TableName: world.tableName,
        Key: requestKey('req_late1'),
        UpdateExpression: 'SET wishes = :broken',
        ExpressionAttributeValues: { ':broken': 'broken' },
      }),
    );
    expect(await run()).toMatchObject({ settled: 2 });
    expect(world.quarantined).not.toEqual([]);
  });

  test('with nothing due writes nothing', async () => {
    await begin(anOffer());
    const before = await contents(world);
    expect(await run()).toEqual(nothingDue);
    expect(await contents(world)).toEqual(before);
  });
});
