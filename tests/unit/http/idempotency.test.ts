import { beforeAll, describe, expect, test } from 'vitest';
import { rejectRequest } from '../../../shared/contracts/coordinator.ts';
import { createProgram } from '../../../shared/contracts/upkeep.ts';
import { examples } from '../../../shared/contracts/examples.ts';
import { answerBrief } from '../../../shared/contracts/brief.ts';
import type { Route } from '../../../shared/contracts/route.ts';
import { submitRequest } from '../../../shared/contracts/technologist.ts';
import { aRequest } from '../../support/builders.ts';
import { contents, requestNow, seedRequest } from '../../support/world.ts';
import { jsonEvent, type EventChange } from './an-event.ts';
import { seedPlacement } from './seeds.ts';
import { aService, tokenFor, type Service } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await aService();
});

const post = async (route: Route, body: unknown, key: string, change: EventChange = {}) => {
  const { statusCode, body: text = '' } = await service.answer(
    route.served,
    jsonEvent(route, body, { ...change, headers: { 'idempotency-key': key, ...change.headers } }),
  );
  return { statusCode, answer: JSON.parse(text) as Record<string, unknown> };
};

describe('a repeated POST with one Idempotency-Key', () => {
  test('has one effect, and gets the first answer again', async () => {
    const first = await post(submitRequest, examples['submitRequest'], 'submit-1');
    const after = await contents(service);
    const second = await post(submitRequest, examples['submitRequest'], 'submit-1');
    expect(second).toEqual(first);
    expect(await contents(service)).toEqual(after);
  });

  test('gets its answer even when the first one used the link up', async () => {
    await seedPlacement(service, 'repeat', {});
    const bearer = tokenFor({ purpose: 'answer', subject: 'req_repeat-1', version: 1 });
    const first = await post(answerBrief, { answer: 'yes' }, 'yes-1', { bearer });
    expect(first).toMatchObject({ statusCode: 200, answer: { status: 'accepted' } });
    expect(await post(answerBrief, { answer: 'yes' }, 'yes-1', { bearer })).toEqual(first);
    expect(await post(answerBrief, { answer: 'yes' }, 'yes-2', { bearer })).toMatchObject({ statusCode: 401 });
  });

  test('with another body is a mistake', async () => {
    await post(submitRequest, examples['submitRequest'], 'submit-2');
    const other = { ...(examples['submitRequest'] as object), zip: '02115' };
    expect(await post(submitRequest, other, 'submit-2')).toMatchObject({
      statusCode: 422,
      answer: { code: 'idempotency-mismatch' },
    });
  });

  test('of another caller is another call', async () => {
    const terms = { ...(examples['createProgram'] as object), affiliations: [] };
    const one = await post(createProgram, terms, 'program-1', { groups: '[coordinator]', sub: 'coordinator-1' });
    const other = await post(createProgram, terms, 'program-1', { groups: '[coordinator]', sub: 'coordinator-2' });
    expect(other.statusCode).toBe(201);
    expect(other.answer['programId']).not.toBe(one.answer['programId']);
  });

  test('on another thing is another call', async () => {
    for (const id of ['req_keyOne', 'req_keyTwo'])
      await seedRequest(service, aRequest({ id, personKey: `person-${id}` }));
    for (const requestId of ['req_keyOne', 'req_keyTwo']) {
      const change = { groups: '[coordinator]', params: { requestId } };
      const answer = await post(rejectRequest, { version: 1, reason: 'No site in sight.' }, 'reject-1', change);
      expect(answer).toMatchObject({ statusCode: 200, answer: { requestId } });
      expect((await requestNow(service, requestId)).status).toBe('rejected');
    }
  });

  test.each(['', ' ', 'with space', 'ü', 'x'.repeat(129), 'tab\t'])('"%s" is no key', async (key) => {
    expect(await post(submitRequest, examples['submitRequest'], key)).toMatchObject({
      statusCode: 422,
      answer: { errors: [{ field: 'Idempotency-Key' }] },
    });
  });
});
