import { refreshed } from '../domain/refreshed.ts';
import { RequirementCorrections } from '../domain/requirements.ts';
import type { StoredRequirements } from '../usecases/ports.ts';
import type { Entity } from './item.ts';
import { requirementsKey } from './keys.ts';
import { get, type Table } from './read.ts';
import { repository } from './repository.ts';

const entity: Entity<RequirementCorrections> = {
  kind: 'requirements',
  schema: RequirementCorrections,
  keyOf: requirementsKey,
  indexesOf: () => ({}),
};

/** So long a correction may take to be everywhere: figures change once in years. */
const copyHoldsMs = 60_000;

export const requirements = (table: Table): StoredRequirements => ({
  ...repository(table, entity, requirementsKey),
  corrections: refreshed(
    async () => (await get(table, entity, requirementsKey()))?.corrections ?? [],
    copyHoldsMs,
    table.clock,
  ),
});
