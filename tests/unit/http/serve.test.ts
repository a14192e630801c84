import { beforeAll, describe, expect, test } from 'vitest';
import { homePage } from '../../../shared/contracts/pages.ts';
import { readRequest, submitRequest } from '../../../shared/contracts/technologist.ts';
import { Problem } from '../../../shared/contracts/common.ts';
import { examples } from '../../../shared/contracts/examples.ts';
import { refusalCodes } from '../../../shared/domain/refusal.ts';
import { ok, refuse } from '../../../shared/domain/result.ts';
import { apiRoutes } from '../../../shared/http/api-route.ts';
import type { HttpEvent } from '../../../shared/http/binding.ts';
import { openPage } from '../../../shared/http/page-route.ts';
import { problemKinds } from '../../../shared/http/problems.ts';
import { serve } from '../../../shared/http/serve.ts';
import type { UseCase } from '../../../shared/usecases/use-case.ts';
import { aRequest } from '../../support/builders.ts';
import { seedRequest } from '../../support/world.ts';
import { anEvent, formEvent, jsonEvent } from './an-event.ts';
import { aService, sendTo, tokenFor, type LogLine, type Service } from './service.ts';

type Submit = UseCase<typeof submitRequest>;

/** A function of one route, whose use-case does what a test wants to see the edge deal with. */
const functionThat = (submit: Submit) => {
  const lines: LogLine[] = [];
  const keep = (message: string, fields: LogLine['fields']) => lines.push({ message, fields });
  const handler = serve(
    [
      apiRoutes({ links: null, store: { answerTo: () => Promise.resolve(null) } })(submitRequest, submit),
      openPage(homePage, () => Promise.reject(new Error('the password is hunter2'))),
    ],
    { log: { info: keep, error: keep } },
  );
  return {
    lines,
    answer: (event: HttpEvent) => sendTo(handler, event),
    submit: () => sendTo(handler, jsonEvent(submitRequest, examples['submitRequest'])),
  };
};

