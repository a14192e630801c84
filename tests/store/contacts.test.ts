import { describe, expect, test } from 'vitest';
import { noContacts, withContact } from '../../shared/domain/contact-budget.ts';
import type { Offer } from '../../shared/domain/offer.ts';
import { anOffer, now } from '../support/builders.ts';
import { aStore } from '../support/store.ts';

const { store, quarantined } = await aStore();
const budget = { maxOpenBriefs: 3, maxBriefsAMonth: 8, restDaysAfterNo: 60 };

const offerTo = (facilityId: string, requestId = 'req_alder1'): Offer =>
  anOffer({ id: `${requestId}-1`, requestId, facilityId, intakeId: `${facilityId}-CT-k3f9` });

const note = async (offer: Offer) => {
  const before = await store.contacts.of(offer.facilityId);
  return store.commit([store.contacts.note(before, withContact(before, offer, budget, now))]);
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

  test('are not written over what somebody noted meanwhile, the very first contact included', async () => {
    const before = await store.contacts.of('fac_race');
    const after = withContact(before, offerTo('fac_race'), budget, now);
    const refused = { ok: false, refusal: { code: 'contact-budget' } };
    expect(await store.commit([store.contacts.note(before, after)])).toEqual({ ok: true });
    expect(await store.commit([store.contacts.note(before, after)])).toEqual(refused);
    await store.commit([store.contacts.briefAnswered(offerTo('fac_race'), null)]);
    expect(
      await store.commit([store.contacts.note(after, withContact(after, offerTo('fac_race'), budget, now))]),
    ).toEqual(refused);
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
