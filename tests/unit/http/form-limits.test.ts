import { beforeAll, describe, expect, test } from 'vitest';
import { linksForm } from '../../../shared/contracts/pages.ts';
import { mailAccessLink } from '../../../shared/contracts/technologist.ts';
import { aWorld } from '../../support/world.ts';
import { formEvent, jsonEvent } from './an-event.ts';
import { serviceOn, type Service } from './service.ts';

let service: Service;
beforeAll(async () => {
  const world = await aWorld();
  const formLimits = { perNetworkADay: 1, anHour: 100 };
  service = serviceOn({ ...world, ports: { ...world.ports, formLimits } });
});

const email = 'nobody@example.org';

/** Asks for links, with a header that says whence. */
const send = async (forwarded: string) =>
  service.answer(
    mailAccessLink.served,
    jsonEvent(mailAccessLink, { email }, { headers: { 'x-forwarded-for': forwarded } }),
  );

describe('a form beyond the limit of its network', () => {
  test('is refused with when to try again, whatever a header says of where it comes from', async () => {
    expect((await send('198.51.100.1')).statusCode).toBe(202);
    const { statusCode, headers, body = '' } = await send('203.0.113.9');
    expect({ statusCode, retryAfter: headers?.['retry-after'], type: headers?.['content-type'] }).toEqual({
      statusCode: 429,
      retryAfter: 'Wed, 02 Dec 2026 00:00:00 GMT',
      type: 'application/problem+json',
    });
    expect(JSON.parse(body)).toMatchObject({
      code: 'limit-reached',
      detail: expect.stringContaining('Please try again after 00:00 UTC on 2026-12-02.') as unknown,
    });
  });

  test('is refused in words where a person sent it', async () => {
    const { statusCode, headers, body } = await service.answer(linksForm.served, formEvent(linksForm, { email }));
    expect(statusCode).toBe(429);
    expect(headers?.['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('Too many forms for now');
    expect(body).toContain('Please try again after 00:00 UTC on 2026-12-02.');
  });

  test('is told to the operators by its route, and nothing of its sender', () => {
    const told = service.logged.filter(({ message }) => message === 'form refused');
    expect(told.map(({ fields }) => fields['formRefused'])).toEqual(['POST /api/access-links', 'POST /links']);
    expect(JSON.stringify(told)).not.toMatch(/192\.0\.2|203\.0\.113|example\.org/);
  });
});
