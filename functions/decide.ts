import type * as z from 'zod';
import type { DoneCode } from '../shared/contracts/coordinator-pages.ts';
import type { RefusalCode } from '../shared/domain/refusal.ts';
import type { Result } from '../shared/domain/result.ts';
import { wholeForm, type SentDecision } from '../shared/html/coordinator/decision-form.ts';
import type { FormFields } from '../shared/http/body.ts';
import { checkInput } from '../shared/http/field-errors.ts';
import type { FieldWords } from '../shared/http/form.ts';
import { HttpProblem, problemKinds, valueOf } from '../shared/http/problems.ts';
import type { Call } from '../shared/usecases/ports.ts';

/** What became of a form: done, or shown again. */
export type Decided<A = unknown> = { readonly done: DoneCode; readonly answer: A } | { readonly sent: SentDecision };

/** A form of a page: what its fields mean, and the use-case that they are for. */
export type Decision<A = unknown> = (form: FormFields, call: Call, name: string) => Promise<Decided<A>>;

interface DecisionParts<T, A> {
  /** The contract of the same decision in the API. */
  readonly schema: () => z.ZodType<T>;
  readonly input: (form: FormFields) => unknown;
  readonly act: (input: T, call: Call) => Promise<Result<A>>;
  readonly done: (input: T) => DoneCode;
  /** Its fields in words; what is wrong with another field is said of the form. */
  readonly words: Readonly<Record<string, FieldWords>>;
}

/** Refusals whose own words are for programs. */
const wordsOfCode: Partial<Record<RefusalCode, string>> = {
  'reason-missing': 'Please say why: this order is not the beginning of the ranking.',
};

/** `shortlist[2]` and `ruling.intakeId` are about the fields `shortlist` and `intakeId`. */
const fieldOf = (path: string): string => path.replace(/^ruling\./, '').split(/[.[]/, 1)[0] ?? path;

/** `Place 3: `, where a refusal is about one site of a shortlist. */
const placeIn = (path: string): string => {
  const [, index] = /^shortlist\[(\d+)\]/.exec(path) ?? [];
  return index === undefined ? '' : `Place ${Number(index) + 1}: `;
};

export const decision = <T, A>({ schema, input, act, done, words }: DecisionParts<T, A>): Decision<A> => {
  const knownField = (path: string): string => (fieldOf(path) in words ? fieldOf(path) : wholeForm);
  return async (form, call, name) => {
    const shownAgain = (errors: Readonly<Record<string, string>>, staleSince: number | null = null): Decided<A> => ({
      sent: { form: name, state: { values: form, errors }, staleSince },
    });

    const checked = checkInput(schema(), input(form), 'body');
    if (!checked.ok)
      return shownAgain(
        Object.fromEntries(
          checked.errors.map(({ field, detail }) => {
            const { label, missing } = words[fieldOf(field)] ?? { label: field, missing: `${field} is missing.` };
            return [knownField(field), detail === 'is missing' ? missing : `${label} ${detail}.`];
          }),
        ),
      );

    const result = await act(checked.value, call);
    if (result.ok) return { done: done(checked.value), answer: result.value };
    const { code, field = wholeForm, detail } = result.refusal;
    if (code === 'not-found') valueOf(result);
    if (code === 'stale-version') return shownAgain({}, Number(form['version']));
    const said = wordsOfCode[code] ?? detail ?? problemKinds[code].detail;
    return shownAgain({ [knownField(field)]: `${placeIn(field)}${said}` });
  };
};

/** The decision that a form is for, and the form's name on its page. */
export const decide = async (
  decisions: Readonly<Record<string, Decision>>,
  form: FormFields,
  call: Call,
  about: readonly string[] = [],
): Promise<Decided> => {
  const { action = '' } = form;
  const chosen = Object.hasOwn(decisions, action) ? decisions[action] : undefined;
  if (chosen === undefined)
    throw new HttpProblem('invalid-input', { detail: 'Please go back to the page, and decide there.' });
  const parts = about.flatMap((name) => form[name] ?? []);
  return chosen(form, call, [action, ...parts].join('-'));
};
