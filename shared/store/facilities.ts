import { Facility } from '../domain/facility.ts';
import type { Facilities } from '../usecases/ports.ts';
import type { Entity } from './item.ts';
import { facilityIndexes, facilityKey, listOf } from './keys.ts';
import { getMany, page, type Table } from './read.ts';
import { repository } from './repository.ts';

export const facilityEntity: Entity<Facility> = {
  kind: 'facility',
  schema: Facility,
  keyOf: ({ id }) => facilityKey(id),
  indexesOf: facilityIndexes,
};

export const facilities = (table: Table): Facilities => ({
  ...repository(table, facilityEntity, facilityKey),
  ofAll: (ids) => getMany(table, facilityEntity, ids.map(facilityKey)),
  inStatus: (status, cursor, limit) =>
    page(table, facilityEntity, { index: 'lists', partition: listOf.facilities(status) }, { cursor, limit }),
});
