import { randomUUID } from 'node:crypto';
import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { indexes, primaryKey } from '../../shared/store/table.ts';

const keySchema = (keys: { readonly partition: string; readonly sort: string }) => [
  { AttributeName: keys.partition, KeyType: 'HASH' as const },
  { AttributeName: keys.sort, KeyType: 'RANGE' as const },
];

/** A new, empty table with the store's keys and indexes; its name. */
export const createTable = async (client: DynamoDBClient): Promise<string> => {
  const tableName = `table-${randomUUID()}`;
  const attributes = [primaryKey, ...Object.values(indexes)].flatMap((keys) => [keys.partition, keys.sort]);
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keySchema(primaryKey),
      AttributeDefinitions: attributes.map((name) => ({ AttributeName: name, AttributeType: 'S' })),
      GlobalSecondaryIndexes: Object.entries(indexes).map(([name, keys]) => ({
        IndexName: name,
        KeySchema: keySchema(keys),
        Projection: { ProjectionType: 'KEYS_ONLY' },
      })),
    }),
  );
  return tableName;
};
