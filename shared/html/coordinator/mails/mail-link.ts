import { html } from 'hono/html';
import { mailsPath } from '../../../contracts/coordinator-pages.ts';
import type { Mail } from '../../../domain/mail.ts';
import type { Html } from '../../render.ts';
import { mailKindInWords } from '../words.ts';

/** A mail by its kind, which leads to its page. */
export const mailLink = ({ id, kind }: Pick<Mail, 'id' | 'kind'>): Html =>
  html`<a href="${mailsPath}/${id}">${mailKindInWords(kind)}</a>`;
