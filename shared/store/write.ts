import { isDeepStrictEqual } from 'node:util';
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { RefusalCode } from '../domain/refusal.ts';
import type { Write } from '../usecases/ports.ts';
import { toItem, type Entity, type Item } from './item.ts';
import type { Key } from './keys.ts';

/** One write of a transaction, as DynamoDB takes it. */
export type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** The form of `Write.item` that every repository of this store gives and its `commit` takes. */
export const write = (refusal: RefusalCode, item: TransactItem): Write => ({ refusal, item });

/** Several items that are written as one thing. */
export const writeParts = (refusal: RefusalCode, items: readonly TransactItem[]): Write => ({ refusal, item: items });

/** A write without a condition: it refuses nothing. */
export const writeAlways = (item: TransactItem): Write => write('busy', item);

/** A piece of an expression, with the names and values that it uses. */
export interface Expression {
  readonly text: string;
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Every name gets a `#`, because DynamoDB reserves words such as `status`. */
export const equal = (attributes: Readonly<Record<string, unknown>>): Expression => {
  const names = Object.keys(attributes);
  return {
    text: names.map((name) => `#${name} = :${name}Was`).join(' AND '),
    names: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    values: Object.fromEntries(names.map((name) => [`:${name}Was`, attributes[name]])),
  };
};

export const both = (a: Expression, b: Expression): Expression => ({
  text: `${a.text} AND ${b.text}`,
  names: { ...a.names, ...b.names },
  values: { ...a.values, ...b.values },
});

/**
 * Sets the attributes that differ and removes those that are gone. Attributes that neither state knows, written by a
 * newer version of the service, stay as they are.
 */
export const difference = (before: Item, after: Item): Expression => {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !isDeepStrictEqual(before[name], after[name]),
  );
  const set = changed.filter((name) => after[name] !== undefined);
  const gone = changed.filter((name) => after[name] === undefined);
  return {
    text: [
      ...(set.length > 0 ? [`SET ${set.map((name) => `#${name} = :${name}`).join(', ')}`] : []),
      ...(gone.length > 0 ? [`REMOVE ${gone.map((name) => `#${name}`).join(', ')}`] : []),
    ].join(' '),
    names: Object.fromEntries(changed.map((name) => [`#${name}`, name])),
    values: Object.fromEntries(set.map((name) => [`:${name}`, after[name]])),
  };
};

/** The parameters of an update under a condition. */
export const updateOf = (tableName: string, key: Key, change: Expression, condition: Expression) => ({
  TableName: tableName,
  Key: key,
  UpdateExpression: change.text,
  ConditionExpression: condition.text,
  ExpressionAttributeNames: { ...change.names, ...condition.names },
  ExpressionAttributeValues: { ...change.values, ...condition.values },
});

/** Writes something that is not there yet. */
export const create = <T extends object>(tableName: string, entity: Entity<T>, value: T, refusal: RefusalCode): Write =>
  write(refusal, {
    Put: { TableName: tableName, Item: toItem(entity, value), ConditionExpression: 'attribute_not_exists(pk)' },
  });
