import { PlacementRequest } from '../domain/placement-request.ts';
import type { Requests } from '../usecases/ports.ts';
import type { Entity } from './item.ts';
import { listOf, requestIndexes, requestKey, waitingFor } from './keys.ts';
import { all, page, type Table } from './read.ts';
import { repository } from './repository.ts';

export const requestEntity: Entity<PlacementRequest> = {
  kind: 'request',
  schema: PlacementRequest,
  keyOf: ({ id }) => requestKey(id),
  indexesOf: requestIndexes,
};

export const requests = (table: Table): Requests => ({
  ...repository(table, requestEntity, requestKey),
  inStatus: (status, cursor, limit) =>
    page(table, requestEntity, { index: 'lists', partition: listOf.requests(status) }, { cursor, limit }),
  waitingFor: (discipline) =>
    all(table, requestEntity, { index: 'directory', partition: waitingFor(discipline) }),
});
