import * as z from 'zod';

/** Cloning by definition keeps the checks (`refine`) of a schema, which building a new one would lose. */
const tighten = (schema: z.core.$ZodType): z.core.$ZodType => {
  if (schema instanceof z.ZodObject) {
    const shape = Object.fromEntries(
      Object.entries(schema.def.shape).map(([key, value]): [string, z.core.$ZodType] => [key, tighten(value)]),
    );
    return schema.clone({ ...schema.def, shape, catchall: z.never() });
  }
  if (schema instanceof z.ZodArray) return schema.clone({ ...schema.def, element: tighten(schema.def.element) });
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return schema.clone({ ...schema.def, innerType: tighten(schema.def.innerType) });
  if (schema instanceof z.ZodDiscriminatedUnion)
    return schema.clone({ ...schema.def, options: schema.def.options.map(tighten) });
  return schema;
};

/**
 * The same schema, but unknown keys are refused at every depth instead of dropped.
 * Items are read loosely (a newer version may have written more); input is read strictly (a misspelt key is a mistake
 * that its writer should hear of).
 */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- tightening changes what is refused, not the type
export const strictly = <T extends z.ZodType>(schema: T): T => tighten(schema) as T;
