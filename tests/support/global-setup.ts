import type { TestProject } from 'vitest/node';
import { startDynamoDb } from '../../local/dynamodb/dynamodb.ts';
import { synthesize } from '../../local/synthesize.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the DynamoDB of this run of tests answers; every test file makes its own table in it. */
    dynamoDbEndpoint: string;
    /** The synthesized service; only in runs that have test files of the whole service. */
    assembly: string;
  }
}

const runsService = ({ vitest }: TestProject): boolean =>
  vitest.state.getPaths().some((path) => /\/tests\/(e2e|faults)\//.test(path));

/**
 * What all test files of a run share, because it takes seconds: one DynamoDB, and the synthesized service where it is
 * needed. Returns how to stop it.
 */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const { endpoint, stop } = await startDynamoDb();
  project.provide('dynamoDbEndpoint', endpoint);
  try {
    if (runsService(project)) project.provide('assembly', await synthesize());
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
};
