import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { sitesOf, listingOf } from '../../shared/domain/listing.ts';
import type { Discipline } from '../../shared/domain/discipline.ts';
import type { Site } from '../../shared/domain/site-offer.ts';
import type { Store } from '../../shared/usecases/ports.ts';
import { aFacility, aSite, type SiteChange } from './builders.ts';
import { aStore, type TestStore } from './store.ts';

/** Keeps open facilities in the table, each with its site offer and intakes. */
export const putSites = async ({ store }: Pick<TestStore, 'store'>, ...changes: readonly SiteChange[]) => {
  const sites = changes.map(aSite);
  const offers = new Map(sites.map(({ offer }) => [offer.id, offer]));
  await store.commit([
    ...[...new Set(sites.map(({ offer }) => offer.facilityId))].map((id) => store.facilities.create(aFacility({ id }))),
    ...[...offers.values()].map(store.siteOffers.create),
    ...sites.map(({ intake }) => store.intakes.create(intake)),
  ]);
  return sites;
};

/** Another function on the same table: it has its own memory. */
export const another = ({ tableName }: TestStore, client?: DynamoDBClient): Promise<TestStore> =>
  aStore(client === undefined ? { tableName } : { tableName, client });

const byIntake = (sites: readonly Site[]): Site[] => sites.toSorted((a, b) => (a.intake.id < b.intake.id ? -1 : 1));

/** What a function finds in a discipline. */
export const found = async ({ store }: Pick<TestStore, 'store'>, discipline: Discipline = 'CT', latest = true) =>
  byIntake((await store.directory.openSites(discipline, { latest })).all());

/** What it must find: read from the facilities' own items. */
export const open = async (store: Store, facilityIds: Iterable<string>, discipline: Discipline = 'CT') => {
  const sites: Site[] = [];
  for (const id of facilityIds) {
    const offers = await store.siteOffers.ofFacility(id);
    const intakes = await store.intakes.ofFacility(id);
    const offer = offers.find((one) => one.discipline === discipline) ?? null;
    const listing = listingOf(
      offer,
      intakes.filter((one) => one.discipline === discipline),
    );
    if (listing !== null) sites.push(...sitesOf(listing));
  }
  return byIntake(sites);
};
