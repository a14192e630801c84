import type { Intake, Site, SiteOffer } from '../domain/site-offer.ts';
import type { Directory } from '../usecases/ports.ts';
import { intakeEntity } from './intakes.ts';
import { parseItem } from './item.ts';
import { directoryOf } from './keys.ts';
import { collect, type Table } from './read.ts';
import { siteOfferEntity } from './site-offers.ts';
import { kindAttribute } from './table.ts';

type Entry = { readonly offer: SiteOffer } | { readonly intake: Intake };

export const directory = (table: Table): Directory => ({
  openSites: async (discipline) => {
    const entries = await collect<Entry>(
      table,
      { index: 'directory', partition: directoryOf.sites(discipline) },
      (item) => {
        if (item[kindAttribute] === siteOfferEntity.kind) {
          const offer = parseItem(table.quarantine, siteOfferEntity, item);
          return offer && { offer };
        }
        const intake = parseItem(table.quarantine, intakeEntity, item);
        return intake && { intake };
      },
    );
    const offers = new Map(
      entries.flatMap((entry) => ('offer' in entry ? [[entry.offer.facilityId, entry.offer]] : [])),
    );
    // An intake says nothing of its facility: without a site offer in the directory nobody is sent there.
    return entries.flatMap((entry): Site[] => {
      if ('offer' in entry || entry.intake.seatsTaken >= entry.intake.seats) return [];
      const offer = offers.get(entry.intake.facilityId);
      return offer === undefined ? [] : [{ offer, intake: entry.intake }];
    });
  },
});
