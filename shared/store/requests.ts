import { PlacementRequest } from '../domain/placement-request.ts';
import type { Requests } from '../usecases/ports.ts';
import { parseItem, type Entity } from './item.ts';
import { listOf, requestIndexes, requestKey, waitingFor } from './keys.ts';
import { all, collect, page, type Table } from './read.ts';
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
  unmatched: (since, limit) =>
    collect(
      table,
      { index: 'lists', partition: listOf.requests('confirmed') },
      (item) => {
        const request = parseItem(table.quarantine, requestEntity, item);
        return request !== null && request.updatedAt <= since ? request : null;
      },
      limit,
    ),
  waitingFor: (discipline) => all(table, requestEntity, { index: 'directory', partition: waitingFor(discipline) }),
});
