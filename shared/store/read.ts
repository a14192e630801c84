import { setTimeout as sleep } from 'node:timers/promises';
import { BatchGetCommand, GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Clock } from '../usecases/ports.ts';
import type { CursorKey } from './cursor.ts';
import { parseItem, UnreadableItemError, type Item, type Quarantine, type Readable } from './item.ts';
import { nameOf, partsOf, type Key } from './keys.ts';

/** The table and what it is read with. */
export interface Table {
  readonly documents: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly quarantine: Quarantine;
  /** For a function that only shows things: half the price, and perhaps a moment behind what was just written. */
  readonly relaxed?: boolean;
  readonly cursorKey: CursorKey;
  readonly clock: Clock;
}

/** What whole items are read with. */
export type Source = Pick<Table, 'documents' | 'tableName' | 'quarantine' | 'relaxed'>;

export const nameIn = ({ pk, sk }: Item): string => nameOf({ pk: String(pk), sk: String(sk) });

/** Reads of the table itself see every write before them; those of an index may be a moment behind. */
const getItem = async ({ documents, tableName, relaxed = false }: Source, key: Key): Promise<Item | null> => {
  const { Item: item } = await documents.send(
    new GetCommand({ TableName: tableName, Key: key, ConsistentRead: !relaxed }),
  );
  return item ?? null;
};

export const parsedOrThrow = <T>({ quarantine }: Source, readable: Readable<T>, item: Item): T => {
  const value = parseItem(quarantine, readable, item);
  if (value === null) throw new UnreadableItemError(`The item ${nameIn(item)} cannot be read as ${readable.kind}.`);
  return value;
};

export const get = async <T>(table: Source, readable: Readable<T>, key: Key): Promise<T | null> => {
  const item = await getItem(table, key);
  return item && parsedOrThrow(table, readable, item);
};

/** DynamoDB's own limit of a batch. */
const keysABatch = 100;
const attempts = 8;
const firstPause = 50;

const getBatch = async (
  { documents, tableName, relaxed = false }: Source,
  batch: readonly Key[],
): Promise<readonly Item[]> => {
  const found: Item[] = [];
  let left: Item[] = [...batch];
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { Responses: responses = {}, UnprocessedKeys: unprocessed = {} } = await documents.send(
      new BatchGetCommand({ RequestItems: { [tableName]: { Keys: left, ConsistentRead: !relaxed } } }),
    );
    found.push(...(responses[tableName] ?? []));
    left = unprocessed[tableName]?.Keys ?? [];
    if (left.length === 0) return found;
    await sleep(Math.random() * firstPause * 2 ** attempt);
  }
  throw new Error(`DynamoDB left ${left.length} items of a batch unread, ${attempts} times.`);
};

/** Those of the items that are there, whole and in the order of the keys, which must differ from each other. */
export const getWhole = async (table: Source, keys: readonly Key[]): Promise<readonly Item[]> => {
  const parts = keys.map(partsOf);
  const all = parts.flat();
  const found = new Map<string, Item>();
  for (let start = 0; start < all.length; start += keysABatch)
    for (const item of await getBatch(table, all.slice(start, start + keysABatch))) found.set(nameIn(item), item);
  return parts.flatMap(([key, apart]) => {
    const item = found.get(nameOf(key));
    if (item === undefined) return [];
    return [apart === undefined ? item : { ...found.get(nameOf(apart)), ...item }];
  });
};

/** Those of the items that are there and can be read, in no order; the keys must differ from each other. */
export const getMany = async <T>(table: Source, readable: Readable<T>, keys: readonly Key[]): Promise<readonly T[]> =>
  (await getWhole(table, keys)).flatMap((item) => parseItem(table.quarantine, readable, item) ?? []);
