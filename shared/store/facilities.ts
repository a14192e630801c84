import { noContacts } from '../domain/contact-budget.ts';
import { Facility } from '../domain/facility.ts';
import type { Facilities } from '../usecases/ports.ts';
import { contactsReadable } from './contacts.ts';
import type { Entity } from './item.ts';
import { intakeEntity } from './intakes.ts';
import { facilityIndexes, facilityKey, listOf } from './keys.ts';
import { getMany, type Table } from './read.ts';
import { page, together } from './stretches.ts';
import { repository } from './repository.ts';
import { siteOfferEntity } from './site-offers.ts';

export const facilityEntity: Entity<Facility> = {
  kind: 'facility',
  schema: Facility,
  keyOf: ({ id }) => facilityKey(id),
  indexesOf: facilityIndexes,
};

export const facilities = (table: Table): Facilities => ({
  ...repository(table, facilityEntity, facilityKey),
  withSites: async (id, reading) => {
    const found = await together({ ...table, ...reading }, { partition: facilityKey(id).pk });
    const facility = found.one(facilityEntity);
    return (
      facility && {
        facility,
        siteOffers: found.all(siteOfferEntity),
        intakes: found.all(intakeEntity),
        contacts: found.one(contactsReadable) ?? noContacts(id),
      }
    );
  },
  ofAll: (ids) => getMany(table, facilityEntity, ids.map(facilityKey)),
  inStatus: (status, cursor, limit) =>
    page(table, facilityEntity, { index: 'lists', partition: listOf.facilities(status) }, { cursor, limit }),
});
