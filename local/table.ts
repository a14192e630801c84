import { Agent, type IncomingMessage, request } from 'node:http';
import * as z from 'zod';
import type { Call } from './faults.ts';
import type { Answer, Service } from './gateway.ts';
import { readText } from './listen.ts';
import { LaptopProblem } from './problem.ts';
import { arnOf, streamArn } from './resource-types.ts';
import type { Need } from './roles.ts';
import type { Resource, Template } from './template.ts';

const streamActions = new Set(['ListStreams', 'DescribeStream', 'GetShardIterator', 'GetRecords']);

/** Connections are given up before DynamoDB Local, which waits longer, gives them up. */
const agent = new Agent({ keepAlive: true, timeout: 4000 });

/** Not by `fetch`, which took a quarter of the laptop cloud's time. */
const send = async (endpoint: string, action: string, input: unknown): Promise<Answer> => {
  const target = streamActions.has(action) ? 'DynamoDBStreams_20120810' : 'DynamoDB_20120810';
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': `${target}.${action}`,
    authorization:
      'AWS4-HMAC-SHA256 Credential=laptop/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none',
  };
  request(endpoint, { method: 'POST', agent, headers })
    .on('response', resolve)
    .on('error', reject)
    .end(JSON.stringify(input));
  const response = await promise;
  return { status: response.statusCode ?? 500, body: await readText(response) };
};

/** Where each item of a transaction says what it does, and the action that IAM asks for. */
const transactionActions: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

const Named = z.looseObject({ TableName: z.string(), IndexName: z.string().optional() });
const Transaction = z.looseObject({ TransactItems: z.array(z.record(z.string(), Named)) });
const Batch = z.looseObject({ RequestItems: z.record(z.string(), z.unknown()) });
const Stream = z.looseObject({ StreamArn: z.string().optional(), ShardIterator: z.string().optional() });

const tableNeed = (action: string, table: string): Need => ({
  action: `dynamodb:${action}`,
  resource: arnOf('dynamodb', `table/${table}`),
});

const needsOf = ({ action, input }: Call): readonly Need[] => {
  if (action.startsWith('Transact')) {
    return Transaction.parse(input).TransactItems.flatMap((item) =>
      Object.entries(item).map(([kind, { TableName }]) => tableNeed(transactionActions[kind] ?? kind, TableName)),
    );
  }
  if (action.startsWith('Batch'))
    return Object.keys(Batch.parse(input).RequestItems).map((table) => tableNeed(action, table));
  if (streamActions.has(action)) {
    // A shard iterator holds the stream's ARN.
    const { StreamArn = '', ShardIterator = '' } = Stream.parse(input);
    const table = /:table\/([^/]+)\//u.exec(StreamArn + ShardIterator)?.[1] ?? '';
    return [{ action: `dynamodb:${action}`, resource: streamArn(table) }];
  }
  const { TableName, IndexName } = Named.parse(input);
  const need = tableNeed(action, TableName);
  return [IndexName === undefined ? need : { ...need, resource: `${need.resource}/index/${IndexName}` }];
};

/** DynamoDB, answered by DynamoDB Local. */
export const dynamoDbService = (endpoint: string): Service => ({
  name: 'dynamodb',
  needs: needsOf,
  handle: async ({ action, input }) => send(endpoint, action, input),
});

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.string() }));
const Index = z.looseObject({ IndexName: z.string(), KeySchema, Projection: z.looseObject({}) });
const Table = z.looseObject({
  AttributeDefinitions: z.array(z.looseObject({ AttributeName: z.string() })),
  KeySchema,
  GlobalSecondaryIndexes: z.array(Index).default([]),
  StreamSpecification: z.object({ StreamViewType: z.string() }).optional(),
  TimeToLiveSpecification: z.object({ AttributeName: z.string().optional(), Enabled: z.boolean() }).optional(),
});
type Table = z.infer<typeof Table>;

const Description = z.looseObject({
  Table: z.looseObject({ KeySchema, GlobalSecondaryIndexes: z.array(Index).default([]) }),
});

/** What must be the same for a table to be used again: its keys and those of its indexes. */
const shapeOf = ({
  KeySchema: keys,
  GlobalSecondaryIndexes: indexes,
}: Pick<Table, 'KeySchema' | 'GlobalSecondaryIndexes'>): string =>
  JSON.stringify([keys, Object.fromEntries(indexes.map((index) => [index.IndexName, index.KeySchema]))]);

const createTable = async (endpoint: string, { name }: Resource, table: Table, fresh: boolean): Promise<void> => {
  if (fresh) await send(endpoint, 'DeleteTable', { TableName: name });
  const existing = await send(endpoint, 'DescribeTable', { TableName: name });
  if (existing.status === 200) {
    if (shapeOf(Description.parse(JSON.parse(existing.body)).Table) === shapeOf(table)) return;
    throw new LaptopProblem(
      `The data of the last run has another shape than the table ${name} now: start with --fresh.`,
    );
  }
  const done = async (action: string, input: object): Promise<void> => {
    const { status, body } = await send(endpoint, action, { TableName: name, ...input });
    if (status !== 200) throw new LaptopProblem(`DynamoDB Local refuses ${action} of ${name}: ${body}`);
  };
  await done('CreateTable', {
    AttributeDefinitions: table.AttributeDefinitions,
    KeySchema: table.KeySchema,
    BillingMode: 'PAY_PER_REQUEST',
    ...(table.GlobalSecondaryIndexes.length > 0 && {
      GlobalSecondaryIndexes: table.GlobalSecondaryIndexes.map(({ IndexName, KeySchema: keys, Projection }) => ({
        IndexName,
        KeySchema: keys,
        Projection,
      })),
    }),
    ...(table.StreamSpecification && { StreamSpecification: { StreamEnabled: true, ...table.StreamSpecification } }),
  });
  if (table.TimeToLiveSpecification !== undefined) {
    await done('UpdateTimeToLive', { TimeToLiveSpecification: table.TimeToLiveSpecification });
  }
};

/** Makes the template's tables, unless they are there from the last run and not to be made afresh. */
export const createTables = async (template: Template, endpoint: string, fresh: boolean): Promise<void> => {
  for (const resource of template.ofType('AWS::DynamoDB::GlobalTable')) {
    await createTable(endpoint, resource, template.read(resource, Table), fresh);
  }
};
