import { createHash } from 'node:crypto';
import { ok, type Result } from '../domain/result.ts';
import { lineIdOf, type PartResult, type Round, type RoundLine, type RoundPart } from '../domain/round.ts';
import { decideRound, type RoundCommand } from '../domain/round-lifecycle.ts';
import type { IntakeId } from '../domain/site-offer.ts';
import type { RoundId } from '../domain/primitives.ts';
import { explainUnplaced } from '../matching/phrases/rounds.ts';
import { proposeDiscipline, settleLocks } from '../matching/round.ts';
import type { ProposedPair, RoundInput, RoundProposal } from '../matching/round-types.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Store } from './ports.ts';
import { roundInputOf, type RoundPorts } from './round-input.ts';

interface NextPart {
  readonly roundId: RoundId;
  readonly part: RoundPart;
}

const isNext = (round: Round | null, part: RoundPart): round is Round =>
  (round?.status === 'requested' || round?.status === 'running') && round.next === part;

/** Takes the round one step on if the part is still its next one. Told late, or told twice: nothing is written. */
const move = async (
  { store, clock }: RoundPorts,
  { roundId, part }: NextPart,
  commandOf: (round: Round) => RoundCommand | null,
): Promise<Result<Round | null>> =>
  perform<Round | null>(store, {}, async () => {
    const round = await store.rounds.get(roundId);
    if (!isNext(round, part)) return ok({ writes: [], answer: null });
    const command = commandOf(round);
    if (command === null) return ok({ writes: [], answer: round });
    const decided = decideRound(round, command, deciderOf(clock, { kind: 'service', id: 'run-round' }));
    if (!decided.ok) return decided;
    const { next, audit } = decided.value;
    return ok({ writes: [store.rounds.update(round, next), store.audit.append(audit)], answer: next });
  });

/** What the parts before proposed: their seats and contacts are gone. */
const pairsBefore = async ({ rounds }: Store, { results }: Round): Promise<readonly ProposedPair[]> => {
  const pairs: ProposedPair[] = [];
  for (const { digest, placed } of results) {
    if (placed === 0) continue;
    for (const { requestId, intakeId, choice, tier } of await rounds.placedLinesAfter(digest, null, Infinity))
      pairs.push({ requestId, intakeId, choice, tier });
  }
  return pairs;
};

/** The lines of a part in the order of their ids: the same bytes for the same proposal. */
const linesOf = (
  part: RoundPart,
  { requests, sites }: RoundInput,
  { pairs, unplaced }: RoundProposal,
  before: readonly ProposedPair[],
): readonly RoundLine[] => {
  const siteOf = new Map(sites.map(({ site }) => [site.intake.id, site]));
  const nameOf = (id: IntakeId): string => siteOf.get(id)?.offer.facility.name ?? id;
  const atIntake = Map.groupBy([...before, ...pairs], ({ intakeId }) => intakeId);
  const pairOf = new Map(pairs.map((pair) => [pair.requestId, pair]));
  const reasonOf = new Map(unplaced.map(({ requestId, reason }) => [requestId, reason]));
  const lines = requests.flatMap(({ request, waitingSince }): RoundLine[] => {
    const { id: requestId, wishes, version, match, triedIntakes } = request;
    const line = {
      id: lineIdOf(part, requestId),
      requestId,
      discipline: wishes.discipline,
      requestVersion: version,
      waitingSince,
      today: { candidates: match?.candidates ?? null, sitesTried: triedIntakes.length },
    };
    const [pair, reason] = [pairOf.get(requestId), reasonOf.get(requestId)];
    const site = pair && siteOf.get(pair.intakeId);
    if (pair !== undefined && site !== undefined)
      return [
        {
          ...line,
          outcome: 'placed',
          intakeId: pair.intakeId,
          facilityId: site.offer.facilityId,
          facilityName: site.offer.facility.name,
          choice: pair.choice,
          tier: pair.tier,
          alongside: (atIntake.get(pair.intakeId) ?? [])
            .map((other) => other.requestId)
            .filter((id) => id !== requestId)
            .toSorted(),
        },
      ];
    return reason === undefined
      ? []
      : [{ ...line, outcome: 'unplaced', code: reason.code, words: explainUnplaced(reason, nameOf) }];
  });
  return lines.toSorted((a, b) => (a.id < b.id ? -1 : 1));
};

/** Names lines by all that they say. */
const digestOf = (lines: readonly RoundLine[]): string => {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(`${JSON.stringify(line)}\n`);
  return hash.digest('base64url');
};

const workOut = async (ports: RoundPorts, round: Round, part: RoundPart): Promise<PartResult> => {
  const input = await roundInputOf(ports, part, round);
  const before = await pairsBefore(ports.store, round);
  const proposal = part === 'locks' ? settleLocks(input) : proposeDiscipline(input, part, before);
  const lines = linesOf(part, input, proposal, before);
  const digest = digestOf(lines);
  await ports.store.rounds.keepLines(digest, lines);
  const placed = lines.filter(({ outcome }) => outcome === 'placed').length;
  return { part, digest, placed, unplaced: lines.length - placed };
};

/**
 * Works out the next part of a round and notes it, which lets the part after it begin. Killed at any point and called
 * again it comes to the same: lines are found by the digest that the round names, and it names them last.
 */
export const runRoundPart =
  (ports: RoundPorts) =>
  async (next: NextPart): Promise<Result<PartResult | 'unchanged'>> => {
    const started = await move(ports, next, ({ status }) => (status === 'requested' ? { action: 'start' } : null));
    if (!started.ok) return started;
    if (started.value === null) return ok('unchanged');
    const result = await workOut(ports, started.value, next.part);
    const noted = await move(ports, next, () => ({ action: 'note-part', result }));
    if (!noted.ok) return noted;
    return ok(noted.value === null ? 'unchanged' : result);
  };

/** Ends a round whose part was tried too often: the coordinator sees that it failed, and starts another. */
export const failRound =
  (ports: RoundPorts) =>
  async (next: NextPart, tries: number): Promise<Result<'failed' | 'unchanged'>> => {
    const reason = `The part "${next.part}" was tried ${tries} times and did not come to an end. Nothing was proposed; please start another round, or one of fewer disciplines.`;
    const failed = await move(ports, next, () => ({ action: 'fail', reason }));
    if (!failed.ok) return failed;
    return ok(failed.value === null ? 'unchanged' : 'failed');
  };
