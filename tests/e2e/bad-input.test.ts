import { AdminCreateUserCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { hosts, wishes, type Applicant } from '../../local/demo/cast.ts';
import { found } from '../../local/demo/expect.ts';
import { approve, ask, caseOf, optIn } from '../../local/demo/steps.ts';
import { signIn } from '../../local/sign-in.ts';
import { Problem } from '../../shared/contracts/common.ts';
import { claimFacility } from '../../shared/contracts/facility.ts';
import { startRound } from '../../shared/contracts/rounds.ts';
import type { LinkPurpose, Route } from '../../shared/contracts/route.ts';
import { publishedRoutes as routes } from '../../shared/contracts/routes.ts';
import { submitRequest } from '../../shared/contracts/technologist.ts';
import { submit, open } from '../support/browser.ts';
import { startService, type Service } from '../support/service.ts';

/** Names that are markup, and end attributes and headers where nobody escapes them. */
const hostileName = `"><script>alert(1)</script>'&amp;`;

let service: Service;
/** A link of each kind that works, and the parts of addresses that exist. */
let links: Readonly<Record<LinkPurpose, string>>;
let parts: Readonly<Record<string, string>>;
/** An access token with every role. */
let admin: string;
let before: { readonly table: readonly string[]; readonly mails: number };

beforeAll(async () => {
  service = await startService();
  const { hospital, smallClinic } = hosts(service.today);
  const facilityId = await optIn(
    service,
    { ...hospital, profile: { ...hospital.profile, name: hostileName } },
    'Called back.',
  );
  const applicant = (name: string, email: string): Applicant => ({
    contact: { name, email, phone: null },
    zip: '52240',
    wishes: wishes(service.today, {}),
  });
  const requestId = await ask(service, applicant(hostileName, 'alder@example.org'));
  await approve(service, requestId, 1);
  const { id: offerId, intakeId } = found((await caseOf(service, requestId)).offers[0], 'an offer');
  await service.client.call(submitRequest, { body: applicant('Birch Invented', 'birch@example.org') });
  const { profile, contact, zip } = smallClinic;
  await service.client.call(claimFacility, { body: { profile, contact, zip, siteOffers: [] } });
  const { roundId } = await service.client.call(startRound, {
    token: service.coordinator,
    body: { disciplines: ['BD'] },
  });
  await submit(await open(`${service.cloud.api}/request`), { email: 'cedar@example.org' });
  links = {
    draft: await service.linkIn('cedar@example.org', 'request'),
    'confirm-request': await service.linkIn('birch@example.org', 'confirm'),
    'confirm-facility': await service.linkIn(contact.email, 'confirm'),
    'request-access': await service.linkIn('alder@example.org', 'status'),
    'facility-access': await service.linkIn(hospital.contact.email, 'facility'),
    answer: await service.linkIn(hospital.contact.email, 'answer'),
    unsubscribe: await service.linkIn(hospital.contact.email, 'unsubscribe'),
  };
  parts = {
    requestId,
    offerId,
    facilityId,
    intakeId,
    programId: 'prg_unknown',
    healthSystemId: 'sys_unknown',
    roundId,
    discipline: 'CT',
    name: 'any.css',
    mailId: `mail_${requestId}_request-received_1`,
    subject: requestId,
    kind: 'brief',
    suppressionId: 'sup_nobody',
    // The one step of a draft that keeps nothing of what is wrong.
    step: 'send',
  };
  admin = await signIn(service.cloud, { username: 'admin' });
  before = { table: await service.contents(), mails: service.cloud.mails().length };
});

afterAll(async () => service.stop());

const admissionOf = ({ access }: Route): Record<string, string> => {
  if (access.by === 'anyone') return {};
  return { authorization: `Bearer ${access.by === 'link' ? links[access.purpose] : admin}` };
};

/** The link that a page's address ends with. */
const tokenOf = ({ path }: Route): string => {
  const purposes = {
    confirm: 'confirm-request',
    answer: 'answer',
    status: 'request-access',
    facility: 'facility-access',
    unsubscribe: 'unsubscribe',
    request: 'draft',
  } as const;
  const page = found(
    /^\/(confirm|answer|status|facility|unsubscribe|request)\//.exec(path)?.[1],
    `a page in ${path}`,
  ) as keyof typeof purposes;
  return links[purposes[page]];
};

const pathOf = (route: Route, changed: Readonly<Record<string, string>> = {}): string =>
  route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => changed[name] ?? parts[name] ?? tokenOf(route));

