import { beforeEach, expect, test } from 'vitest';
import type { RoundMessage } from '../../shared/contracts/messages.ts';
import type { OfferId } from '../../shared/domain/offer.ts';
import { advanceShortlist } from '../../shared/usecases/advance-shortlist.ts';
import { answerBrief } from '../../shared/usecases/answer-brief.ts';
import { startRound } from '../../shared/usecases/rounds.ts';
import { runRoundPart } from '../../shared/usecases/run-round.ts';
import { sweepWork } from '../../shared/usecases/sweep-work.ts';
import { anOffer, aRequest } from '../support/builders.ts';
import {
  aWorld,
  contents,
  coordinator,
  facilityContact,
  seedOffer,
  seedRequest,
  seedSite,
  value,
  type World,
} from '../support/world.ts';

let world: World;
let queued: RoundMessage[];
let ended: OfferId[];
beforeEach(async () => {
  world = await aWorld();
  queued = [];
  ended = [];
});

const sweep = () =>
  sweepWork({
    ...world.ports,
    sweepMinutes: 5,
    queueRequests: () => Promise.resolve(),
    queueOffers: (offerIds) => {
      ended.push(...offerIds);
      return Promise.resolve();
    },
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

test('an ended offer whose message was lost is queued again until its shortlist went on, and then no more', async () => {
  await seedSite(world);
  await seedRequest(world, aRequest({ status: 'approved' }));
  await seedOffer(world, anOffer());
  const answer = { offerId: 'req_alder1-1', answer: 'no', reason: 'staff', comment: null } as const;
  value(await answerBrief(world.ports)(answer, facilityContact('fac_birch')));
  expect((await sweep()).offers).toEqual([]);
  for (let time = 1; time <= 2; time += 1) {
    world.pass(5, 'minute');
    expect((await sweep()).offers).toEqual(['req_alder1-1']);
  }
  for (const offerId of new Set(ended)) value(await advanceShortlist(world.ports)(offerId));
  world.pass(1, 'hour');
  const before = await contents(world);
  expect((await sweep()).offers).toEqual([]);
  expect(value(await advanceShortlist(world.ports)('req_alder1-1'))).toBe('unchanged');
  expect(await contents(world)).toEqual(before);
});
