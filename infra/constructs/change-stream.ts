import { Duration } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { MailStatus } from '../../shared/domain/mail.ts';
import type { OfferStatus } from '../../shared/domain/offer.ts';
import type { RequestStatus } from '../../shared/domain/placement-request.ts';
import type { RoundStatus } from '../../shared/domain/round.ts';
import { importedAttribute, kindAttribute, type ItemKind } from '../../shared/store/table.ts';
import { raiseAlarm } from './alarms.ts';
import type { ServiceFunction } from './service-function.ts';
import { DeadLetters } from './work-queue.ts';

const newImage = (
  kinds: readonly ItemKind[],
  statuses?: readonly (MailStatus | RequestStatus | OfferStatus | RoundStatus)[],
) => ({
  NewImage: {
    [kindAttribute]: { S: kinds },
    ...(statuses && { status: { S: statuses } }),
  },
});

const sites = newImage(['site-offer', 'intake']);
const notImported = { [importedAttribute]: { BOOL: FilterRule.notExists() } };

/** The changes that cause work. Everything else in the table stays in the table: no call is paid for it. */
const filters = [
  { eventName: ['INSERT'], dynamodb: newImage(['mail'], ['pending']) },
  { dynamodb: newImage(['request'], ['confirmed']) },
  { eventName: ['INSERT'], dynamodb: { NewImage: { ...sites.NewImage, ...notImported } } },
  { eventName: ['MODIFY'], dynamodb: sites },
  { dynamodb: newImage(['offer'], ['declined', 'lapsed', 'cancelled', 'no-show']) },
  { dynamodb: newImage(['round'], ['requested', 'running']) },
].map((filter) => FilterCriteria.filter(filter));

export interface ChangeStreamProps {
  readonly table: TableV2;
  readonly relay: ServiceFunction;
}

/** The table's stream and its one reader: a shard bears two readers at most, so the relay feeds queues for the others. */
export class ChangeStream extends Construct {
  constructor(scope: Construct, id: string, { table, relay }: ChangeStreamProps) {
    super(scope, id);
    const streamArn = table.tableStreamArn;
    if (streamArn === undefined) throw new Error('The table has no stream.');
    const deadLetters = new DeadLetters(this, 'DeadLetters', {
      impact:
        'changes were not passed on: mails go out late (the sweeper queues them again), new requests and freed seats wait. The message names the shard and sequence numbers.',
    });

    // Written out because the library's own grant would add ListStreams on every stream of the account.
    relay.lambda.addToRolePolicy(
      new PolicyStatement({
        actions: [
          'dynamodb:DescribeStream',
          'dynamodb:GetRecords',
          'dynamodb:GetShardIterator',
          'dynamodb:ListStreams',
        ],
        resources: [streamArn],
      }),
    );
    new EventSourceMapping(this, 'Mapping', {
      target: relay.lambda,
      eventSourceArn: streamArn,
      // From the oldest record on: what is written while the service is deployed is not missed.
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      filters,
      reportBatchItemFailures: true,
      // A record that always fails is cut out and set aside after these tries; by default it would block its shard
      // for a day and then be dropped.
      bisectBatchOnError: true,
      retryAttempts: 8,
      maxRecordAge: Duration.hours(6),
      onFailure: new SqsDlq(deadLetters.queue),
    });
    raiseAlarm(this, 'Behind', {
      metric: relay.lambda.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(5) }),
      above: Duration.minutes(10).toMilliseconds(),
      impact: 'the relay is more than ten minutes behind the table: mails and matching are late by as much.',
    });
  }
}
