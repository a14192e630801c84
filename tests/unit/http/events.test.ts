import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Problem } from '../../../shared/contracts/common.ts';
import type { Route, ServingFunction } from '../../../shared/contracts/route.ts';
import { publishedRoutes } from '../../../shared/contracts/routes.ts';
import type { HttpAnswer, HttpEvent } from '../../../shared/http/binding.ts';
import { problemKinds, type ProblemCode } from '../../../shared/http/problems.ts';
import { contents } from '../../support/world.ts';
import { seedForEvents } from './seeds.ts';
import { aService, type Service } from './service.ts';

const folder = join(import.meta.dirname, '../../../events');
const serving: readonly ServingFunction[] = [
  'public-read',
  'public-match',
  'public-act',
  'facility-act',
  'coordinator-api',
  'upkeep-api',
  'api-docs',
];

interface Case {
  readonly served: ServingFunction;
  readonly name: string;
  readonly event: HttpEvent;
}

const cases: readonly Case[] = serving.flatMap((served) =>
  readdirSync(join(folder, served)).map((file) => ({
    served,
    name: file.replace('.json', ''),
    event: JSON.parse(readFileSync(join(folder, served, file), 'utf8')) as HttpEvent,
  })),
);

const okCases = cases.filter(({ name }) => name.startsWith('ok-'));
const badCases = cases.filter(({ name }) => name.startsWith('bad-'));

/** A page or document that is the same for everybody: there is nothing that could be sent wrongly. */
const takesNothing = ({ method, access, path }: Route): boolean =>
  method === 'GET' && access.by === 'anyone' && !path.includes('{token}');

/** What a refusal says, in the form of whoever is told: a program, or a person. */
const told = ({ rawPath }: HttpEvent, headers: HttpAnswer['headers'], body: string) => {
  const contentType = headers?.['content-type'];
  if (!rawPath.startsWith('/api/')) return { contentType };
  const { code, errors = [] } = Problem().parse(JSON.parse(body));
  return { contentType, code, namesFields: code === 'invalid-input' && errors.length > 0 };
};

/** Where an answer departs from its contract; the whole answer, when it is a refusal. */
const troubleWith = (route: Route | undefined, statusCode: number | undefined, body: string): readonly unknown[] => {
  if (route === undefined || statusCode !== route.success.status) return [body];
  const schema = route.success.body;
  return typeof schema === 'string' ? [] : (schema.safeParse(JSON.parse(body)).error?.issues ?? []);
};

let service: Service;
let seeded: readonly string[];
beforeAll(async () => {
  service = await aService();
  await seedForEvents(service);
  seeded = await contents(service);
});

describe('every route is held by an example', () => {
  test.each(publishedRoutes)('$id has an event that is answered and one that is refused', (route) => {
    const key = `${route.method} ${route.path}`;
    const of = (some: readonly Case[]) =>
      some.filter(({ served, event }) => served === route.served && event.routeKey === key);
    expect(of(okCases).map(({ name }) => name)).toContain(`ok-${route.id}`);
    expect(of(badCases).length > 0 || takesNothing(route)).toBe(true);
  });

  test('every file is an example of one of the two kinds', () => {
    expect(cases.filter((one) => !okCases.includes(one) && !badCases.includes(one))).toEqual([]);
  });
});

// The refused ones first: they must find, and leave, the table as it was seeded.
describe('what is refused says why and changes nothing', () => {
  test.each(badCases)('$served $name', async ({ served, name, event }) => {
    const { statusCode, headers, body = '' } = await service.answer(served, event);
    // `bad-<route>-<code of the problem>`; routes have no hyphen in their names.
    const code = name.split('-').slice(2).join('-') as ProblemCode;

    expect({ statusCode, ...told(event, headers, body) }).toEqual({
      statusCode: problemKinds[code].status,
      ...(event.rawPath.startsWith('/api/')
        ? { contentType: 'application/problem+json', code, namesFields: code === 'invalid-input' }
        : { contentType: 'text/html; charset=utf-8' }),
    });
  });

  test('the table is as it was', async () => {
    expect(await contents(service)).toEqual(seeded);
  });
});

describe('what is right is answered as the contract says', () => {
  test.each(okCases)('$served $name', async ({ served, name, event }) => {
    const route = publishedRoutes.find(({ id }) => name === `ok-${id}`);
    const { statusCode, body = '' } = await service.answer(served, event);
    expect({ statusCode, trouble: troubleWith(route, statusCode, body) }).toEqual({
      statusCode: route?.success.status,
      trouble: [],
    });
  });
});
