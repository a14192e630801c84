import { html } from 'hono/html';
import type { Problem } from '../contracts/common.ts';
import { layout } from './layout.ts';
import { linksSection } from './links-form.ts';
import type { Html } from './render.ts';

/** A "no" as a page: what happened, what to do now, and how to get another link. */
export const problemPage = ({ title, status, detail, code, requestId }: Problem): Html =>
  layout({
    title,
    main: html`<h1>${title}</h1>
      <p class="lead">${detail}</p>
      ${requestId === undefined ? '' : html`<p class="quiet">Id of this visit: ${requestId}</p>`}
      ${status === 409 ? html`<p><a href="">Read again where it stands</a></p>` : ''}
      ${code === 'link-refused' ? linksSection() : html`<p><a href="/">To the start page</a></p>`}`,
  });
