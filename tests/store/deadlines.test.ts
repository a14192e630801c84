import { expect, test } from 'vitest';
import { aFacility, aMail, anOffer, aRequest } from '../support/builders.ts';
import { aStore } from '../support/store.ts';

const soon = '2026-12-02T00:00:00.000Z';
const then = '2026-12-03T00:00:00.000Z';
const later = '2026-12-04T00:00:00.000Z';

test('what has a deadline is found when it has come, and not before', async () => {
  const { store } = await aStore();
  const request = aRequest({ status: 'submitted', confirmBy: soon });
  const facility = aFacility({ status: 'claimed', confirmBy: then });
  const made = anOffer({ answerBy: then });
  const accepted = anOffer({ id: 'req_alder1-2', status: 'accepted', introduceAt: later });
  await store.commit([
    store.requests.create(request),
    store.facilities.create(facility),
    store.offers.create(made),
    store.offers.create(accepted),
    // A mail that waits is the sweeper's.
    store.outbox.enqueue(aMail({ updatedAt: soon })),
  ]);

  expect(await store.deadlines.due('2026-12-01T23:59:59.999Z', 10)).toEqual([]);
  expect(await store.deadlines.due(soon, 10)).toEqual([{ kind: 'request', request }]);
  const atThen = await store.deadlines.due(then, 10);
  expect(atThen).toHaveLength(3);
  expect(atThen).toEqual(
    expect.arrayContaining([
      { kind: 'request', request },
      { kind: 'facility', facility },
      { kind: 'offer', offer: made },
    ]),
  );
  expect(await store.deadlines.due(later, 10)).toContainEqual({ kind: 'offer', offer: accepted });
  expect(await store.deadlines.due(later, 2)).toHaveLength(2);
});

test('a question about consent is due when the time to answer it is over, and not when the introduction would be', async () => {
  const { store } = await aStore();
  const asked = anOffer({ status: 'accepted', technologistConsent: 'awaited', introduceAt: soon, answerBy: then });
  await store.commit([store.offers.create(asked)]);
  expect(await store.deadlines.due(soon, 10)).toEqual([]);
  expect(await store.deadlines.due(then, 10)).toEqual([{ kind: 'offer', offer: asked }]);
});

test('nothing is due by the clock after the end', async () => {
  const { store } = await aStore();
  await store.commit([
    store.offers.create(anOffer({ id: 'req_alder1-2', status: 'declined' })),
    store.requests.create(aRequest({ status: 'expired' })),
    store.facilities.create(aFacility({ status: 'open' })),
  ]);
  expect(await store.deadlines.due('2030-01-01T00:00:00.000Z', 10)).toEqual([]);
});

test('what was dealt with is not due any more', async () => {
  const { store } = await aStore();
  const made = anOffer({ answerBy: soon });
  await store.commit([store.offers.create(made)]);
  await store.commit([store.offers.update(made, anOffer({ status: 'lapsed', version: 2 }))]);
  expect(await store.deadlines.due(later, 10)).toEqual([]);
});
