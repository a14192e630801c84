import { html } from 'hono/html';
import { facilitiesPage, queuePage } from '../../contracts/coordinator-pages.ts';
import { mailsPage } from '../../contracts/record-pages.ts';
import { requestIdOf } from '../../domain/offer.ts';
import type { Html } from '../render.ts';

/** The page about something, by its id; null: it has none. */
const pageOf = (id: string): string | null => {
  if (/^req_[^-]+-/.test(id)) return `${queuePage.path}/${requestIdOf(id)}#offers`;
  if (id.startsWith('req_')) return `${queuePage.path}/${id}`;
  // What a facility offers has an id that begins with the facility's.
  if (id.startsWith('fac_')) return `${facilitiesPage.path}/${id.split('-', 1)[0]}`;
  return id.startsWith('mail_') ? `${mailsPage.path}/${id}` : null;
};

/** An id, with the way to the page about it where there is one. */
export const subjectLink = (id: string): Html => {
  const page = pageOf(id);
  return page === null ? html`<code>${id}</code>` : html`<a href="${page}"><code>${id}</code></a>`;
};
