import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { later } from '../../shared/domain/durations.ts';
import { lineIdOf, type LineOutcome, type RoundLine } from '../../shared/domain/round.ts';
import { linesCompleteKey, roundLineKey } from '../../shared/store/round-keys.ts';
import type { Page } from '../../shared/usecases/ports.ts';
import { aRound, now } from '../support/builders.ts';
import { aStore } from '../support/store.ts';
import { contents, value } from '../support/world.ts';

const kept = await aStore();
const { store, clock } = kept;

const line = (number: number): RoundLine => {
  const requestId = `req_n${String(number).padStart(4, '0')}`;
  return {
    id: lineIdOf('CT', requestId),
    requestId,
    discipline: 'CT',
    requestVersion: 1,
    waitingSince: now,
    today: { candidates: 2, sitesTried: 0 },
    ...(number % 3 === 0
      ? ({ outcome: 'unplaced', code: 'no-open-site', words: 'No site is open.' } as const)
      : ({
          outcome: 'placed',
          intakeId: 'fac_birch-CT-k3f9',
          facilityId: 'fac_birch',
          facilityName: 'Birch Imaging (invented)',
          choice: 1,
          tier: 'other',
          alongside: [],
        } as const)),
  };
};
const lines = Array.from({ length: 70 }, (_, index) => line(index));
const ofOutcome = (outcome: RoundLine['outcome']) => lines.filter((one) => one.outcome === outcome);

describe('the lines of a round', () => {
  test('come back page by page in the order of their ids, each outcome by itself', async () => {
    await store.rounds.keepLines('digest-a', lines);
    for (const outcome of ['placed', 'unplaced'] as const) {
      const seen: RoundLine[] = [];
      let cursor: string | null = null;
      do {
        const page: Page<RoundLine> = value(await store.rounds.lines('digest-a', outcome, cursor, 20));
        seen.push(...page.items);
        ({ cursor } = page);
      } while (cursor !== null);
      expect(seen).toEqual(ofOutcome(outcome));
    }
    expect(value(await store.rounds.lines('digest-other', 'placed', null, 20)).items).toEqual([]);
  });

  test('are read on from behind a line, and one by one', async () => {
    const placed = ofOutcome('placed');
    const [first, second, third] = placed;
    expect(await store.rounds.placedLinesAfter('digest-a', null, 2)).toEqual([first, second]);
    expect(await store.rounds.placedLinesAfter('digest-a', first?.id ?? '', 2)).toEqual([second, third]);
    expect(await store.rounds.placedLinesAfter('digest-a', null, Infinity)).toEqual(placed);
    expect(await store.rounds.placedLine('digest-a', 'CT-req_n0001')).toEqual(lines[1]);
    expect(await store.rounds.placedLine('digest-a', 'CT-req_n0000')).toBeNull();
  });

  test('an id that begins as another one does is passed over for none', async () => {
    const [one, longer] = [
      { ...line(1), id: 'CT-req_abcd' },
      { ...line(1), id: 'CT-req_abcd0' },
    ];
    await store.rounds.keepLines('digest-b', [one, longer]);
    expect(await store.rounds.placedLinesAfter('digest-b', 'CT-req_abcd', 5)).toEqual([longer]);
  });

  test('are not written again while they are kept, and are once they are half way to their end', async () => {
    const before = await contents(kept);
    clock.time = later(now, 80, 'day');
    await store.rounds.keepLines('digest-a', lines);
    expect(await contents(kept)).toEqual(before);
    clock.time = later(now, 91, 'day');
    await store.rounds.keepLines('digest-a', lines);
    expect(await contents(kept)).not.toEqual(before);
    clock.time = now;
  });
});

test('a try that was killed in the middle of its lines is written over by the next one', async () => {
  await store.rounds.keepLines('digest-c', lines);
  const whole = await contents(kept);
  // Half of them there, one of them torn, and nothing that says that all are.
  for (const one of lines.slice(30))
    await kept.items.send(new DeleteCommand({ TableName: kept.tableName, Key: roundLineKey('digest-c', one) }));
  await kept.items.send(new DeleteCommand({ TableName: kept.tableName, Key: linesCompleteKey('digest-c') }));
  const [torn = line(0)] = lines;
  await kept.items.send(new PutCommand({ TableName: kept.tableName, Item: roundLineKey('digest-c', torn) }));
  await store.rounds.keepLines('digest-c', lines);
  expect(await contents(kept)).toEqual(whole);
});

describe('what became of a line', () => {
  const by = { lineId: 'CT-req_n0001', by: 'coordinator-1', at: now };
  const refused: LineOutcome = { ...by, result: 'refused', code: 'seat-taken', words: 'All seats are taken.' };
  const approved: LineOutcome = { ...by, result: 'approved', offerId: 'req_n0001-1' };

  test('a refusal gives way to an approval, and an approval to nothing', async () => {
    const note = async (outcome: LineOutcome) => store.commit([store.rounds.noteOutcome('rnd_one1', outcome)]);
    expect(await store.rounds.outcome('rnd_one1', by.lineId)).toBeNull();
    for (const outcome of [refused, refused, approved]) expect(await note(outcome)).toEqual({ ok: true });
    for (const outcome of [refused, approved])
      expect(await note(outcome)).toEqual({ ok: false, refusal: { code: 'duplicate' } });
    expect(await store.rounds.outcomes('rnd_one1')).toEqual([approved]);
    expect(await store.rounds.outcomesOf('rnd_one1', ['CT-req_n0002', by.lineId])).toEqual([approved]);
    expect(await store.rounds.outcomes('rnd_two2')).toEqual([]);
  });
});

test('rounds are listed newest first', async () => {
  const rounds = [1, 2, 3].map((day) => aRound({ id: `rnd_day${day}`, requestedAt: later(now, day, 'day') }));
  value(await store.commit(rounds.map(store.rounds.create)));
  const first = value(await store.rounds.latest(null, 2));
  expect(first.items.map(({ id }) => id)).toEqual(['rnd_day3', 'rnd_day2']);
  expect(value(await store.rounds.latest(first.cursor, 2)).items).toEqual([rounds[0]]);
});
