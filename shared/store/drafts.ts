import { Draft, type DraftId } from '../domain/draft.ts';
import type { Drafts } from '../usecases/ports.ts';
import type { Entity } from './item.ts';
import { draftKey } from './keys.ts';
import { get, type Table } from './read.ts';
import { repository } from './repository.ts';
import { expiryAttribute } from './table.ts';
import { writeAlways } from './write.ts';

const entity: Entity<Draft> = {
  kind: 'draft',
  schema: Draft,
  keyOf: ({ id }) => draftKey(id),
  indexesOf: () => ({}),
  attributesOf: (draft) => ({ ...draft, [expiryAttribute]: Math.floor(Date.parse(draft.expiresAt) / 1000) }),
};

export const drafts = (table: Table): Drafts => ({
  ...repository<Draft, DraftId>(table, entity, draftKey),
  // The table removes what has expired within days; for everybody else it is gone at once.
  get: async (id) => {
    const draft = await get(table, entity, draftKey(id));
    return draft !== null && table.clock.now() < new Date(draft.expiresAt) ? draft : null;
  },
  remove: (id) => writeAlways({ Delete: { TableName: table.tableName, Key: draftKey(id) } }),
});
