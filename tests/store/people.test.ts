import { expect, test } from 'vitest';
import { aStore } from '../support/store.ts';

const { store, clock } = await aStore();
const { people } = store;
const day = '2026-12-01';
const until = (hour: number) => new Date(Date.UTC(2026, 11, 2, hour)).toISOString();

test('a person has two open requests at most, and room again when one closes', async () => {
  const open = (id: string) => store.commit([people.openRequest('alder', id)]);
  expect((await people.linkedTo('alder')).requests).toEqual([]);
  expect(await open('req_one1')).toEqual({ ok: true });
  expect(await open('req_two2')).toEqual({ ok: true });
  expect(await open('req_three3')).toEqual({ ok: false, refusal: { code: 'too-many-open-requests' } });

  await store.commit([people.closeRequest('alder', 'req_one1')]);
  expect(await open('req_three3')).toEqual({ ok: true });
  expect((await people.linkedTo('alder')).requests.toSorted()).toEqual(['req_three3', 'req_two2']);

  await store.commit([people.closeRequest('alder', 'req_two2')]);
  await store.commit([people.closeRequest('alder', 'req_three3')]);
  expect((await people.linkedTo('alder')).requests).toEqual([]);
});

test('of ten requests that one person opens at once, two are open', async () => {
  const ids = Array.from({ length: 10 }, (_, index) => `req_rush${index}`);
  const results = await Promise.all(ids.map((id) => store.commit([people.openRequest('rush', id)])));
  expect(results.filter(({ ok }) => ok)).toHaveLength(2);
  expect((await people.linkedTo('rush')).requests).toHaveLength(2);
});

test('mails to an address are counted by kind and day, up to the limit', async () => {
  const note = (onDay: string) => store.commit([people.noteMail('birch', 'confirmation', onDay, 2)]);
  expect(await people.mailsOn('birch', 'confirmation', day)).toBe(0);
  expect(await note(day)).toEqual({ ok: true });
  expect(await note(day)).toEqual({ ok: true });
  expect(await note(day)).toEqual({ ok: false, refusal: { code: 'duplicate' } });
  expect(await people.mailsOn('birch', 'confirmation', day)).toBe(2);

  expect(await people.mailsOn('birch', 'access-link', day)).toBe(0);
  expect(await people.mailsOn('cedar', 'confirmation', day)).toBe(0);
  expect(await note('2026-12-02')).toEqual({ ok: true });
});

test('an address that answered is counted anew', async () => {
  await store.commit([people.noteMail('dogwood', 'confirmation', day, 1)]);
  await store.commit([people.forgetMails('dogwood', 'confirmation', day)]);
  expect(await people.mailsOn('dogwood', 'confirmation', day)).toBe(0);
  expect(await store.commit([people.noteMail('dogwood', 'confirmation', day, 1)])).toEqual({ ok: true });
});

test('one transaction can count a mail, open a request and note what is pending', async () => {
  const writes = [
    people.noteMail('elm', 'confirmation', day, 1),
    people.openRequest('elm', 'req_elm1'),
    people.notePending('elm', 'req_elm1', '2026-12-04T15:00:00.000Z'),
  ];
  expect(await store.commit(writes)).toEqual({ ok: true });
});

test('what an address has yet to confirm is remembered until the time to do so is over, the newest 25', async () => {
  const subjects = Array.from({ length: 30 }, (_, hour) => `req_hour${hour}`);
  await store.commit(subjects.map((subject, hour) => people.notePending('fir', subject, until(hour))));

  expect(await people.pendingOf('fir')).toEqual(subjects.slice(5).toReversed());
  clock.time = until(28);
  expect(await people.pendingOf('fir')).toEqual(['req_hour29', 'req_hour28']);
});
