import type { Discipline } from '../../domain/discipline.ts';
import { listingOf, type Listing } from '../../domain/listing.ts';
import type { FacilityId } from '../../domain/primitives.ts';
import { siteOfferIdOf } from '../../domain/site-offer.ts';
import { intakeEntity } from '../intakes.ts';
import { facilityIdOf, intakesInDiscipline, listOf, siteOfferKey } from '../keys.ts';
import { all, keysIn, type Source } from '../read.ts';
import { siteOfferEntity } from '../site-offers.ts';

/** What is to be listed of a facility, from its own items: the truth that every directory follows. */
export const readListing = async (
  table: Source,
  facilityId: FacilityId,
  discipline: Discipline,
): Promise<Listing | null> => {
  const { pk, sk } = siteOfferKey(siteOfferIdOf(facilityId, discipline));
  const [[offer = null], intakes] = await Promise.all([
    // As a stretch of one, so that an unreadable offer is set aside and takes its facility out of the directory.
    all(table, siteOfferEntity, { partition: pk, from: sk, to: sk }),
    all(table, intakeEntity, intakesInDiscipline(facilityId, discipline)),
  ]);
  return listingOf(offer, intakes);
};

export const openFacilities = async (table: Source): Promise<readonly FacilityId[]> =>
  (await keysIn(table, { index: 'lists', partition: listOf.facilities('open') })).map(({ pk }) => facilityIdOf(pk));

/** Enough to keep the table busy while answers travel. */
const readsAtATime = 16;

/** Reads what is listed of many facilities; costs two reads for each. */
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
