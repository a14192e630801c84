import { Offer } from '../domain/offer.ts';
import type { Offers } from '../usecases/ports.ts';
import { parseItem, type Entity } from './item.ts';
import { dueOf, listOf, offerIndexes, offerKey } from './keys.ts';
import type { Table } from './read.ts';
import { collect, page } from './stretches.ts';
import { repository } from './repository.ts';

export const offerEntity: Entity<Offer> = {
  kind: 'offer',
  schema: Offer,
  keyOf: ({ id }) => offerKey(id),
  indexesOf: offerIndexes,
};

export const offers = (table: Table): Offers => ({
  ...repository(table, offerEntity, offerKey),
  unfollowed: (since, limit) =>
    collect(
      table,
      { index: 'due', partition: dueOf.shortlists, to: since },
      (item) => parseItem(table.quarantine, offerEntity, item),
      limit,
    ),
  ofFacility: (facilityId, cursor, limit) =>
    page(
      table,
      offerEntity,
      { index: 'lists', partition: listOf.offers(facilityId), newestFirst: true },
      { cursor, limit },
    ),
});
