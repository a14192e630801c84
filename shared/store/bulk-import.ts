import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { AuditLine } from '../domain/audit.ts';
import { type Discipline, disciplines } from '../domain/discipline.ts';
import type { Facility } from '../domain/facility.ts';
import { listingOf, type Listing } from '../domain/listing.ts';
import type { Intake, SiteOffer } from '../domain/site-offer.ts';
import { auditEntity, entriesOf } from './audit-log.ts';
import { directoryKeeper } from './directory/keeper.ts';
import { directoryReader } from './directory/reader.ts';
import { facilityEntity } from './facilities.ts';
import { intakeEntity } from './intakes.ts';
import { toItem } from './item.ts';
import { putMany } from './put-many.ts';
import type { Source } from './read.ts';
import { siteOfferEntity } from './site-offers.ts';
import { importedAttribute } from './table.ts';

/** Simulated hosts: facilities that nobody speaks for, with what they are made to offer. */
export interface Hosts {
  readonly facilities: readonly Facility[];
  readonly siteOffers: readonly SiteOffer[];
  readonly intakes: readonly Intake[];
  /** The first line of the audit chain of each of them. */
  readonly audit: readonly AuditLine[];
}

const listingsOf = ({ siteOffers, intakes }: Hosts): ReadonlyMap<Discipline, readonly Listing[]> => {
  const intakesOf = Map.groupBy(intakes, ({ facilityId, discipline }) => `${facilityId} ${discipline}`);
  const listings = siteOffers.flatMap(
    (offer) => listingOf(offer, intakesOf.get(`${offer.facilityId} ${offer.discipline}`) ?? []) ?? [],
  );
  return Map.groupBy(listings, ({ offer }) => offer.discipline);
};

const refuseUnreadable = (item: string, issue: string): never => {
  throw new Error(`The import cannot read ${item}: ${issue}`);
};

/**
 * Puts many hosts into the table in batches, over whatever was there under their ids; for simulated data only, as no
 * condition guards it. `onWritten` hears of every batch how many items it had. Each discipline's directory gets them
 * by one new base at the end: a change for each of them would take longer than the import.
 */
export const importHosts = async (
  { client, tableName }: { readonly client: DynamoDBClient; readonly tableName: string },
  hosts: Hosts,
  onWritten: (items: number) => void = () => {},
): Promise<void> => {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const table: Source = { documents, tableName, quarantine: refuseUnreadable };
  const directory = directoryKeeper(table, directoryReader(table));
  // Now, as long as there is little to make them of.
  for (const discipline of disciplines) await directory.ensure(discipline);

  const items = [
    ...hosts.facilities.map((facility) => toItem(facilityEntity, facility)),
    ...hosts.siteOffers.map((offer) => ({ ...toItem(siteOfferEntity, offer), [importedAttribute]: true })),
    ...hosts.intakes.map((intake) => ({ ...toItem(intakeEntity, intake), [importedAttribute]: true })),
    ...entriesOf(hosts.audit).map((entry) => toItem(auditEntity, entry)),
  ];
  await putMany(table, items, onWritten);
  for (const [discipline, listings] of listingsOf(hosts)) await directory.add(discipline, listings);
};
