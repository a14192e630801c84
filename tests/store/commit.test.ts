import { describe, expect, test } from 'vitest';
import type { Store } from '../../shared/usecases/ports.ts';
import { aFacility, anOffer, aRequest, aSite } from '../support/builders.ts';
import { dynamoDbClient } from '../support/dynamodb.ts';
import { aStore } from '../support/store.ts';
import { injectFaults, type Fault } from '../support/table-faults.ts';

const { store, tableName, clock } = await aStore();

/** The same table, reached over a bad line. */
const over = async (fateOf: (attempt: number) => Fault): Promise<Store> => {
  const client = dynamoDbClient();
  injectFaults(client, fateOf);
  return (await aStore({ client, tableName })).store;
};

const refusedAs = (code: string) => ({ ok: false, refusal: { code } });

const call = (key: string, answer: unknown = { id: 'req_first1', list: [1, null, { deep: true }] }) => ({
  key,
  bodyHash: 'hash of the body',
  answer,
});

/** More than the SDK repeats by itself. */
const bad = (attempt: number): Fault => (attempt <= 4 ? 'lost-answer' : 'none');

describe('a transaction', () => {
  test('writes all or nothing, and is refused by its first write that is', async () => {
    const { intake } = aSite({ facilityId: 'fac_full', intake: { seats: 1, seatsTaken: 1 } });
    const request = aRequest({ id: 'req_whole1' });
    const offer = anOffer({ id: 'req_whole1-1' });
    await store.commit([store.intakes.create(intake), store.requests.create(request)]);

    const writes = [
      store.offers.create(offer),
      store.intakes.takeSeat(intake),
      store.requests.update({ ...request, version: 9 }, { ...request, version: 10 }),
    ];
    expect(await store.commit(writes)).toEqual(refusedAs('seat-taken'));
    expect(await store.commit(writes.toReversed())).toEqual(refusedAs('stale-version'));
    expect(await store.offers.get(offer.id)).toBeNull();
    expect(await store.requests.get(request.id)).toEqual(request);
  });

  test('that DynamoDB cannot understand is an error, and no refusal', async () => {
    const { intake } = aSite({ facilityId: 'fac_twice' });
    await store.commit([store.intakes.create(intake)]);
    const take = store.intakes.takeSeat(intake);
    await expect(store.commit([take, take])).rejects.toThrow(/multiple operations on one item/);
    expect(await store.intakes.get(intake.id)).toEqual(intake);
  });
});

describe('a call with an idempotency key', () => {
  test('has its effect once: the repeat is refused, and finds the answer of the first', async () => {
    expect(await store.answerTo('key-1')).toBeNull();
    expect(await store.commit([store.requests.create(aRequest({ id: 'req_first1' }))], call('key-1'))).toEqual({
      ok: true,
    });
    expect(
      await store.commit([store.requests.create(aRequest({ id: 'req_second1' }))], call('key-1', 'other')),
    ).toEqual({
      ok: false,
      refusal: { code: 'duplicate', field: 'Idempotency-Key' },
    });

    expect(await store.requests.get('req_second1')).toBeNull();
    const { answer, bodyHash } = call('key-1');
    expect(await store.answerTo('key-1')).toEqual({ answer, bodyHash });
  });

  test('is told of the repeat, not of what the first call left behind', async () => {
    const request = aRequest({ id: 'req_behind1' });
    const write = store.requests.create(request);
    await store.commit([write], call('key-2'));
    expect(await store.commit([write], call('key-2'))).toMatchObject({ refusal: { field: 'Idempotency-Key' } });
  });

  test('stores no answer when nothing was done', async () => {
    const { intake } = aSite({ facilityId: 'fac_none1' });
    expect(await store.commit([store.intakes.takeSeat(intake)], call('key-3'))).toEqual(refusedAs('seat-taken'));
    expect(await store.answerTo('key-3')).toBeNull();
  });

  test('that ran ten times at once took one seat', async () => {
    const { intake } = aSite({ facilityId: 'fac_ten10', intake: { seats: 20 } });
    await store.commit([store.intakes.create(intake)]);
    const results = await Promise.all(
      Array.from({ length: 10 }, () => store.commit([store.intakes.takeSeat(intake)], call('key-4'))),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await store.intakes.get(intake.id)).toMatchObject({ seatsTaken: 1 });
  });

  test('is remembered for 48 hours by the clock, whether DynamoDB has swept or not', async () => {
    await store.commit([store.requests.create(aRequest({ id: 'req_sweep1' }))], call('key-5'));
    const start = clock.time;
    clock.time = new Date(Date.parse(start) + 47.9 * 3_600_000).toISOString();
    expect(await store.answerTo('key-5')).not.toBeNull();

    clock.time = new Date(Date.parse(start) + 48.1 * 3_600_000).toISOString();
    expect(await store.answerTo('key-5')).toBeNull();
    expect(await store.commit([store.requests.create(aRequest({ id: 'req_sweep2' }))], call('key-5'))).toEqual({
      ok: true,
    });
    clock.time = start;
  });
});

describe('when the answer is lost', () => {
  test('the writes are done once, and that is what the caller is told', async () => {
    const line = await over(bad);
    const { intake } = aSite({ facilityId: 'fac_lost1' });
    const request = aRequest({ id: 'req_lost1' });
    await store.commit([store.intakes.create(intake)]);

    // Both conditions are false once the first try has succeeded.
    const writes = [line.requests.create(request), line.intakes.update(intake, { ...intake, version: 2 })];
    expect(await line.commit(writes)).toEqual({ ok: true });
    expect(await line.commit([line.intakes.takeSeat({ ...intake, version: 2 })])).toEqual({ ok: true });
    expect(await store.intakes.get(intake.id)).toEqual({ ...intake, version: 2, seatsTaken: 1 });
  });

  test('a refusal is a refusal all the same', async () => {
    const line = await over(bad);
    const facility = aFacility({ id: 'fac_lost2' });
    await store.commit([store.facilities.create(facility)]);
    expect(await line.commit([line.facilities.create(facility)])).toEqual(refusedAs('duplicate'));
  });

  test('every time, the caller is told that nobody knows', async () => {
    const line = await over(() => 'lost-answer');
    const { intake } = aSite({ facilityId: 'fac_lost3' });
    await store.commit([store.intakes.create(intake)]);
    await expect(line.commit([line.intakes.takeSeat(intake)])).rejects.toThrow('socket hang up');
    expect(await store.intakes.get(intake.id)).toMatchObject({ seatsTaken: 1 });
  });

  test('once, and conflicts follow, nobody is told that nothing was written', async () => {
    const line = await over((attempt) => (attempt === 1 ? 'lost-answer' : 'conflict'));
    await expect(line.commit([line.requests.create(aRequest({ id: 'req_lost4' }))])).rejects.toThrow(
      /TransactionConflict/,
    );
    expect(await store.requests.get('req_lost4')).not.toBeNull();
  });
});

describe('when others are in the way', () => {
  test('a few times, it is tried again', async () => {
    const line = await over((attempt) => (attempt <= 4 ? 'conflict' : 'none'));
    expect(await line.commit([line.requests.create(aRequest({ id: 'req_patient1' }))])).toEqual({ ok: true });
  });

  test('all the time, the caller is told to come back, and nothing was written', async () => {
    const line = await over(() => 'conflict');
    expect(await line.commit([line.requests.create(aRequest({ id: 'req_busy1' }))])).toEqual(refusedAs('busy'));
    expect(await store.requests.get('req_busy1')).toBeNull();
  });
});
