import { html } from 'hono/html';
import type { Html } from '../render.ts';

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
  readonly status: string;
  /** Asks for the next page; null: this is the last. */
  readonly next: string | null;
  readonly isFirst: boolean;
}

export const paging = ({ path, status, next, isFirst }: PagingParts): Html | '' =>
  next === null && isFirst
    ? ''
    : html`<p class="buttons">
        ${isFirst ? '' : html`<a class="button plain small" href="${path}?status=${status}">Back to the first</a>`}
        ${
          next === null
            ? ''
            : html`<a
                class="button plain small"
                href="${path}?${new URLSearchParams({ status, cursor: next }).toString()}"
                >Next page</a
              >`
        }
      </p>`;
