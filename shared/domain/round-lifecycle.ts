import type { AuditLine } from './audit.ts';
import { record, step, type Decider, type Transitions } from './machine.ts';
import { refuse, type Result } from './result.ts';
import { partsOfRound, proposedPairs, Round, type PartResult, type RoundPart, type RoundStatus } from './round.ts';

export type RoundAction = 'start' | 'note-part' | 'propose' | 'fail' | 'approve-some' | 'approve-all' | 'discard';

/** The life of a round. What was approved of it stays so when the rest is discarded. */
export const roundTransitions: Transitions<RoundStatus, RoundAction> = {
  requested: { start: 'running', fail: 'failed', discard: 'discarded' },
  running: { 'note-part': 'running', propose: 'proposed', fail: 'failed', discard: 'discarded' },
  proposed: { 'approve-some': 'partly-approved', 'approve-all': 'approved', discard: 'discarded' },
  'partly-approved': { 'approve-some': 'partly-approved', 'approve-all': 'approved', discard: 'discarded' },
  approved: {},
  discarded: {},
  failed: {},
};

export type RoundCommand =
  | { readonly action: 'start' }
  /** A part is done. */
  | { readonly action: 'note-part'; readonly result: PartResult }
  | { readonly action: 'fail' | 'discard'; readonly reason: string }
  /** Pairs were approved: how many of the whole round are by now. */
  | { readonly action: 'approve'; readonly approvedPairs: number; readonly refusedPairs: number };

export interface RoundDecision {
  readonly next: Round;
  readonly audit: AuditLine;
}

const partAfter = ({ disciplines }: Round, part: RoundPart): RoundPart | null => {
  const parts = partsOfRound(disciplines);
  return parts[parts.indexOf(part) + 1] ?? null;
};

/** The last part proposes the round, and the last pair approves it whole. */
const actionOf = (round: Round, command: RoundCommand): RoundAction => {
  if (command.action === 'note-part') return partAfter(round, command.result.part) === null ? 'propose' : 'note-part';
  if (command.action !== 'approve') return command.action;
  return command.approvedPairs === proposedPairs(round) ? 'approve-all' : 'approve-some';
};

/** What a command writes into the state it leads to. */
const fieldsOf = (round: Round, command: RoundCommand, { now, actor }: Decider): object => {
  switch (command.action) {
    case 'start':
      return { startedAt: now };
    case 'note-part':
      return {
        results: [...round.results, command.result],
        next: partAfter(round, command.result.part),
        proposedAt: now,
      };
    case 'approve':
      return { approvedPairs: command.approvedPairs, refusedPairs: command.refusedPairs };
    case 'discard':
      return { next: null, discardedAt: now, discardedBy: actor.id, reason: command.reason };
    case 'fail':
      return { next: null, failedAt: now, reason: command.reason };
  }
};

/** Decides one command on a round: the next state and its audit line, or a refusal. Pure; a round sends no mail. */
export const decideRound = (round: Round, command: RoundCommand, decider: Decider): Result<RoundDecision> => {
  const action = actionOf(round, command);
  const to = step(roundTransitions, round.status, action);
  if (!to.ok) return to;
  if (command.action === 'note-part' && command.result.part !== round.next)
    return refuse('action-not-possible', { detail: `The part "${command.result.part}" is not the next one.` });
  // Parsing leaves the fields of the former state behind, and proves that the new state has all of its own.
  const entered = Round.parse({ ...round, status: to.value, ...fieldsOf(round, command, decider) });
  const { next, audit } = record(round, entered, action, decider);
  return { ok: true, value: { next, audit } };
};
