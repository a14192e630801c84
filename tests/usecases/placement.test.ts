import { beforeEach, describe, expect, test } from 'vitest';
import type { OfferStatus } from '../../shared/domain/offer.ts';
import { cancelOffer, cancelOfferAsFacility, recordNoShow } from '../../shared/usecases/cancel-offer.ts';
import {
  recordCompletion,
  reportEndAsFacility,
  reportEndAsTechnologist,
} from '../../shared/usecases/complete-placement.ts';
import { runDeadlines } from '../../shared/usecases/deadlines.ts';
import { readFacility } from '../../shared/usecases/read-facility.ts';
import { readRequest } from '../../shared/usecases/read-request.ts';
import { recordStart, reportStartAsFacility, reportStartAsTechnologist } from '../../shared/usecases/report-start.ts';
import { withdrawRequest } from '../../shared/usecases/withdraw-request.ts';
import { anOffer, aRequest } from '../support/builders.ts';
import {
  anyone,
  aWorld,
  coordinator,
  facilityContact,
  mailsAbout,
  offerNow,
  refusedWithoutTrace,
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
const requestId = 'req_alder1';
const facilityId = 'fac_birch';
const byFacility = facilityContact(facilityId);
const byTechnologist = technologist(requestId);

let world: World;
const begin = async (status: OfferStatus) => {
  world = await aWorld();
  await seedSite(world);
  await seedRequest(world, aRequest({ status: status === 'started' ? 'placed' : 'approved', offersMade: 1 }));
  await seedOffer(world, anOffer({ status }));
};
beforeEach(async () => begin('introduced'));

const startAsTechnologist = async () => reportStartAsTechnologist(world.ports)({ requestId, offerId }, byTechnologist);
const startAsFacility = async () => reportStartAsFacility(world.ports)({ facilityId, offerId }, byFacility);
const well = { ending: 'finished', records: 'all', again: 'yes', comment: null } as const;
const endAsTechnologist = async () =>
  reportEndAsTechnologist(world.ports)({ requestId, offerId, ...well }, byTechnologist);
const endAsFacility = async () =>
  reportEndAsFacility(world.ports)(
    { facilityId, offerId, ...well, again: 'no', comment: 'Our scanner is sold.' },
    byFacility,
  );
const seen = { offerId, version: 1, comment: null };
const openRequests = async () => (await world.store.people.linkedTo('person-alder')).requests;

describe('a placement starts', () => {
  test('when both sides said so, and not before', async () => {
    expect(value(await startAsFacility())).toEqual({ offerId, status: 'introduced' });
    expect(await requestNow(world)).toMatchObject({ status: 'approved' });
    expect(value(await startAsTechnologist())).toEqual({ requestId, status: 'placed' });
    // A fortnight and more from now the training is to end; the day after that both are asked.
    expect(await offerNow(world)).toMatchObject({
      status: 'started',
      nextMail: { at: '2027-03-27T15:00:00.000Z', last: false },
    });
    expect(await requestNow(world)).toMatchObject({ status: 'placed' });
    // Nobody is told what both have said.
    expect(await mailsAbout(world, requestId)).toEqual([]);
  });

  test('once, also when both say so at the same moment', async () => {
    const results = await Promise.all([startAsFacility(), startAsTechnologist()]);
    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await offerNow(world)).toMatchObject({ status: 'started' });
    expect(await requestNow(world)).toMatchObject({ status: 'placed', version: 2 });
  });

  test('when a coordinator heard it from both', async () => {
    expect(value(await recordStart(world.ports)(seen, coordinator))).toEqual({
      offerId,
      status: 'started',
      version: 2,
    });
    expect(await requestNow(world)).toMatchObject({ status: 'placed' });
  });

  test('for nobody else than the two of them', async () => {
    const strangers = [
      async () =>
        reportStartAsTechnologist(world.ports)({ requestId: 'req_other9', offerId }, technologist('req_other9')),
      async () =>
        reportStartAsFacility(world.ports)({ facilityId: 'fac_other9', offerId }, facilityContact('fac_other9')),
    ];
    for (const stranger of strangers)
      expect(await refusedWithoutTrace(world, stranger)).toMatchObject({ code: 'not-found' });
  });
});

