import type { Versioned } from '../domain/versioned.ts';
import type { Write } from '../usecases/ports.ts';
import { toItem, type Entity } from './item.ts';
import type { Key } from './keys.ts';
import { get, type Table } from './read.ts';
import { create, difference, equal, updateOf, write, type Expression } from './write.ts';

/** An aggregate, with the status that its changes depend on where it has one. */
type Aggregate = Pick<Versioned, 'version'> & { readonly status?: string };

/** Still as it was read: the lock number, and the status that the decision was made from. */
export const asRead = ({ version, status }: Aggregate): Expression =>
  equal(status === undefined ? { version } : { version, status });

/** What every repository of an aggregate can do. */
export const repository = <T extends Aggregate, Id>(table: Table, entity: Entity<T>, keyOf: (id: Id) => Key) => ({
  get: (id: Id): Promise<T | null> => get(table, entity, keyOf(id)),

  create: (item: T): Write => create(table.tableName, entity, item, 'duplicate'),

  update: (before: T, after: T): Write =>
    write('stale-version', {
      Update: updateOf(
        table.tableName,
        entity.keyOf(before),
        difference(toItem(entity, before), toItem(entity, after)),
        asRead(before),
      ),
    }),

  requireUnchanged: (item: T): Write => {
    const { text, names, values } = asRead(item);
    return write('stale-version', {
      ConditionCheck: {
        TableName: table.tableName,
        Key: entity.keyOf(item),
        ConditionExpression: text,
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: values,
      },
    });
  },
});
