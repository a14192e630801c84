import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { errorFields, type Log } from '../shared/observability/log.ts';

/** Puts messages into a queue; gives back those that it did not take. A message may get in twice: workers bear that. */
export type SendMessages = (bodies: readonly string[]) => Promise<readonly string[]>;

/** SQS takes ten messages a call. */
const messagesACall = 10;

const chunksOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

export const sendMessages = (client: SQSClient, queueUrl: string, log: Log): SendMessages => {
  const sendChunk = async (bodies: readonly string[]): Promise<readonly string[]> => {
    const command = new SendMessageBatchCommand({
      QueueUrl: queueUrl,
      Entries: bodies.map((body, index) => ({ Id: String(index), MessageBody: body })),
    });
    try {
      const { Failed: failed = [] } = await client.send(command);
      for (const { Code: code } of failed) log.error('message not queued', { code });
      const failedIds = new Set(failed.map(({ Id: id }) => id));
      return bodies.filter((_, index) => failedIds.has(String(index)));
    } catch (error) {
      log.error('messages not queued', { count: bodies.length, ...errorFields(error) });
      return bodies;
    }
  };
  return async (bodies) => (await Promise.all(chunksOf(bodies, messagesACall).map(sendChunk))).flat();
};
