import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type * as z from 'zod';
import type { Result } from '../shared/domain/result.ts';
import { errorFields, type Log } from '../shared/observability/log.ts';

/** How often a message is handed out before it goes to the dead letters. */
export const mostReceipts = 5;

interface Worker<Message> {
  readonly message: z.ZodType<Message>;
  /** `receipts`: how often the message was handed out, this time included. */
  readonly work: (message: Message, receipts: number) => Promise<Result<unknown>>;
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
    for (const { messageId, body, attributes } of event.Records) {
      try {
        const message = schema.parse(JSON.parse(body));
        const done = await work(message, Number(attributes.ApproximateReceiveCount));
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
