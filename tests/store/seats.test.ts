import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aSite } from '../support/builders.ts';
import { dynamoDbClient } from '../support/dynamodb.ts';
import { aStore } from '../support/store.ts';
import { injectFaults, type Fault } from '../support/table-faults.ts';

const { intake } = aSite({ intake: { seats: 3 } });
const seatTaken = { ok: false, refusal: { code: 'seat-taken' } };

describe('200 people who want one of 3 seats at the same moment', () => {
  test.for<[string, (attempt: number) => Fault]>([
    ['a calm table', () => 'none'],
    ['two conflicts for everybody', (attempt) => (attempt <= 2 ? 'conflict' : 'none')],
    ['a lost answer for everybody', (attempt) => (attempt === 1 ? 'lost-answer' : 'none')],
  ])('exactly 3 get one and 197 are told that none is free: %s', async ([, fateOf]) => {
    // As many connections as people: none waits for another on this side.
    const client = dynamoDbClient({ requestHandler: { httpAgent: { maxSockets: 200 } } });
    injectFaults(client, fateOf);
    const { store: besieged } = await aStore({ client });
    await besieged.commit([besieged.intakes.create(intake)]);

    const results = await Promise.all(
      Array.from({ length: 200 }, () => besieged.commit([besieged.intakes.takeSeat(intake)])),
    );

    expect(results.filter(({ ok }) => ok)).toHaveLength(3);
    expect(results.flatMap((result) => (result.ok ? [] : [result.refusal.code]))).toEqual(
      Array.from({ length: 197 }, () => 'seat-taken'),
    );
    expect(await besieged.intakes.get(intake.id)).toMatchObject({ seatsTaken: 3, version: intake.version });
  });
});

describe('a seat is not to be had', async () => {
  const { store } = await aStore();
  test.for([
    ['of a full intake', aSite({ facilityId: 'fac_full', intake: { seats: 2, seatsTaken: 2 } }).intake],
    ['of a closed intake', aSite({ facilityId: 'fac_closed', intake: { closed: true } }).intake],
  ] as const)('%s', async ([, unavailable]) => {
    await store.commit([store.intakes.create(unavailable)]);
    expect(await store.commit([store.intakes.takeSeat(unavailable)])).toEqual(seatTaken);
  });

  test('of an intake that is not there', async () => {
    expect(await store.commit([store.intakes.takeSeat(aSite({ facilityId: 'fac_nowhere' }).intake)])).toEqual(
      seatTaken,
    );
  });

  test('of an intake whose dates were changed since they were read', async () => {
    const before = aSite({ facilityId: 'fac_dates' }).intake;
    const after = { ...before, version: 2, startsOn: '2027-01-11' };
    await store.commit([store.intakes.create(before)]);
    await store.commit([store.intakes.update(before, after)]);
    expect(await store.commit([store.intakes.takeSeat(before)])).toEqual(seatTaken);
    expect(await store.commit([store.intakes.takeSeat(after)])).toEqual({ ok: true });
  });
});

describe('a facility that edits an intake', async () => {
  const { store } = await aStore();
  const { intakes } = store;

  test('neither undoes nor is refused by seats that were taken meanwhile', async () => {
    const before = aSite({ facilityId: 'fac_edits', intake: { seats: 3 } }).intake;
    await store.commit([intakes.create(before)]);
    await store.commit([intakes.takeSeat(before)]);

    expect(await store.commit([intakes.update(before, { ...before, version: 2, seats: 2 })])).toEqual({ ok: true });
    expect(await intakes.get(before.id)).toEqual({ ...before, version: 2, seats: 2, seatsTaken: 1 });
  });

  test('cannot have fewer seats than are taken', async () => {
    const before = aSite({ facilityId: 'fac_fewer', intake: { seats: 3 } }).intake;
    await store.commit([intakes.create(before)]);
    await store.commit([intakes.takeSeat(before)]);
    await store.commit([intakes.takeSeat(before)]);

    expect(await store.commit([intakes.update(before, { ...before, version: 2, seats: 1 })])).toEqual({
      ok: false,
      refusal: { code: 'stale-version' },
    });
    expect(await intakes.get(before.id)).toMatchObject({ seats: 3, seatsTaken: 2, version: 1 });
  });
});

test('no more seats are released than were taken', async () => {
  const { store } = await aStore();
  await store.commit([store.intakes.create(intake)]);
  expect(await store.commit([store.intakes.releaseSeat(intake.id)])).toMatchObject({ ok: false });
  expect(await store.intakes.get(intake.id)).toMatchObject({ seatsTaken: 0 });
});

test('whatever happens at once, the count is of the seats that were given, and within the seats there are', async () => {
  const { store } = await aStore();
  const { intakes } = store;
  const deed = fc.oneof(fc.constant('take' as const), fc.constant('release' as const), fc.integer({ min: 1, max: 4 }));
  let run = 0;

  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 16 }), async (deeds) => {
      run += 1;
      const before = aSite({ facilityId: `fac_run${run}x`, intake: { seats: 2 } }).intake;
      await store.commit([intakes.create(before)]);
      // The facility's edits leave the version as it is here, so that they meet as many seats as they can.
      const writeOf = (what: (typeof deeds)[number]) => {
        if (what === 'take') return intakes.takeSeat(before);
        if (what === 'release') return intakes.releaseSeat(before.id);
        return intakes.update(before, { ...before, seats: what, updatedAt: '2026-12-01T16:00:00.000Z' });
      };
      const results = await Promise.all(deeds.map((what) => store.commit([writeOf(what)])));

      const done = deeds.filter((_, index) => results[index]?.ok);
      const given = done.filter((what) => what === 'take').length - done.filter((what) => what === 'release').length;
      const after = await intakes.get(before.id);
      expect(after?.seatsTaken).toBe(given);
      expect(after?.seatsTaken).toBeLessThanOrEqual(after?.seats ?? -1);
    }),
    { numRuns: 25 },
  );
});
