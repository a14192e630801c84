import type * as z from 'zod';
import type { FormState } from '../html/fields.ts';
import type { FormFields } from './body.ts';
import { checkInput } from './field-errors.ts';

/** What a form's field is called in sentences, and what to say when it was left empty. */
export interface FieldWords {
  readonly label: string;
  readonly missing: string;
}

/** Checks a form by its contract: the value, or the state in which the form is shown again, its values kept. */
export const checkForm = <T>(
  schema: z.ZodType<T>,
  form: FormFields,
  words: Readonly<Record<string, FieldWords>>,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly state: FormState } => {
  const checked = checkInput(schema, form, 'body');
  if (checked.ok) return checked;
  const errors = checked.errors.map(({ field, detail }) => {
    const { label, missing } = words[field] ?? { label: field, missing: `${field} is missing.` };
    return [field, detail === 'is missing' ? missing : `${label} ${detail}.`] as const;
  });
  return { ok: false, state: { values: form, errors: Object.fromEntries(errors) } };
};
