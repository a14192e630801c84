import { html } from 'hono/html';
import { mailingPage, mailsPage, suppressionsPage } from '../../../contracts/record-pages.ts';
import type { Html } from '../../render.ts';

const ways = [
  { href: mailsPage.path, words: 'Log' },
  { href: mailingPage.path, words: 'What may leave' },
  { href: suppressionsPage.path, words: 'Suppression list' },
] as const;

/** Ways between the pages about mails; `current`: the address of the one that is shown. */
export const waysOfMails = (current: string): Html =>
  html`<nav aria-label="Mails" class="filter">
    <ul>
      ${ways.map(
        ({ href, words }) =>
          html`<li><a href="${href}" ${href === current ? html`aria-current="page"` : ''}>${words}</a></li>`,
      )}
    </ul>
  </nav>`;
