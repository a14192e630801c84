import { expect, test } from 'vitest';
import { aRequest } from '../support/builders.ts';
import { aStore } from '../support/store.ts';

const { store } = await aStore();
await store.commit(['req_first1', 'req_second1'].map((id) => store.requests.create(aRequest({ id }))));

const refused = {
  ok: false,
  refusal: { code: 'invalid-input', field: 'cursor', detail: expect.any(String) as string },
};

const firstPage = await store.requests.inStatus('in-review', null, 1);
const cursor = firstPage.ok ? firstPage.value.cursor : null;
const [position = '', mac = ''] = (cursor ?? '').split('.');

test('a cursor leads to the next page, and to no other list', async () => {
  expect(await store.requests.inStatus('in-review', cursor, 1)).toMatchObject({
    ok: true,
    value: { items: [{ id: 'req_second1' }] },
  });
  expect(await store.requests.inStatus('on-hold', cursor, 1)).toEqual(refused);
  expect(await store.facilities.inStatus('awaiting-vetting', cursor, 1)).toEqual(refused);
});

test.for([
  ['nothing', ''],
  ['words', 'next please'],
  ['no signature', position],
  ['an empty signature', `${position}.`],
  ['a signature of another length', `${position}.${mac}AA`],
  ['the signature of another position', `${Buffer.from('{"pk":"REQUEST#req_x"}').toString('base64url')}.${mac}`],
  ['an altered position', `${position.slice(0, -2)}AA.${mac}`],
  ['characters outside ASCII', `${position}.\u{1F600}`],
] as const)('a cursor that was altered is refused: %s', async ([, altered]) => {
  expect(await store.requests.inStatus('in-review', altered, 1)).toEqual(refused);
});
