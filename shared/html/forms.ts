import { html } from 'hono/html';
import { emptyForm, idOf, tickBox, type FormState } from './fields.ts';
import type { Html } from './render.ts';

/** Everything that is wrong, before the form, with a link to each field. */
export const errorSummary = (form: string, { errors }: FormState): Html | '' => {
  const entries = Object.entries(errors);
  return entries.length === 0
    ? ''
    : html`<div class="notice bad" role="alert" aria-labelledby="${form}-problem">
        <h2 id="${form}-problem">Please look at this again</h2>
        <ul>
          ${entries.map(([name, error]) => html`<li><a href="#${idOf(form, name)}">${error}</a></li>`)}
        </ul>
      </div>`;
};

/** What a form sends that nobody fills in: the action, what it is about, the token of a signed-in session. */
export const hiddenFields = (fields: Readonly<Record<string, string>>): Html =>
  html`${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}`;

/** On a page with several forms: the one that was sent, by its name, with its state. Null: none was. */
export type SentForm = { readonly form: string; readonly state: FormState } | null;

interface ActionParts {
  /** Names the form: unique on the page. */
  readonly form: string;
  /** What is sent beside the box: the action, and what it is about. */
  readonly hidden: Readonly<Record<string, string>>;
  /** What may be written beside it. */
  readonly before?: Html;
  /** The box that must be ticked first. */
  readonly box: string;
  readonly button: string;
  /** It ends something: the button looks like it. */
  readonly ends?: boolean;
  readonly sent: SentForm;
}

/** A form of one action with its box; it is sent to the page's own address. */
export const actionForm = ({ form, hidden, before, box, button, ends = false, sent }: ActionParts): Html =>
  html`<form method="post" novalidate>
    ${hiddenFields(hidden)} ${before ?? ''}
    ${tickBox({ form, name: 'sure', label: box, state: sent?.form === form ? sent.state : emptyForm })}
    <div class="buttons"><button class="${ends ? 'danger' : 'plain'}">${button}</button></div>
  </form>`;
