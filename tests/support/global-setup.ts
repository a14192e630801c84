import type { TestProject } from 'vitest/node';
import { startDynamoDb } from '../../local/dynamodb/dynamodb.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the DynamoDB of this run of tests answers; every test file makes its own table in it. */
    dynamoDbEndpoint: string;
  }
}

/** One DynamoDB for all test files of a run: it takes seconds to start. Returns how to stop it. */
export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const { endpoint, stop } = await startDynamoDb();
  provide('dynamoDbEndpoint', endpoint);
  return stop;
};
