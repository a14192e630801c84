import type * as z from 'zod';
import type { FormState } from '../html/fields.ts';
import type { FormFields } from './body.ts';
import { checkInput } from './field-errors.ts';

/** What a form's field is called in sentences, and what to say when it was left empty. */
export interface FieldWords {
  readonly label: string;
  readonly missing: string;
}

/** A whole sentence for each field at fault, by the field's name. */
export type Errors = Readonly<Record<string, string>>;

/** What a contract calls a list without an entry, where the form calls it an answer that is missing. */
const nothingChosen = 'must have at least 1 entry';

/** What is wrong with a field of a long form, as a sentence: the contract's words, with what the form calls the field. */
export const sentenceFor = (words: Readonly<Record<string, FieldWords>>, field: string, detail: string): string => {
  const { label, missing } = words[field] ?? { label: 'This', missing: 'This is missing.' };
  return (detail === 'is missing' || detail === nothingChosen) && missing !== '' ? missing : `${label} ${detail}.`;
};

/** Of several faults of a field the first one is enough to mend; fields in the order in which they were found. */
export const firstFaults = (found: readonly (readonly [field: string, sentence: string])[]): Errors => {
  const first = new Map<string, string>();
  for (const [field, fault] of found) if (!first.has(field)) first.set(field, fault);
  return Object.fromEntries(first);
};

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
