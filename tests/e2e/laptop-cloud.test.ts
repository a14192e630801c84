import { join } from 'node:path';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import {
  type Resources,
  arnOf,
  emptyDirectory,
  functionOf,
  may,
  notesOf,
  table,
  writeAssembly,
} from '../support/tiny-assembly.ts';

const dynamoDb = inject('dynamoDbEndpoint');
const streamArn = { 'Fn::GetAtt': ['Table', 'StreamArn'] };

/** Puts, queries or writes in a transaction, as the event says; returns the error's name or null. */
const keeper = `
  const { DynamoDBClient, PutItemCommand, QueryCommand, TransactWriteItemsCommand } = load('@aws-sdk/client-dynamodb');
  const client = new DynamoDBClient({ maxAttempts: event.maxAttempts ?? 1 });
  const TableName = process.env.TABLE_NAME;
  const Item = { pk: { S: event.pk ?? 'x' }, group: { S: 'g' } };
  const ExpressionAttributeValues = { ':g': { S: 'g' } };
  const ExpressionAttributeNames = { '#g': 'group' };
  const KeyConditionExpression = '#g = :g';
  const commands = {
    put: new PutItemCommand({ TableName, Item }),
    query: new QueryCommand({ TableName, IndexName: 'groups', KeyConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues }),
    transact: new TransactWriteItemsCommand({ TransactItems: [
      { Put: { TableName, Item } },
      { Delete: { TableName, Key: { pk: { S: 'other' } } } },
    ] }),
  };
  try { await client.send(commands[event.command]); return null; }
  catch (error) { return [error.name, ...(error.CancellationReasons ?? []).map(({ Code }) => Code)]; }`;

const keeperOf = (assembly: string, ...statements: readonly object[]): Resources =>
  functionOf(assembly, 'keeper', { code: keeper, statements, variables: { TABLE_NAME: { Ref: 'Table' } } });

const startTiny = async (resources: (assembly: string) => Resources, tell?: (line: string) => void): Promise<Cloud> => {
  const directory = emptyDirectory();
  const assembly = join(directory, 'assembly');
  writeAssembly(assembly, { tiny: { Resources: resources(assembly) } });
  return startCloud({ directory: join(directory, 'data'), assembly, dynamoDb, ...(tell && { tell }) });
};

describe('a role', () => {
  const told: string[] = [];
  let cloud: Cloud;
  beforeAll(async () => {
    cloud = await startTiny(
      (assembly) => ({ ...table, ...keeperOf(assembly, may('dynamodb:PutItem', arnOf('Table'))) }),
      (line) => told.push(line),
    );
  });
  afterAll(async () => cloud.stop());

  test('lets a function do what it grants', async () => {
    expect(await cloud.invoke('keeper', { command: 'put' })).toBeNull();
  });

  test('refuses what it does not grant, and the refusal names function, action and resource', async () => {
    expect(await cloud.invoke('keeper', { command: 'query' })).toEqual(['AccessDeniedException']);
    expect(told.join()).toMatch(/role of keeper does not allow dynamodb:Query on \S+:table\/\S+\/index\/groups/);
  });

  test('is asked for each item of a transaction', async () => {
    expect(await cloud.invoke('keeper', { command: 'transact' })).toEqual(['AccessDeniedException']);
    expect(told.join()).toContain('dynamodb:DeleteItem');
  });
});

test('a function is refused by its own role once a grant is removed from the template', async () => {
  const cloud = await startTiny((assembly) => ({ ...table, ...keeperOf(assembly) }));
  try {
    expect(await cloud.invoke('keeper', { command: 'put' })).toEqual(['AccessDeniedException']);
  } finally {
    await cloud.stop();
  }
});

test('a resource type that it does not know stops it, by name', async () => {
  const start = startTiny(() => ({ Bucket: { Type: 'AWS::S3::Bucket' } }));
  await expect(start).rejects.toThrow(/tiny declares Bucket of type AWS::S3::Bucket/);
});

