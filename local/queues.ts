import { mkdirSync } from 'node:fs';
import { buildApp } from 'fauxqs';
import * as z from 'zod';
// fauxqs keeps its persistence private, and its own start listens on every interface: hence these two by path.
import { PersistenceManager } from '../node_modules/fauxqs/dist/persistence.js';
import { SqsStore } from '../node_modules/fauxqs/dist/sqs/sqsStore.js';
import { SnsStore } from '../node_modules/fauxqs/dist/sns/snsStore.js';
import { S3Store } from '../node_modules/fauxqs/dist/s3/s3Store.js';
import type { Service } from './gateway.ts';
import type { CloudClock } from './clock.ts';
import { arnOf, queueName, region } from './resource-types.ts';
import type { Template } from './template.ts';

export interface Queues {
  readonly service: Service;
  /** Messages that wait in a queue and can be received now. */
  readonly ready: (name: string) => number;
  readonly stop: () => Promise<void>;
}

const QueueProperties = z.looseObject({
  DelaySeconds: z.number().optional(),
  MessageRetentionPeriod: z.number().optional(),
  ReceiveMessageWaitTimeSeconds: z.number().optional(),
  VisibilityTimeout: z.number().optional(),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.number() }).optional(),
  FifoQueue: z.literal(false).optional(),
});

const attributesOf = (properties: z.infer<typeof QueueProperties>): Record<string, string> => {
  const { DelaySeconds, MessageRetentionPeriod, ReceiveMessageWaitTimeSeconds, VisibilityTimeout, RedrivePolicy } =
    properties;
  const attributes = {
    DelaySeconds,
    MessageRetentionPeriod,
    ReceiveMessageWaitTimeSeconds,
    VisibilityTimeout,
    RedrivePolicy,
  };
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) => {
      if (value === undefined) return [];
      return [[name, typeof value === 'number' ? String(value) : JSON.stringify(value)]];
    }),
  );
};

/** SQS, answered by fauxqs in this process; messages are kept on disk. */
export const startQueues = async (template: Template, clock: CloudClock, directory: string): Promise<Queues> => {
  mkdirSync(directory, { recursive: true });
  const stores = { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() };
  const { sqsStore } = stores;
  const persistence = new PersistenceManager(directory);
  // Loaded before it is attached, else loading would write what it reads.
  persistence.loadSqsAndSns(sqsStore, stores.snsStore);
  sqsStore.persistence = persistence;
  for (const queue of sqsStore.allQueues()) queue.persistence = persistence;
  const app = buildApp({ logger: false, stores });

  for (const resource of template.ofType('AWS::SQS::Queue')) {
    const attributes = attributesOf(template.read(resource, QueueProperties));
    const queue = sqsStore.getQueueByName(resource.name);
    if (queue === undefined) {
      sqsStore.createQueue(resource.name, `http://laptop/${resource.name}`, arnOf('sqs', resource.name), attributes);
    } else queue.setAttributes(attributes);
  }

  let elapsed = clock.now().getTime() - Date.now();
  clock.onAdvance(() => {
    const moved = clock.now().getTime() - Date.now();
    const step = moved - elapsed;
    elapsed = moved;
    for (const queue of sqsStore.allQueues()) {
      for (const entry of queue.inflightMessages.values()) entry.visibilityDeadline -= step;
      for (const message of queue.delayedMessages) message.delayUntil = (message.delayUntil ?? 0) - step;
      queue.processTimers();
    }
  });

  return {
    service: {
      name: 'sqs',
      needs: (call) => [
        // A batch is asked for by the name of the single action.
        {
          action: `sqs:${call.action.replace(/Batch$/u, '')}`,
          resource: arnOf('sqs', queueName(z.string().parse(call.input['QueueUrl']))),
        },
      ],
      handle: async ({ action, input }) => {
        const { statusCode, body } = await app.inject({
          method: 'POST',
          url: '/',
          headers: {
            'content-type': 'application/x-amz-json-1.0',
            'x-amz-target': `AmazonSQS.${action}`,
            authorization: `AWS4-HMAC-SHA256 Credential=laptop/20260101/${region}/sqs/aws4_request`,
          },
          payload: JSON.stringify(input),
        });
        return { status: statusCode, body };
      },
    },
    ready: (name) => {
      const queue = sqsStore.getQueueByName(name);
      queue?.processTimers();
      return queue?.messages.length ?? 0;
    },
    stop: async () => {
      sqsStore.shutdown();
      await app.close();
      persistence.close();
    },
  };
};
