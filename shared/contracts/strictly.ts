import * as z from 'zod';
// From where it is defined: through `z.core` a bundle gets all of zod, its translations included (330 kB).
import { clone } from 'zod/v4/core';

// Cloning by definition keeps the checks (`refine`) of a schema, which building a new one would lose.
const withDefinition = (schema: z.core.$ZodType, def: z.core.$ZodTypes['_zod']['def']) => clone(schema, def);

// Every cold start builds all schemas: what several contracts share is tightened once.
const nothing = z.never();
const tightened = new WeakMap<z.core.$ZodType, z.core.$ZodType>();

const tighten = (schema: z.core.$ZodType): z.core.$ZodType => {
  const known = tightened.get(schema) ?? tightenAnew(schema);
  tightened.set(schema, known);
  return known;
};

const tightenAnew = (schema: z.core.$ZodType): z.core.$ZodType => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- zod's own union of all schema types
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object': {
      // Fields are tightened when they are first asked for: a cold start pays for the schemas that its request needs.
      let fields: Record<string, z.core.$ZodType> | undefined;
      return withDefinition(schema, {
        ...def,
        get shape() {
          fields ??= Object.fromEntries(Object.entries(def.shape).map(([key, value]) => [key, tighten(value)]));
          return fields;
        },
        catchall: nothing,
      });
    }
    case 'lazy': {
      // A definition remembers what it led to, once it was asked: that is the loose schema, which must be forgotten.
      const anew = { ...def, _cachedInner: undefined, getter: () => tighten(def.getter()) };
      return withDefinition(schema, anew);
    }
    case 'array':
      return withDefinition(schema, { ...def, element: tighten(def.element) });
    case 'nullable':
    case 'optional':
    case 'default':
      return withDefinition(schema, { ...def, innerType: tighten(def.innerType) });
    case 'union':
      return withDefinition(schema, { ...def, options: def.options.map(tighten) });
    default:
      return schema;
  }
};

/**
 * The same schema, but unknown keys are refused at every depth instead of dropped.
 * Items are read loosely (a newer version may have written more); input is read strictly (a misspelt key is a mistake
 * that its writer should hear of).
 */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- tightening changes what is refused, not the type
export const strictly = <T extends z.ZodType>(schema: T): T => tighten(schema) as T;
