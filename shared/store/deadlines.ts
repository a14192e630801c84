import type { Deadlines, Due } from '../usecases/ports.ts';
import { facilityEntity } from './facilities.ts';
import { parseItem, type Item } from './item.ts';
import { dueOf } from './keys.ts';
import { offerEntity } from './offers.ts';
import type { Table } from './read.ts';
import { collect } from './stretches.ts';
import { requestEntity } from './requests.ts';
import { kindAttribute } from './table.ts';

export const deadlines = (table: Table): Deadlines => {
  const parse = (item: Item): Due | null => {
    switch (item[kindAttribute]) {
      case requestEntity.kind: {
        const request = parseItem(table.quarantine, requestEntity, item);
        return request && { kind: 'request', request };
      }
      case offerEntity.kind: {
        const offer = parseItem(table.quarantine, offerEntity, item);
        return offer && { kind: 'offer', offer };
      }
      default: {
        const facility = parseItem(table.quarantine, facilityEntity, item);
        return facility && { kind: 'facility', facility };
      }
    }
  };
  return {
    // Whoever settles one reads it anew.
    due: (now, limit) =>
      collect({ ...table, relaxed: true }, { index: 'due', partition: dueOf.deadlines, to: now }, parse, limit),
  };
};
