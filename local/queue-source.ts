import * as z from 'zod';
import { type Mapping, type SourceParts, failuresIn, passes } from './mapping.ts';
import { FunctionFailure } from './functions.ts';
import { type Pump, startPump } from './pump.ts';
import type { Queues } from './queues.ts';
import { queueName, region } from './resource-types.ts';

/** More would not run sooner on a laptop's cores. */
const mostAtOnce = 2;

const Messages = z.object({
  Messages: z
    .array(
      z.object({
        MessageId: z.string(),
        ReceiptHandle: z.string(),
        Body: z.string(),
        MD5OfBody: z.string(),
        Attributes: z.record(z.string(), z.string()),
        MessageAttributes: z.record(z.string(), z.unknown()).default({}),
      }),
    )
    .default([]),
});

const jsonOr = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/**
 * Hands a queue's messages to a function and deletes those that it did not fail on. The others come back when their
 * visibility timeout is over, by the cloud's clock, until the redrive policy moves them away.
 */
export const pollQueue = (
  mapping: Mapping,
  { gateway, functions, complain }: SourceParts,
  ready: Queues['ready'],
): readonly Pump[] => {
  const { EventSourceArn: arn, FunctionName: name } = mapping;
  const caller = functions.find(name);
  const call = async (action: string, input: object): Promise<unknown> =>
    gateway.call({ caller, service: 'sqs', action, input: { QueueUrl: queueName(arn), ...input } });

  const step = async (): Promise<boolean> => {
    // An empty queue is not asked: there are many queues, and each write may have put something into one of them.
    if (ready(queueName(arn)) === 0) return false;
    const received = Messages.parse(
      await call('ReceiveMessage', {
        MaxNumberOfMessages: Math.min(mapping.BatchSize, 10),
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
    ).Messages;
    const records = received.map((message) => ({
      messageId: message.MessageId,
      receiptHandle: message.ReceiptHandle,
      body: message.Body,
      attributes: message.Attributes,
      messageAttributes: message.MessageAttributes,
      md5OfBody: message.MD5OfBody,
      eventSource: 'aws:sqs',
      eventSourceARN: arn,
      awsRegion: region,
    }));
    const wanted = records.filter((record) => passes(mapping, { ...record, body: jsonOr(record.body) }));
    let failed: ReadonlySet<string> = new Set();
    if (wanted.length > 0) {
      try {
        const answer = await functions.invoke(name, { Records: wanted });
        failed = failuresIn(
          mapping,
          answer,
          wanted.map(({ messageId }) => messageId),
        );
      } catch (error) {
        if (!(error instanceof FunctionFailure)) complain(error);
        failed = new Set(wanted.map(({ messageId }) => messageId));
      }
    }
    for (const { messageId, receiptHandle } of records) {
      if (!failed.has(messageId)) await call('DeleteMessage', { ReceiptHandle: receiptHandle });
    }
    return records.length > 0;
  };
  const pumps = Math.min(mapping.ScalingConfig?.MaximumConcurrency ?? mostAtOnce, mostAtOnce);
  return Array.from({ length: pumps }, () => startPump(step, complain));
};
