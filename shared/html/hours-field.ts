import { html } from 'hono/html';
import { fieldError, idOf, type FormState } from './fields.ts';
import type { Html } from './render.ts';

const dayChoices = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
  'mon-fri': 'Monday to Friday',
  'sat-sun': 'Saturday and Sunday',
  'mon-sun': 'every day',
} as const;

interface RowsParts {
  readonly form: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly state: FormState;
}

/** Empty rows after those that were filled in: saving makes more. */
const spareRows = 3;

/** How many rows a list has: those that were written, and some to write in. */
const rowCount = ({ name, state }: RowsParts): number => {
  const numbers = Object.keys(state.values).flatMap((field) => {
    const [, number] = field.startsWith(`${name}.`) ? (/^\.(\d{1,3})\./.exec(field.slice(name.length)) ?? []) : [];
    return number === undefined ? [] : [Number(number)];
  });
  return Math.max(-1, ...numbers) + 1 + spareRows;
};

const rowsOf = (parts: RowsParts, row: (number: number) => Html): readonly Html[] =>
  Array.from({ length: rowCount(parts) }, (_, number) => row(number));

const control = (
  { form, name, state }: RowsParts,
  number: number,
  part: string,
  type: 'time' | 'date',
  label: string,
): Html => {
  const field = `${name}.${number}.${part}`;
  return html`<input
    type="${type}"
    id="${idOf(form, field)}"
    name="${field}"
    value="${state.values[field] ?? ''}"
    aria-label="${label}, row ${number + 1}"
  />`;
};

const dayOf = ({ form, name, state }: RowsParts, number: number): Html => {
  const field = `${name}.${number}.day`;
  return html`<select id="${idOf(form, field)}" name="${field}" aria-label="Day, row ${number + 1}">
    <option value="">–</option>
    ${Object.entries(dayChoices).map(
      ([value, label]) =>
        html`<option value="${value}" ${state.values[field] === value ? html`selected` : ''}>${label}</option>`,
    )}
  </select>`;
};

const framed = (parts: RowsParts, body: Html): Html => {
  const { form, name, label, hint, state } = parts;
  return html`<fieldset id="${idOf(form, name)}">
    <legend>${label}</legend>
    <span class="hint">${hint}</span>
    ${fieldError(form, name, state)} ${body}
  </fieldset>`;
};

/** Hours of the week: rows of day, from and to; with scripts also a grid to paint on (`week-grid.js`). */
export const hoursField = (parts: RowsParts): Html =>
  framed(
    parts,
    html`<div data-week-grid="${parts.label}">
      <details open>
        <summary>Exact times</summary>
        ${rowsOf(
          parts,
          (number) =>
            html`<div class="hours-row">
              ${dayOf(parts, number)} ${control(parts, number, 'from', 'time', 'From')} <span>to</span>
              ${control(parts, number, 'to', 'time', 'To')}
            </div>`,
        )}
        <p class="hint">An end at or before its beginning is on the next day. More rows appear when you save.</p>
      </details>
    </div>`,
  );

/** Stretches of days, both included. */
export const datesField = (parts: RowsParts): Html =>
  framed(
    parts,
    html`${rowsOf(
      parts,
      (number) =>
        html`<div class="hours-row dates">
          ${control(parts, number, 'from', 'date', 'From')} <span>to</span>
          ${control(parts, number, 'to', 'date', 'To')}
        </div>`,
    )}`,
  );
