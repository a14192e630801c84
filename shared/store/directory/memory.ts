import { listingSchema, sitesOf, type Listing } from '../../domain/listing.ts';
import type { FacilityId } from '../../domain/primitives.ts';
import type { Site } from '../../domain/site-offer.ts';
import { isInReach, type Place, type Reach } from '../../matching/reach.ts';
import { siteGrid } from '../../matching/site-grid.ts';
import type { OpenSites } from '../../usecases/ports.ts';
import { describe } from '../item.ts';
import type { Row } from './packing.ts';

/** A row, and its sites once somebody has looked: the same objects for all, so that what is known of them stays. */
interface Slot extends Row {
  found?: readonly Site[] | undefined;
}

/** What finds rows by where they are and whose they are. */
interface Index {
  readonly slots: readonly Slot[];
  readonly grid: ReturnType<typeof siteGrid>;
  readonly byEmployer: ReadonlyMap<string | null, readonly Slot[]>;
  readonly bySystem: ReadonlyMap<string | null, readonly Slot[]>;
}

const samePlace = (a: Place, b: Place): boolean =>
  a.point?.lat === b.point?.lat &&
  a.point?.lon === b.point?.lon &&
  a.legalEmployer === b.legalEmployer &&
  a.healthSystemId === b.healthSystemId;

/** Told of a row that cannot be read. */
export type UnreadableRow = (facilityId: FacilityId, issue: string) => void;

const parsed = (unreadable: UnreadableRow, { place, json }: Row): Listing | null => {
  try {
    const result = listingSchema().safeParse(JSON.parse(json.toString()));
    if (result.success) return result.data;
    unreadable(place.facilityId, describe(result.error));
  } catch {
    unreadable(place.facilityId, 'no JSON');
  }
  return null;
};

/** A directory in the memory of a function: read row by row when somebody looks, found by place, changed in place. */
export const directoryMemory = (rows: readonly Row[], unreadable: UnreadableRow) => {
  const slots = new Map<FacilityId, Slot>(rows.map((row) => [row.place.facilityId, { ...row }]));
  let sites = rows.reduce((sum, row) => sum + row.sites, 0);
  let index: Index | null = null;

  const indexNow = (): Index => {
    if (index !== null) return index;
    const all = [...slots.values()];
    index = {
      slots: all,
      grid: siteGrid(all.map(({ place }) => place.point)),
      byEmployer: Map.groupBy(all, ({ place }) => place.legalEmployer),
      bySystem: Map.groupBy(all, ({ place }) => place.healthSystemId),
    };
    return index;
  };

  const sitesAt = (slot: Slot): readonly Site[] => {
    if (slot.found !== undefined) return slot.found;
    const listing = slot.sites === 0 ? null : parsed(unreadable, slot);
    slot.found = listing === null ? [] : sitesOf(listing);
    return slot.found;
  };

  const within = (reach: Reach): ReadonlySet<Slot> => {
    const { slots: all, grid, byEmployer, bySystem } = indexNow();
    const near = [...grid.within(reach.from, reach.miles), ...grid.withoutPoint].flatMap((at) => all[at] ?? []);
    const tied = [
      ...[...reach.facilityIds].flatMap((id) => slots.get(id) ?? []),
      ...(reach.legalEmployer === null ? [] : (byEmployer.get(reach.legalEmployer) ?? [])),
      ...(reach.healthSystemId === null ? [] : (bySystem.get(reach.healthSystemId) ?? [])),
    ];
    // The grid may take in what lies a hair beyond: the exact border is decided here.
    return new Set([...near, ...tied].filter(({ place }) => isInReach(reach, place)));
  };

  const openSites: OpenSites = {
    all: () => [...slots.values()].flatMap(sitesAt),
    around: (reach) => {
      if (reach === null) return { sites: openSites.all(), beyond: 0 };
      const found = [...within(reach)];
      const beyond = sites - found.reduce((sum, slot) => sum + slot.sites, 0);
      return { sites: found.flatMap(sitesAt), beyond };
    },
  };

  return {
    openSites,

    row: (facilityId: FacilityId): Row | null => slots.get(facilityId) ?? null,

    rows: (): readonly Row[] => [...slots.values()],

    /** The state of one facility from now on; null: it is gone. */
    set: (facilityId: FacilityId, row: Row | null): void => {
      const before = slots.get(facilityId);
      sites += (row?.sites ?? 0) - (before?.sites ?? 0);
      if (row === null) slots.delete(facilityId);
      else if (before !== undefined && samePlace(before.place, row.place)) {
        // The most usual change, a seat, moves nobody: the index holds on to the slot.
        Object.assign(before, row, { found: undefined });
        return;
      } else slots.set(facilityId, { ...row });
      index = null;
    },
  };
};

export type DirectoryMemory = ReturnType<typeof directoryMemory>;
