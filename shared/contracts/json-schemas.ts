import * as z from 'zod';
import { components } from './components.ts';
import { componentWords, fieldWords } from './field-words.ts';
import { strictly } from './strictly.ts';

/** A JSON Schema (draft 2020-12, which OpenAPI 3.1 uses), or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Bounds and patterns that say no more than `integer` and `format` say already, at great length. */
const isNoise = (schema: JsonSchema, key: string): boolean =>
  key === '$schema' ||
  (key === 'pattern' && 'format' in schema) ||
  ((key === 'minimum' || key === 'maximum') && Math.abs(Number(schema[key])) === Number.MAX_SAFE_INTEGER);

/** Applies `change` to every object inside a schema, the innermost first. */
const mapInside = (schema: JsonSchema, change: (inner: JsonSchema) => JsonSchema): JsonSchema => {
  const mapped = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(mapped);
    return isObject(value) ? mapInside(value, change) : value;
  };
  const entries = Object.entries(schema).filter(([key]) => !isNoise(schema, key));
  return change(Object.fromEntries(entries.map(([key, value]) => [key, mapped(value)])));
};

/** Adds what fields mean to every object that a schema writes out itself. */
const withWords = (name: string, schema: JsonSchema): JsonSchema =>
  mapInside(schema, (inner) => {
    if (!isObject(inner['properties'])) return inner;
    const described = Object.entries(inner['properties']).map(([field, property]) => {
      const description = fieldWords(name, field);
      return isObject(property) && description !== undefined
        ? [field, { ...property, description }]
        : [field, property];
    });
    return { ...inner, properties: Object.fromEntries(described) };
  });

/**
 * Schemas of the contracts as JSON Schemas: what is named in `components` is described once there and referred to
 * everywhere else. Unions and inner objects without a name stand where they are used.
 */
export const jsonSchemas = () => {
  // A schema is known again by what it says, since tightening it makes it another object.
  const names = new Map<string, string>();
  const referring = ({ default: otherwise, ...inner }: JsonSchema): JsonSchema => {
    const name = names.get(JSON.stringify(inner));
    return {
      ...(otherwise === undefined ? {} : { default: otherwise }),
      ...(name === undefined ? inner : { $ref: `#/components/schemas/${name}` }),
    };
  };
  const convert = (schema: z.ZodType): JsonSchema =>
    mapInside({ ...z.toJSONSchema(schema, { io: 'input' }) }, referring);

  const named: Record<string, JsonSchema> = {};
  for (const [name, schema] of Object.entries(components)) {
    const converted = convert(strictly(schema));
    names.set(JSON.stringify(converted), name);
    const description = componentWords[name];
    named[name] = { ...(description === undefined ? {} : { description }), ...withWords(name, converted) };
  }

  return {
    named,
    /** A schema that an operation uses; its own fields are described by the operation's words. */
    of: (operationId: string, schema: z.ZodType): JsonSchema => withWords(operationId, convert(schema)),
  };
};
