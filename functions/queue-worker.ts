import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type * as z from 'zod';
import type { Result } from '../shared/domain/result.ts';
import { errorFields, type Log } from '../shared/observability/log.ts';

interface Worker<Message> {
  readonly message: z.ZodType<Message>;
  readonly work: (message: Message) => Promise<Result<unknown>>;
  readonly log: Log;
}

/**
 * Works off a queue's messages one by one. A message that fails, or whose work is refused, is named in the answer and
 * comes again, at last to the dead letters; it takes no other one of its batch with it.
 */
export const queueWorker =
  <Message>({ message: schema, work, log }: Worker<Message>) =>
  async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const failed: SQSBatchResponse['batchItemFailures'] = [];
    for (const { messageId, body } of event.Records) {
      try {
        const message = schema.parse(JSON.parse(body));
        const done = await work(message);
        if (done.ok) log.info('message worked off', { messageId, about: message, outcome: done.value });
        else log.error('message refused', { messageId, about: message, refusal: done.refusal });
        if (!done.ok) failed.push({ itemIdentifier: messageId });
      } catch (error) {
        log.error('message failed', { messageId, ...errorFields(error) });
        failed.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures: failed };
  };
