import { beforeEach, describe, expect, test } from 'vitest';
import type { Discipline } from '../../shared/domain/discipline.ts';
import { firstBreak } from '../../shared/domain/audit.ts';
import { digestOf } from '../../shared/domain/facility.ts';
import type { RoundLine } from '../../shared/domain/round.ts';
import { approveRound } from '../../shared/usecases/approve-round.ts';
import { editRequest } from '../../shared/usecases/edit-request.ts';
import { matchRequest } from '../../shared/usecases/match-request.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { discardRound, listRounds, readRound, readRoundLines, startRound } from '../../shared/usecases/rounds.ts';
import { ruleOnSite } from '../../shared/usecases/rule-on-site.ts';
import { failRound, runRoundPart } from '../../shared/usecases/run-round.ts';
import { aFacility, anEmployment, anOffer, aRequest, aSite, someWishes } from '../support/builders.ts';
import {
  auditOf,
  aWorld,
  contents,
  coordinator,
  mailsAbout,
  refusal,
  refusedWithoutTrace,
  requestNow,
  seatsTaken,
  seedRequest,
  seedSite,
  technologist,
  value,
  type World,
} from '../support/world.ts';

const birch = 'fac_birch-CT-k3f9';
const cedar = 'fac_cedar-CT-k3f9';
const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}T12:00:00.000Z`;

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

/** Someone who waits since a day of November; the smaller, the longer. */
const seedWaiting = async (name: string, since: number, change: Parameters<typeof aRequest>[0] = {}, where = world) =>
  seedRequest(where, aRequest({ id: `req_${name}`, personKey: `person-${name}`, submittedAt: day(since), ...change }));

const start = async (disciplines: Discipline[] = ['CT'], where = world) =>
  value(await startRound(where.ports)({ disciplines }, coordinator)).roundId;
const runNext = async (roundId: string, ports: Ports = world.ports) => {
  const part = (await ports.store.rounds.get(roundId))?.next ?? null;
  return part === null ? null : value(await runRoundPart(ports)({ roundId, part }));
};
const run = async (roundId: string, ports: Ports = world.ports) => {
  while ((await runNext(roundId, ports)) !== null);
  const round = await ports.store.rounds.get(roundId);
  if (round === null) throw new Error('no round');
  return round;
};
const proposed = async (disciplines?: Discipline[]) => {
  const roundId = await start(disciplines);
  await run(roundId);
  return roundId;
};
const linesOf = async (roundId: string, part: 'locks' | Discipline = 'CT', where = world) => {
  const lines: RoundLine[] = [];
  for (const outcome of ['placed', 'unplaced'] as const) {
    const page = value(await readRoundLines(where.ports)({ roundId, part, outcome, limit: 100 }, coordinator));
    lines.push(...page.items.map(({ line }) => line));
  }
  return lines;
};
/** Where the round would send each request, or why nowhere. */
const diffOf = async (roundId: string, part?: 'locks' | Discipline) =>
  Object.fromEntries(
    (await linesOf(roundId, part)).map((line) => [
      line.requestId.slice('req_'.length),
      line.outcome === 'placed' ? line.facilityId.slice('fac_'.length) : line.code,
    ]),
  );
const intakeNow = async (id: string) => {
  const intake = await world.store.intakes.get(id);
  if (intake === null) throw new Error(`no intake ${id}`);
  return intake;
};
const approve = async (roundId: string, lines: string[] | null, after: string | null = null) =>
  approveRound(world.ports)({ roundId, lines, after }, coordinator);

describe('what a round proposes', () => {
  test('the seat goes to an own employee, and who waited longer reads why there is none', async () => {
    await seedSite(world, { intake: { seats: 1 } });
    await seedWaiting('longer', 1);
    await seedWaiting('employee', 20, {
      wishes: { employment: anEmployment({ facilityId: 'fac_birch' }) },
      employmentConfirmed: true,
    });
    const roundId = await proposed();
    expect(await diffOf(roundId)).toEqual({ employee: 'birch', longer: 'outranked' });
    const [unplaced] = value(
      await readRoundLines(world.ports)({ roundId, part: 'CT', outcome: 'unplaced', limit: 5 }, coordinator),
    ).items;
    expect(unplaced?.words).toMatch(/^Today: in review.*the seat went to one of the site's own employees/);
    const [placed] = await linesOf(roundId);
    expect(placed).toMatchObject({ tier: 'own-employee', choice: 1, alongside: [], requestVersion: 1 });
  });

  test('holds no seat and sends nothing', async () => {
    await seedSite(world);
    await seedWaiting('alder', 1);
    const before = (await contents(world)).filter((item) => !/"kind":"(round|round-line)"/.test(item));
    const roundId = await proposed();
    const after = await contents(world);
    expect(after.filter((item) => !item.includes(roundId) && !/"kind":"round-line"/.test(item))).toEqual(before);
    expect(await seatsTaken(world)).toBe(0);
  });

  test('keeps to what coordinators ruled, the technologist’s own order and the contact budget (R27)', async () => {
    await seedSite(world, { intake: { seats: 9 } });
    await seedSite(world, { facilityId: 'fac_cedar', intake: { seats: 9 } });
    for (const [index, name] of ['one1', 'two2', 'three3', 'four4', 'five5', 'six6', 'seven7'].entries())
      await seedWaiting(name, index + 1, { wishes: { siteOrder: ['fac_cedar'] } });
    const rule = async (requestId: string, ruling: Parameters<ReturnType<typeof ruleOnSite>>[0]['ruling']) =>
      value(await ruleOnSite(world.ports)({ requestId, version: 1, ruling }, coordinator));
    await rule('req_seven7', { decision: 'lock', intakeId: cedar, reason: 'Promised by their manager.' });
    await rule('req_one1', { decision: 'forbid', facilityId: 'fac_cedar', reason: 'Left it in a quarrel.' });
    const roundId = await proposed();
    expect(await diffOf(roundId, 'locks')).toEqual({ seven7: 'cedar' });
    // Cedar has two of its three contacts left after the lock, birch three for the four who remain.
    expect(await diffOf(roundId)).toEqual({
      one1: 'birch',
      two2: 'cedar',
      three3: 'cedar',
      four4: 'birch',
      five5: 'birch',
      six6: 'outranked',
    });
    expect(await auditOf(world, 'req_seven7')).toEqual(['lock-site']);
  });

  test('carries the contacts of a facility from one discipline to the next', async () => {
    await seedSite(world, { intake: { seats: 9 } });
    const mri = aSite({ discipline: 'MRI', facility: digestOf(aFacility({ id: 'fac_birch' })), intake: { seats: 9 } });
    value(await world.store.commit([world.store.siteOffers.create(mri.offer), world.store.intakes.create(mri.intake)]));
    for (const [index, name] of ['ash1', 'beech2'].entries()) await seedWaiting(name, index + 1);
    for (const [index, name] of ['elm3', 'fir4'].entries())
      await seedWaiting(name, index + 3, { wishes: { discipline: 'MRI' } });
    const roundId = await proposed(['MRI', 'CT']);
    expect(await diffOf(roundId, 'CT')).toEqual({ ash1: 'birch', beech2: 'birch' });
    expect(await diffOf(roundId, 'MRI')).toEqual({ elm3: 'birch', fir4: 'outranked' });
    const entry = value(await readRound(world.ports)({ roundId }, coordinator));
    expect(entry.parts.map(({ part }) => part)).toEqual(['locks', 'CT', 'MRI']);
    expect(entry).toMatchObject({ status: 'proposed', placed: 3, unplaced: 1 });
  });
});

const seedTown = async (where: World) => {
  await seedSite(where, { intake: { seats: 2 } });
  await seedSite(where, { facilityId: 'fac_cedar' });
  for (const [index, name] of ['ash1', 'beech2', 'elm3', 'fir4'].entries())
    await seedWaiting(name, index + 1, {}, where);
};
const digestsOf = async (roundId: string, where = world) =>
  (await where.store.rounds.get(roundId))?.results.map(({ part, digest }) => [part, digest]);
const storedLines = async (where = world) =>
  (await contents(where)).filter((item) => item.includes('"kind":"round-line"'));

describe('a round that is told twice, killed or late', () => {
  test('writes nothing for a message that comes again', async () => {
    await seedTown(world);
    const roundId = await start();
    await runNext(roundId);
    await runNext(roundId);
    const before = await contents(world);
    for (const part of ['locks', 'CT', 'MRI'] as const)
      expect(value(await runRoundPart(world.ports)({ roundId, part }))).toBe('unchanged');
    expect(await contents(world)).toEqual(before);
  });

  test('comes to the same bytes wherever it was interrupted, with nothing doubled', async () => {
    await seedTown(world);
    const roundId = await run(await start());
    const [digests, lines] = [await digestsOf(roundId.id), await storedLines()];
    expect(lines).toHaveLength(4 + 1);

    // Every call by which a part writes fails once, before or after it has had its effect.
    for (const effect of ['before', 'after'] as const)
      for (let fatal = 1; fatal <= 4; fatal += 1) {
        const other = await aWorld();
        await seedTown(other);
        const id = await start(['CT'], other);
        let calls = 0;
        const dies =
          <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
          async (...args: A): Promise<R> => {
            calls += 1;
            const isFatal = calls === fatal;
            if (isFatal && effect === 'before') throw new Error('killed');
            const result = await call(...args);
            if (isFatal) throw new Error('killed');
            return result;
          };
        const { store } = other.ports;
        const rounds = { ...store.rounds, keepLines: dies(store.rounds.keepLines) };
        const mortal = { ...other.ports, store: { ...store, rounds, commit: dies(store.commit) } };
        await expect(run(id, mortal)).rejects.toThrow('killed');
        expect((await run(id, other.ports)).status).toBe('proposed');
        expect(await digestsOf(id, other)).toEqual(digests);
        expect(await storedLines(other)).toEqual(lines);
        expect(firstBreak(await other.store.audit.of(id))).toBeNull();
      }
  });

  test('shows no line of an interrupted try', async () => {
    await seedTown(world);
    const roundId = await start();
    await runNext(roundId);
    const { store } = world.ports;
    const killed = { ...world.ports, store: { ...store, commit: () => Promise.reject(new Error('killed')) } };
    await expect(runRoundPart(killed)({ roundId, part: 'CT' })).rejects.toThrow('killed');
    expect(await storedLines()).toHaveLength(5);
    expect(await linesOf(roundId)).toEqual([]);
    // Somebody came into review meanwhile: the next try says so, and only that shows.
    await seedWaiting('late5', 25);
    await run(roundId);
    expect(await linesOf(roundId)).toHaveLength(5);
  });

  test('a second round that finds the same writes no line anew', async () => {
    await seedTown(world);
    const first = await run(await start());
    world.pass(1, 'hour');
    const lines = await storedLines();
    const second = await run(await start());
    expect(await digestsOf(second.id)).toEqual(await digestsOf(first.id));
    expect(await storedLines()).toEqual(lines);
    const list = value(await listRounds(world.ports)({ limit: 10 }, coordinator)).items;
    expect(list.map((entry) => entry.roundId)).toEqual([second.id, first.id]);
  });

  test('says that it failed once its part was tried too often', async () => {
    const roundId = await start();
    expect(value(await failRound(world.ports)({ roundId, part: 'locks' }, 4))).toBe('failed');
    const entry = value(await readRound(world.ports)({ roundId }, coordinator));
    expect(entry).toMatchObject({ status: 'failed', reason: expect.stringContaining('tried 4 times') as string });
    expect(value(await runRoundPart(world.ports)({ roundId, part: 'locks' }))).toBe('unchanged');
  });
});

describe('approving a round', () => {
  beforeEach(async () => {
    await seedSite(world, { intake: { seats: 2 } });
    await seedSite(world, { facilityId: 'fac_cedar', intake: { seats: 1 } });
    for (const [index, name] of ['ash1', 'beech2', 'elm3'].entries())
      await seedWaiting(name, index + 1, { wishes: { siteOrder: ['fac_birch', 'fac_cedar'] } });
  });

  test('in part: the named pairs become approvals with an offer and a brief each, the others stay as they were', async () => {
    const roundId = await proposed();
    const receipt = value(await approve(roundId, ['CT-req_beech2']));
    expect(receipt).toMatchObject({
      status: 'partly-approved',
      approvedPairs: 1,
      refusedPairs: 0,
      next: null,
      outcomes: [{ lineId: 'CT-req_beech2', result: 'approved', offerId: 'req_beech2-1' }],
    });
    expect(await requestNow(world, 'req_beech2')).toMatchObject({
      status: 'approved',
      approval: { shortlist: [birch], approvedBy: 'coordinator-1', reason: `Proposed by the round ${roundId}.` },
    });
    expect(await mailsAbout(world, 'req_beech2-1')).toEqual(['brief', 'shortlist-ready']);
    expect((await requestNow(world, 'req_ash1')).status).toBe('in-review');
    expect(await seatsTaken(world)).toBe(1);
    const { items } = value(
      await readRoundLines(world.ports)({ roundId, part: 'CT', outcome: 'placed', limit: 10 }, coordinator),
    );
    expect(items.map(({ decided }) => decided?.result ?? null)).toEqual([null, 'approved', null]);
  });

  test('told again it answers the same, and writes nothing', async () => {
    const roundId = await proposed();
    const first = value(await approve(roundId, ['CT-req_ash1', 'CT-req_elm3']));
    const before = await contents(world);
    expect(value(await approve(roundId, ['CT-req_ash1', 'CT-req_elm3']))).toEqual(first);
    expect(await contents(world)).toEqual(before);
  });

  test('whole: goes on from where the last call ended, and the round is approved with its last pair', async () => {
    const roundId = await proposed();
    value(await approve(roundId, ['CT-req_beech2']));
    const rest = value(await approve(roundId, null, 'CT-req_beech2'));
    expect(rest.outcomes.map(({ lineId }) => lineId)).toEqual(['CT-req_elm3']);
    const whole = value(await approve(roundId, null));
    expect(whole).toMatchObject({ status: 'approved', approvedPairs: 3, refusedPairs: 0, next: null });
    expect(value(await approve(roundId, null)).outcomes).toEqual(whole.outcomes);
    expect(await auditOf(world, roundId)).toEqual([
      'request',
      'start',
      'note-part',
      'propose',
      'approve-some',
      'approve-some',
      'approve-all',
    ]);
    expect(firstBreak(await world.store.audit.of(roundId))).toBeNull();
  });

  test('refuses the pair of a request that was edited since, with what happened, and approves the others', async () => {
    const roundId = await proposed();
    const { version } = await requestNow(world, 'req_ash1');
    const edit = { requestId: 'req_ash1', version, zip: '02115', wishes: someWishes({ travelMiles: 50 }) };
    value(await editRequest(world.ports)(edit, technologist('req_ash1')));
    value(await matchRequest(world.ports)('req_ash1'));
    const { outcomes, status } = value(await approve(roundId, null));
    expect(status).toBe('partly-approved');
    expect(outcomes[0]).toMatchObject({ lineId: 'CT-req_ash1', result: 'refused', code: 'stale-version' });
    expect(outcomes[0]).toMatchObject({ words: expect.stringContaining('edit (technologist)') as string });
    expect(outcomes.slice(1).map(({ result }) => result)).toEqual(['approved', 'approved']);
  });

  test('is not put off by a matching in between, which changes nothing of what was asked for', async () => {
    const roundId = await proposed();
    value(await matchRequest(world.ports)('req_ash1'));
    expect((await requestNow(world, 'req_ash1')).version).toBe(2);
    expect(value(await approve(roundId, ['CT-req_ash1'])).outcomes).toMatchObject([{ result: 'approved' }]);
  });

  test('checks every pair again: a seat that is gone and a used-up budget are said in words, and can be tried again', async () => {
    const roundId = await proposed();
    for (const id of ['req_x001-1', 'req_x002-1', 'req_x003-1'])
      value(await world.store.commit([world.store.contacts.briefOpenAgain(anOffer({ id }))]));
    const intake = await intakeNow(cedar);
    value(await world.store.commit([world.store.intakes.takeSeat(intake)]));
    const { outcomes, status, refusedPairs } = value(await approve(roundId, null));
    expect(outcomes).toMatchObject([
      { result: 'refused', code: 'contact-budget', words: expect.stringContaining('3 briefs wait') as string },
      { result: 'refused', code: 'contact-budget' },
      { result: 'refused', code: 'seat-taken', words: 'All seats of the intake are taken.' },
    ]);
    expect([status, refusedPairs]).toEqual(['proposed', 3]);
    value(await world.store.commit([world.store.intakes.releaseSeat(cedar)]));
    expect(value(await approve(roundId, ['CT-req_elm3']))).toMatchObject({ approvedPairs: 1, refusedPairs: 2 });
  });

  test('refuses, by its place, a line that is no pair of the round', async () => {
    const roundId = await proposed();
    for (const [lines, field] of [
      [['CT-req_ash1', 'CT-req_nobody9'], 'lines[1]'],
      [['MRI-req_ash1'], 'lines[0]'],
      [['CT-req_ash1', 'CT-req_ash1'], 'lines[1]'],
    ] as const)
      expect(await refusedWithoutTrace(world, () => approve(roundId, [...lines]))).toMatchObject({
        code: 'invalid-input',
        field,
      });
  });

  test('is not possible before the round is proposed, nor after it was discarded; what was approved stays', async () => {
    const early = await start();
    expect(refusal(await approve(early, null))).toMatchObject({ code: 'action-not-possible' });
    const roundId = await proposed();
    const { version } = value(await approve(roundId, ['CT-req_ash1']));
    const discarding = { roundId, version, reason: 'Two sites closed for the winter.' };
    expect(refusal(await discardRound(world.ports)({ ...discarding, version: 1 }, coordinator)).code).toBe(
      'stale-version',
    );
    expect(value(await discardRound(world.ports)(discarding, coordinator)).status).toBe('discarded');
    expect(refusal(await approve(roundId, ['CT-req_elm3']))).toMatchObject({ code: 'action-not-possible' });
    expect((await requestNow(world, 'req_ash1')).status).toBe('approved');
    expect((await requestNow(world, 'req_elm3')).status).toBe('in-review');
  });
});