describe('a placement is complete', () => {
  test('with its request, which is not an open one of its person any more', async () => {
    await begin('started');
    expect(value(await recordCompletion(world.ports)(seen, coordinator)).status).toBe('completed');
    expect(await requestNow(world)).toMatchObject({ status: 'completed' });
    expect(await openRequests()).toEqual([]);
    // Its dates are over: the seat is nobody else's.
    expect(await seatsTaken(world)).toBe(1);
    // The news and the question how it went are one mail.
    expect([await mailsAbout(world, offerId), await mailsAbout(world, requestId)]).toEqual([
      ['outcome-question-technologist'],
      [],
    ]);
  });

  test('with the word of the technologist, who is told nothing; the facility is asked a week later', async () => {
    await begin('started');
    expect(value(await endAsTechnologist())).toEqual({ requestId, status: 'completed' });
    expect(await requestNow(world)).toMatchObject({ status: 'completed' });
    expect(await openRequests()).toEqual([]);
    expect(await mailsAbout(world, offerId)).toEqual([]);
    world.pass(7, 'day');
    expect(await runDeadlines(world.ports)()).toEqual({ settled: 1, missed: [] });
    expect(await mailsAbout(world, offerId)).toEqual(['outcome-question-facility']);
    expect(await offerNow(world)).toMatchObject({ nextMail: null });
  });

  test('with the word of the facility, which is not asked any more; the technologist is told and asked', async () => {
    await begin('started');
    expect(value(await endAsFacility())).toEqual({ offerId, status: 'completed' });
    expect(await requestNow(world)).toMatchObject({ status: 'completed' });
    expect(await mailsAbout(world, offerId)).toEqual(['outcome-question-technologist']);
    world.pass(60, 'day');
    expect(await runDeadlines(world.ports)()).toEqual({ settled: 0, missed: [] });
  });

  test('and both sides’ answers stand beside each other, each given once, whoever was first', async () => {
    await begin('started');
    expect((await Promise.all([endAsTechnologist(), endAsFacility()])).map(({ ok }) => ok)).toEqual([true, true]);
    expect(await offerNow(world)).toMatchObject({
      status: 'completed',
      outcomes: { technologist: { again: 'yes' }, facility: { again: 'no', comment: 'Our scanner is sold.' } },
    });
    expect(await requestNow(world)).toMatchObject({ status: 'completed', version: 2 });
    for (const again of [endAsTechnologist, endAsFacility])
      expect(await refusedWithoutTrace(world, again)).toMatchObject({ code: 'action-not-possible' });
  });

  test('for nobody else than the two of them, and each sees only the own answer', async () => {
    await begin('started');
    const strangers = [
      async () =>
        reportEndAsTechnologist(world.ports)({ requestId: 'req_other9', offerId, ...well }, technologist('req_other9')),
      async () =>
        reportEndAsFacility(world.ports)({ facilityId: 'fac_other9', offerId, ...well }, facilityContact('fac_other9')),
    ];
    for (const stranger of strangers)
      expect(await refusedWithoutTrace(world, stranger)).toMatchObject({ code: 'not-found' });
    value(await endAsFacility());
    const page = value(await readRequest(world.ports)({ requestId }, byTechnologist));
    expect(page.offers[0]).toMatchObject({ status: 'completed', endReported: false });
    expect(JSON.stringify(page)).not.toContain('scanner');
    const ofFacility = value(await readFacility(world.ports)({ facilityId }, byFacility));
    expect(ofFacility.offers[0]).toMatchObject({ endReported: true });
  });

  test('not before it started', async () => {
    const complete = async () => recordCompletion(world.ports)(seen, coordinator);
    expect(await refusedWithoutTrace(world, complete)).toMatchObject({ code: 'action-not-possible' });
  });
});

