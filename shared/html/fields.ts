import { html } from 'hono/html';
import type { Html } from './render.ts';

/** What a form was sent with, and what is wrong with it; both empty when it is shown for the first time. */
export interface FormState {
  readonly values: Readonly<Record<string, string>>;
  /** A whole sentence for each field at fault, by the field's name. */
  readonly errors: Readonly<Record<string, string>>;
}

export const emptyForm: FormState = { values: {}, errors: {} };

/** Ids on a page with several forms: `withdraw-sure`. */
export const idOf = (form: string, name: string): string => `${form}-${name}`;

/** The sentence for a field at fault; nothing for the others. */
export const fieldError = (form: string, name: string, { errors }: FormState): Html | '' => {
  const error = errors[name];
  return error === undefined
    ? ''
    : html`<span class="field-error" id="${idOf(form, name)}-error">Error: ${error}</span>`;
};

export interface FieldParts {
  /** Names the form: unique on the page. */
  readonly form: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly state: FormState;
}

/** What a control is described by: its hint, and what is wrong with it. */
const descriptionOf = ({ form, name, hint, state }: FieldParts): Html | '' => {
  const id = idOf(form, name);
  const isAtFault = state.errors[name] !== undefined;
  const ids = [...(hint === undefined ? [] : [`${id}-hint`]), ...(isAtFault ? [`${id}-error`] : [])];
  return html`${ids.length === 0 ? '' : html`aria-describedby="${ids.join(' ')}"`}
  ${isAtFault ? html`aria-invalid="true"` : ''}`;
};

const hintOf = ({ form, name, hint }: FieldParts): Html | '' =>
  hint === undefined ? '' : html`<span class="hint" id="${idOf(form, name)}-hint">${hint}</span>`;

const labelled = (parts: FieldParts, control: Html): Html => {
  const { form, name, label, state } = parts;
  return html`<div class="field">
    <label for="${idOf(form, name)}">${label}</label>
    ${hintOf(parts)} ${fieldError(form, name, state)} ${control}
  </div>`;
};

type InputParts = FieldParts & {
  readonly type?: 'text' | 'email' | 'tel' | 'date';
  /** What browsers may fill in by themselves: `name`, `email`, `postal-code` (WCAG 1.3.5). */
  readonly autocomplete?: string;
  /** Digits only: phones show their number pad. */
  readonly isNumber?: boolean;
  /** After the control, such as `miles`. */
  readonly unit?: string;
};

/** One line of text, an address, a date or a number. */
export const inputField = (parts: InputParts): Html => {
  const { form, name, state, type = 'text', autocomplete, isNumber = false, unit } = parts;
  const control = html`<input
    type="${type}"
    id="${idOf(form, name)}"
    name="${name}"
    value="${state.values[name] ?? ''}"
    ${autocomplete === undefined ? '' : html`autocomplete="${autocomplete}"`}
    ${isNumber ? html`inputmode="decimal" class="short"` : ''}
    ${descriptionOf(parts)}
  />`;
  return labelled(
    parts,
    unit === undefined ? control : html`<span class="with-unit">${control} <span>${unit}</span></span>`,
  );
};

export const emailField = (parts: FieldParts): Html => inputField({ ...parts, type: 'email', autocomplete: 'email' });

export const textArea = (parts: FieldParts & { readonly maxLength: number }): Html => {
  const { form, name, state, maxLength } = parts;
  // A line break right after the tag is dropped by browsers: the first one of the text is saved by this one.
  return labelled(
    parts,
    html`<textarea id="${idOf(form, name)}" name="${name}" maxlength="${maxLength}" ${descriptionOf(parts)}>
${state.values[name] ?? ''}</textarea>`,
  );
};

export const select = (
  parts: FieldParts & { readonly options: Readonly<Record<string, string>>; readonly prompt: string },
): Html => {
  const { form, name, state, options, prompt } = parts;
  return labelled(
    parts,
    html`<select id="${idOf(form, name)}" name="${name}" ${descriptionOf(parts)}>
      <option value="">${prompt}</option>
      ${Object.entries(options).map(
        ([value, label]) =>
          html`<option value="${value}" ${state.values[name] === value ? html`selected` : ''}>${label}</option>`,
      )}
    </select>`,
  );
};

/** One of several choices, none of them made beforehand; `first` carries the id that the error summary links to. */
export const radio = (
  parts: FieldParts,
  { value, first }: { readonly value: string; readonly first: boolean },
): Html => {
  const { form, name, label, hint, state } = parts;
  const id = first ? idOf(form, name) : `${idOf(form, name)}-${value}`;
  return html`<div class="choice">
    <input
      type="radio"
      id="${id}"
      name="${name}"
      value="${value}"
      ${state.values[name] === value ? html`checked` : ''}
      ${descriptionOf({ form, name, label, state })}
    />
    <label for="${id}">${label}${hint === undefined ? '' : html` <span class="hint">${hint}</span>`}</label>
  </div>`;
};

/** A box that must be ticked: the explicit choice of a form that has only one. */
export const tickBox = (parts: FieldParts & { readonly value?: string }): Html => {
  const { form, name, label, hint, state, value = 'yes' } = parts;
  return html`${fieldError(form, name, state)}
    <div class="choice">
      <input
        type="checkbox"
        id="${idOf(form, name)}"
        name="${name}"
        value="${value}"
        ${state.values[name] === value ? html`checked` : ''}
        ${descriptionOf({ form, name, label, state })}
      />
      <label for="${idOf(form, name)}"
        >${label}${hint === undefined ? '' : html` <span class="hint">${hint}</span>`}</label
      >
    </div>`;
};

/** A choice as its words, or with a hint below them. */
export type Options = Readonly<Record<string, string | { readonly label: string; readonly hint: string }>>;

type GroupParts = FieldParts & {
  readonly options: Options;
  /** Side by side where there is room. */
  readonly columns?: boolean;
};

const group = (parts: GroupParts, choices: readonly Html[], id?: string): Html => {
  const { form, name, label, state, columns = false } = parts;
  return html`<fieldset ${id === undefined ? '' : html`id="${id}"`}>
    <legend>${label}</legend>
    ${hintOf(parts)} ${fieldError(form, name, state)}
    <div class="choices ${columns ? 'columns' : ''}">${choices}</div>
  </fieldset>`;
};

const worded = (option: Options[string]): { readonly label: string; readonly hint?: string } =>
  typeof option === 'string' ? { label: option } : option;

/** A question with one answer. */
export const radioGroup = (parts: GroupParts): Html => {
  const { form, name, state, options } = parts;
  return group(
    parts,
    Object.entries(options).map(([value, option], place) =>
      radio({ form, name, state, ...worded(option) }, { value, first: place === 0 }),
    ),
  );
};

/** A question with any number of answers, each sent as a field of its own: `settings.hospital` = `yes`. */
export const tickGroup = (parts: GroupParts): Html => {
  const { form, name, state, options } = parts;
  return group(
    parts,
    Object.entries(options).map(([value, option]) =>
      tickBox({ form, name: `${name}.${value}`, state: { values: state.values, errors: {} }, ...worded(option) }),
    ),
    // The error summary links to the group by its name.
    idOf(form, name),
  );
};
