import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { Session } from '../domain/session.ts';
import type { Sessions } from '../usecases/ports.ts';
import type { Readable } from './item.ts';
import { sessionKey } from './keys.ts';
import { get, type Table } from './read.ts';
import { expiryAttribute, kindAttribute } from './table.ts';

const kind = 'session';
const readable: Readable<Session> = { kind, schema: Session };

export const sessions = (table: Table): Sessions => ({
  open: async (session) => {
    const { documents, tableName } = table;
    const expiry = Math.ceil(Date.parse(session.endsAt) / 1000);
    const Item = { ...session, ...sessionKey(session.id), [kindAttribute]: kind, [expiryAttribute]: expiry };
    await documents.send(
      new PutCommand({ TableName: tableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }),
    );
  },
  get: async (id) => {
    const session = await get(table, readable, sessionKey(id));
    // DynamoDB removes what is over late.
    return session !== null && Date.parse(session.endsAt) > table.clock.now().getTime() ? session : null;
  },
  end: async (id) => {
    await table.documents.send(new DeleteCommand({ TableName: table.tableName, Key: sessionKey(id) }));
  },
});
