import * as z from 'zod';
import type { FormCounts } from '../usecases/ports.ts';
import type { Readable } from './item.ts';
import { formCountKey } from './keys.ts';
import { get, type Table } from './read.ts';
import { expiryAttribute, kindAttribute } from './table.ts';
import { write } from './write.ts';

const kind = 'form-count';

const counted: Readable<number> = {
  kind,
  schema: z.object({ forms: z.int() }).transform(({ forms }) => forms),
};

/**
 * How many forms came from somewhere in a time. The count is raised by the transaction that does what the form asks
 * for: it is exact however many come at once, and a try repeated after a lost answer counts once, as it acts once.
 */
export const formCounts = (table: Table): FormCounts => ({
  // Half the price: a count that is a moment old lets through what the write then refuses.
  of: async ({ source, window }) =>
    (await get({ ...table, relaxed: true }, counted, formCountKey(source, window))) ?? 0,

  count: ({ source, window, ends, most }) =>
    write('limit-reached', {
      Update: {
        TableName: table.tableName,
        Key: formCountKey(source, window),
        UpdateExpression: 'SET #kind = :kind, #expiry = :expiry ADD #forms :one',
        ConditionExpression: 'attribute_not_exists(#forms) OR #forms < :most',
        ExpressionAttributeNames: { '#kind': kindAttribute, '#expiry': expiryAttribute, '#forms': 'forms' },
        ExpressionAttributeValues: {
          ':kind': kind,
          ':expiry': Math.ceil(Date.parse(ends) / 1000),
          ':one': 1,
          ':most': most,
        },
      },
    }),
});
