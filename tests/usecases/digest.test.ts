import { beforeEach, describe, expect, test } from 'vitest';
import type { Digest } from '../../shared/domain/digest.ts';
import { askAboutBrief } from '../../shared/usecases/brief-questions.ts';
import { queueDigest } from '../../shared/usecases/digest.ts';
import { aFacility, aMail, anOffer, aRequest } from '../support/builders.ts';
import {
  aWorld,
  contents,
  facilityContact,
  seedOffer,
  seedRequest,
  seedSite,
  value,
  type World,
} from '../support/world.ts';

/** Eight o'clock in New York on Tuesday, December 1; its day is number 20,788 since 1970. */
const morning = '2026-12-01T13:00:00.000Z';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

const run = async (time = morning) => {
  world.clock.time = time;
  const digest = { zone: 'America/New_York', hour: 8 };
  return value(await queueDigest({ ...world.ports, digest })()).queued;
};
const digestNow = async (): Promise<Digest | null | undefined> =>
  (await world.store.outbox.get('mail_coordinators_digest_20788'))?.digest;
const toVet = async () => {
  value(await world.store.commit([world.store.facilities.create(aFacility({ status: 'awaiting-vetting' }))]));
};

describe('coordinators get a digest', () => {
  test('of what needs them: counts, and since when the first one waits', async () => {
    await seedSite(world);
    await seedRequest(world, aRequest({ id: 'req_review1' }));
    await seedRequest(world, aRequest({ status: 'approved', offersMade: 1, personKey: 'person-2' }));
    await seedOffer(world, anOffer({ answerBy: '2026-12-02T12:00:00.000Z' }));
    await askAboutBrief(world.ports)({ offerId: 'req_alder1-1', question: 'When?' }, facilityContact('fac_birch'));
    value(
      await world.store.commit([
        world.store.facilities.create(aFacility({ id: 'fac_cedar', status: 'awaiting-vetting' })),
        world.store.outbox.enqueue(
          aMail({ round: 7, status: 'unknown', trouble: 'May have been sent.', updatedAt: '2026-11-20T15:00:00.000Z' }),
        ),
        world.store.outbox.enqueue(
          aMail({ round: 8, status: 'bounced', trouble: 'Bounced.', updatedAt: '2026-12-01T09:00:00.000Z' }),
        ),
        world.store.outbox.enqueue(
          aMail({ round: 9, status: 'failed', trouble: 'Not taken.', updatedAt: '2026-11-20T15:00:00.000Z' }),
        ),
      ]),
    );
    expect(await run()).toBe(true);
    expect(await digestNow()).toEqual({
      zone: 'America/New_York',
      toVet: { count: 1, more: false, since: '2026-12-01T15:00:00.000Z' },
      toReview: { count: 1, more: false, since: '2026-12-01T15:00:00.000Z' },
      questions: { count: 1, more: false, since: '2026-12-01T15:00:00.000Z' },
      lapsing: 1,
      doubtfulMails: 1,
      // The other one was told of before.
      failedMails: 1,
      stoppedSince: null,
    });
  });

  test('once a day, however often the clock runs, and also when two runs meet', async () => {
    await toVet();
    expect((await Promise.all([run(), run()])).toSorted()).toEqual([false, true]);
    const before = await contents(world);
    expect(await run('2026-12-01T13:59:00.000Z')).toBe(false);
    expect(await contents(world)).toEqual(before);
    expect(await run('2026-12-02T13:00:00.000Z')).toBe(true);
  });

  test('only if something needs them', async () => {
    expect(await run()).toBe(false);
    await toVet();
    expect(await run('2026-12-01T13:30:00.000Z')).toBe(true);
  });

  test.for([
    ['before the hour', '2026-12-01T12:59:59.999Z'],
    ['after it', '2026-12-01T14:00:00.000Z'],
    ['on a Saturday', '2026-12-05T13:00:00.000Z'],
    ['on a holiday', '2026-12-25T13:00:00.000Z'],
  ] as const)('not %s', async ([, time]) => {
    await toVet();
    expect(await run(time)).toBe(false);
  });

  test('at the same hour of their clocks in summer', async () => {
    await toVet();
    expect(await run('2027-07-06T12:00:00.000Z')).toBe(true);
  });
});
