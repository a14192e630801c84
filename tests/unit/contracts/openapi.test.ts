import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { components } from '../../../shared/contracts/components.ts';
import { examples } from '../../../shared/contracts/examples.ts';
import { componentWords, fieldWords } from '../../../shared/contracts/field-words.ts';
import { openApiFile, openApiText } from '../../../shared/contracts/generate-openapi.ts';
import { publishedRoutes as routes } from '../../../shared/contracts/routes.ts';

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: unknown }>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

interface Document {
  readonly openapi: string;
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const text = openApiText();
const document = JSON.parse(text) as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object inside a value. */
const nodesIn = (value: unknown): readonly Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return isNode(value) ? [value, ...Object.values(value).flatMap(nodesIn)] : [];
};

const at = (pointer: string): unknown =>
  pointer
    .replace('#/', '')
    .split('/')
    .reduce<unknown>((value, part) => (isNode(value) ? value[part] : undefined), document);

test('the committed document is the one that the contracts make (npm run generate:openapi)', () => {
  expect(readFileSync(openApiFile, 'utf8')).toBe(text);
});

describe('the document follows the rules of OpenAPI 3.1', () => {
  test('it says so', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
  });

  test('every reference leads somewhere', () => {
    const references = nodesIn(document).flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref] : []));
    expect(references.length).toBeGreaterThan(100);
    expect(references.filter((reference) => at(reference) === undefined)).toEqual([]);
  });

  test('every route is an operation, named once', () => {
    const names = operations.map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    expect(names.toSorted()).toEqual(routes.map(({ id }) => id).toSorted());
  });

  test('every part of a path in braces is a required parameter, and no other is', () => {
    for (const { path, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      expect(declared.map(({ name }) => name).toSorted()).toEqual(inPath.toSorted());
      expect(declared.every(({ required }) => required)).toBe(true);
    }
  });

  test('no two parameters of an operation share name and place', () => {
    for (const { operation } of operations) {
      const names = (operation.parameters ?? []).map((parameter) => `${parameter.in} ${parameter.name}`);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('tags and security schemes are declared', () => {
    const tags = document.tags.map(({ name }) => name);
    const schemes = Object.keys(document.components['securitySchemes'] ?? {});
    for (const { operation } of operations) {
      expect(tags).toEqual(expect.arrayContaining([...operation.tags]));
      expect(schemes).toEqual(expect.arrayContaining(operation.security.flatMap(Object.keys)));
    }
  });

  test('a GET has no body, and every operation says how it ends well and how not', () => {
    for (const { method, operation } of operations) {
      expect(method === 'get' && operation.requestBody !== undefined).toBe(false);
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['500']));
      expect(Object.keys(operation.responses).some((status) => /^(2|303)/.test(status))).toBe(true);
    }
  });

  test('who may call is what the route says', () => {
    for (const { access, id } of routes) {
      const { operation } = operations.find((one) => one.operation.operationId === id) ?? {};
      const expected = {
        anyone: [],
        link: [{ mailedLink: access.by === 'link' ? [access.purpose] : [] }],
        session: [],
        'sign-in': [{ signIn: access.by === 'sign-in' ? access.roles : [] }],
      };
      expect(operation?.security).toEqual(expected[access.by]);
    }
  });

  test('every POST of the API takes an Idempotency-Key', () => {
    const posts = operations.filter(({ path, method }) => method === 'post' && path.startsWith('/api/'));
    for (const { operation } of posts)
      expect(operation.parameters?.map(({ name }) => name)).toContain('Idempotency-Key');
  });
});

/** Fields of a schema that have neither a sentence nor a named type. */
const fieldsWithoutWords = (name: string, schema: unknown): readonly string[] =>
  nodesIn(schema).flatMap(({ properties }) =>
    isNode(properties)
      ? Object.entries(properties)
          .filter(
            ([field, property]) =>
              isNode(property) && property['$ref'] === undefined && fieldWords(name, field) === undefined,
          )
          .map(([field]) => `${name}.${field}`)
      : [],
  );

describe('a reader finds what everything means', () => {
  const schemas = document.components['schemas'] ?? {};

  test('every named schema stands for itself, and none is as long as to repeat what others say', () => {
    expect(Object.keys(schemas)).toEqual(Object.keys(components));
    for (const schema of Object.values(schemas)) expect(schema).not.toHaveProperty('$ref');
    expect(text.length).toBeLessThan(620_000);
  });

  /** Schemas that a request refers to, through others too. */
  const sent = new Set<string>();
  const follow = (value: unknown): void => {
    for (const { $ref } of nodesIn(value)) {
      const name = typeof $ref === 'string' ? $ref.replace('#/components/schemas/', '') : undefined;
      if (name === undefined || sent.has(name)) continue;
      sent.add(name);
      follow(schemas[name]);
    }
  };
  for (const { operation } of operations) follow(operation.requestBody);

  test('every field that is sent has its sentence, or a named type that has', () => {
    const bodies = operations.flatMap(({ operation }) =>
      Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) =>
        fieldsWithoutWords(operation.operationId, schema),
      ),
    );
    expect([...bodies, ...[...sent].flatMap((name) => fieldsWithoutWords(name, schemas[name]))]).toEqual([]);
  });

  test('words are about schemas that exist', () => {
    expect(Object.keys(componentWords).filter((name) => !(name in components))).toEqual([]);
  });
});

test('every example is a body that its route takes', () => {
  for (const [id, example] of Object.entries(examples)) {
    const body = routes.find((route) => route.id === id)?.body;
    expect({
      id,
      issues: body?.safeParse(example).error?.issues ?? (body === undefined ? 'no such body' : []),
    }).toEqual({ id, issues: [] });
  }
});
