import { linesACall, type approveRound as contract } from '../contracts/rounds.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import { offerIdOf } from '../domain/offer.ts';
import type { RoundId } from '../domain/primitives.ts';
import type { Refusal, RefusalCode } from '../domain/refusal.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import {
  canBeApproved,
  partsOfLineId,
  partsOfRound,
  type LineOutcome,
  type PlacedLine,
  type Round,
  type RoundLineId,
} from '../domain/round.ts';
import { decideRound } from '../domain/round-lifecycle.ts';
import { approveSites, type ApprovalPorts } from './approve-shortlist.ts';
import { staleness } from './as-seen.ts';
import { deciderOf, nowOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Call, Store } from './ports.ts';
import type { UseCase } from './use-case.ts';

/** What may have happened to a request since the round without any word of its technologist or of a coordinator. */
const harmless = new Set(['match', 'renew-access']);

const changedSince = async (
  { audit }: Store,
  request: PlacementRequest,
  seen: number,
): Promise<Result<never> | null> => {
  if (request.version === seen) return null;
  const since = (await audit.of(request.id)).filter(({ version }) => version > seen);
  return since.every(({ action }) => harmless.has(action)) ? null : staleness(audit, request, seen);
};

/** Refusals that say all by their code, in the words of a coordinator's list. */
const plainWords: Partial<Record<RefusalCode, string>> = {
  'seat-taken': 'All seats of the intake are taken.',
  'facility-not-open': 'The facility is paused, has left or is not vetted.',
  'intake-not-open': 'The intake takes nobody new.',
  'not-found': 'The request is not there any more.',
  busy: 'Too many people acted on this at the moment; approve the line again.',
};

const inWords = ({ code, detail }: Refusal): string => detail ?? plainWords[code] ?? code;

const notApprovable = ({ status }: Round): Result<never> =>
  refuse('action-not-possible', { detail: `Nothing of a round can be approved while it is "${status}".` });

const openRound = async ({ rounds }: Store, roundId: RoundId): Promise<Result<Round>> => {
  const round = await rounds.get(roundId);
  if (round === null) return refuse('not-found');
  return canBeApproved(round) ? ok(round) : notApprovable(round);
};

/**
 * One proposed pair becomes an approval with this one site, and its first offer, exactly as if a coordinator had named
 * it; or it is refused by what is true now. What was approved before is not done again.
 */
const approveLine = async (
  ports: ApprovalPorts,
  call: Call,
  roundId: RoundId,
  { id: lineId, requestId, requestVersion, intakeId }: PlacedLine,
): Promise<Result<LineOutcome>> =>
  perform<LineOutcome>(ports.store, {}, async () => {
    const { store, clock } = ports;
    const known = await store.rounds.outcome(roundId, lineId);
    if (known?.result === 'approved') return ok({ writes: [], answer: known });
    const round = await openRound(store, roundId);
    if (!round.ok) return round;
    const request = await store.requests.get(requestId);
    if (request === null) return refuse('not-found');
    const stale = await changedSince(store, request, requestVersion);
    if (stale !== null) return stale;
    const decider = deciderOf(clock, call.actor);
    const decision = { shortlist: [intakeId], reason: `Proposed by the round ${roundId}.` };
    const approved = await approveSites(ports, request, decision, decider);
    if (!approved.ok) return approved;
    const outcome: LineOutcome = {
      lineId,
      result: 'approved',
      offerId: offerIdOf(requestId, approved.value.next.offersMade),
      by: call.actor.id,
      at: decider.now,
    };
    return ok({
      writes: [
        ...approved.value.writes,
        store.rounds.noteOutcome(roundId, outcome),
        // Whoever discards the round meanwhile is obeyed.
        store.rounds.requireUnchanged(round.value),
      ],
      answer: outcome,
    });
  });

/** The line's outcome, a refusal noted. Only what concerns the whole round is refused as a whole. */
const settleLine = async (
  ports: ApprovalPorts,
  call: Call,
  roundId: RoundId,
  line: PlacedLine,
): Promise<Result<LineOutcome>> => {
  const { store, clock } = ports;
  const approved = await approveLine(ports, call, roundId, line);
  if (approved.ok) return approved;
  const round = await openRound(store, roundId);
  if (!round.ok) return round;
  const { code } = approved.refusal;
  const refused: LineOutcome = {
    lineId: line.id,
    result: 'refused',
    code,
    words: inWords(approved.refusal),
    by: call.actor.id,
    at: nowOf(clock),
  };
  const noted = await store.commit([store.rounds.noteOutcome(roundId, refused)]);
  if (noted.ok) return ok(refused);
  // Somebody else approved it at the same moment.
  const known = await store.rounds.outcome(roundId, line.id);
  return known === null ? noted : ok(known);
};

