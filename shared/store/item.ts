import type * as z from 'zod';
import { nameOf, type IndexAttributes, type Key } from './keys.ts';
import { kindAttribute, type ItemKind } from './table.ts';

/** An item as the document client gives and takes it. */
export type Item = Readonly<Record<string, unknown>>;

/** What a kind of item is read by. */
export interface Readable<T> {
  readonly kind: ItemKind;
  readonly schema: z.ZodType<T>;
}

/** How one kind of thing is kept in the table. */
export interface Entity<T> extends Readable<T> {
  readonly keyOf: (value: T) => Key;
  /** Derived from each new state, so that an item enters and leaves the indexes with it. */
  readonly indexesOf: (value: T) => IndexAttributes;
  /** The attributes that a value is kept as, where they are not simply its own. */
  readonly attributesOf?: (value: T) => Item;
}

export const toItem = <T extends object>(entity: Entity<T>, value: T): Item => ({
  ...(entity.attributesOf?.(value) ?? value),
  ...entity.keyOf(value),
  ...entity.indexesOf(value),
  [kindAttribute]: entity.kind,
});

/** Told of every item that cannot be read, by the item's name and what is wrong; never by what it holds. */
export type Quarantine = (item: string, issue: string) => void;

/** An item that is there and cannot be read: asked for by its key, that is an error and not an absence. */
export class UnreadableItemError extends Error {
  override readonly name = 'UnreadableItemError';
}

/** Paths and codes only: a message may quote the value. */
export const describe = ({ issues }: z.core.$ZodError): string =>
  issues.map(({ path, code }) => `${path.join('.') || 'item'}: ${code}`).join(', ');

/** The item, parsed; null for one that cannot be read, which is set aside and told of, and stops nobody. */
export const parseItem = <T>(quarantine: Quarantine, { schema }: Readable<T>, item: Item): T | null => {
  const parsed = schema.safeParse(item);
  if (parsed.success) return parsed.data;
  quarantine(nameOf({ pk: String(item['pk']), sk: String(item['sk']) }), describe(parsed.error));
  return null;
};
