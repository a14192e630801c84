import { expect, test } from 'vitest';
import { aSite, someTerms } from '../support/builders.ts';
import { aStore } from '../support/store.ts';

const { store } = await aStore();

const keep = async (...sites: readonly ReturnType<typeof aSite>[]) => {
  const offers = new Map(sites.map(({ offer }) => [offer.id, offer]));
  await store.commit([
    ...[...offers.values()].map(store.siteOffers.create),
    ...sites.map(({ intake }) => store.intakes.create(intake)),
  ]);
};

test('every open intake with a free seat is a site, with the offer of its facility', async () => {
  const spring = aSite({ facilityId: 'fac_two2', mark: 'spring' });
  const summer = aSite({ facilityId: 'fac_two2', mark: 'summer' });
  const elsewhere = aSite({ facilityId: 'fac_one1' });
  await keep(spring, summer, elsewhere, aSite({ facilityId: 'fac_one1', discipline: 'MRI' }));

  expect(await store.directory.openSites('CT')).toEqual([elsewhere, spring, summer]);
});

test.for([
  ['a facility that is not open', aSite({ discipline: 'BD', facility: { open: false } })],
  ['a facility that did not opt in', aSite({ discipline: 'BD', facilityId: 'fac_outside', terms: { optedIn: false } })],
  ['a closed intake', aSite({ discipline: 'BD', facilityId: 'fac_closed', intake: { closed: true } })],
  ['a full intake', aSite({ discipline: 'BD', facilityId: 'fac_full', intake: { seats: 2, seatsTaken: 2 } })],
] as const)('no site: %s', async ([, site]) => {
  await keep(site);
  expect(await store.directory.openSites('BD')).toEqual([]);
});

test('a site goes and comes back with its seats, its opt-in and its doors', async () => {
  const { offer, intake } = aSite({ discipline: 'CI', intake: { seats: 1 } });
  await keep({ offer, intake });
  const sites = async () => (await store.directory.openSites('CI')).length;
  expect(await sites()).toBe(1);

  await store.commit([store.intakes.takeSeat(intake)]);
  expect(await sites()).toBe(0);
  await store.commit([store.intakes.releaseSeat(intake.id)]);
  expect(await sites()).toBe(1);

  const out = { ...offer, version: 2, terms: someTerms({ optedIn: false }) };
  await store.commit([store.siteOffers.update(offer, out)]);
  expect(await sites()).toBe(0);
  await store.commit([store.siteOffers.update(out, { ...offer, version: 3 })]);
  expect(await sites()).toBe(1);

  const closed = { ...intake, version: 2, closed: true };
  await store.commit([store.intakes.update(intake, closed)]);
  expect(await sites()).toBe(0);
  await store.commit([store.intakes.update(closed, { ...intake, version: 3 })]);
  expect(await sites()).toBe(1);
});