describe('a placement that ends early after the introduction', () => {
  test.for<[string, OfferStatus, OfferStatus, () => Promise<unknown>]>([
    [
      'cancelled by the facility',
      'introduced',
      'cancelled',
      async () => cancelOfferAsFacility(world.ports)({ facilityId, offerId, comment: 'Staff fell ill.' }, byFacility),
    ],
    ['cancelled by a coordinator', 'started', 'cancelled', async () => cancelOffer(world.ports)(seen, coordinator)],
    ['a no-show', 'introduced', 'no-show', async () => recordNoShow(world.ports)(seen, coordinator)],
  ])('%s frees its seat and returns the request to the review, at once', async ([, before, after, end]) => {
    await begin(before);
    await end();
    expect(await offerNow(world)).toMatchObject({ status: after });
    expect(await seatsTaken(world)).toBe(0);
    expect(await requestNow(world)).toMatchObject({ status: 'confirmed' });
    expect(await openRequests()).toEqual([requestId]);
    expect(await mailsAbout(world, offerId)).toContain('offer-cancelled-technologist');
    // One mail tells the technologist both.
    expect(await mailsAbout(world, requestId)).toEqual([]);
  });

  test('leaves both with the contact that they were given, and with no more', async () => {
    const page = value(await readRequest(world.ports)({ requestId }, byTechnologist));
    expect(page.offers[0]?.facility).toMatchObject({ contactName: 'Robin Sample' });
    const ofFacility = value(await readFacility(world.ports)({ facilityId }, byFacility));
    expect(ofFacility.offers[0]?.technologist).toEqual({
      name: 'Alder Example',
      email: 'alder@example.org',
      phone: '617-555-0101',
    });
  });
});

describe('an offer that is cancelled before the introduction', () => {
  test.for(['made', 'accepted'] as const)(
    'while %s frees its seat and leaves the request to its shortlist',
    async (status) => {
      await begin(status);
      value(await cancelOffer(world.ports)(seen, coordinator));
      expect(await seatsTaken(world)).toBe(0);
      expect(await requestNow(world)).toMatchObject({ status: 'approved', version: 1 });
      expect(await mailsAbout(world, offerId)).toEqual(['offer-cancelled-facility']);
    },
  );

  test('by a coordinator who saw an older version is refused', async () => {
    value(await startAsFacility());
    const cancel = async () => cancelOffer(world.ports)(seen, coordinator);
    expect(await refusedWithoutTrace(world, cancel)).toMatchObject({
      code: 'stale-version',
      detail: expect.stringContaining('report-start (facility)') as string,
    });
  });
});

describe('a technologist who withdraws', () => {
  test.for(['made', 'accepted', 'introduced', 'started'] as const)(
    'ends the offer that is %s with the request: seat free, facility told',
    async (status) => {
      await begin(status);
      expect(value(await withdrawRequest(world.ports)({ requestId }, byTechnologist))).toEqual({
        requestId,
        status: 'withdrawn',
      });
      expect(await offerNow(world)).toMatchObject({ status: 'cancelled', cancelledBy: `technologist:${requestId}` });
      expect(await seatsTaken(world)).toBe(0);
      expect(await openRequests()).toEqual([]);
      expect(await mailsAbout(world, offerId)).toEqual(['offer-cancelled-facility']);
      expect(await mailsAbout(world, requestId)).toEqual(['request-status']);
    },
  );

  test('at the moment at which the facility reports the start: one whole thing happens after the other', async () => {
    await Promise.all([withdrawRequest(world.ports)({ requestId }, byTechnologist), startAsFacility()]);
    expect(await requestNow(world)).toMatchObject({ status: 'withdrawn' });
    expect(await offerNow(world)).toMatchObject({ status: 'cancelled' });
    expect(await seatsTaken(world)).toBe(0);
  });

  test('cannot, when the request has ended', async () => {
    const withdraw = async () => withdrawRequest(world.ports)({ requestId }, byTechnologist);
    await withdraw();
    expect(await refusedWithoutTrace(world, withdraw)).toMatchObject({ code: 'action-not-possible' });
  });
});

test('who asks for what is not there is told so', async () => {
  expect(await readRequest(world.ports)({ requestId: 'req_nobody' }, anyone)).toMatchObject({
    ok: false,
    refusal: { code: 'not-found' },
  });
});