interface Sending {
  readonly path?: string;
  readonly query?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

const send = async (route: Route, { path = pathOf(route), query = '', method, headers, body }: Sending) => {
  const response = await fetch(`${service.cloud.api}${path}${query}`, {
    method: method ?? route.method,
    headers: { ...admissionOf(route), ...headers },
    ...(body !== undefined && { body }),
  });
  return {
    response,
    text: await response.text(),
    about: `${route.id} ${query}${JSON.stringify({ path, headers, body })}`,
  };
};

type Sent = Awaited<ReturnType<typeof send>>;

/** Files, traces, and the names of what we are made of. */
const internals = /\.[tj]s:\d|\bat .+:\d+:\d+|node_modules|zod|Exception|TypeError|SyntaxError|dynamo|undefined/i;

/** The problem that a call was answered with: a fault of the caller's, in words that tell nothing of us. */
const problemIn = ({ response, text, about }: Sent): Problem => {
  expect(response.headers.get('content-type'), about).toBe('application/problem+json');
  expect(text, about).not.toMatch(internals);
  expect(response.status, `${about} ${text}`).toBeLessThan(500);
  const problem = Problem().parse(JSON.parse(text));
  expect(problem.status, about).toBe(response.status);
  return problem;
};

const fieldsAtFault = (sent: Sent): string[] => (problemIn(sent).errors ?? []).map(({ field }) => field);

/** The status of a page that refuses, in words that tell nothing of us. */
const statusOfRefusal = ({ response, text, about }: Sent): number => {
  expect(response.headers.get('content-type'), about).toMatch(/^text\/html/);
  expect(text, about).not.toMatch(internals);
  expect(text, about).not.toContain(hostileName);
  return response.status;
};

const api = routes.filter(({ path, served }) => path.startsWith('/api/') && served !== 'api-docs');
const forms = routes.filter(({ path, method }) => !path.startsWith('/api/') && method === 'POST');
const signedIn = api.filter(({ access }) => access.by === 'sign-in');

const namesOf = (schema: z.ZodType): readonly string[] => {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  return schema instanceof z.ZodDiscriminatedUnion
    ? schema.options.flatMap((option) => namesOf(option as z.ZodType))
    : [];
};

const json = { 'content-type': 'application/json' };
const deep = `${'['.repeat(2000)}${']'.repeat(2000)}`;
const halfCharacter = String.raw`"\ud800"`;
const hostileValues = [
  'null',
  '-1',
  '1e308',
  'true',
  '""',
  '[]',
  '{}',
  '[[]]',
  String.raw`"a\u0000b"`,
  halfCharacter,
  `"${'x'.repeat(5000)}"`,
];

/** Bodies that no JSON route takes: broken ones, and its own fields with something hostile in all of them. */
const badBodies = (schema: z.ZodType): readonly Sending[] => {
  const filled = hostileValues.map(
    (value) =>
      `{${namesOf(schema)
        .map((name) => `"${name}":${value}`)
        .join()}}`,
  );
  return [
    {},
    { headers: { 'content-type': 'text/plain' }, body: '{}' },
    { headers: json, body: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]) },
    ...[
      '{',
      '[]',
      'null',
      '"text"',
      '{"__proto__":{"admin":true}}',
      '{"constructor":1}',
      deep,
      `"${'x'.repeat(70_000)}"`,
      ...filled,
    ]
      // Half a character is at fault in whatever field; the rest only where the field does not take it.
      .filter((body) => body.includes(String.raw`\ud800`) || !parsesAs(schema, body))
      .map((body) => ({ headers: json, body })),
  ];
};

