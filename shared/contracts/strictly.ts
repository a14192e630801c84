import * as z from 'zod';

/**
 * The same schema, but unknown keys are refused at every depth instead of dropped.
 * Items are read loosely (a newer version may have written more); input is read strictly (a misspelt key is a mistake
 * that its writer should hear of).
 */
export const strictly = <T extends z.ZodType>(schema: T): T => tighten(schema) as T;

const tighten = (schema: z.core.$ZodType): z.ZodType => {
  if (schema instanceof z.ZodObject) {
    const shape = Object.fromEntries(
      Object.entries(schema.shape as Record<string, z.core.$ZodType>).map(([key, value]) => [key, tighten(value)]),
    );
    // Cloning by definition keeps the checks (`refine`) of the original, which `z.strictObject(shape)` would lose.
    return schema.clone({ ...schema.def, shape, catchall: z.never() });
  }
  if (schema instanceof z.ZodArray) return schema.clone({ ...schema.def, element: tighten(schema.element) });
  if (schema instanceof z.ZodNullable) return schema.clone({ ...schema.def, innerType: tighten(schema.unwrap()) });
  if (schema instanceof z.ZodOptional) return schema.clone({ ...schema.def, innerType: tighten(schema.unwrap()) });
  if (schema instanceof z.ZodDiscriminatedUnion)
    return z.discriminatedUnion(
      schema.def.discriminator,
      schema.options.map(tighten) as [z.ZodObject, ...z.ZodObject[]],
    );
  return schema as z.ZodType;
};
