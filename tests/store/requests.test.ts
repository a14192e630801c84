import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { PlacementRequest } from '../../shared/domain/placement-request.ts';
import { requestKey, requestToldKey, type Key } from '../../shared/store/keys.ts';
import { kindAttribute } from '../../shared/store/table.ts';
import { aRequest } from '../support/builders.ts';
import { aStore, type TestStore } from '../support/store.ts';

let stored: TestStore;
beforeEach(async () => {
  stored = await aStore();
});

const request = aRequest();
const later = { ...request, version: 2, offersMade: 1 };
const edited = { ...later, version: 3, wishes: { ...request.wishes, travelMiles: 5 } };

const raw = async (key: Key) =>
  (await stored.items.send(new GetCommand({ TableName: stored.tableName, Key: key }))).Item ?? {};
const change = async (before: PlacementRequest, after: PlacementRequest) => {
  const { store } = stored;
  expect(await store.commit([store.requests.update(before, after)])).toEqual({ ok: true, value: undefined });
};

describe('what a person told us', () => {
  beforeEach(async () => {
    await stored.store.commit([stored.store.requests.create(request)]);
  });

  test('lies apart from what the steps of the request write', async () => {
    const told = await raw(requestToldKey(request.id));
    expect(Object.keys(await raw(requestKey(request.id)))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(contact|home|wishes)$/)]),
    );
    await change(request, later);
    expect(await raw(requestToldKey(request.id))).toEqual(told);
    expect(await stored.store.requests.get(request.id)).toEqual(later);
  });

  test('is written by an edit', async () => {
    await change(request, later);
    await change(later, edited);
    expect(await stored.store.requests.get(request.id)).toEqual(edited);
  });

  test('is not edited by who saw an older version', async () => {
    await change(request, later);
    const { store } = stored;
    expect(await store.commit([store.requests.update(request, edited)])).toMatchObject({ ok: false });
    expect(await store.requests.get(request.id)).toEqual(later);
  });

  test('is never mixed with a request of before or after an edit', async () => {
    const stale = await raw(requestToldKey(request.id));
    await change(request, later);
    await change(later, edited);
    let reads = 0;
    stored.client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const done = await next(args);
          reads += commandName === 'QueryCommand' ? 1 : 0;
          const output = done.output as { Items?: Record<string, unknown>[] };
          if (commandName === 'QueryCommand' && reads === 1)
            output.Items = output.Items?.map((item) => (item['sk'] === stale['sk'] ? stale : item)) ?? [];
          return done;
        },
      { step: 'initialize' },
    );
    expect(await stored.store.requests.get(request.id)).toEqual(edited);
    expect(reads).toBe(2);
  });
});

test('a request from before it was kept in two items is read, changed and edited', async () => {
  await stored.items.send(
    new PutCommand({
      TableName: stored.tableName,
      Item: { ...requestKey(request.id), ...request, [kindAttribute]: 'request' },
    }),
  );
  expect(await stored.store.requests.get(request.id)).toEqual(request);
  await change(request, later);
  expect(await stored.store.requests.get(request.id)).toEqual(later);
  await change(later, edited);
  expect(await stored.store.requests.get(request.id)).toEqual(edited);
});
