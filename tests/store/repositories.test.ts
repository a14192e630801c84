import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { noContacts } from '../../shared/domain/contact-budget.ts';
import {
  facilityKey,
  healthSystemKey,
  intakeKey,
  offerKey,
  programKey,
  requestKey,
  siteOfferKey,
} from '../../shared/store/keys.ts';
import type { Versioned } from '../../shared/domain/versioned.ts';
import type { Store, Write } from '../../shared/usecases/ports.ts';
import { aFacility, aHealthSystem, anOffer, aProgram, aRequest, aSite, someTerms } from '../support/builders.ts';
import { aStore } from '../support/store.ts';

const site = aSite();

/** One version on, changed by `change`. */
const next = <T extends Versioned>(before: T, change: Partial<T>): T => ({
  ...before,
  ...change,
  version: before.version + 1,
});

interface Kept {
  readonly key: { readonly pk: string; readonly sk: string };
  readonly create: Write;
  readonly createAgain: Write;
  readonly update: Write;
  readonly updateAgain: Write;
  readonly requireFirst: Write;
  readonly first: unknown;
  readonly second: unknown;
  readonly read: () => Promise<unknown>;
}

interface Repository<T> {
  readonly get: (id: string) => Promise<T | null>;
  readonly create: (value: T) => Write;
  readonly update: (before: T, after: T) => Write;
  readonly requireUnchanged: (value: T) => Write;
}

const kept = <T extends Versioned & { readonly id: string }>(
  repository: Repository<T>,
  key: (id: string) => Kept['key'],
  first: T,
  change: Partial<T>,
): Kept => {
  const second = next(first, change);
  return {
    key: key(first.id),
    first,
    second,
    create: repository.create(first),
    createAgain: repository.create(second),
    update: repository.update(first, second),
    updateAgain: repository.update(first, next(first, {})),
    requireFirst: repository.requireUnchanged(first),
    read: () => repository.get(first.id),
  };
};

describe.for<[string, (store: Store) => Kept]>([
  ['a request', (store) => kept(store.requests, requestKey, aRequest(), { offersMade: 1, match: null })],
  ['an offer', (store) => kept(store.offers, offerKey, anOffer(), { linkVersion: 2 })],
  ['a facility', (store) => kept(store.facilities, facilityKey, aFacility(), { healthSystemId: 'sys_laurel' })],
  [
    'a site offer',
    (store) => kept(store.siteOffers, siteOfferKey, site.offer, { terms: someTerms({ monthlyVolume: null }) }),
  ],
  ['an intake', (store) => kept(store.intakes, intakeKey, site.intake, { seats: 5 })],
  ['a program', (store) => kept(store.programs, programKey, aProgram(), { chargeCents: null })],
  [
    'a health system',
    (store) => kept(store.healthSystems, healthSystemKey, aHealthSystem(), { facilityIds: ['fac_birch'] }),
  ],
])('%s', ([, keptIn]) => {
  test('is created once, and read as it was written', async () => {
    const { store } = await aStore();
    const it = keptIn(store);
    expect(await it.read()).toBeNull();
    expect(await store.commit([it.create])).toEqual({ ok: true });
    expect(await it.read()).toEqual(it.first);

    expect(await store.commit([it.createAgain])).toEqual({ ok: false, refusal: { code: 'duplicate' } });
    expect(await it.read()).toEqual(it.first);
  });

  test('keeps an attribute of a newer version of the service through an update', async () => {
    const { store, items, tableName } = await aStore();
    const it = keptIn(store);
    await store.commit([it.create]);
    await items.send(
      new UpdateCommand({
        TableName: tableName,
        Key: it.key,
        UpdateExpression: 'SET fromTheFuture = :value',
        ExpressionAttributeValues: { ':value': { kept: true } },
      }),
    );

    expect(await store.commit([it.update])).toEqual({ ok: true });
    expect(await it.read()).toEqual(it.second);
    const { Item: item } = await items.send(new GetCommand({ TableName: tableName, Key: it.key }));
    expect(item).toMatchObject({ fromTheFuture: { kept: true } });
  });

  test('is not changed from a version that is no longer the stored one', async () => {
    const { store } = await aStore();
    const it = keptIn(store);
    await store.commit([it.create]);
    await store.commit([it.update]);

    expect(await store.commit([it.updateAgain])).toEqual({ ok: false, refusal: { code: 'stale-version' } });
    expect(await it.read()).toEqual(it.second);
  });

  test('lets others through while it is as it was read, and nothing afterwards', async () => {
    const { store } = await aStore();
    const it = keptIn(store);
    const another = (id: string) => store.requests.create(aRequest({ id }));
    await store.commit([it.create]);

    expect(await store.commit([another('req_earlier1'), it.requireFirst])).toEqual({ ok: true });
    expect(await it.read()).toEqual(it.first);

    await store.commit([it.update]);
    expect(await store.commit([another('req_later1'), it.requireFirst])).toEqual({
      ok: false,
      refusal: { code: 'stale-version' },
    });
    expect(await store.requests.get('req_later1')).toBeNull();
  });
});

