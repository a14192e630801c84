import { html } from 'hono/html';
import type { Html } from './render.ts';

/** The pieces that pages are put together from. Each is plain HTML with a class of the style sheet. */

/** How something stands, beside its words: never by colour alone. */
export type Tone = 'good' | 'wait' | 'bad' | 'info' | 'neutral';

export const badge = (words: string, tone: Tone): Html => html`<span class="badge ${tone}">${words}</span>`;

/** A word to the reader, above what it is about. What a form has just done is told at once to who listens. */
export const notice = (words: Html | string, tone: Exclude<Tone, 'neutral'>): Html =>
  html`<div class="notice ${tone}"><p>${words}</p></div>`;

/** What a form has just done, in a sentence; nothing where none was sent. */
export const doneNotice = (done: string | undefined): Html | '' =>
  done === undefined
    ? ''
    : html`<div class="notice good" role="status">
        <p><strong>${done}</strong></p>
      </div>`;

interface Fact {
  readonly label: string;
  readonly value: Html | string;
}

/** Labels with their values, in reading order. */
export const factsList = (facts: readonly Fact[]): Html =>
  html`<dl class="facts">
    ${facts.map(
      ({ label, value }) =>
        html`<dt>${label}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;

interface CardParts {
  /** Its heading's id: unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly rank?: 2 | 3;
  readonly badge?: Html;
  readonly body: Html;
}

/** A part of a page with its own heading; a badge beside it says how it stands. */
export const card = ({ id, title, rank = 2, badge: state, body }: CardParts): Html => {
  const heading = rank === 2 ? html`<h2 id="${id}">${title}</h2>` : html`<h3 id="${id}">${title}</h3>`;
  return html`<section class="card" aria-labelledby="${id}">
    ${state === undefined ? heading : html`<div class="title-row">${heading} ${state}</div>`} ${body}
  </section>`;
};

/** What is said where there is nothing yet: what will be here, and what to do meanwhile. */
export const emptyState = (title: string, words: Html | string): Html =>
  html`<div class="empty">
    <p><strong>${title}</strong></p>
    <p>${words}</p>
  </div>`;

interface Step {
  readonly title: string;
  /** Where a step that was done can be seen again. */
  readonly href?: string;
}

/** Where one is on a path of steps. `now`: the place of the step that is shown, from 0. */
export const stepsPath = (steps: readonly Step[], now: number): Html =>
  html`<nav aria-label="Steps">
    <p class="eyebrow">Step ${now + 1} of ${steps.length}</p>
    <ol class="steps">
      ${steps.map(({ title, href }, place) => {
        const words =
          href === undefined || place === now ? html`<span>${title}</span>` : html`<a href="${href}">${title}</a>`;
        if (place === now) return html`<li class="now" aria-current="step">${words}</li>`;
        return html`<li ${place < now ? html`class="done"` : ''}>${words}</li>`;
      })}
    </ol>
  </nav>`;

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => Html | string | number;
  /** Numbers are set right, digit under digit. */
  readonly isNumber?: boolean;
}

interface TableParts<Row> {
  /** What the table shows: read out before it, and its name where it scrolls. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /**
   * `folds`: on a phone each row becomes a card that says what each value is. `dense`: for those who work in it all
   * day; it scrolls, its head stays. `plain`: two or three short columns, which fit everywhere.
   */
  readonly as: 'folds' | 'dense' | 'plain';
}

/** A table whose first column names each row. */
export const dataTable = <Row>({ caption, columns, rows, as }: TableParts<Row>): Html => {
  const numeric = ({ isNumber = false }: Column<Row>): Html | '' => (isNumber ? html`class="number"` : '');
  const cell = (column: Column<Row>, place: number, row: Row): Html =>
    place === 0
      ? html`<th scope="row" data-label="${column.head}">${column.cell(row)}</th>`
      : html`<td ${numeric(column)} data-label="${column.head}">${column.cell(row)}</td>`;
  return html`<div class="table ${as}" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <caption class="${as === 'dense' ? 'only-aloud' : ''}">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col" ${numeric(column)}>${column.head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${columns.map((column, place) => cell(column, place, row))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
};
