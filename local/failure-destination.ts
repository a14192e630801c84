import { randomUUID } from 'node:crypto';
import type { Gateway } from './gateway.ts';
import { queueName } from './resource-types.ts';

export interface GivenUp {
  /** The function that failed; the message is sent in its name. */
  readonly caller: string;
  /** ARN of a queue. */
  readonly destination: string;
  readonly condition: 'RetriesExhausted' | 'RetryAttemptsExhausted';
  readonly tries: number;
  readonly at: Date;
  /** What was given up: a payload, or where the records lie in their stream. */
  readonly about: object;
}

/** Tells the on-failure destination, as Lambda does, that something was given up. */
export const tellDestination = async (gateway: Gateway, givenUp: GivenUp): Promise<void> => {
  const { caller, destination, condition, tries, at, about } = givenUp;
  const message = {
    version: '1.0',
    timestamp: at.toISOString(),
    requestContext: { requestId: randomUUID(), functionArn: caller, condition, approximateInvokeCount: tries },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    ...about,
  };
  const input = { QueueUrl: queueName(destination), MessageBody: JSON.stringify(message) };
  await gateway.call({ caller, service: 'sqs', action: 'SendMessage', input });
};