interface Batch {
  readonly lines: readonly PlacedLine[];
  readonly next: RoundLineId | null;
}

/** The lines that were named; refused by the place of the first one that is no proposed pair. */
const namedLines = async (
  { rounds }: Store,
  { results }: Round,
  ids: readonly RoundLineId[],
): Promise<Result<Batch>> => {
  const lines: PlacedLine[] = [];
  for (const [index, id] of ids.entries()) {
    const field = `lines[${index}]`;
    if (ids.indexOf(id) !== index) return refuse('invalid-input', { field, detail: 'This line is named twice.' });
    const result = results.find(({ part }) => part === partsOfLineId(id).part);
    const line = result === undefined ? null : await rounds.placedLine(result.digest, id);
    if (line === null) return refuse('invalid-input', { field, detail: 'The round proposes no pair in this line.' });
    lines.push(line);
  }
  return ok({ lines, next: null });
};

/** The next lines of the whole round, in the order of its parts and of ids. */
const nextLines = async ({ rounds }: Store, round: Round, after: RoundLineId | null): Promise<Batch> => {
  const parts = partsOfRound(round.disciplines);
  const first = after === null ? 0 : parts.indexOf(partsOfLineId(after).part);
  const lines: PlacedLine[] = [];
  for (const [index, { digest, placed }] of round.results.entries()) {
    if (index < first || placed === 0) continue;
    const from = index === first ? after : null;
    lines.push(...(await rounds.placedLinesAfter(digest, from, linesACall + 1 - lines.length)));
    if (lines.length > linesACall) break;
  }
  const batch = lines.slice(0, linesACall);
  return { lines: batch, next: lines.length > linesACall ? (batch.at(-1)?.id ?? null) : null };
};

interface Progress {
  readonly round: Round;
  readonly approvedPairs: number;
  readonly refusedPairs: number;
}

/** Notes how much of the round is approved by now, counted from the outcomes themselves: a lost call is made up for. */
const noteProgress = async ({ store, clock }: ApprovalPorts, call: Call, roundId: RoundId): Promise<Result<Progress>> =>
  perform<Progress>(store, {}, async () => {
    const round = await store.rounds.get(roundId);
    if (round === null) return refuse('not-found');
    const outcomes = await store.rounds.outcomes(roundId);
    const approvedPairs = outcomes.filter(({ result }) => result === 'approved').length;
    const counts = { approvedPairs, refusedPairs: outcomes.length - approvedPairs };
    const isNoted =
      approvedPairs === 0 ||
      ('approvedPairs' in round && round.approvedPairs === approvedPairs && round.refusedPairs === counts.refusedPairs);
    if (isNoted || !canBeApproved(round)) return ok({ writes: [], answer: { round, ...counts } });
    const decided = decideRound(round, { action: 'approve', ...counts }, deciderOf(clock, call.actor));
    if (!decided.ok) return decided;
    const { next, audit } = decided.value;
    return ok({
      writes: [store.rounds.update(round, next), store.audit.append(audit)],
      answer: { round: next, ...counts },
    });
  });

/**
 * Approves pairs of a round: named lines, or the next ones of the whole. Each is checked again and is a transaction of
 * its own, so that one that cannot be offered any more takes no other with it; a call that was cut off is repeated.
 */
export const approveRound =
  (ports: ApprovalPorts): UseCase<typeof contract> =>
  async ({ roundId, lines: ids, after }, call) => {
    const { store } = ports;
    const round = await store.rounds.get(roundId);
    if (round === null) return refuse('not-found');
    // Of a round that is approved whole, the same call is answered once more.
    if (!canBeApproved(round) && round.status !== 'approved') return notApprovable(round);
    const batch = ids === null ? ok(await nextLines(store, round, after)) : await namedLines(store, round, ids);
    if (!batch.ok) return batch;
    const outcomes: LineOutcome[] = [];
    for (const line of batch.value.lines) {
      const settled = await settleLine(ports, call, roundId, line);
      if (!settled.ok) return settled;
      outcomes.push(settled.value);
    }
    const noted = await noteProgress(ports, call, roundId);
    if (!noted.ok) return noted;
    const {
      round: { status, version },
      ...counts
    } = noted.value;
    return ok({ roundId, status, version, outcomes, ...counts, next: batch.value.next });
  };
