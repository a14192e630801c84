import { beforeEach, expect, test } from 'vitest';
import type { RoundMessage } from '../../shared/contracts/messages.ts';
import { startRound } from '../../shared/usecases/rounds.ts';
import { runRoundPart } from '../../shared/usecases/run-round.ts';
import { sweepWork } from '../../shared/usecases/sweep-work.ts';
import { aRequest } from '../support/builders.ts';
import { aWorld, coordinator, seedRequest, seedSite, value, type World } from '../support/world.ts';

let world: World;
let queued: RoundMessage[];
beforeEach(async () => {
  world = await aWorld();
  queued = [];
});

const sweep = () =>
  sweepWork({
    ...world.ports,
    sweepMinutes: 5,
    queueRequests: () => Promise.resolve(),
    queueRounds: (parts) => {
      queued.push(...parts);
      return Promise.resolve();
    },
  })();

test('a round whose message was lost is queued again, at the part where it stands, until it is proposed', async () => {
  await seedSite(world);
  await seedRequest(world, aRequest());
  const { roundId } = value(await startRound(world.ports)({ disciplines: ['CT'] }, coordinator));
  world.pass(89, 'minute');
  expect((await sweep()).rounds).toEqual([]);
  world.pass(1, 'minute');
  expect((await sweep()).rounds).toEqual([{ roundId, part: 'locks' }]);

  for (const part of ['locks', 'CT'] as const) {
    queued = [];
    world.pass(2, 'hour');
    await sweep();
    expect(queued).toEqual([{ roundId, part }]);
    for (const message of queued) value(await runRoundPart(world.ports)(message));
  }
  world.pass(2, 'hour');
  expect((await sweep()).rounds).toEqual([]);
});
