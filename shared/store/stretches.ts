import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { ok, type Result } from '../domain/result.ts';
import type { Page } from '../usecases/ports.ts';
import { openCursor, signCursor } from './cursor.ts';
import { parseItem, type Item, type Readable } from './item.ts';
import type { Key } from './keys.ts';
import { getWhole, nameIn, parsedOrThrow, type Source, type Table } from './read.ts';
import { indexes, kindAttribute, primaryKey, type IndexName, type ItemKind } from './table.ts';

/** A stretch of one partition, of the table itself or of an index, in the order of its sort key. */
export interface Stretch {
  readonly index?: IndexName;
  readonly partition: string;
  readonly from?: string;
  readonly to?: string;
  readonly prefix?: string;
  readonly newestFirst?: boolean;
  /** Of an index: which of its entries are meant, by their places. What others point to is not read. */
  readonly where?: (place: string) => boolean;
  /** Of the table itself: half the price, and perhaps a moment behind, as an index always is. */
  readonly relaxed?: boolean;
}

/** What the entries of an index point to, in their order; what has moved on in the index meanwhile is left out. */
const itemsBehind = async (table: Source, entries: readonly Item[], { partition }: { readonly partition: string }) => {
  const places = new Map(entries.map((entry) => [nameIn(entry), entry[partition]]));
  const keys = entries.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
  return (await getWhole(table, keys)).filter((item) => item[partition] === places.get(nameIn(item)));
};

const condition = ({ from, to, prefix }: Stretch): string => {
  if (prefix !== undefined) return ' AND begins_with(#sort, :prefix)';
  if (from !== undefined && to !== undefined) return ' AND #sort BETWEEN :from AND :to';
  return to === undefined ? '' : ' AND #sort <= :to';
};

const queryOnce = async (
  table: Source,
  stretch: Stretch,
  {
    limit,
    after,
    attributes,
  }: {
    readonly limit?: number | undefined;
    readonly after?: Item | undefined;
    /** Only these, as they stand in the table or index; without it whole items. */
    readonly attributes?: string;
  },
) => {
  const { documents, tableName } = table;
  const {
    index,
    partition,
    from,
    to,
    prefix,
    newestFirst = false,
    where = () => true,
    relaxed = table.relaxed,
  } = stretch;
  const names = index === undefined ? primaryKey : indexes[index];
  const sorted = condition(stretch);
  const { Items: items = [], LastEvaluatedKey: lastKey } = await documents.send(
    new QueryCommand({
      TableName: tableName,
      IndexName: index,
      ConsistentRead: index === undefined && relaxed !== true,
      KeyConditionExpression: `#partition = :partition${sorted}`,
      ExpressionAttributeNames: { '#partition': names.partition, ...(sorted !== '' && { '#sort': names.sort }) },
      ExpressionAttributeValues: { ':partition': partition, ':from': from, ':to': to, ':prefix': prefix },
      ProjectionExpression: attributes,
      ScanIndexForward: !newestFirst,
      Limit: limit,
      ExclusiveStartKey: after,
    }),
  );
  if (index === undefined) return { items, lastKey };
  const entries = items.filter((entry) => where(String(entry[names.sort])));
  return { items: attributes === undefined ? await itemsBehind(table, entries, names) : entries, lastKey };
};

/** The first `limit` of a stretch that `parse` can read, or all of them: bad items hold nothing up. */
export const collect = async <T>(
  table: Source,
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

/** The keys of a stretch; but for an index, reading them costs as much as reading the items. */
export const keysIn = async (table: Source, stretch: Stretch): Promise<readonly Key[]> => {
  const found: Key[] = [];
  let after: Item | undefined;
  do {
    const { items, lastKey } = await queryOnce(table, stretch, { attributes: 'pk, sk', after });
    found.push(...items.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })));
    after = lastKey;
  } while (after !== undefined);
  return found;
};

/** Places in an index, the first `limit` of a stretch, without what they point to. */
export const placesIn = async (
  table: Source,
  stretch: Stretch & { readonly index: IndexName },
  limit: number,
): Promise<readonly string[]> => {
  const { sort } = indexes[stretch.index];
  const found: string[] = [];
  let after: Item | undefined;
  do {
    const { items, lastKey } = await queryOnce(table, stretch, {
      attributes: sort,
      limit: limit - found.length,
      after,
    });
    found.push(...items.map((item) => String(item[sort])));
    after = lastKey;
  } while (after !== undefined && found.length < limit);
  return found;
};

/** All of a stretch that holds one kind of thing. */
export const all = <T>(table: Source, readable: Readable<T>, stretch: Stretch): Promise<readonly T[]> =>
  collect(table, stretch, (item) => parseItem(table.quarantine, readable, item));

/** What one partition holds of several kinds. */
export const together = async (table: Source, stretch: Stretch) => {
  const items = await collect(table, stretch, (item) => item);
  const first = (kind: ItemKind): Item | undefined => items.find((item) => item[kindAttribute] === kind);
  return {
    first,
    /** In the order of their keys, those that can be read. */
    all: <T>(readable: Readable<T>): readonly T[] =>
      items
        .filter((item) => item[kindAttribute] === readable.kind)
        .flatMap((item) => parseItem(table.quarantine, readable, item) ?? []),
    /** Null: there is none. Throws for one that cannot be read. */
    one: <T>(readable: Readable<T>): T | null => {
      const item = first(readable.kind);
      return item === undefined ? null : parsedOrThrow(table, readable, item);
    },
  };
};

/** So often a page of an index looks for entries that are meant, before it ends short. */
const mostLooks = 40;

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
  const found: Item[] = [];
  let looks = 0;
  do {
    const { items, lastKey } = await queryOnce(table, stretch, { limit: limit - found.length, after });
    found.push(...items);
    after = lastKey;
    looks += 1;
  } while (stretch.where !== undefined && after !== undefined && found.length < limit && looks < mostLooks);
  return ok({
    items: found.flatMap((item) => parseItem(table.quarantine, readable, item) ?? []),
    cursor: after === undefined ? null : signCursor(await table.cursorKey(), list, after),
  });
};
