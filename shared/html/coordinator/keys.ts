import { html } from 'hono/html';
import type { Html } from '../render.ts';

interface Jump {
  /** The key that does the same as the link, with scripts. */
  readonly key: string;
  /** A part of the page, `#hold-form`, or another page. */
  readonly href: string;
  readonly words: string;
}

interface KeysParts {
  /** What `j` and `k` go through: a selector of what takes the focus. */
  readonly stops: string;
  /** What that is, in words. */
  readonly each: string;
  readonly jumps: readonly Jump[];
}

/**
 * Ways through a page, as links that work for everybody; with scripts (`keys.js`) each has a key, and the keys can be
 * switched off (WCAG 2.1.4).
 */
export const keysNav = ({ stops, each, jumps }: KeysParts): Html =>
  html`<nav class="keys" aria-label="On this page" data-stops="${stops}">
    <ul>
      <li class="with-keys"><kbd>j</kbd> next ${each}</li>
      <li class="with-keys"><kbd>k</kbd> previous ${each}</li>
      ${jumps.map(
        ({ key, href, words }) =>
          html`<li>
            <a href="${href}" data-key="${key}"><kbd class="with-keys">${key}</kbd> ${words}</a>
          </li>`,
      )}
    </ul>
  </nav>`;
