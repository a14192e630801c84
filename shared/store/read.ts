import { setTimeout as sleep } from 'node:timers/promises';
import { BatchGetCommand, GetCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ok, type Result } from '../domain/result.ts';
import type { Clock, Page } from '../usecases/ports.ts';
import { openCursor, signCursor, type CursorKey } from './cursor.ts';
import { parseItem, UnreadableItemError, type Item, type Quarantine, type Readable } from './item.ts';
import { nameOf, type Key } from './keys.ts';
import { indexes, primaryKey, type IndexName } from './table.ts';

/** The table and what it is read with. */
export interface Table {
  readonly documents: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly quarantine: Quarantine;
  readonly cursorKey: CursorKey;
  readonly clock: Clock;
}

/** A stretch of one partition, of the table itself or of an index, in the order of its sort key. */
export interface Stretch {
  readonly index?: IndexName;
  readonly partition: string;
  readonly from?: string;
  readonly to?: string;
  readonly prefix?: string;
  readonly newestFirst?: boolean;
}

/** Reads of the table itself see every write before them; those of an index may be a moment behind. */
const getItem = async ({ documents, tableName }: Table, key: Key): Promise<Item | null> => {
  const { Item: item } = await documents.send(new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }));
  return item ?? null;
};

export const get = async <T>(table: Table, readable: Readable<T>, key: Key): Promise<T | null> => {
  const item = await getItem(table, key);
  if (item === null) return null;
  const value = parseItem(table.quarantine, readable, item);
  if (value === null) throw new UnreadableItemError(`The item ${nameOf(key)} cannot be read as ${readable.kind}.`);
  return value;
};

/** DynamoDB's own limit of a batch. */
const keysABatch = 100;
const attempts = 8;
const firstPause = 50;

const getBatch = async ({ documents, tableName }: Table, batch: readonly Key[]): Promise<readonly Item[]> => {
  const found: Item[] = [];
  let left: Item[] = [...batch];
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { Responses: responses = {}, UnprocessedKeys: unprocessed = {} } = await documents.send(
      new BatchGetCommand({ RequestItems: { [tableName]: { Keys: left, ConsistentRead: true } } }),
    );
    found.push(...(responses[tableName] ?? []));
    left = unprocessed[tableName]?.Keys ?? [];
    if (left.length === 0) return found;
    await sleep(Math.random() * firstPause * 2 ** attempt);
  }
  throw new Error(`DynamoDB left ${left.length} items of a batch unread, ${attempts} times.`);
};

/** Those of the items that are there and can be read, in no order; the keys must differ from each other. */
export const getMany = async <T>(table: Table, readable: Readable<T>, keys: readonly Key[]): Promise<readonly T[]> => {
  const found: T[] = [];
  for (let start = 0; start < keys.length; start += keysABatch) {
    const items = await getBatch(table, keys.slice(start, start + keysABatch));
    found.push(...items.flatMap((item) => parseItem(table.quarantine, readable, item) ?? []));
  }
  return found;
};

const condition = ({ from, to, prefix }: Stretch): string => {
  if (prefix !== undefined) return ' AND begins_with(#sort, :prefix)';
  if (from !== undefined && to !== undefined) return ' AND #sort BETWEEN :from AND :to';
  return to === undefined ? '' : ' AND #sort <= :to';
};

const queryOnce = async (
  { documents, tableName }: Table,
  stretch: Stretch,
  { limit, after }: { readonly limit?: number | undefined; readonly after?: Item | undefined },
) => {
  const { index, partition, from, to, prefix, newestFirst = false } = stretch;
  const names = index === undefined ? primaryKey : indexes[index];
  const sorted = condition(stretch);
  const { Items: items = [], LastEvaluatedKey: lastKey } = await documents.send(
    new QueryCommand({
      TableName: tableName,
      IndexName: index,
      ConsistentRead: index === undefined,
      KeyConditionExpression: `#partition = :partition${sorted}`,
      ExpressionAttributeNames: { '#partition': names.partition, ...(sorted !== '' && { '#sort': names.sort }) },
      ExpressionAttributeValues: { ':partition': partition, ':from': from, ':to': to, ':prefix': prefix },
      ScanIndexForward: !newestFirst,
      Limit: limit,
      ExclusiveStartKey: after,
    }),
  );
  return { items, lastKey };
};

/** The first `limit` of a stretch that `parse` can read, or all of them: bad items hold nothing up. */
export const collect = async <T>(
  table: Table,
  stretch: Stretch,
  parse: (item: Item) => T | null,
  limit = Infinity,
): Promise<readonly T[]> => {
  const found: T[] = [];
  let after: Item | undefined;
  do {
    const { items, lastKey } = await queryOnce(table, stretch, {
      limit: Number.isFinite(limit) ? limit : undefined,
      after,
    });
    found.push(...items.flatMap((item) => parse(item) ?? []));
    after = lastKey;
  } while (after !== undefined && found.length < limit);
  return found.slice(0, limit);
};

/** All of a stretch that holds one kind of thing. */
export const all = <T>(table: Table, readable: Readable<T>, stretch: Stretch): Promise<readonly T[]> =>
  collect(table, stretch, (item) => parseItem(table.quarantine, readable, item));

/** One page; a page with items that cannot be read is shorter, and the next one follows all the same. */
export const page = async <T>(
  table: Table,
  readable: Readable<T>,
  stretch: Stretch,
  { cursor, limit }: { readonly cursor: string | null; readonly limit: number },
): Promise<Result<Page<T>>> => {
  const list = `${stretch.index ?? 'table'} ${stretch.partition}`;
  let after: Item | undefined;
  if (cursor !== null) {
    const opened = openCursor(await table.cursorKey(), list, cursor);
    if (!opened.ok) return opened;
    after = opened.value;
  }
  const { items, lastKey } = await queryOnce(table, stretch, { limit, after });
  return ok({
    items: items.flatMap((item) => parseItem(table.quarantine, readable, item) ?? []),
    cursor: lastKey === undefined ? null : signCursor(await table.cursorKey(), list, lastKey),
  });
};
