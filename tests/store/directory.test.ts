import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { changeKey, currentKey } from '../../shared/store/directory/keys.ts';
import { type Key } from '../../shared/store/keys.ts';
import { aSite, someTerms, type SiteChange } from '../support/builders.ts';
import { another, sitesFound, putSites } from '../support/directory.ts';
import { dynamoDbClient } from '../support/dynamodb.ts';
import { aStore, type TestStore } from '../support/store.ts';
import { contents } from '../support/world.ts';

/** As matching sees a site: nothing of lock numbers and audit. */
const seen = ({ offer, intake }: ReturnType<typeof aSite>) => {
  const { version: _1, updatedAt: _2, auditHash: _3, ...anOffer } = offer;
  const { version: _4, updatedAt: _5, auditHash: _6, ...anIntake } = intake;
  return { offer: anOffer, intake: anIntake };
};

/** A directory that is kept: these sites, and a function that knows them. */
const aDirectory = async (...changes: readonly SiteChange[]) => {
  const kept = await aStore();
  await kept.store.directory.rebuild('CT');
  const sites = await putSites(kept, ...changes);
  for (const { offer } of sites) await kept.store.directory.keep(offer.facilityId, 'CT');
  const reader = await another(kept);
  await sitesFound(reader);
  return { ...kept, sites, reader };
};

const spoil = ({ items, tableName }: TestStore, key: Key, name: string, value: unknown) =>
  items.send(
    new UpdateCommand({
      TableName: tableName,
      Key: key,
      UpdateExpression: 'SET #name = :value',
      ExpressionAttributeNames: { '#name': name },
      ExpressionAttributeValues: { ':value': value },
    }),
  );

test('every open intake with a free seat is a site, with the offer of its facility', async () => {
  const { reader, sites } = await aDirectory(
    { facilityId: 'fac_one1' },
    { facilityId: 'fac_one1', discipline: 'MRI' },
    { facilityId: 'fac_two2', mark: 'spring' },
    { facilityId: 'fac_two2', mark: 'summer' },
  );
  const [elsewhere, , spring, summer] = sites.map(seen);
  expect(await sitesFound(reader)).toEqual([elsewhere, spring, summer]);
});

test.for([
  ['a facility that is not open', { facility: { open: false } }],
  ['a facility that did not opt in', { terms: { optedIn: false } }],
  ['a closed intake', { intake: { closed: true } }],
  ['a full intake', { intake: { seats: 2, seatsTaken: 2 } }],
] as const)('no site: %s', async ([, change]) => {
  const { reader } = await aDirectory(change);
  expect(await sitesFound(reader)).toEqual([]);
});

test('a site goes and comes back with its seats, its opt-in and its doors', async () => {
  const { store, reader, sites } = await aDirectory({ intake: { seats: 1 } });
  const [{ offer, intake } = aSite()] = sites;
  const count = async () => {
    await store.directory.keep(offer.facilityId, 'CT');
    return (await sitesFound(reader)).length;
  };
  expect(await count()).toBe(1);

  await store.commit([store.intakes.takeSeat(intake)]);
  expect(await count()).toBe(0);
  await store.commit([store.intakes.releaseSeat(intake.id)]);
  expect(await count()).toBe(1);

  const out = { ...offer, version: 2, terms: someTerms({ optedIn: false }) };
  await store.commit([store.siteOffers.update(offer, out)]);
  expect(await count()).toBe(0);
  await store.commit([store.siteOffers.update(out, { ...offer, version: 3 })]);
  expect(await count()).toBe(1);

  const closed = { ...intake, version: 2, closed: true };
  await store.commit([store.intakes.update(intake, closed)]);
  expect(await count()).toBe(0);
  await store.commit([store.intakes.update(closed, { ...intake, version: 3 })]);
  expect(await count()).toBe(1);
});

test('a lookup by a function that knows the directory is one query of half a read unit, or one for the latest', async () => {
  const client = dynamoDbClient();
  const bill: unknown[] = [];
  client.middlewareStack.add(
    (send, { commandName }) =>
      async (args) => {
        Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
        const answer = await send(args);
        const { ConsumedCapacity: capacity } = answer.output as { ConsumedCapacity?: { CapacityUnits?: number } };
        bill.push([commandName, capacity?.CapacityUnits]);
        return answer;
      },
    { step: 'initialize' },
  );
  const kept = await aDirectory({});
  const { store } = await another(kept, client);
  await store.directory.openSites('CT');
  bill.length = 0;
  await store.directory.openSites('CT');
  await store.directory.openSites('CT', { latest: true });
  expect(bill).toEqual([
    ['QueryCommand', 0.5],
    ['QueryCommand', 1],
  ]);
});

