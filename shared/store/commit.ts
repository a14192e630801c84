import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBServiceException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { ok, refuse, type Result } from '../domain/result.ts';
import type { UnitOfWork, Write } from '../usecases/ports.ts';
import { withEntries } from './audit-log.ts';
import { storeAnswer, storedAnswer } from './idempotency.ts';
import type { Table } from './read.ts';
import type { TransactItem } from './write.ts';

/** With the pauses, some four seconds at worst: people who act on one item at a time get their turn. */
const attempts = 9;
/** Each of these is three tries of the SDK's, which may take as long as its time-outs do. */
const attemptsWithoutAnswer = 3;
const firstPause = 25;
const longestPause = 1000;

/** Full jitter: those who collided once should not collide again. */
const pauseAfter = (attempt: number): number => Math.random() * Math.min(longestPause, firstPause * 2 ** attempt);

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

const reasonsOf = (error: unknown): readonly string[] =>
  error instanceof TransactionCanceledException
    ? (error.CancellationReasons ?? []).map(({ Code: code = 'None' }) => code)
    : [];

const willPass = (error: unknown): boolean =>
  saysNo(error) && [error.name, ...reasonsOf(error)].some((reason) => passing.has(reason));

/** Writes all or nothing: null, or the place of the first item whose condition failed, or `busy`. */
const writeAll = async ({ documents }: Table, items: readonly TransactItem[]): Promise<number | 'busy' | null> => {
  const { command, isDoubtful } = transaction(items);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await documents.send(command);
      return null;
    } catch (error) {
      const failed = reasonsOf(error).indexOf('ConditionalCheckFailed');
      if (failed !== -1) return failed;
      const unanswered = isDoubtful() && !saysNo(error);
      if ((willPass(error) && attempt < attempts) || (unanswered && attempt < attemptsWithoutAnswer)) {
        await sleep(pauseAfter(attempt));
        continue;
      }
      // "Busy" says that nothing was written: when an answer was lost, nobody can say that.
      if (willPass(error) && !isDoubtful()) return 'busy';
      throw error;
    }
  }
};

/** What a write asks of DynamoDB; more than one where something is kept in several items. */
const itemsOf = ({ item }: Write): readonly TransactItem[] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every write comes from a repository of this store
  [item as TransactItem | readonly TransactItem[]].flat();

export const unitOfWork = (table: Table): UnitOfWork => ({
  answerTo: (key) => storedAnswer(table, key),

  commit: async (writes, idempotency): Promise<Result<void>> => {
    // The answer stands first: when it was stored before, the other conditions fail because of that.
    const changes = withEntries(table, writes);
    const all = (idempotency === undefined ? changes : [storeAnswer(table, idempotency), ...changes]).flatMap((write) =>
      itemsOf(write).map((item) => ({ refusal: write.refusal, item })),
    );
    const refused = await writeAll(
      table,
      all.map(({ item }) => item),
    );
    if (refused === null) return ok(undefined);
    if (refused === 'busy') return refuse('busy');
    if (idempotency !== undefined && refused === 0) return refuse('duplicate', { field: 'Idempotency-Key' });
    return refuse(all[refused]?.refusal ?? 'busy');
  },
});
