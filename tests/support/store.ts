import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createStore } from '../../shared/store/store.ts';
import type { Store } from '../../shared/usecases/ports.ts';
import { now } from './builders.ts';
import { createTable } from './create-table.ts';
import { dynamoDbClient } from './dynamodb.ts';

/** A store on a table of its own, with what a test needs to look behind it. */
export interface TestStore {
  readonly store: Store;
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** Reads and writes items past the store, as an older, newer or broken version of it would. */
  readonly items: DynamoDBDocumentClient;
  /** What was set aside as unreadable, `item: issue`. */
  readonly quarantined: string[];
  /** The store's clock: where the builders' world stands, until a test moves it. */
  readonly clock: { time: string };
}

interface TestStoreOptions {
  readonly client?: DynamoDBClient;
  /** The table of another test store; without it a new one. */
  readonly tableName?: string;
}

export const aStore = async ({ client = dynamoDbClient(), ...given }: TestStoreOptions = {}): Promise<TestStore> => {
  const tableName = given.tableName ?? (await createTable(client));
  const quarantined: string[] = [];
  const clock = { time: now };
  const store = createStore({
    client,
    tableName,
    cursorKey: () => Promise.resolve('a key of these tests'),
    clock: { now: () => new Date(clock.time) },
    quarantine: (item, issue) => quarantined.push(`${item}: ${issue}`),
  });
  return { store, client, tableName, items: DynamoDBDocumentClient.from(client), quarantined, clock };
};
