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
const idOf = (form: string, name: string): string => `${form}-${name}`;

/** The sentence for a field at fault; nothing for the others. */
export const fieldError = (form: string, name: string, { errors }: FormState): Html | '' => {
  const error = errors[name];
  return error === undefined
    ? ''
    : html`<span class="field-error" id="${idOf(form, name)}-error">Error: ${error}</span>`;
};

const faultAttributes = (form: string, name: string, { errors }: FormState): Html | '' =>
  errors[name] === undefined ? '' : html`aria-invalid="true" aria-describedby="${idOf(form, name)}-error"`;

/** Everything that is wrong, before the form, with a link to each field. */
export const errorSummary = (form: string, { errors }: FormState): Html | '' => {
  const entries = Object.entries(errors);
  return entries.length === 0
    ? ''
    : html`<div class="card errors" role="alert" aria-labelledby="${form}-problem">
        <h2 id="${form}-problem">Please look at this again</h2>
        <ul>
          ${entries.map(([name, error]) => html`<li><a href="#${idOf(form, name)}">${error}</a></li>`)}
        </ul>
      </div>`;
};

interface FieldParts {
  readonly form: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly state: FormState;
}

const labelled = ({ form, name, label, hint, state }: FieldParts, control: Html): Html =>
  html`<div class="field">
    <label for="${idOf(form, name)}"
      >${label}${hint === undefined ? '' : html` <span class="hint">${hint}</span>`}</label
    >
    ${fieldError(form, name, state)} ${control}
  </div>`;

export const textArea = (parts: FieldParts & { readonly maxLength: number }): Html => {
  const { form, name, state, maxLength } = parts;
  // A line break right after the tag is dropped by browsers: the first one of the text is saved by this one.
  return labelled(
    parts,
    html`<textarea
      id="${idOf(form, name)}"
      name="${name}"
      maxlength="${maxLength}"
      ${faultAttributes(form, name, state)}
    >
${state.values[name] ?? ''}</textarea>`,
  );
};

export const select = (
  parts: FieldParts & { readonly options: Readonly<Record<string, string>>; readonly prompt: string },
): Html => {
  const { form, name, state, options, prompt } = parts;
  return labelled(
    parts,
    html`<select id="${idOf(form, name)}" name="${name}" ${faultAttributes(form, name, state)}>
      <option value="">${prompt}</option>
      ${Object.entries(options).map(
        ([value, label]) =>
          html`<option value="${value}" ${state.values[name] === value ? html`selected` : ''}>${label}</option>`,
      )}
    </select>`,
  );
};

export const emailField = (parts: FieldParts): Html => {
  const { form, name, state } = parts;
  return labelled(
    parts,
    html`<input
      type="email"
      autocomplete="email"
      id="${idOf(form, name)}"
      name="${name}"
      value="${state.values[name] ?? ''}"
      ${faultAttributes(form, name, state)}
    />`,
  );
};

/** One of several choices, none of them made beforehand; `first` carries the id that the error summary links to. */
export const radio = (
  { form, name, label, state }: FieldParts,
  { value, first }: { readonly value: string; readonly first: boolean },
): Html => {
  const id = first ? idOf(form, name) : `${idOf(form, name)}-${value}`;
  return html`<div class="choice">
    <input
      type="radio"
      id="${id}"
      name="${name}"
      value="${value}"
      ${state.values[name] === value ? html`checked` : ''}
      ${faultAttributes(form, name, state)}
    />
    <label for="${id}">${label}</label>
  </div>`;
};

/** A box that must be ticked: the explicit choice of a form that has only one. */
export const tickBox = ({ form, name, label, state, value = 'yes' }: FieldParts & { readonly value?: string }): Html =>
  html`${fieldError(form, name, state)}
    <div class="choice">
      <input
        type="checkbox"
        id="${idOf(form, name)}"
        name="${name}"
        value="${value}"
        ${faultAttributes(form, name, state)}
      />
      <label for="${idOf(form, name)}">${label}</label>
    </div>`;

/** On a page with several forms: the one that was sent, by its name, with its state. Null: none was. */
export type SentForm = { readonly form: string; readonly state: FormState } | null;

interface ActionParts {
  /** Names the form: unique on the page. */
  readonly form: string;
  /** What is sent beside the box: the action, and what it is about. */
  readonly hidden: Readonly<Record<string, string>>;
  /** The box that must be ticked first. */
  readonly box: string;
  readonly button: string;
  readonly sent: SentForm;
}

/** A form of one action with its box; it is sent to the page's own address. */
export const actionForm = ({ form, hidden, box, button, sent }: ActionParts): Html =>
  html`<form method="post" novalidate>
    ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    ${tickBox({ form, name: 'sure', label: box, state: sent?.form === form ? sent.state : emptyForm })}
    <button class="plain-button">${button}</button>
  </form>`;
