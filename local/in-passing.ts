import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud, type Cloud } from './cloud.ts';
import { startDynamoDb } from './dynamodb/dynamodb.ts';
import { synthesize } from './synthesize.ts';

/** A laptop cloud of which nothing is kept: its table lives in memory, and everything else in a folder that goes. */
export const inPassing = async (given: string | undefined, play: (cloud: Cloud) => Promise<void>): Promise<void> => {
  await using started = new AsyncDisposableStack();
  const directory = mkdtempSync(join(tmpdir(), 'clinical-site-match-'));
  started.defer(() => {
    rmSync(directory, { recursive: true, force: true });
  });
  const assembly = given ?? (await synthesize());
  const dynamoDb = await startDynamoDb();
  started.defer(dynamoDb.stop);
  const cloud = await startCloud({ directory, assembly, dynamoDb: dynamoDb.endpoint });
  started.defer(cloud.stop);
  await play(cloud);
};
