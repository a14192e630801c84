import { requestIdOf } from '../domain/offer.ts';
import { PlacementRequest } from '../domain/placement-request.ts';
import type { RequestId } from '../domain/primitives.ts';
import type { Requests, RequestWithOffers } from '../usecases/ports.ts';
import { parseItem, type Entity } from './item.ts';
import { listOf, requestIndexes, requestKey, waitingFor } from './keys.ts';
import { offerEntity } from './offers.ts';
import { all, collect, page, together, type Table } from './read.ts';
import { repository } from './repository.ts';

export const requestEntity: Entity<PlacementRequest> = {
  kind: 'request',
  schema: PlacementRequest,
  keyOf: ({ id }) => requestKey(id),
  indexesOf: requestIndexes,
};

const withOffers = async (table: Table, id: RequestId): Promise<RequestWithOffers | null> => {
  const found = await together(table, { partition: requestKey(id).pk });
  const request = found.one(requestEntity);
  return request && { request, offers: found.all(offerEntity) };
};

export const requests = (table: Table): Requests => ({
  ...repository(table, requestEntity, requestKey),
  withOffers: (id, reading) => withOffers({ ...table, ...reading }, id),
  ofOffer: async (id, reading) => {
    const found = await withOffers({ ...table, ...reading }, requestIdOf(id));
    const offer = found?.offers.find((each) => each.id === id);
    return found && offer ? { ...found, offer } : null;
  },
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
  waitingFor: (discipline) => all(table, requestEntity, waitingFor(discipline)),
});
