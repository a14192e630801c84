import { Offer } from '../domain/offer.ts';
import type { Offers } from '../usecases/ports.ts';
import type { Entity } from './item.ts';
import { listOf, offerIndexes, offerKey } from './keys.ts';
import { page, type Table } from './read.ts';
import { repository } from './repository.ts';

export const offerEntity: Entity<Offer> = {
  kind: 'offer',
  schema: Offer,
  keyOf: ({ id }) => offerKey(id),
  indexesOf: offerIndexes,
};

export const offers = (table: Table): Offers => ({
  ...repository(table, offerEntity, offerKey),
  ofFacility: (facilityId, cursor, limit) =>
    page(
      table,
      offerEntity,
      { index: 'lists', partition: listOf.offers(facilityId), newestFirst: true },
      { cursor, limit },
    ),
});
