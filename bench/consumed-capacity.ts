import { isDeepStrictEqual } from 'node:util';
import { type ConsumedCapacity, type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { indexes, kindAttribute, primaryKey } from '../shared/store/table.ts';
import { itemBytes, type RawItem } from './item-size.ts';

/**
 * What calls of a store cost. Reads are what DynamoDB reports. Writes are counted twice: as reported, and as the cloud
 * bills them by the sizes of the items, because DynamoDB Local leaves out parts of what the cloud counts.
 *
 * The rules are those of the Amazon DynamoDB Developer Guide: a unit is begun with every kB of the larger of an item
 * before and after ("Capacity unit consumption for write operations"); a transaction makes two underlying writes of
 * every item, one to prepare and one to commit ("Capacity management for transactions"); an index is written when what
 * it holds of an item changed, once to delete and once to put where a key of its own changed ("Global secondary
 * indexes", "Write capacity units"), and it is written asynchronously, so by no transaction. The guide does not say
 * what a condition check in a transaction counts as: here it is a write, the dearer way.
 */
export interface Cost {
  readonly reads: number;
  readonly reportedWrites: number;
  readonly writes: number;
  /** The same by what an item is, its entries in indexes included. */
  readonly byKind: ReadonlyMap<string, number>;
  readonly calls: number;
}

export const noCost: Cost = { reads: 0, reportedWrites: 0, writes: 0, byKind: new Map(), calls: 0 };

const sumOf = (counts: readonly (readonly [kind: string, units: number])[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const [kind, units] of counts) sums.set(kind, (sums.get(kind) ?? 0) + units);
  return sums;
};

export const added = (a: Cost, b: Cost): Cost => ({
  reads: a.reads + b.reads,
  reportedWrites: a.reportedWrites + b.reportedWrites,
  writes: a.writes + b.writes,
  byKind: sumOf([...a.byKind, ...b.byKind]),
  calls: a.calls + b.calls,
});

/** A unit of writing is begun with every kB. */
const writeUnits = (bytes: number): number => Math.ceil(bytes / 1024);
/** To prepare and to commit. */
const transactional = 2;

const nameOf = (partition: unknown, sort: unknown): string => JSON.stringify([partition, sort]);

type Image = ReadonlyMap<string, RawItem>;

/** Every item of the table. */
const imageOf = async (client: DynamoDBClient, tableName: string): Promise<Image> => {
  const found = new Map<string, RawItem>();
  for await (const { Items: items = [] } of paginateScan({ client }, { TableName: tableName, ConsistentRead: true }))
    for (const item of items) found.set(nameOf(item[primaryKey.partition]?.S, item[primaryKey.sort]?.S), item);
  return found;
};

type Index = (typeof indexes)[keyof typeof indexes];

/** What an index holds of an item; undefined while it is not in the index. */
const projected = (item: RawItem | undefined, { partition, sort }: Index): RawItem | undefined => {
  if (item?.[partition] === undefined || item[sort] === undefined) return undefined;
  const keys = new Set<string>([primaryKey.partition, primaryKey.sort, partition, sort]);
  return Object.fromEntries(Object.entries(item).filter(([name]) => keys.has(name)));
};

const unitsOf = (entry: RawItem | undefined): number => (entry === undefined ? 0 : writeUnits(itemBytes(entry)));

/**
 * An entry that moves in an index is deleted and written anew; one that stays where it is is not written, as it holds
 * nothing but keys.
 */
const indexUnits = (before: RawItem | undefined, after: RawItem | undefined): number =>
  Object.values(indexes).reduce((sum, index) => {
    const [was, is] = [projected(before, index), projected(after, index)];
    return isDeepStrictEqual(was, is) ? sum : sum + unitsOf(was) + unitsOf(is);
  }, 0);

const kindOf = (item: RawItem | undefined): string => item?.[kindAttribute]?.S ?? 'other';

/** What one write is billed at: the larger of the item before and after it, and what follows in the indexes. */
const billed = (key: string, before: Image, after: Image, factor: number): number => {
  const [was, is] = [before.get(key), after.get(key)];
  const bytes = Math.max(was === undefined ? 0 : itemBytes(was), is === undefined ? 0 : itemBytes(is));
  return factor * Math.max(1, writeUnits(bytes)) + indexUnits(was, is);
};

type Keys = Readonly<Record<string, unknown>>;

/** What the document client's commands that write are given. */
interface WriteInput extends Partial<Pick<TransactWriteCommandInput, 'TransactItems'>> {
  readonly Key?: Keys;
  readonly Item?: Keys;
}

const keysOf = ({ TransactItems: items, Key: key, Item: item = {} }: WriteInput): string[] => {
  const keys: Keys[] = items?.map(
    ({ Put: put, Update: update, Delete: remove, ConditionCheck: check }) =>
      put?.Item ?? update?.Key ?? remove?.Key ?? check?.Key ?? {},
  ) ?? [key ?? item];
  return keys.map((each) => nameOf(each[primaryKey.partition], each[primaryKey.sort]));
};

const unitsIn = (consumed: ConsumedCapacity | ConsumedCapacity[] | undefined): number =>
  [consumed ?? []].flat().reduce((sum, { CapacityUnits: units = 0 }) => sum + units, 0);

/**
 * Counts what a client's calls cost, call by call and one at a time while it writes: the table is looked at before and
 * after every write, by `observer`, whose calls do not count.
 */
export const meter = (client: DynamoDBClient, observer: DynamoDBClient, tableName: string) => {
  let cost = noCost;
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        Object.assign(args.input, { ReturnConsumedCapacity: 'INDEXES' });
        const isWrite = /^(TransactWrite|Update|Put|Delete)/.test(commandName);
        const before = isWrite ? await imageOf(observer, tableName) : new Map<string, RawItem>();
        const done = await next(args);
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every command that reads or writes has it
        const { ConsumedCapacity: consumed } = done.output as { ConsumedCapacity?: ConsumedCapacity };
        const units = unitsIn(consumed);
        if (isWrite) {
          const after = await imageOf(observer, tableName);
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one of the commands that write
          const input = args.input as WriteInput;
          const factor = input.TransactItems === undefined ? 1 : transactional;
          const byKind = keysOf(input).map(
            (key) => [kindOf(after.get(key) ?? before.get(key)), billed(key, before, after, factor)] as const,
          );
          const writes = byKind.reduce((sum, [, exact]) => sum + exact, 0);
          cost = added(cost, { reads: 0, reportedWrites: units, writes, byKind: sumOf(byKind), calls: 1 });
        } else cost = added(cost, { ...noCost, reads: units, calls: 1 });
        return done;
      },
    { step: 'initialize', name: 'meter' },
  );
  return {
    /** What it cost since this was last asked. */
    take: (): Cost => {
      const taken = cost;
      cost = noCost;
      return taken;
    },
  };
};
