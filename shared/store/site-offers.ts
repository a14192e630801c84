import { SiteOffer } from '../domain/site-offer.ts';
import type { SiteOffers } from '../usecases/ports.ts';
import type { Entity } from './item.ts';
import { siteOfferKey, siteOffersOf } from './keys.ts';
import type { Table } from './read.ts';
import { all } from './stretches.ts';
import { repository } from './repository.ts';

export const siteOfferEntity: Entity<SiteOffer> = {
  kind: 'site-offer',
  schema: SiteOffer,
  keyOf: ({ id }) => siteOfferKey(id),
  indexesOf: () => ({}),
};

export const siteOffers = (table: Table): SiteOffers => ({
  ...repository(table, siteOfferEntity, siteOfferKey),
  ofFacility: (facilityId) => all(table, siteOfferEntity, siteOffersOf(facilityId)),
});
