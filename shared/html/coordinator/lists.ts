import { html } from 'hono/html';
import { coordinatorsPath } from '../../contracts/coordinator-pages.ts';
import { dataTable, type Column } from '../parts.ts';
import type { Html } from '../render.ts';
import { coordinatorLayout, type CoordinatorFrame } from './frame.ts';
import { keysNav } from './keys.ts';

interface FilterParts {
  /** The list's own address. */
  readonly path: string;
  /** States by their names. */
  readonly states: Readonly<Record<string, readonly [words: string, ...unknown[]]>>;
  readonly current: string;
}

/** Ways to a list's other states. */
export const stateFilter = ({ path, states, current }: FilterParts): Html =>
  html`<nav aria-label="State" class="filter">
    <ul>
      ${Object.entries(states).map(
        ([state, [words]]) =>
          html`<li>
            <a href="${path}?status=${state}" ${state === current ? html`aria-current="true"` : ''}>${words}</a>
          </li>`,
      )}
    </ul>
  </nav>`;

interface PagingParts {
  readonly path: string;
  /** What the list was asked for: its state, its filter. */
  readonly query: Readonly<Record<string, string>>;
  /** Asks for the next page; null: this is the last. */
  readonly next: string | null;
  readonly isFirst: boolean;
}

export const paging = ({ path, query, next, isFirst }: PagingParts): Html | '' => {
  const way = (words: string, more: Readonly<Record<string, string>>): Html =>
    html`<a class="button plain small" href="${path}?${new URLSearchParams({ ...query, ...more }).toString()}"
      >${words}</a
    >`;
  return next === null && isFirst
    ? ''
    : html`<p class="buttons">
        ${isFirst ? '' : way('Back to the first', {})} ${next === null ? '' : way('Next page', { cursor: next })}
      </p>`;
};

/** One page of a list of what is in one state. */
export interface ListPart<Status extends string, Entry> {
  readonly status: Status;
  readonly items: readonly Entry[];
  /** Asks for the next page; null: this is the last. */
  readonly next: string | null;
  readonly isFirst: boolean;
}

interface ListKind<Status extends string, Entry> extends ListPart<Status, Entry> {
  readonly title: string;
  /** The list's own address. */
  readonly path: string;
  readonly states: Readonly<Record<Status, readonly [words: string, ...unknown[]]>>;
  readonly caption: string;
  readonly columns: readonly Column<Entry>[];
  /** Stands where nothing is in this state. */
  readonly empty: Html;
}

/** A list by states, as a page. */
export const listPage = <Status extends string, Entry>(
  frame: CoordinatorFrame,
  { title, path, states, status, items, next, isFirst, caption, columns, empty }: ListKind<Status, Entry>,
): Html =>
  coordinatorLayout(frame, {
    title,
    current: path,
    scripts: ['keys.js'],
    main: html`<h1>${title}</h1>
      ${stateFilter({ path, states, current: status })}
      ${items.length === 0 ? '' : keysNav({ stops: '.dense tbody th a', each: 'line', jumps: [{ key: 'u', href: coordinatorsPath, words: 'back to Today' }] })}
      ${items.length === 0 ? empty : dataTable({ caption, columns, rows: items, as: 'dense' })}
      ${paging({ path, query: { status }, next, isFirst })}`,
  });
