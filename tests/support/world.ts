import { fileURLToPath } from 'node:url';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { randomIds } from '../../functions/random-ids.ts';
import type { Actor } from '../../shared/domain/audit.ts';
import { later } from '../../shared/domain/durations.ts';
import { digestOf, type Facility } from '../../shared/domain/facility.ts';
import type { Offer } from '../../shared/domain/offer.ts';
import type { PlacementRequest } from '../../shared/domain/placement-request.ts';
import type { Result } from '../../shared/domain/result.ts';
import { loadPlaces } from '../../shared/geo/places.ts';
import { networkKeys } from '../../shared/links/network-keys.ts';
import { personKeys } from '../../shared/links/person-keys.ts';
import type { Call, Ports, Store, Write } from '../../shared/usecases/ports.ts';
import { aFacility, aRequest, aSite, type SiteChange } from './builders.ts';
import { dynamoDbClient } from './dynamodb.ts';
import { aStore, type TestStore } from './store.ts';

const places = loadPlaces(fileURLToPath(new URL('../../shared/geo/zip-points.bin', import.meta.url)));
const secret = { keys: new Map([['k1', 'a link secret of these tests, long enough']]), current: 'k1' };

/** The real use-cases on the real store, in a table of their own, with a clock that the test moves. */
export interface World extends TestStore {
  readonly ports: Ports;
  /** Lets time go by. */
  readonly pass: (amount: number, unit: 'minute' | 'hour' | 'day') => void;
}

export const periods = { confirmHours: 48, answerDays: 7, reminders: 2, undoMinutes: 30, sweepMinutes: 5 };

export const budget = { maxOpenBriefs: 3, maxBriefsAMonth: 8, restDaysAfterNo: 60 };

/** More than a test sends that is about something else. */
const formLimits = { perNetworkADay: 1000, anHour: 1000 };

export const aWorld = async (client = dynamoDbClient()): Promise<World> => {
  const kept = await aStore({ client });
  return {
    ...kept,
    pass: (amount, unit) => {
      kept.clock.time = later(kept.clock.time, amount, unit);
    },
    ports: {
      store: kept.store,
      clock: { now: () => new Date(kept.clock.time) },
      ids: randomIds,
      places,
      personKeys: personKeys(() => Promise.resolve(secret)),
      networkKeys: networkKeys(() => Promise.resolve(secret)),
      formLimits,
      periods,
      matching: { detourFactor: 1.3, milesPerHour: 50, restMinutes: 0 },
      budget,
    },
  };
};

/** The same ports, with something done between what a use-case reads and its first try to write. */
export const interrupted = (ports: Ports, meanwhile: () => Promise<unknown>): Ports => {
  let done = false;
  const commit: Store['commit'] = async (writes, idempotency) => {
    if (!done) {
      done = true;
      await meanwhile();
    }
    return ports.store.commit(writes, idempotency);
  };
  return { ...ports, store: { ...ports.store, commit } };
};

const as = (kind: Actor['kind'], id: string): Call => ({ actor: { kind, id } });
export const coordinator = as('coordinator', 'coordinator-1');
export const technologist = (requestId: string): Call => as('technologist', requestId);
export const facilityContact = (facilityId: string): Call => as('facility', facilityId);
/** Somebody at a form: the use-case says itself who that is. */
export const anyone = as('service', 'public');
export const withKey = (call: Call, key: string, bodyHash = 'one body'): Call => ({
  ...call,
  idempotency: { key, bodyHash },
});

/** The value; a refusal fails the test with what it says. */
export const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
};

/** The refusal; a value fails the test. */
export const refusal = (result: Result<unknown>) => {
  if (result.ok) throw new Error(`not refused: ${JSON.stringify(result.value)}`);
  return result.refusal;
};

const commit = async ({ store }: World, writes: readonly Write[]): Promise<void> => {
  value(await store.commit(writes));
};

export interface SiteSeed extends SiteChange {
  readonly profile?: Partial<Facility['profile']>;
  readonly status?: Facility['status'];
}

/** An open facility near the default request, with one site offer and one intake that fit it. */
export const seedSite = async (world: World, { profile, status = 'open', ...change }: SiteSeed = {}) => {
  const facility = aFacility({
    id: change.facilityId ?? 'fac_birch',
    status,
    ...(profile && { profile }),
    ...(change.facility?.healthSystemId && { healthSystemId: change.facility.healthSystemId }),
  });
  const site = aSite({ ...change, facility: { ...digestOf(facility), ...change.facility } });
  const { store } = world;
  await commit(world, [
    store.facilities.create(facility),
    store.siteOffers.create(site.offer),
    store.intakes.create(site.intake),
  ]);
  return { facility, ...site };
};

/** A second intake, or a second discipline's, of a facility that is there already. */
export const seedIntake = async (world: World, change: SiteChange) => {
  const { intake } = aSite(change);
  await commit(world, [world.store.intakes.create(intake)]);
  return intake;
};

export const seedRequest = async (world: World, request: PlacementRequest = aRequest()) => {
  const { store } = world;
  await commit(world, [store.requests.create(request), store.people.openRequest(request.personKey, request.id)]);
  return request;
};

/** An offer that holds its seat, with a request that has counted it. */
export const seedOffer = async (world: World, offer: Offer) => {
  const { store } = world;
  const intake = await store.intakes.get(offer.intakeId);
  if (intake === null) throw new Error('seed the site first');
  await commit(world, [store.offers.create(offer), store.intakes.takeSeat(intake)]);
  return offer;
};

export const requestNow = async ({ store }: World, id = 'req_alder1'): Promise<PlacementRequest> => {
  const request = await store.requests.get(id);
  if (request === null) throw new Error(`no request ${id}`);
  return request;
};

export const offerNow = async ({ store }: World, id = 'req_alder1-1'): Promise<Offer> => {
  const offer = await store.offers.get(id);
  if (offer === null) throw new Error(`no offer ${id}`);
  return offer;
};

export const seatsTaken = async ({ store }: World, intakeId = 'fac_birch-CT-k3f9') =>
  (await store.intakes.get(intakeId))?.seatsTaken;

/** Kinds of the mails queued about something, in the order of the alphabet. */
export const mailsAbout = async ({ store }: World, subject: string): Promise<string[]> =>
  (await store.outbox.ofSubject(subject)).map(({ kind }) => kind).toSorted();

/** The actions that the audit of something tells of. */
export const auditOf = async ({ store }: World, id: string): Promise<string[]> =>
  (await store.audit.of(id)).map(({ action }) => action);

/** The same text for the same item, in whatever order its attributes come. */
const canonical = (_: string, part: unknown): unknown => {
  if (part instanceof Set) return [...part].map(String).toSorted();
  return part !== null && typeof part === 'object' && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : part;
};

/** Everything in the table, to compare. */
export const contents = async ({ items, tableName }: Pick<TestStore, 'items' | 'tableName'>): Promise<string[]> => {
  const found: string[] = [];
  let after: Record<string, unknown> | undefined;
  do {
    const page = await items.send(new ScanCommand({ TableName: tableName, ExclusiveStartKey: after }));
    found.push(...(page.Items ?? []).map((item) => JSON.stringify(item, canonical)));
    after = page.LastEvaluatedKey;
  } while (after !== undefined);
  return found.toSorted();
};

/** Does something that must be refused, and holds that nothing in the table is other than before. */
export const refusedWithoutTrace = async (world: World, act: () => Promise<Result<unknown>>) => {
  const before = await contents(world);
  const refused = refusal(await act());
  expect(await contents(world)).toEqual(before);
  return refused;
};
