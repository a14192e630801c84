import { html } from 'hono/html';
import { emailField, emptyForm, type FormState } from './fields.ts';
import { errorSummary } from './forms.ts';
import { layout } from './layout.ts';
import { card } from './parts.ts';
import type { Html } from './render.ts';

const heading = 'Get a new link';

/** Asks for an address and has its links mailed again. */
const linksForm = (state: FormState): Html =>
  html`<p>Write the address of your request or your facility, and we mail you the link to its page.</p>
    <form method="post" action="/links" novalidate>
      ${emailField({ form: 'links', name: 'email', label: 'E-mail address', state })}
      <button>Mail my links</button>
    </form>`;

/** The form as a part of another page. */
export const linksSection = (): Html => card({ id: 'links', title: heading, body: linksForm(emptyForm) });

/** The form again, with what is wrong. */
export const linksPage = (state: FormState): Html =>
  layout({
    title: heading,
    main: html`${errorSummary('links', state)}
      <h1>${heading}</h1>
      ${linksForm(state)}`,
  });

/** The same for every address, known or not. */
export const linksMailedPage = (message: string): Html =>
  layout({
    title: 'Please look into your mailbox',
    main: html`<h1>Please look into your mailbox</h1>
      <p class="lead">${message}</p>
      <p><a href="/">To the start page</a></p>`,
  });
