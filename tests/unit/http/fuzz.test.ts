import * as fc from 'fast-check';
import * as z from 'zod';
import { beforeAll, expect, test } from 'vitest';
import { Problem } from '../../../shared/contracts/common.ts';
import type { Route } from '../../../shared/contracts/route.ts';
import { publishedRoutes } from '../../../shared/contracts/routes.ts';
import { examples } from '../../../shared/contracts/examples.ts';
import { contents } from '../../support/world.ts';
import { anEvent, type EventChange } from './an-event.ts';
import { seedForEvents } from './seeds.ts';
import { aService, tokenFor, type Service } from './service.ts';

/*
 * Anything at all, sent to every route by somebody who may call it: never a fault of ours, a named field where input is
 * at fault, and nothing written.
 */

let service: Service;
let seeded: readonly string[];
beforeAll(async () => {
  service = await aService();
  await seedForEvents(service);
  seeded = await contents(service);
});

/** What somebody brings who may call a route that acts on `req_<route>` or `fac_<route>`. */
const admission = ({ access, id }: Route): EventChange => {
  switch (access.by) {
    case 'anyone':
      return {};
    case 'sign-in':
      return { groups: `[${access.roles[0]}]` };
    case 'session':
      return {};
    case 'link': {
      const subject = access.purpose.includes('facility') ? `fac_${id}` : `req_${id}`;
      return {
        bearer: tokenFor({
          purpose: access.purpose,
          subject: access.purpose === 'answer' ? `${subject}-1` : subject,
          version: 1,
        }),
      };
    }
  }
};

/** Texts that have broken parsers, keys, headers, pages and tables before. */
const hostileTexts = [
  '',
  ' ',
  '\0',
  '\r\nBcc: a@example.org',
  '\u202Efdp.exe',
  '\uFEFF',
  '<script>alert(1)</script>',
  '{{7*7}}',
  "' OR 1=1 --",
  '../../etc/passwd',
  '%00',
  '%c0%ae',
  '__proto__',
  'constructor',
  '-1',
  '1e400',
  '9'.repeat(400),
  'true',
  'null',
  '[]',
  '2027-02-30',
  '24:00',
  'req_x',
  'fac_readFacility-CT-k3f9',
  'A'.repeat(5000),
];
const hostile = fc.constantFrom(...hostileTexts);
const text = fc.oneof(hostile, fc.string({ unit: 'binary' }));
const json = fc.oneof(
  fc.jsonValue({ maxDepth: 4, noUnicodeString: false }),
  text,
  fc.dictionary(text, fc.jsonValue({ maxDepth: 2 })),
  fc.constantFrom<unknown>([], [[]], 0, -0, 1e308, Number.MAX_SAFE_INTEGER + 1, '', null, true),
);

const replaced = (object: object, name: string, value: unknown): unknown =>
  Object.assign({ ...object }, { [name]: value });

/** An example of ours with one of its values, however deep, replaced. */
const spoilt = (example: unknown): fc.Arbitrary<unknown> => {
  if (Array.isArray(example)) {
    const list: readonly unknown[] = example;
    return fc.oneof(json, ...list.map((inner, at) => spoilt(inner).map((bad) => list.with(at, bad))));
  }
  if (typeof example === 'object' && example !== null) {
    const one = Object.entries(example).map(([name, inner]) =>
      spoilt(inner).map((bad) => replaced(example, name, bad)),
    );
    return fc.oneof(
      json,
      ...one,
      text.map((name) => replaced(example, name, 1)),
    );
  }
  // Nothing that any field could hold: or else what is written would be no fault.
  return fc.constantFrom<unknown>(-0.5, '\u0001', ['\u0001'], { '\u0001': 1 }, '\uD800');
};

const asJson = fc.oneof(json, ...Object.values(examples).map(spoilt)).map((value) => JSON.stringify(value) ?? '');
const bodies = fc.oneof(
  fc.tuple(asJson, fc.constant('application/json'), fc.constant(false)),
  fc.tuple(text, fc.constant('application/json'), fc.boolean()),
  fc.tuple(fc.webQueryParameters(), fc.constant('application/x-www-form-urlencoded'), fc.boolean()),
  fc.tuple(text, text, fc.boolean()),
);

const requests = fc.record({
  body: fc.option(bodies, { nil: undefined, freq: 8 }),
  query: fc.option(fc.dictionary(text, text, { maxKeys: 4 }), { nil: undefined }),
  param: text,
  headers: fc.dictionary(fc.constantFrom('idempotency-key', 'accept', 'origin', 'sec-fetch-site', 'x-other'), text),
});

/** What a route would read of a body; `undefined`: no JSON. */
const readOf = (content: string | undefined, base64: boolean | undefined): unknown => {
  const read = Buffer.from(content ?? '', base64 === true ? 'base64' : 'utf8')
    .toString()
    .trim();
  try {
    return JSON.parse(read === '' ? '{}' : read);
  } catch {
    return undefined;
  }
};

/** Calls that say all that a route must be told, if only because it must be told nothing: what they write is no fault. */
const isRightCall = ({ method, body, params }: Route, { body: content, base64, query = {} }: EventChange): boolean =>
  method !== 'GET' &&
  params === undefined &&
  (body ?? z.strictObject({})).safeParse(readOf(content, base64)).success &&
  Object.keys(query).length === 0;

/** A problem about what was sent that names no field, or that is no problem document. */
const unnamedFault = (status: number, contentType: unknown, body: string): unknown => {
  if (contentType !== 'application/problem+json') return null;
  const { success, data: problem } = Problem().safeParse(JSON.parse(body));
  const isOfInput = [400, 413, 415, 422].includes(status);
  return success && (!isOfInput || (problem.errors ?? []).length > 0) ? null : body;
};

test.each(publishedRoutes)('$method $path', async (route) => {
  await fc.assert(
    fc.asyncProperty(requests, async ({ body, query, param, headers }) => {
      const [content, contentType, base64] = body ?? [];
      const change: EventChange = {
        ...admission(route),
        params: Object.fromEntries([...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, param])),
        headers: { ...(contentType !== undefined && { 'content-type': contentType }), ...headers },
        ...(query !== undefined && { query }),
        ...(content !== undefined && { body: content }),
        ...(base64 !== undefined && { base64 }),
      };
      fc.pre(!isRightCall(route, change));
      const event = anEvent(route, change);
      const { authorization } = anEvent(route, admission(route)).headers;
      Object.assign(event.headers, authorization === undefined ? {} : { authorization });

      const { statusCode = 0, headers: sent, body: answer = '' } = await service.answer(route.served, event);
      expect(statusCode).toBeGreaterThanOrEqual(200);
      expect(statusCode).toBeLessThan(500);
      expect(unnamedFault(statusCode, sent?.['content-type'], answer)).toBeNull();
    }),
    { numRuns: 40 },
  );
});

test('nothing of all this was written', async () => {
  const known = new Set(seeded);
  expect((await contents(service)).filter((item) => !known.has(item))).toEqual([]);
});
