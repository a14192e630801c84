import { describe, expect, test } from 'vitest';
import { newContact, noContacts } from '../../shared/domain/contact-budget.ts';
import { later } from '../../shared/domain/durations.ts';
import type { Offer } from '../../shared/domain/offer.ts';
import { anOffer, now } from '../support/builders.ts';
import { aStore } from '../support/store.ts';

const { store, quarantined } = await aStore();
const budget = { maxOpenBriefs: 3, maxBriefsAMonth: 8, restDaysAfterNo: 60 };

const offerTo = (facilityId: string, requestId = 'req_alder1'): Offer =>
  anOffer({ id: `${requestId}-1`, requestId, facilityId, intakeId: `${facilityId}-CT-k3f9` });

const note = async (offer: Offer) => {
  const before = await store.contacts.of(offer.facilityId);
  return store.commit([store.contacts.note(before, newContact(before, offer, budget, now))]);
};

const refused = { ok: false, refusal: { code: 'contact-budget' } };

const introduce = async (facilityId: string, index: number, at: string) => {
  const before = await store.contacts.of(facilityId);
  const offer = { id: `req_direct${index}-1`, direct: true };
  return store.commit([store.contacts.note(before, newContact(before, offer, budget, at))]);
};

describe('the contacts of a facility', () => {
  test('are none before the first one', async () => {
    expect(await store.contacts.of('fac_never')).toEqual(noContacts('fac_never'));
  });

  test('hold an open brief until it is answered, and a no with its kind and instant', async () => {
    const offer = offerTo('fac_kept');
    expect(await note(offer)).toEqual({ ok: true });
    expect(await store.contacts.of('fac_kept')).toEqual({
      facilityId: 'fac_kept',
      version: 1,
      open: ['req_alder1-1'],
      recent: [{ offerId: 'req_alder1-1', at: now }],
      noes: [],
    });
    await store.commit([store.contacts.briefAnswered(offer, { at: now })]);
    expect(await store.contacts.of('fac_kept')).toMatchObject({
      version: 2,
      open: [],
      noes: [{ discipline: offer.discipline, track: offer.track, at: now }],
    });
    await store.commit([store.contacts.briefOpenAgain(offer)]);
    expect(await store.contacts.of('fac_kept')).toMatchObject({ version: 3, open: ['req_alder1-1'] });
    expect(await note(offerTo('fac_kept', 'req_aspen2'))).toEqual({ ok: true });
    expect((await store.contacts.of('fac_kept')).noes).toHaveLength(1);
  });

  test('never pass the budget, however many note one at the same moment', async () => {
    const before = await store.contacts.of('fac_crowd');
    const all = Array.from({ length: 20 }, (_, index) => offerTo('fac_crowd', `req_crowd${index}`));
    const noted = await Promise.all(
      all.map(async (offer) => store.commit([store.contacts.note(before, newContact(before, offer, budget, now))])),
    );
    expect(noted.filter(({ ok }) => ok)).toHaveLength(3);
    expect(noted.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 17 }, () => refused));
    expect(await store.contacts.of('fac_crowd')).toMatchObject({ version: 3, recent: { length: 3 } });
  });

  test('of a month are eight, direct introductions too, and the ninth follows when the first is a month old', async () => {
    for (let index = 0; index < 8; index += 1)
      expect(await introduce('fac_month', index, later(now, index, 'hour'))).toEqual({ ok: true });
    expect(await introduce('fac_month', 8, later(now, 29, 'day'))).toEqual(refused);
    expect(await introduce('fac_month', 8, later(now, 30, 'day'))).toEqual({ ok: true });
    const { open, recent } = await store.contacts.of('fac_month');
    expect([open, recent[0]?.offerId, recent.length]).toEqual([[], 'req_direct8-1', 9]);
  });

  test('are refused where a no was said since they were read', async () => {
    const before = await store.contacts.of('fac_noes');
    await store.commit([store.contacts.briefAnswered(offerTo('fac_noes'), { at: now })]);
    const contact = newContact(before, offerTo('fac_noes'), budget, now);
    expect(await store.commit([store.contacts.note(before, contact)])).toEqual(refused);
  });

  test('are dropped when many of them count no more, and a no with the next contact', async () => {
    await store.commit([store.contacts.briefAnswered(offerTo('fac_long'), { at: now })]);
    for (let index = 0; index < 33; index += 1)
      expect(await introduce('fac_long', index, later(now, 61 + 4 * index, 'day'))).toEqual({ ok: true });
    expect(await store.contacts.of('fac_long')).toMatchObject({ version: 34, noes: [], recent: { length: 9 } });
  });

  test('note the answer to a brief from before there were any', async () => {
    await store.commit([store.contacts.briefAnswered(offerTo('fac_before'), null)]);
    expect(await store.contacts.of('fac_before')).toMatchObject({ version: 1, open: [], recent: [], noes: [] });
  });

  test('are read for many facilities at once, more than one call of DynamoDB gives', async () => {
    const ids = Array.from({ length: 130 }, (_, index) => `fac_many${index}`);
    await Promise.all(ids.filter((_, index) => index % 2 === 0).map((id) => note(offerTo(id))));
    const found = await store.contacts.ofAll(ids);
    expect(found.size).toBe(65);
    expect(found.get('fac_many0')?.open).toEqual(['req_alder1-1']);
    expect(found.has('fac_many1')).toBe(false);
    expect(quarantined).toEqual([]);
  });
});
