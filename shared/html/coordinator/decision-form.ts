import { html } from 'hono/html';
import type { Instant } from '../../domain/primitives.ts';
import type { AuditLine } from '../../domain/audit.ts';
import { emptyForm, fieldError, idOf, textArea, type FormState } from '../fields.ts';
import { errorSummary, hiddenFields } from '../forms.ts';
import { notice } from '../parts.ts';
import type { Html } from '../render.ts';
import { actionInWords, span } from './words.ts';

/** The form that was sent and is shown again: what is wrong, and since which version things have changed. */
export interface SentDecision {
  /** Its name: the action, and what it is about where there are several. */
  readonly form: string;
  readonly state: FormState;
  /** The version that was decided on, where there is a newer one; null: there is not. */
  readonly staleSince: number | null;
}

/** What every form of a page needs. */
export interface FormsOf {
  /** The hidden field of the session. */
  readonly token: Html;
  readonly sent: SentDecision | null;
}

/** A field's name for what is wrong with a form as a whole. */
export const wholeForm = 'form';

export const stateOf = (form: string, { sent }: FormsOf): FormState => (sent?.form === form ? sent.state : emptyForm);

interface ReasonParts {
  readonly form: string;
  readonly label?: string;
  /** Who will read it. */
  readonly hint?: string;
  readonly forms: FormsOf;
}

/** The reason of a decision, in the words of who decides: a field `reason`. */
export const reasonField = ({
  form,
  label = 'Reason',
  hint = 'Other coordinators read it.',
  forms,
}: ReasonParts): Html => textArea({ form, name: 'reason', label, hint, maxLength: 1000, state: stateOf(form, forms) });

interface DecisionParts {
  /** Names the form: unique on the page. */
  readonly form: string;
  /** Where it is sent to; the page's own address where it is left out. */
  readonly to?: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly fields?: Html | '';
  readonly button: string;
  /** `main`: what the page is for; `ends`: it ends something. */
  readonly weight?: 'main' | 'plain' | 'ends';
  readonly forms: FormsOf;
}

const buttonClass = { main: '', plain: 'plain small', ends: 'danger small' } as const;

/** A form that decides something. */
export const decisionForm = ({ form, to, hidden, fields = '', button, weight = 'plain', forms }: DecisionParts): Html =>
  html`<form method="post" ${to === undefined ? '' : html`action="${to}"`} novalidate id="${idOf(form, wholeForm)}">
    ${forms.token} ${hiddenFields(hidden)} ${fieldError(form, wholeForm, stateOf(form, forms))} ${fields}
    <div class="buttons"><button class="${buttonClass[weight]}">${button}</button></div>
  </form>`;

/** A form under its own heading, closed until it is wanted or was sent with something wrong. */
export const foldedForm = (title: string, parts: DecisionParts): Html =>
  html`<details ${parts.forms.sent?.form === parts.form ? html`open` : ''}>
    <summary>${title}</summary>
    ${decisionForm(parts)}
  </details>`;

/** What is wrong with what was sent, and what happened since the page was read. */
export const sentNotices = (sent: SentDecision | null, audit: readonly AuditLine[], now: Instant): Html | '' => {
  if (sent === null) return '';
  const { form, state, staleSince } = sent;
  if (staleSince === null) return errorSummary(form, state);
  const since = audit.filter(({ version }) => version > staleSince);
  return html`${notice(
    html`<strong>This changed after you opened it.</strong> Nothing was done. What you wrote is kept below: look at what
      is new, then send it again if it still holds.`,
    'wait',
  )}
  ${
    since.length === 0
      ? ''
      : html`<ul>
          ${since.map(
            ({ action, actor, at }) => html`<li>${actionInWords(action)} by a ${actor.kind}, ${span(at, now)} ago</li>`,
          )}
        </ul>`
  }`;
};