const directoryIn = (items: readonly string[]) => items.filter((item) => item.includes('DIRECTORY#'));

test('keeping what is known already writes nothing', async () => {
  const kept = await aDirectory({});
  const before = await contents(kept);
  expect(await kept.store.directory.keep('fac_birch', 'CT')).toEqual({ changed: false });
  expect(await kept.reader.store.directory.keep('fac_birch', 'CT')).toEqual({ changed: false });
  // A lock number is nobody's business here.
  const [{ offer } = aSite()] = kept.sites;
  await kept.store.commit([kept.store.siteOffers.update(offer, { ...offer, version: 2 })]);
  expect(await kept.store.directory.keep('fac_birch', 'CT')).toEqual({ changed: false });
  expect(directoryIn(await contents(kept))).toEqual(directoryIn(before));
});

test('before anybody made the directory the facilities themselves are read', async () => {
  const kept = await aStore();
  const [site = aSite()] = await putSites(kept, {});
  expect(await sitesFound(kept)).toEqual([seen(site)]);
  expect(await sitesFound(kept, 'MRI')).toEqual([]);
});

test('a function whose last change was tidied away, or that hears of another generation, loads anew', async () => {
  const { store, reader, sites, ...kept } = await aDirectory({ facilityId: 'fac_one1' }, { facilityId: 'fac_two2' });
  await kept.items.send(new DeleteCommand({ TableName: kept.tableName, Key: changeKey('CT', 2) }));
  // The log now ends with the first change, and so does what can be known.
  expect(await sitesFound(reader)).toEqual([seen(sites[0] ?? aSite())]);

  await store.directory.rebuild('CT');
  expect(await sitesFound(reader)).toEqual(sites.map(seen));
});

test('what the directory has wrong is right after it was made anew, for functions that know it too', async () => {
  const { reader, sites, ...kept } = await aDirectory({});
  const [{ intake } = aSite()] = sites;
  // A change that no message told of.
  await kept.store.commit([kept.store.intakes.takeSeat(intake)]);
  expect(await sitesFound(reader)).toMatchObject([{ intake: { seatsTaken: 0 } }]);
  await (await another(kept)).store.directory.rebuild('CT');
  expect(await sitesFound(reader)).toMatchObject([{ intake: { seatsTaken: 1 } }]);
});

test('a base whose pieces are missing is set aside, and the facilities are read until it is made anew', async () => {
  const kept = await aDirectory({});
  await kept.store.directory.rebuild('CT');
  await spoil(kept, currentKey('CT'), 'chunks', 2);
  const fresh = await another(kept);
  expect(await sitesFound(fresh)).toEqual(kept.sites.map(seen));
  expect(fresh.quarantined).toEqual(['DIRECTORY#CT/BASE: incomplete']);
  await fresh.store.directory.keep('fac_birch', 'CT');
  expect(await sitesFound(await another(kept))).toEqual(kept.sites.map(seen));
});

test('a change that cannot be read is set aside and stops no other', async () => {
  const { sites, ...kept } = await aDirectory({ facilityId: 'fac_bad1' }, { facilityId: 'fac_good1' });
  await spoil(kept, changeKey('CT', 1), 'packed', Buffer.from('not packed'));
  const fresh = await another(kept);
  expect(await sitesFound(fresh)).toEqual([seen(sites[1] ?? aSite())]);
  expect(fresh.quarantined).toEqual([`DIRECTORY#CT/CHANGE#000000000001: packed: invalid_format`]);

  await kept.items.send(
    new PutCommand({
      TableName: kept.tableName,
      Item: { ...changeKey('CT', 3), kind: 'from-the-future', facilityId: 7 },
    }),
  );
  expect(await sitesFound(fresh)).toEqual([seen(sites[1] ?? aSite())]);
  await fresh.store.directory.keep('fac_bad1', 'CT');
  expect(await sitesFound(fresh)).toEqual(sites.map(seen));
});

test('an offer that cannot be read takes its facility out of the directory, and nobody else', async () => {
  const { sites, reader, ...kept } = await aDirectory({ facilityId: 'fac_bad1' }, { facilityId: 'fac_good1' });
  await spoil(kept, { pk: 'FACILITY#fac_bad1', sk: 'SITE#CT' }, 'terms', 'none');
  await kept.store.directory.keep('fac_bad1', 'CT');
  expect(await sitesFound(reader)).toEqual([seen(sites[1] ?? aSite())]);
  expect(kept.quarantined).toContain('FACILITY#fac_bad1/SITE#CT: terms: invalid_type');
});