const { store, items, tableName } = await aStore();

test('a status other than the one decided on is refused although the version is the same', async () => {
  const request = aRequest({ id: 'req_status1', status: 'in-review' });
  const offer = anOffer({ id: 'req_status1-1', status: 'made' });
  const facility = aFacility({ id: 'fac_status', status: 'open' });
  await store.commit([store.requests.create(request), store.offers.create(offer), store.facilities.create(facility)]);

  const thought = {
    request: aRequest({ id: request.id, status: 'confirmed' }),
    offer: anOffer({ id: offer.id, status: 'accepted' }),
    facility: aFacility({ id: facility.id, status: 'paused' }),
  };
  const refused = { ok: false, refusal: { code: 'stale-version' } };
  expect(await store.commit([store.requests.update(thought.request, next(request, {}))])).toEqual(refused);
  expect(await store.commit([store.offers.update(thought.offer, next(offer, {}))])).toEqual(refused);
  expect(await store.commit([store.facilities.update(thought.facility, next(facility, {}))])).toEqual(refused);
  expect(await store.commit([store.requests.requireUnchanged(thought.request)])).toEqual(refused);
});

test('a new state leaves nothing of the former one behind', async () => {
  const submitted = aRequest({ id: 'req_states1', status: 'submitted' });
  const confirmed = next(aRequest({ id: submitted.id, status: 'confirmed' }), {});
  await store.commit([store.requests.create(submitted)]);
  await store.commit([store.requests.update(submitted, confirmed)]);

  const { Item: item } = await items.send(new GetCommand({ TableName: tableName, Key: requestKey(submitted.id) }));
  expect(item).not.toHaveProperty('confirmBy');
  expect(await store.requests.get(submitted.id)).toEqual(confirmed);
});

test('the offers of a request, the site offers and the intakes of a facility are read together, in order', async () => {
  const offers = [1, 2, 10].map((number) => anOffer({ id: `req_many1-${number}`, requestId: 'req_many1' }));
  const sites = (['CT', 'MRI'] as const).map((discipline) => aSite({ facilityId: 'fac_many', discipline }));
  const stranger = aSite({ facilityId: 'fac_many2' });
  const request = aRequest({ id: 'req_many1' });
  const facility = aFacility({ id: 'fac_many' });
  await store.commit([
    store.requests.create(request),
    store.facilities.create(facility),
    ...offers.map(store.offers.create),
    ...[...sites, stranger].flatMap(({ offer, intake }) => [
      store.siteOffers.create(offer),
      store.intakes.create(intake),
    ]),
  ]);

  expect(await store.requests.withOffers('req_many1')).toEqual({ request, offers });
  expect(await store.requests.ofOffer('req_many1-2')).toEqual({ request, offers, offer: offers[1] });
  expect(await store.requests.ofOffer('req_many1-3')).toBeNull();
  const [siteOffers, intakes] = [sites.map(({ offer }) => offer), sites.map(({ intake }) => intake)];
  const contacts = noContacts('fac_many');
  expect(await store.facilities.withSites('fac_many')).toEqual({ facility, siteOffers, intakes, contacts });
  expect(await store.facilities.withSites('fac_none')).toBeNull();
  expect(await store.siteOffers.ofFacility('fac_many')).toEqual(siteOffers);
  expect(await store.intakes.ofFacility('fac_many')).toEqual(intakes);
});

const line = (version: number) => ({
  of: 'req_audit1',
  version,
  at: '2026-12-01T15:00:00.000Z',
  actor: { kind: 'service' as const, id: 'test' },
  action: 'edit',
  from: null,
  to: 'confirmed',
  previousHash: '',
  hash: `hash-${version}`,
});

test('the audit chain of something is read in order, and no line can be written twice', async () => {
  const lines = Array.from({ length: 11 }, (_, index) => line(index + 1));
  const ofItsOffer = { ...line(1), of: 'req_audit1-1' };
  const [first, second, ...others] = lines.toReversed();
  for (const one of others) await store.commit([store.audit.append(one)]);
  await store.commit([first!, second!, ofItsOffer].map(store.audit.append));

  expect(await store.audit.of('req_audit1')).toEqual(lines);
  expect(await store.audit.of('req_audit1-1')).toEqual([ofItsOffer]);
  expect(await store.commit([store.audit.append({ ...line(3), action: 'forge' })])).toEqual({
    ok: false,
    refusal: { code: 'stale-version' },
  });
});
