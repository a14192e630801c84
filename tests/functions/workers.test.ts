import { readFileSync } from 'node:fs';
import type { SQSEvent } from 'aws-lambda';
import { beforeEach, describe, expect, test } from 'vitest';
import { shortlistWorker } from '../../functions/advance-shortlist/handler.ts';
import { matchingWorker } from '../../functions/match-request/handler.ts';
import { deadlineRun } from '../../functions/run-deadlines/handler.ts';
import { roundWorker } from '../../functions/run-round/handler.ts';
import { anOffer, aRequest, aRound } from '../support/builders.ts';
import { aWorld, offerNow, requestNow, seedOffer, seedRequest, seedSite, value, type World } from '../support/world.ts';

const event = (path: string): SQSEvent =>
  JSON.parse(readFileSync(new URL(`../../events/${path}.json`, import.meta.url), 'utf8')) as SQSEvent;
const messageIds = (batch: SQSEvent): string[] => batch.Records.map(({ messageId }) => messageId);

let world: World;
let lines: { message: string; fields: Readonly<Record<string, unknown>> }[];
const log = {
  info: (message: string, fields: Readonly<Record<string, unknown>>) => lines.push({ message, fields }),
  error: (message: string, fields: Readonly<Record<string, unknown>>) => lines.push({ message, fields }),
};
beforeEach(async () => {
  world = await aWorld();
  lines = [];
  await seedSite(world);
});

const match = async (path: string) => matchingWorker(world.ports, log)(event(`match-request/${path}`));
const advance = async (path: string) => shortlistWorker(world.ports, log)(event(`advance-shortlist/${path}`));

/** The same ports with a table that takes no writes. */
const withCommit = (commit: World['store']['commit']) => ({ ...world.ports, store: { ...world.store, commit } });

describe('match-request', () => {
  test('matches the request that a message names', async () => {
    await seedRequest(world, aRequest({ status: 'confirmed' }));
    expect(await match('ok-request')).toEqual({ batchItemFailures: [] });
    expect(await requestNow(world)).toMatchObject({ status: 'in-review' });
  });

  test('matches everybody who waits in the disciplines that messages name', async () => {
    await seedRequest(world);
    expect(await match('ok-discipline')).toEqual({ batchItemFailures: [] });
    expect(await requestNow(world)).toMatchObject({ match: { candidates: 1 } });
  });

  test('names the message that it cannot read, and works off the other one', async () => {
    await seedRequest(world, aRequest({ status: 'confirmed' }));
    const [unreadable] = messageIds(event('match-request/bad-one-of-two'));
    expect(await match('bad-one-of-two')).toEqual({ batchItemFailures: [{ itemIdentifier: unreadable }] });
    expect(await requestNow(world)).toMatchObject({ status: 'in-review' });
  });

  test('gives back what makes no sense, to end up among the dead letters', async () => {
    const ids = messageIds(event('match-request/bad-unknown-discipline'));
    expect(await match('bad-unknown-discipline')).toEqual({
      batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
    });
  });

  test('logs ids, and nothing of the person', async () => {
    const request = await seedRequest(world, aRequest({ status: 'confirmed' }));
    await match('ok-request');
    const logged = JSON.stringify(lines);
    expect(logged).toContain(request.id);
    for (const word of [request.contact.name, request.contact.email, request.home.zip])
      expect(logged).not.toContain(word);
  });

  test('gives a message back when the table is busy', async () => {
    await seedRequest(world, aRequest({ status: 'confirmed' }));
    const busy = withCommit(async () => ({ ok: false, refusal: { code: 'busy' } }));
    const { batchItemFailures } = await matchingWorker(busy, log)(event('match-request/ok-request'));
    expect(batchItemFailures).toHaveLength(1);
  });
});

