import { describe, expect, test } from 'vitest';
import {
  lineIdOf,
  partsOfLineId,
  partsOfRound,
  Round,
  RoundLineId,
  type RoundStatus,
} from '../../../shared/domain/round.ts';
import {
  decideRound,
  roundTransitions,
  type RoundAction,
  type RoundCommand,
} from '../../../shared/domain/round-lifecycle.ts';
import { aRound, now } from '../../support/builders.ts';
import { cellsOf, cellsOfTable, sorted } from './matrix.ts';

/** Written out, so that a change of the table is a change of this test, too. */
const matrix = `
  action        requested  running    proposed         partly-approved  approved  discarded  failed
  start         running    -          -                -                -         -          -
  note-part     -          running    -                -                -         -          -
  propose       -          proposed   -                -                -         -          -
  fail          failed     failed     -                -                -         -          -
  approve-some  -          -          partly-approved  partly-approved  -         -          -
  approve-all   -          -          approved         approved         -         -          -
  discard       discarded  discarded  discarded        discarded        -         -          -
`;

const decider = { now, actor: { kind: 'coordinator', id: 'coordinator-1' } } as const;
const ofPart = (part: 'locks' | 'CT' | 'MRI', placed = 2) => ({
  part,
  digest: `digest of ${part}`,
  placed,
  unplaced: 1,
});
const parts = [ofPart('locks', 0), ofPart('CT')];

/** A round over CT and MRI that has done what its status says. */
const roundIn = (status: RoundStatus, action: RoundAction) =>
  aRound(
    action === 'propose'
      ? { status, results: parts, next: 'MRI' }
      : {
          status,
          ...(status === 'requested' || status === 'running' ? {} : { results: [...parts, ofPart('MRI')], next: null }),
        },
  );

const commands: Readonly<Record<RoundAction, RoundCommand>> = {
  start: { action: 'start' },
  'note-part': { action: 'note-part', result: ofPart('locks') },
  propose: { action: 'note-part', result: ofPart('MRI') },
  fail: { action: 'fail', reason: 'Tried in vain.' },
  'approve-some': { action: 'approve', approvedPairs: 3, refusedPairs: 1 },
  'approve-all': { action: 'approve', approvedPairs: 4, refusedPairs: 0 },
  discard: { action: 'discard', reason: 'Too early.' },
};

describe('the life of a round', () => {
  test('is the table as it is written out here', () => {
    expect(sorted(cellsOfTable(roundTransitions))).toEqual(sorted(cellsOf(matrix)));
  });

  test.for(cellsOf(matrix))('$action while $from leads to $to', ({ from, action, to }) => {
    const round = roundIn(from as RoundStatus, action as RoundAction);
    const result = decideRound(round, commands[action as RoundAction], decider);
    expect(result).toMatchObject(
      to === null
        ? { ok: false, refusal: { code: 'action-not-possible' } }
        : { ok: true, value: { next: { status: to, version: 2 }, audit: { action, from, to } } },
    );
  });

  test('works the locks out first, then one discipline after another, and is proposed with the last', () => {
    let round: Round = aRound({ status: 'requested', disciplines: ['MRI', 'CT'] });
    const steps: RoundCommand[] = [
      { action: 'start' },
      ...(['locks', 'CT', 'MRI'] as const).map((part) => ({ action: 'note-part', result: ofPart(part) }) as const),
    ];
    const seen = [];
    for (const command of steps) {
      const decided = decideRound(round, command, decider);
      if (!decided.ok) throw new Error(decided.refusal.detail);
      round = decided.value.next;
      seen.push([round.status, round.next]);
    }
    expect(seen).toEqual([
      ['running', 'locks'],
      ['running', 'CT'],
      ['running', 'MRI'],
      ['proposed', null],
    ]);
    expect(round.results.map(({ part }) => part)).toEqual(['locks', 'CT', 'MRI']);
  });

  test('takes no part before its turn, and none twice', () => {
    for (const part of ['CT', 'MRI'] as const)
      expect(
        decideRound(aRound({ status: 'running' }), { action: 'note-part', result: ofPart(part) }, decider).ok,
      ).toBe(false);
    const done = aRound({ status: 'running', results: [ofPart('locks')], next: 'CT' });
    expect(decideRound(done, commands['note-part'], decider).ok).toBe(false);
  });
});

test('a line says in which part its request was looked at', () => {
  expect(partsOfRound(['VS', 'CT'])).toEqual(['locks', 'CT', 'VS']);
  for (const part of ['locks', 'CT', 'M'] as const) {
    const id = RoundLineId.parse(lineIdOf(part, 'req_alder1'));
    expect(partsOfLineId(id)).toEqual({ part, requestId: 'req_alder1' });
  }
  expect(RoundLineId.safeParse('XX-req_alder1').success).toBe(false);
});
