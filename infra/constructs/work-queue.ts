import { Duration, Validations } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { mostReceipts } from '../../functions/queue-worker.ts';
import { raiseAlarm } from './alarms.ts';
import type { ServiceFunction } from './service-function.ts';

/** Where work ends up that failed for good: kept for two weeks, and somebody is told. */
export class DeadLetters extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { impact }: { readonly impact: string }) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    Validations.of(this.queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is itself where the failures of a queue, a stream or a rule end up.',
    });
    raiseAlarm(this, 'Alarm', {
      metric: this.queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }),
      above: 0,
      impact,
    });
  }
}

export interface WorkQueueProps {
  /** Seconds that its worker may take. */
  readonly workerTimeout: number;
  /** How many of its worker's times a message that was handed out is hidden from others; six where nothing is said. */
  readonly hiddenFor?: number;
  /** What it means that a message could not be worked off. */
  readonly impact: string;
}

/** A queue of small messages (ids only) between two functions. */
export class WorkQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { workerTimeout, hiddenFor = 6, impact }: WorkQueueProps) {
    super(scope, id);
    const deadLetters = new DeadLetters(this, 'DeadLetters', { impact });
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // Six times the worker's time, as Lambda advises: throttled calls come back before the message is seen again.
      visibilityTimeout: Duration.seconds(Math.round(hiddenFor * workerTimeout)),
      deadLetterQueue: { queue: deadLetters.queue, maxReceiveCount: mostReceipts },
    });
  }

  /** Gives the messages to a worker, a few at a time; it names those that failed and the others are done. */
  feeds(worker: ServiceFunction, { atOnce, batch = 5 }: { readonly atOnce: number; readonly batch?: number }): void {
    worker.lambda.addEventSource(
      new SqsEventSource(this.queue, { batchSize: batch, reportBatchItemFailures: true, maxConcurrency: atOnce }),
    );
  }
}