const parsesAs = (schema: z.ZodType, text: string): boolean => {
  try {
    return schema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
};

describe('the API', () => {
  test.each(api.filter(({ body }) => body !== undefined).map((route) => [route.id, route] as const))(
    '%s names a field of every bad body',
    async (_, route) => {
      const sent = await Promise.all(badBodies(route.body ?? z.never()).map(async (sending) => send(route, sending)));
      for (const one of sent) expect(fieldsAtFault(one), one.about).not.toEqual([]);
    },
  );

  test('names the field of an unknown zone, a window of no shape, a block that ends too early, too few seats', async () => {
    const { hospital } = hosts(service.today);
    const wished = wishes(service.today, {});
    const request = { contact: { name: 'Cedar Invented', email: 'cedar@example.org', phone: null }, zip: '52240' };
    const [offer] = hospital.siteOffers;
    const [intake] = offer?.intakes ?? [];
    const refused: readonly (readonly [Route, object, string])[] = [
      [submitRequest, { ...request, zone: 'America/Springfield', wishes: wished }, 'zone'],
      [submitRequest, { ...request, zone: '+05:00', wishes: wished }, 'zone'],
      [claimFacility, { ...hospital, zone: 'Eastern' }, 'zone'],
      [
        submitRequest,
        { ...request, wishes: { ...wished, availability: [{ day: 'mon', from: '25:00', to: '12:00' }] } },
        'wishes.availability[0].from',
      ],
      [
        submitRequest,
        { ...request, wishes: { ...wished, availability: [{ day: 'monday', from: '08:00', to: '12:00' }] } },
        'wishes.availability[0].day',
      ],
      [
        submitRequest,
        { ...request, wishes: { ...wished, blocks: [{ from: '2027-02-08', to: '2027-02-07' }] } },
        'wishes.blocks[0].to',
      ],
      [submitRequest, { ...request, wishes: { ...wished, availability: [] } }, 'wishes.availability'],
      [submitRequest, { ...request, wishes: { ...wished, minWeeklyMinutes: -1 } }, 'wishes.minWeeklyMinutes'],
      [
        claimFacility,
        { ...hospital, siteOffers: [{ ...offer, intakes: [{ ...intake, seats: -1 }] }] },
        'siteOffers[0].intakes[0].seats',
      ],
      [
        claimFacility,
        { ...hospital, siteOffers: [{ ...offer, terms: { ...offer?.terms, minBlockMinutes: -60 } }] },
        'siteOffers[0].terms.minBlockMinutes',
      ],
    ];
    for (const [route, body, field] of refused)
      expect(fieldsAtFault(await send(route, { headers: json, body: JSON.stringify(body) })), field).toEqual([field]);
  });

  test('takes no body where none belongs, and no query that it does not know', async () => {
    for (const route of api) expect(fieldsAtFault(await send(route, { query: '?surplus=1' }))).toContain('surplus');
    for (const route of api.filter(({ method, body }) => method !== 'GET' && body === undefined))
      expect(fieldsAtFault(await send(route, { headers: json, body: '{"surplus":1}' }))).toContain('surplus');
  });

  test('names the part of a bad query, and reads no cursor that it did not give', async () => {
    const pages = api.filter(({ query }) => query !== undefined);
    for (const route of pages) {
      for (const limit of ['0', '101', 'ten', '', '1&limit=2'])
        expect(fieldsAtFault(await send(route, { query: `?limit=${limit}` }))).toContain('limit');
      for (const cursor of ['', 'invented', 'eyJwayI6IlBFUlNPTiJ9.x', '%00'])
        expect(fieldsAtFault(await send(route, { query: `?cursor=${cursor}` }))).toContain('cursor');
    }
    for (const route of pages.filter(({ query }) => query && 'status' in query.shape))
      expect(fieldsAtFault(await send(route, { query: '?status=any' }))).toContain('status');
  });

  test('finds nothing under an address that was made up, and says which part is none', async () => {
    const invented = ['x', '%00', '%E0%A4%A', '%7B%22S%22%3A%22x%22%7D', "'%20OR%201=1", 'a'.repeat(300)];
    for (const route of api.filter(({ params }) => params !== undefined)) {
      const [name = ''] = Object.keys(route.params?.shape ?? {});
      const sent = await Promise.all(
        invented.map(async (text) => send(route, { path: pathOf(route, { [name]: text }) })),
      );
      for (const one of sent) expect(fieldsAtFault(one), one.about).toContain(name);
    }
  });

  test('names the Idempotency-Key that it cannot use', async () => {
    for (const key of ['two words', 'x'.repeat(129)])
      for (const route of api.filter(({ method, body }) => method === 'POST' && body === undefined))
        expect(fieldsAtFault(await send(route, { headers: { 'idempotency-key': key } }))).toContain('Idempotency-Key');
  });

  test('says what an address takes instead of another method, and that an unknown one does not exist', async () => {
    for (const route of routes) {
      const { response } = await send(route, { method: 'DELETE' });
      expect(response.status, route.path).toBe(405);
      expect(response.headers.get('allow')?.split(', '), route.path).toContain(route.method);
    }
    for (const path of ['/api/nowhere', '/api/coordinator/requests/..%2F..%2Fetc', '/api/request/'])
      expect(problemIn(await send(found(api[0], 'a route'), { path, method: 'GET' })).status, path).toBe(404);
  });
});

describe('a coordinator’s route', () => {
  test('lets nobody in without a sign-in, nor by the link of a mail', async () => {
    for (const route of signedIn)
      for (const authorization of ['', 'Bearer', `Bearer ${links.answer}`, 'Basic Y29vcmRpbmF0b3I6'])
        expect((await send(route, { headers: { authorization } })).response.status, route.id).toBe(401);
  });

  test('lets nobody in whose sign-in has no role', async () => {
    const cognito = new CognitoIdentityProviderClient(service.cloud.sdk);
    await cognito.send(
      new AdminCreateUserCommand({ UserPoolId: service.cloud.userPoolId, Username: 'visitor@example.org' }),
    );
    cognito.destroy();
    const authorization = `Bearer ${await signIn(service.cloud, { username: 'visitor@example.org' })}`;
    for (const route of signedIn) {
      const sent = await send(route, { headers: { authorization, ...json }, ...(route.body && { body: '{}' }) });
      expect(problemIn(sent), route.id).toMatchObject({ status: 403, code: 'not-allowed' });
    }
  });
});

describe('a page', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  test('whose form is sent empty, broken, twice filled in, too long or from elsewhere shows what is wrong', async () => {
    for (const route of forms) {
      const [name = ''] = namesOf(route.body ?? z.never());
      const sendings: readonly Sending[] = [
        {},
        { headers: form, body: `${name}=maybe` },
        { headers: form, body: `${name}=yes&${name}=no` },
        { headers: form, body: '__proto__=yes&constructor=yes' },
        { headers: form, body: `${name}=${'x'.repeat(70_000)}` },
        { headers: form, body: new Uint8Array([0xff, 0xfe, 0x3d, 0x31]) },
        { headers: json, body: `{"${name}":"yes"}` },
        { headers: { ...form, 'sec-fetch-site': 'cross-site' }, body: `${name}=yes` },
        { headers: { ...form, origin: 'https://elsewhere.example' }, body: `${name}=yes` },
      ];
      // 409: what is asked for by sites already is not to be changed, whatever is sent.
      for (const sent of await Promise.all(sendings.map(async (sending) => send(route, sending))))
        expect([400, 403, 409, 413, 415, 422], sent.about).toContain(statusOfRefusal(sent));
    }
  });

  test('behind a link that was made up says so, and how to get another', async () => {
    for (const route of routes.filter(({ path }) => path.endsWith('/{token}')))
      for (const token of ['x', '%00', '%3Cscript%3E', 'v1.k1.answer.req_x-1.1.0.x', 'x'.repeat(5000)]) {
        const sent = await send(route, {
          path: pathOf(route, { token }),
          ...(route.method === 'POST' && { headers: form, body: 'x=1' }),
        });
        expect(statusOfRefusal(sent), sent.about).toBe(401);
        expect(sent.text, sent.about).toContain('Get a new link');
      }
  });

  test('shows what people wrote as they wrote it, and so does a mail: markup in it does nothing', async () => {
    for (const page of ['status', 'facility', 'answer'] as const) {
      const purpose = { status: 'request-access', facility: 'facility-access', answer: 'answer' } as const;
      expect((await open(`${service.cloud.api}/${page}/${links[purpose[page]]}`)).text).toContain(hostileName);
    }
    const toAlder = service.mailsTo('alder@example.org');
    const toHospital = service.mailsTo(hosts(service.today).hospital.contact.email);
    for (const { text } of toAlder.slice(1)) expect(text).toContain(hostileName);
    expect(toHospital.some(({ subject }) => subject.includes(hostileName))).toBe(true);
    for (const { html } of service.cloud.mails()) expect(html).not.toMatch(/<script|"><\//);
  });
});

test('after all this the table is as it was, and no mail has left', async () => {
  await service.settle();
  expect({ table: await service.contents(), mails: service.cloud.mails().length }).toEqual(before);
});
