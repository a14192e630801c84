import * as z from 'zod';
import type { IdempotencyRecord, StoredAnswer, Write } from '../usecases/ports.ts';
import type { Readable } from './item.ts';
import { idempotencyKey } from './keys.ts';
import { get, type Table } from './read.ts';
import { expiryAttribute, kindAttribute } from './table.ts';
import { write } from './write.ts';

const hoursKept = 48;
const kind = 'idempotency';

const stored: Readable<StoredAnswer & { readonly expiresAt: number }> = {
  kind,
  schema: z
    .object({ bodyHash: z.string(), answer: z.unknown(), [expiryAttribute]: z.int() })
    .transform(({ bodyHash, answer, [expiryAttribute]: expiresAt }) => ({ bodyHash, answer, expiresAt })),
};

const epochSeconds = ({ clock }: Table): number => Math.floor(clock.now().getTime() / 1000);

/** Keeps the answer of a call, unless one is kept already. DynamoDB removes old ones late, so time counts here too. */
export const storeAnswer = (
  table: Table,
  { key, bodyHash, answer }: IdempotencyRecord & { readonly answer: unknown },
): Write =>
  write('duplicate', {
    Put: {
      TableName: table.tableName,
      Item: {
        ...idempotencyKey(key),
        [kindAttribute]: kind,
        [expiryAttribute]: epochSeconds(table) + hoursKept * 3600,
        bodyHash,
        answer: answer ?? null,
      },
      ConditionExpression: 'attribute_not_exists(pk) OR #expiry <= :now',
      ExpressionAttributeNames: { '#expiry': expiryAttribute },
      ExpressionAttributeValues: { ':now': epochSeconds(table) },
    },
  });

export const storedAnswer = async (table: Table, key: string): Promise<StoredAnswer | null> => {
  const found = await get(table, stored, idempotencyKey(key));
  return found === null || found.expiresAt <= epochSeconds(table)
    ? null
    : { bodyHash: found.bodyHash, answer: found.answer };
};
