import type * as contract from '../contracts/rounds.ts';
import { disciplines } from '../domain/discipline.ts';
import { record } from '../domain/machine.ts';
import { ok, refuse } from '../domain/result.ts';
import { partsOfRound, type Round } from '../domain/round.ts';
import { decideRound } from '../domain/round-lifecycle.ts';
import { staleness } from './as-seen.ts';
import { unwritten } from './changes.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Ports } from './ports.ts';
import type { UseCase } from './use-case.ts';
import { roundEntry, roundLineView } from './views/round.ts';

type Reading = Pick<Ports, 'store'>;
type Deciding = Pick<Ports, 'store' | 'clock'>;

const receiptOf = ({ id, status, version }: Round) => ({ roundId: id, status, version });

/** Asks for a round. The table's stream has its parts worked out, one after another. */
export const startRound =
  ({ store, clock, ids }: Deciding & Pick<Ports, 'ids'>): UseCase<typeof contract.startRound> =>
  async ({ disciplines: chosen }, call) =>
    perform(store, call, async () => {
      const decider = deciderOf(clock, call.actor);
      const [first = null] = partsOfRound(chosen);
      const { next: round, audit } = record(
        null,
        {
          ...unwritten,
          status: 'requested' as const,
          id: ids.round(),
          disciplines: disciplines.filter((discipline) => chosen.includes(discipline)),
          requestedAt: decider.now,
          requestedBy: call.actor.id,
          results: [],
          next: first,
        },
        'request',
        decider,
      );
      return ok({ writes: [store.rounds.create(round), store.audit.append(audit)], answer: receiptOf(round) });
    });

export const listRounds =
  ({ store }: Reading): UseCase<typeof contract.listRounds> =>
  async ({ cursor = null, limit }) => {
    const page = await store.rounds.latest(cursor, limit);
    return page.ok ? ok({ items: page.value.items.map(roundEntry), cursor: page.value.cursor }) : page;
  };

export const readRound =
  ({ store }: Reading): UseCase<typeof contract.readRound> =>
  async ({ roundId }) => {
    const [round, audit] = await Promise.all([store.rounds.get(roundId), store.audit.of(roundId)]);
    return round === null ? refuse('not-found') : ok({ ...roundEntry(round), audit: [...audit] });
  };

/** The diff of one part: what the round proposes for each request, and what became of it. */
export const readRoundLines =
  ({ store }: Reading): UseCase<typeof contract.readRoundLines> =>
  async ({ roundId, part, outcome, cursor = null, limit }) => {
    const round = await store.rounds.get(roundId);
    if (round === null) return refuse('not-found');
    if (!partsOfRound(round.disciplines).includes(part))
      return refuse('invalid-input', { field: 'part', detail: 'The round has no such part.' });
    const result = round.results.find((done) => done.part === part);
    if (result === undefined) return ok({ items: [], cursor: null });
    const page = await store.rounds.lines(result.digest, outcome, cursor, limit);
    if (!page.ok) return page;
    const { items: lines, cursor: next } = page.value;
    const outcomes =
      outcome === 'placed'
        ? await store.rounds.outcomesOf(
            roundId,
            lines.map(({ id }) => id),
          )
        : [];
    const decided = new Map(outcomes.map((line) => [line.lineId, line]));
    return ok({ items: lines.map((line) => roundLineView(line, decided.get(line.id) ?? null)), cursor: next });
  };

/** Nothing of the round can be approved any more; what was approved stays so. */
export const discardRound =
  ({ store, clock }: Deciding): UseCase<typeof contract.discardRound> =>
  async ({ roundId, version, reason }, call) =>
    perform(store, call, async () => {
      const round = await store.rounds.get(roundId);
      if (round === null) return refuse('not-found');
      const stale = await staleness(store.audit, round, version);
      if (stale !== null) return stale;
      const decided = decideRound(round, { action: 'discard', reason }, deciderOf(clock, call.actor));
      if (!decided.ok) return decided;
      const { next, audit } = decided.value;
      return ok({ writes: [store.rounds.update(round, next), store.audit.append(audit)], answer: receiptOf(next) });
    });
