import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBServiceException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { ok, refuse, type Result } from '../domain/result.ts';
import type { UnitOfWork, Write } from '../usecases/ports.ts';
import { storeAnswer, storedAnswer } from './idempotency.ts';
import type { Table } from './read.ts';
import type { TransactItem } from './write.ts';

/** With `longestPause`, some four seconds at worst: people who act on one item at a time get their turn. */
const attempts = 9;
const firstPause = 25;
const longestPause = 1000;

/** Full jitter: those who collided once should not collide again. */
const pauseBefore = (attempt: number): number => Math.random() * Math.min(longestPause, firstPause * 2 ** attempt);

/** Somebody else's transaction was in the way, or DynamoDB asks for patience. */
const passing = new Set([
  'TransactionConflict',
  'TransactionConflictException',
  'TransactionInProgressException',
  'ThrottlingError',
  'ThrottlingException',
  'ProvisionedThroughputExceeded',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
]);

/** An answer that says that nothing was written; without one, anything may have happened. */
const saysNo = (error: unknown): error is DynamoDBServiceException =>
  error instanceof DynamoDBServiceException && error.$fault === 'client';

/** One transaction, and whether any try of it, those inside the SDK included, ended without a clear answer. */
const transaction = (items: readonly TransactItem[]) => {
  let doubtful = false;
  const command = new TransactWriteCommand({
    TransactItems: [...items],
    // The same for every try: DynamoDB writes once, and tells the tries that follow a lost answer that it has.
    ClientRequestToken: randomUUID(),
  });
  command.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        doubtful ||= !saysNo(error);
        throw error;
      }
    },
    // Closer to the wire than the SDK's own repeating.
    { step: 'finalizeRequest', priority: 'low' },
  );
  return { command, isDoubtful: () => doubtful };
};

/** The place of the first item whose condition failed; null when it is worth another try; throws for the rest. */
const refusedBy = (error: unknown, isDoubtful: boolean): number | null => {
  if (error instanceof TransactionCanceledException) {
    const codes = (error.CancellationReasons ?? []).map(({ Code: code = 'None' }) => code);
    const failed = codes.indexOf('ConditionalCheckFailed');
    if (failed !== -1) return failed;
    if (codes.some((code) => passing.has(code))) return null;
    throw error;
  }
  if (saysNo(error) ? passing.has(error.name) : isDoubtful) return null;
  throw error;
};

/** Writes all or nothing: null, or the place of the item whose condition refused it, or `busy`. */
const writeAll = async ({ documents }: Table, items: readonly TransactItem[]): Promise<number | 'busy' | null> => {
  const { command, isDoubtful } = transaction(items);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await documents.send(command);
      return null;
    } catch (error) {
      const refused = refusedBy(error, isDoubtful());
      if (refused !== null) return refused;
      // "Busy" says that nothing was written: when an answer was lost, nobody can say that.
      if (attempt === attempts && isDoubtful()) throw error;
      if (attempt === attempts) return 'busy';
      await sleep(pauseBefore(attempt));
    }
  }
};

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every write comes from a repository of this store
const itemOf = ({ item }: Write): TransactItem => item as TransactItem;

export const unitOfWork = (table: Table): UnitOfWork => ({
  answerTo: (key) => storedAnswer(table, key),

  commit: async (writes, idempotency): Promise<Result<void>> => {
    // The answer stands first: when it was stored before, the other conditions fail because of that.
    const all = idempotency === undefined ? writes : [storeAnswer(table, idempotency), ...writes];
    const refused = await writeAll(table, all.map(itemOf));
    if (refused === null) return ok(undefined);
    if (refused === 'busy') return refuse('busy');
    if (idempotency !== undefined && refused === 0) return refuse('duplicate', { field: 'Idempotency-Key' });
    return refuse(all[refused]?.refusal ?? 'busy');
  },
});
