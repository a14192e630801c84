import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { facilityKey, requestKey, siteOfferKey, type Key } from '../../shared/store/keys.ts';
import { aFacility, aRequest, aSite } from '../support/builders.ts';
import { aStore } from '../support/store.ts';

describe('an item that cannot be read', async () => {
  const { store, items, tableName, quarantined } = await aStore();
  const spoil = (key: Key, name: string, value: unknown) =>
    items.send(
      new UpdateCommand({
        TableName: tableName,
        Key: key,
        UpdateExpression: 'SET #name = :value',
        ExpressionAttributeNames: { '#name': name },
        ExpressionAttributeValues: { ':value': value },
      }),
    );
  const [bad, good] = ['req_bad1', 'req_good1'].map((id, minute) =>
    aRequest({ id, status: 'submitted', submittedAt: `2026-12-01T15:0${minute}:00.000Z` }),
  );
  const first = aSite({ facilityId: 'fac_bad1' });
  const second = aSite({ facilityId: 'fac_good1' });
  await store.commit([
    ...[bad, good].flatMap((request) => (request === undefined ? [] : [store.requests.create(request)])),
    ...[first, second].flatMap(({ offer, intake }) => [store.siteOffers.create(offer), store.intakes.create(intake)]),
    ...['fac_bad1', 'fac_good1'].map((id) => store.facilities.create(aFacility({ id }))),
  ]);
  await spoil(requestKey('req_bad1'), 'contact', { name: 'Alder Example', email: 'secret at example.org' });
  await spoil(siteOfferKey(first.offer.id), 'terms', 'none');
  await spoil(facilityKey('fac_bad1'), 'status', 'vanished');

  test('is an error when it is asked for, and not an absence', async () => {
    await expect(store.requests.get('req_bad1')).rejects.toThrow(
      'The item REQUEST#req_bad1/REQUEST cannot be read as request.',
    );
    await expect(store.facilities.get('fac_bad1')).rejects.toThrow('FACILITY#fac_bad1/FACILITY');
  });

  test('stops no list and no page', async () => {
    expect(await store.siteOffers.ofFacility('fac_bad1')).toEqual([]);
    expect((await store.directory.openSites('CT')).all()).toMatchObject([{ offer: { facilityId: 'fac_good1' } }]);
    const page = await store.requests.inStatus('submitted', null, 1);
    expect(page).toMatchObject({ ok: true, value: { items: [] } });
    expect(await store.requests.inStatus('submitted', page.ok ? page.value.cursor : null, 1)).toMatchObject({
      value: { items: [{ id: 'req_good1' }] },
    });
  });

  test('holds up no deadline, even at the head of as many as are asked for', async () => {
    expect(await store.deadlines.due('2030-01-01T00:00:00.000Z', 1)).toEqual([{ kind: 'request', request: good }]);
  });

  test('is told of by its key and by what is wrong, not by what it holds', () => {
    expect(quarantined).toContain(
      'REQUEST#req_bad1/REQUEST: contact.email: invalid_format, contact.phone: invalid_type',
    );
    expect(quarantined).toContain('FACILITY#fac_bad1/SITE#CT: terms: invalid_type');
    expect(quarantined.join()).not.toMatch(/secret|Alder/);
  });
});

test('a stranger among those who wait is set aside like any other item', async () => {
  const { store, items, tableName, quarantined } = await aStore();
  const request = aRequest();
  await store.commit([store.requests.create(request)]);
  const stranger = { pk: 'X', sk: 'X', kind: 'from-the-future', listKey: 'REQUESTS#in-review', listOrder: 'a#CT' };
  await items.send(new PutCommand({ TableName: tableName, Item: stranger }));

  expect(await store.requests.waitingFor('CT')).toEqual([request]);
  expect(quarantined).toEqual([expect.stringMatching('^X/X: ')]);
});
