import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startDynamoDb } from '../../local/dynamodb/dynamodb.ts';
import { synthesize } from '../../local/synthesize.ts';
import { startBrowser } from '../../local/chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the DynamoDB of this run of tests answers; every test file makes its own table in it. */
    dynamoDbEndpoint: string;
    /** A directory for whatever test files write; it goes when the run is done. */
    scratch: string;
    /** The synthesized service; only in runs that have test files of the whole service. */
    assembly: string;
    /** Where the browser of this run listens; only in runs that have test files of pages. */
    browser: string;
  }
}

const runsAny = ({ vitest }: TestProject, folders: RegExp): boolean =>
  vitest.state.getPaths().some((path) => folders.test(path));

/**
 * What all test files of a run share, because it takes seconds: one DynamoDB, and the synthesized service and a browser
 * where they are needed. Returns how to stop it.
 */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  await using started = new AsyncDisposableStack();
  const scratch = mkdtempSync(join(tmpdir(), 'tests-'));
  started.defer(() => {
    rmSync(scratch, { recursive: true, force: true });
  });
  project.provide('scratch', scratch);
  const dynamoDb = await startDynamoDb();
  started.defer(dynamoDb.stop);
  project.provide('dynamoDbEndpoint', dynamoDb.endpoint);
  if (runsAny(project, /\/tests\/(e2e|faults|journeys)\//)) project.provide('assembly', await synthesize());
  if (runsAny(project, /\/tests\/(pages\/|journeys\/|e2e\/scanners)/)) {
    const browser = await startBrowser();
    started.defer(browser.stop);
    project.provide('browser', browser.endpoint);
  }
  // From here on it is the caller who stops them.
  const running = started.move();
  return async () => running.disposeAsync();
};