const queue = (properties: object = {}) => ({ Type: 'AWS::SQS::Queue', Properties: properties });
/** Notes its records and says that it fails on what is bad. */
const failingOnBad = (id: string) => `
  note(event.Records);
  return { batchItemFailures: event.Records.filter((record) => JSON.stringify(record).includes('bad'))
    .map((record) => ({ itemIdentifier: record.${id} })) };`;

const isLost = ({ input }: { input: object }) => JSON.stringify(input).includes('lost');

describe('events', () => {
  let cloud: Cloud;
  let assembly: string;
  let sqs: SQSClient;
  let db: DynamoDBClient;

  beforeAll(async () => {
    const directory = emptyDirectory();
    assembly = join(directory, 'assembly');
    const Resources: Resources = {
      ...table,
      ...keeperOf(assembly, may('dynamodb:*', arnOf('Table'))),
      StreamDead: queue(),
      ...functionOf(assembly, 'relay', {
        code: failingOnBad('dynamodb.SequenceNumber'),
        statements: [
          may(['dynamodb:DescribeStream', 'dynamodb:GetShardIterator', 'dynamodb:GetRecords'], streamArn),
          may('sqs:SendMessage', arnOf('StreamDead')),
        ],
      }),
      StreamSource: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: streamArn,
          FunctionName: { Ref: 'relay' },
          BatchSize: 100,
          BisectBatchOnFunctionError: true,
          MaximumRetryAttempts: 2,
          FunctionResponseTypes: ['ReportBatchItemFailures'],
          FilterCriteria: {
            Filters: [{ Pattern: '{"eventName":["INSERT"],"dynamodb":{"NewImage":{"group":{"S":["relayed"]}}}}' }],
          },
          DestinationConfig: { OnFailure: { Destination: arnOf('StreamDead') } },
        },
      },
      Dead: queue(),
      Work: queue({ VisibilityTimeout: 30, RedrivePolicy: { deadLetterTargetArn: arnOf('Dead'), maxReceiveCount: 3 } }),
      ...functionOf(assembly, 'worker', {
        code: failingOnBad('messageId'),
        statements: [may(['sqs:ReceiveMessage', 'sqs:DeleteMessage'], arnOf('Work'))],
      }),
      WorkSource: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: arnOf('Work'),
          FunctionName: { Ref: 'worker' },
          FunctionResponseTypes: ['ReportBatchItemFailures'],
        },
      },
      ...functionOf(assembly, 'tick', {
        code: 'note(new Date().toISOString());',
      }),
      EveryMinute: {
        Type: 'AWS::Events::Rule',
        Properties: {
          ScheduleExpression: 'rate(1 minute)',
          State: 'ENABLED',
          Targets: [{ Arn: arnOf('tick'), Id: 'tick' }],
        },
      },
    };
    writeAssembly(assembly, { tiny: { Resources } });
    cloud = await startCloud({ directory: join(directory, 'data'), assembly, dynamoDb });
    sqs = new SQSClient(cloud.sdk);
    db = new DynamoDBClient(cloud.sdk);
  });
  afterAll(async () => cloud.stop());

  const seen = (name: string, mark: string) =>
    notesOf(assembly, name)
      .flat()
      .filter((record) => JSON.stringify(record).includes(mark)).length;
  const ticks = () => notesOf(assembly, 'tick').map(String);
  const urlOf = (id: string) => `${cloud.sdk.endpoint}/000000000000/${cloud.tableName.replace('-Table-', `-${id}-`)}`;
  const put = async (pk: string, group: string) =>
    db.send(new PutItemCommand({ TableName: cloud.tableName, Item: { pk: { S: pk }, group: { S: group } } }));

  test('of a table reach its reader if they pass the filter; one that always fails is cut out and set aside', async () => {
    for (const pk of ['good-1', 'good-2', 'bad-1', 'good-3', 'good-4']) await put(pk, 'relayed');
    await put('other-1', 'kept');
    await cloud.settle();
    for (const pk of ['good-1', 'good-2', 'good-3', 'good-4']) expect(seen('relay', pk)).toBeGreaterThan(0);
    expect(seen('relay', 'other-1')).toBe(0);
    const dead = await sqs.send(new ReceiveMessageCommand({ QueueUrl: urlOf('StreamDead'), MaxNumberOfMessages: 10 }));
    expect(dead.Messages).toHaveLength(1);
    const told = JSON.parse(dead.Messages?.[0]?.Body ?? '{}') as { DDBStreamBatchInfo: object };
    expect(told.DDBStreamBatchInfo).toMatchObject({ batchSize: 1 });
  });

  test('of a queue: only the messages that failed come back, by the moved clock, and at last go to the dead letters', async () => {
    for (const MessageBody of ['fine', 'bad'])
      await sqs.send(new SendMessageCommand({ QueueUrl: urlOf('Work'), MessageBody }));
    await cloud.settle();
    for (let receive = 1; receive <= 3; receive += 1) {
      expect(seen('worker', '"body":"bad"')).toBe(receive);
      cloud.clock.advance(31_000);
      await cloud.settle();
    }
    expect(seen('worker', '"body":"bad"')).toBe(3);
    expect(seen('worker', '"body":"fine"')).toBe(1);
    const AttributeNames = ['ApproximateNumberOfMessages' as const];
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: urlOf('Dead'), AttributeNames }));
    expect(Attributes).toEqual({ ApproximateNumberOfMessages: '1' });
  });

  test('of a schedule happen when the clock has moved that far, and at once when asked for', async () => {
    await cloud.runSchedule('tick');
    const before = ticks().length;
    cloud.clock.advance(30_000);
    await cloud.settle();
    expect(ticks()).toHaveLength(before);
    cloud.clock.advance(86_400_000);
    await cloud.settle();
    expect(ticks()).toHaveLength(before + 1);
    const shown = new Date(ticks().at(-1) ?? 0).getTime();
    expect(Math.abs(shown - cloud.clock.now().getTime())).toBeLessThan(60_000);
    expect(shown - Date.now()).toBeGreaterThan(80_000_000);
  });

  describe('faults', () => {
    test('a throttled call is repeated by the SDK and passes', async () => {
      cloud.faults.add({ service: 'dynamodb', action: 'PutItem', kind: 'throttle', times: 1 });
      expect(await cloud.invoke('keeper', { command: 'put', maxAttempts: 3 })).toBeNull();
    });

    test('a lost answer is an error to the caller though the write was done', async () => {
      cloud.faults.add({ service: 'dynamodb', kind: 'lost-answer', match: isLost, times: 1 });
      expect(await cloud.invoke('keeper', { command: 'put', pk: 'lost' })).not.toBeNull();
      const twice = new PutItemCommand({
        TableName: cloud.tableName,
        Item: { pk: { S: 'lost' } },
        ConditionExpression: 'attribute_not_exists(pk)',
      });
      await expect(db.send(twice)).rejects.toThrow('conditional request failed');
    });

    test('a reset is an error to the caller and nothing was written', async () => {
      const take = cloud.faults.add({ service: 'dynamodb', action: 'PutItem', kind: 'reset' });
      expect(await cloud.invoke('keeper', { command: 'put', pk: 'never' })).not.toBeNull();
      take();
      const first = new PutItemCommand({
        TableName: cloud.tableName,
        Item: { pk: { S: 'never' } },
        ConditionExpression: 'attribute_not_exists(pk)',
      });
      await expect(db.send(first)).resolves.toBeDefined();
    });

    test('a refusal is told once, however far the clock was moved', async () => {
      cloud.clock.advance(3_600_000);
      let calls = 0;
      const match = () => (calls += 1) > 0;
      const take = cloud.faults.add({ service: 'dynamodb', action: 'PutItem', kind: 'conflict', match });
      expect(await cloud.invoke('keeper', { command: 'put', maxAttempts: 3 })).toEqual([
        'TransactionConflictException',
      ]);
      take();
      expect(calls).toBe(1);
    });

    test('a conflict cancels a transaction as the real service does', async () => {
      cloud.faults.add({ service: 'dynamodb', kind: 'conflict', times: 1 });
      const refused = await cloud.invoke('keeper', { command: 'transact' });
      expect(refused).toEqual(['TransactionCanceledException', 'TransactionConflict', 'None']);
    });
  });
});
