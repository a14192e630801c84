import type { Directory } from '../usecases/ports.ts';
import { directoryKeeper } from './directory/keeper.ts';
import { directoryMemory } from './directory/memory.ts';
import { rowOf } from './directory/packing.ts';
import { directoryReader } from './directory/reader.ts';
import { openFacilities, readListings } from './directory/source.ts';
import type { Table } from './read.ts';

/**
 * Each discipline's open sites, kept in the table as a packed base and the changes since, and by every function in its
 * memory. How this came about and what it costs: docs/adr/0013.
 */
export const directory = (table: Table): Directory => {
  const reader = directoryReader(table);
  const { keep, check, rebuild } = directoryKeeper(table, reader);
  return {
    openSites: async (discipline, { latest = false } = {}) => {
      const known = await reader.read(discipline, { latest });
      if (known !== null) return known.memory.openSites;
      // Nobody has made the directory yet: as after an upgrade, until the first change.
      const listings = await readListings(table, await openFacilities(table), discipline);
      const rows = [...listings.values()].flatMap((listing) => (listing === null ? [] : [rowOf(listing)]));
      return directoryMemory(rows, table.quarantine).openSites;
    },
    keep,
    check,
    rebuild,
  };
};
