import { html } from 'hono/html';
import type { Html } from './render.ts';

/** What a form has just done, in a sentence. */
export type Notice = string;

export const notice = (done: Notice | undefined): Html | '' =>
  done === undefined ? '' : html`<p class="card notice" role="status"><strong>${done}</strong></p>`;
