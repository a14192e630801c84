import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { sitesOf, listingOf } from '../../shared/domain/listing.ts';
import type { Discipline } from '../../shared/domain/discipline.ts';
import type { Site } from '../../shared/domain/site-offer.ts';
import { directoryKeeper } from '../../shared/store/directory/keeper.ts';
import { directoryReader } from '../../shared/store/directory/reader.ts';
import type { Store } from '../../shared/usecases/ports.ts';
import { aFacility, aSite, type SiteChange } from './builders.ts';
import { dynamoDbClient } from './dynamodb.ts';
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
export const sitesFound = async ({ store }: Pick<TestStore, 'store'>, discipline: Discipline = 'CT', latest = true) =>
  byIntake((await store.directory.openSites(discipline, { latest })).all());

/** What it must find: read from the facilities' own items. */
export const sitesOpen = async (store: Store, facilityIds: Iterable<string>, discipline: Discipline = 'CT') => {
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

/** `write`: which of its writes it is, counted from 1; `sk`: of the item that it writes. */
type OnWrite = (write: number, sk: string) => Promise<void> | void;

/** So few bytes that a new base comes every few changes. */
const longLog = 2500;

/** A keeper with a memory of its own. It tells of each of its writes before it leaves; an error keeps it from leaving. */
export const aKeeper = ({ tableName }: TestStore, onWrite: OnWrite = () => {}) => {
  const client = dynamoDbClient();
  let writes = 0;
  client.middlewareStack.add(
    (send, { commandName }) =>
      async (args) => {
        const { Item: item, Key: key } = args.input as {
          readonly Item?: { sk: string };
          readonly Key?: { sk: string };
        };
        if (commandName === 'PutItemCommand' || commandName === 'DeleteItemCommand')
          await onWrite((writes += 1), (item ?? key)?.sk ?? '');
        return send(args);
      },
    { step: 'initialize' },
  );
  const table = { documents: DynamoDBDocumentClient.from(client), tableName, quarantine: () => {} };
  return directoryKeeper(table, directoryReader(table), longLog);
};
