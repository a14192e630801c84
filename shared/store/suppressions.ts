import { Suppression } from '../domain/suppression.ts';
import type { Suppressions } from '../usecases/ports.ts';
import type { Entity } from './item.ts';
import { listOf } from './keys.ts';
import { suppressionIndexes, suppressionKey } from './person-keys.ts';
import type { Table } from './read.ts';
import { page } from './stretches.ts';
import { repository } from './repository.ts';

const entity: Entity<Suppression> = {
  kind: 'suppression',
  schema: Suppression,
  keyOf: ({ id }) => suppressionKey(id),
  indexesOf: suppressionIndexes,
};

export const suppressions = (table: Table): Suppressions => ({
  ...repository(table, entity, suppressionKey),
  latest: (cursor, limit) =>
    page(table, entity, { index: 'lists', partition: listOf.suppressions, newestFirst: true }, { cursor, limit }),
});