describe('a fault of ours', () => {
  const secretError = Object.assign(new Error('item {"email":"robin@example.org"}'), {
    statusCode: 418,
    expose: true,
    Item: { email: 'robin@example.org' },
  });

  test('is told without what went wrong, and logged with it', async () => {
    const { submit, lines } = functionThat(() => Promise.reject(secretError));
    const { statusCode, headers, body = '' } = await submit();
    expect(statusCode).toBe(500);
    expect(headers?.['content-type']).toBe('application/problem+json');
    expect(Problem().parse(JSON.parse(body))).toMatchObject({ code: 'internal-error', requestId: 'request-1' });
    expect(body).not.toMatch(/robin|418|Error:|at /);
    const failure = lines.find(({ message }) => message === 'request failed');
    expect(failure?.fields).toMatchObject({ requestId: 'request-1', name: 'Error' });
    expect(failure?.fields).not.toHaveProperty('Item');
  });

  test('on a page is a page', async () => {
    const { answer } = functionThat(() => Promise.reject(secretError));
    const { statusCode, headers, body } = await answer(anEvent(homePage));
    expect(statusCode).toBe(500);
    expect(headers?.['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('request-1');
    expect(body).not.toContain('hunter2');
  });

  test('is an answer that does not fit its contract, too', async () => {
    const { submit, lines } = functionThat(() =>
      Promise.resolve(ok({ requestId: 'REQ 1', status: 'submitted' as const })),
    );
    expect((await submit()).statusCode).toBe(500);
    expect(JSON.stringify(lines)).toContain('submitRequest does not fit its schema at: requestId');
  });
});

test('an answer holds what its contract names, and nothing more', async () => {
  const answer = { requestId: 'req_abcd', status: 'submitted' as const, personKey: 'secret' };
  const { body = '' } = await functionThat(() => Promise.resolve(ok(answer))).submit();
  expect(JSON.parse(body)).toEqual({ requestId: 'req_abcd', status: 'submitted' });
});

describe('a refusal is a problem with the status and words of its code', () => {
  test.each(refusalCodes)('%s', async (code) => {
    const { statusCode, headers, body = '' } = await functionThat(() => Promise.resolve(refuse(code))).submit();
    const { status, title, detail } = problemKinds[code];
    expect(statusCode).toBe(status);
    expect(Problem().parse(JSON.parse(body))).toMatchObject({
      type: `/api/docs#problem-${code}`,
      title,
      status,
      detail,
      code,
    });
    expect(headers?.['www-authenticate']).toBe(status === 401 ? 'Bearer' : undefined);
    expect(headers?.['retry-after']).toBe(status === 503 ? '2' : undefined);
  });

  test('its own sentence and field go first', async () => {
    const refused = refuse('unknown-place', { field: 'zip', detail: 'There is no ZIP code 00000.' });
    const { body = '' } = await functionThat(() => Promise.resolve(refused)).submit();
    expect(JSON.parse(body)).toMatchObject({
      detail: 'There is no ZIP code 00000.',
      errors: [{ field: 'zip', detail: 'There is no ZIP code 00000.' }],
    });
  });
});

/** A call that no route of the API took. */
const unknown = (path: string, method = 'GET'): HttpEvent => {
  const event = anEvent({ method: 'GET', path });
  const { requestContext } = event;
  return {
    ...event,
    routeKey: '$default',
    requestContext: { ...requestContext, http: { ...requestContext.http, method } },
  };
};

describe('the four functions', () => {
  let service: Service;
  beforeAll(async () => {
    service = await aService();
    await seedRequest(service, aRequest({ id: 'req_logged' }));
  });

  test.each([
    ['a page', () => anEvent(homePage)],
    [
      'an answer',
      () =>
        anEvent(readRequest, { bearer: tokenFor({ purpose: 'request-access', subject: 'req_logged', version: 1 }) }),
    ],
    ['a refusal', () => anEvent(readRequest, { bearer: 'wrong' })],
  ])('send the security headers with %s', async (_, event) => {
    const { headers } = await service.answer('public-read', event());
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
    });
    expect(headers?.['content-security-policy']).toMatch(/^default-src 'none';.* frame-ancestors 'none'$/);
    expect(headers?.['content-security-policy']).not.toMatch(/unsafe|\*|data:|http/);
  });

  test('log a line for a request, with neither path nor token nor address in it', async () => {
    const token = tokenFor({ purpose: 'request-access', subject: 'req_logged', version: 1 });
    await service.answer('public-read', anEvent(readRequest, { bearer: token }));
    await service.answer(
      'public-act',
      formEvent({ method: 'POST', path: '/links' } as never, { email: 'robin@example.org' }),
    );
    expect(service.logged.length).toBeGreaterThan(1);
    expect(service.logged.at(-2)?.fields).toMatchObject({
      route: 'GET /api/request',
      status: 200,
      requestId: 'request-1',
    });
    expect(JSON.stringify(service.logged)).not.toMatch(/v1\.k1\.|example\.org|alder/i);
  });

  test('tell an unknown address, as a page or as a problem', async () => {
    const problem = await service.answer('api-docs', unknown('/api/nothing'));
    expect([problem.statusCode, problem.headers?.['content-type']]).toEqual([404, 'application/problem+json']);
    const page = await service.answer('api-docs', unknown('/nothing'));
    expect([page.statusCode, page.headers?.['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    const put = await service.answer('api-docs', unknown('/api/request/offers/req_abcd-1/consent', 'PUT'));
    expect([put.statusCode, put.headers?.['allow']]).toEqual([405, 'POST']);
    const remove = await service.answer('api-docs', unknown('/api/request', 'DELETE'));
    expect([remove.statusCode, remove.headers?.['allow']]).toEqual([405, 'GET, PUT']);
  });
});
