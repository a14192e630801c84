import type { Discipline } from '../../domain/discipline.ts';
import { listingOf, type Listing } from '../../domain/listing.ts';
import type { FacilityId } from '../../domain/primitives.ts';
import { intakeEntity } from '../intakes.ts';
import { facilityIdOf, listOf, offeredBy } from '../keys.ts';
import type { Source } from '../read.ts';
import { keysIn, together } from '../stretches.ts';
import { siteOfferEntity } from '../site-offers.ts';

/** What is to be listed of a facility, from its own items: the truth that every directory follows. */
export const readListing = async (
  table: Source,
  facilityId: FacilityId,
  discipline: Discipline,
): Promise<Listing | null> => {
  const found = await together(table, offeredBy(facilityId, discipline));
  const ofDiscipline = (item: { readonly discipline: Discipline }): boolean => item.discipline === discipline;
  // One that cannot be read is set aside, and takes its facility out of the directory.
  const offer = found.all(siteOfferEntity).find(ofDiscipline) ?? null;
  return listingOf(offer, found.all(intakeEntity).filter(ofDiscipline));
};

export const openFacilities = async (table: Source): Promise<readonly FacilityId[]> =>
  (await keysIn(table, { index: 'lists', partition: listOf.facilities('open') })).map(({ pk }) => facilityIdOf(pk));

/** Enough to keep the table busy while answers travel. */
const readsAtATime = 16;

/** Reads what is listed of many facilities; costs a read for each. */
export const readListings = async (
  table: Source,
  facilityIds: readonly FacilityId[],
  discipline: Discipline,
): Promise<ReadonlyMap<FacilityId, Listing | null>> => {
  const found = new Map<FacilityId, Listing | null>();
  const left = facilityIds.values();
  const reader = async (): Promise<void> => {
    // One iterator for all readers: each takes the next that nobody has taken.
    for (const facilityId of left) found.set(facilityId, await readListing(table, facilityId, discipline));
  };
  await Promise.all(Array.from({ length: readsAtATime }, reader));
  return found;
};