describe('advance-shortlist', () => {
  beforeEach(async () => {
    await seedSite(world, { facilityId: 'fac_cedar' });
    const approval = {
      shortlist: ['fac_birch-CT-k3f9', 'fac_cedar-CT-k3f9'],
      approvedBy: 'coordinator-1',
      approvedAt: world.clock.time,
      reason: null,
    };
    await seedRequest(
      world,
      aRequest({ status: 'approved', approval, offersMade: 1, triedIntakes: ['fac_birch-CT-k3f9'] }),
    );
    value(await world.store.commit([world.store.offers.create(anOffer({ status: 'declined' }))]));
  });

  test('tries the next site after an offer that ended', async () => {
    expect(await advance('ok-declined')).toEqual({ batchItemFailures: [] });
    expect(await offerNow(world, 'req_alder1-2')).toMatchObject({ status: 'made', facilityId: 'fac_cedar' });
  });

  test('told twice, tries one', async () => {
    expect(await advance('ok-told-twice')).toEqual({ batchItemFailures: [] });
    expect(await world.store.requests.withOffers('req_alder1')).toMatchObject({ offers: { length: 2 } });
  });

  test('gives back what names no offer', async () => {
    expect((await advance('bad-no-offer')).batchItemFailures).toHaveLength(1);
  });
});

/** Not the hour at which these tests stand. */
const digest = { zone: 'America/New_York', hour: 8 };

describe('run-deadlines', () => {
  test('settles what is due', async () => {
    await seedRequest(world, aRequest({ status: 'approved', offersMade: 1 }));
    await seedOffer(world, anOffer());
    world.pass(7, 'day');
    await deadlineRun({ ...world.ports, digest }, log)();
    expect(await offerNow(world)).toMatchObject({ status: 'lapsed' });
    expect(lines).toEqual([{ message: 'deadlines settled', fields: { settled: 1 } }]);
  });

  test('says nothing when nothing is due', async () => {
    await deadlineRun({ ...world.ports, digest }, log)();
    expect(lines).toEqual([]);
  });

  test('fails when something could not be settled, so that somebody is told, and logs which', async () => {
    await seedRequest(world, aRequest({ status: 'approved', offersMade: 1 }));
    await seedOffer(world, anOffer());
    world.pass(7, 'day');
    const broken = withCommit(async () => {
      throw new Error('no connection');
    });
    await expect(deadlineRun({ ...broken, digest }, log)()).rejects.toThrow('1 deadlines could not be settled');
    expect(lines[0]).toMatchObject({ message: 'deadline missed', fields: { id: 'req_alder1-1' } });
  });
});

const round = async (path: string, ports = world.ports) => roundWorker(ports, log)(event(`run-round/${path}`));
const roundNow = async () => world.store.rounds.get('rnd_one1');
const seedRound = async (): Promise<void> => {
  value(await world.store.commit([world.store.rounds.create(aRound({ disciplines: ['CT'] }))]));
};

describe('run-round', () => {
  test('works out the part that a message names', async () => {
    await seedRequest(world);
    await seedRound();
    expect(await round('ok-first-part')).toEqual({ batchItemFailures: [] });
    expect(await roundNow()).toMatchObject({ status: 'running', next: 'CT', results: [{ part: 'locks', placed: 0 }] });
    expect(await round('ok-discipline')).toEqual({ batchItemFailures: [] });
    expect(await roundNow()).toMatchObject({
      status: 'proposed',
      next: null,
      results: [{}, { part: 'CT', placed: 1 }],
    });
  });

  test('gives a part back that fails, to be tried again', async () => {
    await seedRound();
    const failing = withCommit(() => Promise.reject(new Error('the table does not answer')));
    const [messageId] = messageIds(event('run-round/ok-first-part'));
    expect(await round('ok-first-part', failing)).toEqual({ batchItemFailures: [{ itemIdentifier: messageId }] });
    expect(await roundNow()).toMatchObject({ status: 'requested' });
  });

  test('ends the round when the message comes for the last time', async () => {
    await seedRound();
    expect(await round('ok-tried-too-often')).toEqual({ batchItemFailures: [] });
    expect(await roundNow()).toMatchObject({ status: 'failed' });
  });

  test('names the message that it cannot read', async () => {
    const ids = messageIds(event('run-round/bad-unknown-part'));
    expect(await round('bad-unknown-part')).toEqual({
      batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
    });
  });
});
