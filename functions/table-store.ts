import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { quarantine } from '../shared/observability/logger.ts';
import { createStore } from '../shared/store/store.ts';
import type { Clock, Store } from '../shared/usecases/ports.ts';

const nobodyPages = (): Promise<never> => Promise.reject(new Error('This function reads no list page by page.'));

/** The store of a function that works by itself: nobody brings it a cursor, so it needs no key to sign one with. */
export const tableStore = (env: { readonly TABLE_NAME: string }, clock: Clock): Store =>
  createStore({
    client: new DynamoDBClient(),
    tableName: env.TABLE_NAME,
    clock,
    quarantine,
    cursorKey: nobodyPages,
  });
