import { readFileSync } from 'node:fs';
import type { SQSEvent } from 'aws-lambda';
import { beforeEach, expect, test } from 'vitest';
import { dailyCheck, directoryWorker, keepDirectories } from '../../functions/keep-directory/handler.ts';
import { disciplines } from '../../shared/domain/discipline.ts';
import { pauseFacility } from '../../shared/usecases/pause-facility.ts';
import { another, sitesFound } from '../support/directory.ts';
import { aWorld, contents, facilityContact, seedSite, value, type World } from '../support/world.ts';

const event = (name: string): SQSEvent =>
  JSON.parse(readFileSync(new URL(`../../events/keep-directory/${name}.json`, import.meta.url), 'utf8')) as SQSEvent;

const log = { info: () => {}, error: () => {} };
let world: World;
let queued: unknown[];
beforeEach(async () => {
  world = await aWorld();
  await world.store.directory.rebuild('CT');
  await seedSite(world);
  queued = [];
});

const work = (name: string, taken = true) =>
  directoryWorker(
    world.store.directory,
    (bodies) => {
      queued.push(...bodies.map((body): unknown => JSON.parse(body)));
      return Promise.resolve(taken ? [] : bodies);
    },
    log,
  )(event(name));

const sites = async () => (await sitesFound(await another(world))).map(({ offer }) => offer.facilityId);

test('a site that opened is found, and then those who wait are matched again', async () => {
  expect(await sites()).toEqual([]);
  expect(await work('ok-site-opened')).toEqual({ batchItemFailures: [] });
  expect(await sites()).toEqual(['fac_birch']);
  expect(queued).toEqual([{ discipline: 'CT' }]);
});

test('a seat that was taken is kept, and nobody is matched for it', async () => {
  expect(await work('ok-seat-taken')).toEqual({ batchItemFailures: [] });
  expect(await sites()).toEqual(['fac_birch']);
  expect(queued).toEqual([]);
});

test('two sites of one discipline are one reason to match it again', async () => {
  await seedSite(world, { facilityId: 'fac_cedar' });
  expect(await work('ok-two-of-one-discipline')).toEqual({ batchItemFailures: [] });
  expect(await sites()).toEqual(['fac_birch', 'fac_cedar']);
  expect(queued).toEqual([{ discipline: 'CT' }]);
});

test('told again, because the queue took nothing, it has those who wait matched all the same', async () => {
  await expect(work('ok-site-opened', false)).rejects.toThrow('could not be queued');
  queued = [];
  await work('ok-site-opened');
  expect(queued).toEqual([{ discipline: 'CT' }]);
});

test('makes a directory anew when somebody asks by hand', async () => {
  expect(await work('ok-rebuild')).toEqual({ batchItemFailures: [] });
  expect(await sites()).toEqual(['fac_birch']);
  expect(queued).toEqual([{ discipline: 'CT' }]);
});

test('a check finds a site of whose opening nobody was told, and has those who wait matched', async () => {
  expect(await work('ok-check')).toEqual({ batchItemFailures: [] });
  expect(await sites()).toEqual(['fac_birch']);
  expect(queued).toEqual([{ discipline: 'CT' }]);
});

test('a check finds a site of whose closing nobody was told', async () => {
  await work('ok-site-opened');
  value(await pauseFacility(world.ports)({ facilityId: 'fac_birch' }, facilityContact('fac_birch')));
  expect(await sites()).toEqual(['fac_birch']);
  await work('ok-check');
  expect(await sites()).toEqual([]);
});

test('a check that finds nothing changes nothing, and has nobody matched', async () => {
  await work('ok-check');
  queued = [];
  const before = await contents(world);
  await work('ok-check');
  expect(await contents(world)).toEqual(before);
  expect(queued).toEqual([]);
});

test('once a day every directory is checked, each by a message of its own', async () => {
  const checks: unknown[] = [];
  const worker = keepDirectories(
    directoryWorker(world.store.directory, () => Promise.resolve([]), log),
    dailyCheck((bodies) => {
      checks.push(...bodies.map((body): unknown => JSON.parse(body)));
      return Promise.resolve([]);
    }),
  );
  await worker(event('ok-daily'));
  expect(checks).toEqual(disciplines.map((check) => ({ check })));
});

test('names the message that it cannot read, and works off the other one', async () => {
  const [unreadable] = event('bad-one-of-two').Records;
  expect(await work('bad-one-of-two')).toEqual({ batchItemFailures: [{ itemIdentifier: unreadable?.messageId }] });
  expect(await sites()).toEqual(['fac_birch']);
  expect((await work('bad-unknown-discipline')).batchItemFailures).toHaveLength(1);
});
