import type { RefusalCode } from '../domain/refusal.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import type { Call, UnitOfWork, Write } from './ports.ts';

/** What a use-case decided on what it read: the writes that make it so, and what the caller is told once they are made. */
export interface Decided<T> {
  readonly writes: readonly Write[];
  readonly answer: T;
}

/** Somebody else was faster: deciding anew on what is there now either works or says precisely why not. */
const lostRaces: ReadonlySet<RefusalCode> = new Set([
  'stale-version',
  'seat-taken',
  'contact-budget',
  'duplicate',
  'limit-reached',
]);

/** A race lost this often in a row is contention, and the caller had better come back. */
const attempts = 5;

/**
 * Decides and commits, once: every change of the service goes through here. All writes of a decision are one
 * transaction, and where the caller named an `Idempotency-Key` the answer is stored by that transaction too, so that a
 * repeat is given the same answer and nothing is done again: that transaction cannot be written twice, so that an earlier
 * answer is looked for only where it is not written. `decide` must read afresh whenever it is called.
 */
export const perform = async <T>(
  store: UnitOfWork,
  { idempotency }: Pick<Call, 'idempotency'>,
  decide: () => Promise<Result<Decided<T>>>,
): Promise<Result<T>> => {
  /** The answer that a repeat of an earlier call gets; null for a call that is not a repeat. */
  const repeated = async (): Promise<Result<T> | null> => {
    const stored = idempotency === undefined ? null : await store.answerTo(idempotency.key);
    if (stored === null) return null;
    if (stored.bodyHash !== idempotency?.bodyHash) return refuse('idempotency-mismatch');
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this very use-case: its key names the route
    return ok(stored.answer as T);
  };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const decided = await decide();
    // A refusal, or that there is nothing to do, may be the work of the same call before: then it is given its answer.
    if (!decided.ok) return (await repeated()) ?? decided;
    const { writes, answer } = decided.value;
    if (writes.length === 0) return (await repeated()) ?? ok(answer);
    const committed = await store.commit(writes, idempotency && { ...idempotency, answer });
    if (committed.ok) return ok(answer);
    const repeat = await repeated();
    if (repeat !== null) return repeat;
    if (!lostRaces.has(committed.refusal.code)) return committed;
  }
  return refuse('busy');
};
