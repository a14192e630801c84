import { html } from 'hono/html';
import { mailKinds, type MailKind } from '../domain/mail.ts';
import { tickBox, type FormState } from './fields.ts';
import { errorSummary } from './forms.ts';
import { layout } from './layout.ts';
import type { Html } from './render.ts';

const form = 'unsubscribe';

interface Consequence {
  readonly before: string;
  readonly after: string;
}

/** What ending the mails means for who got one of a kind. */
const consequenceOf = (kind: MailKind): Consequence =>
  mailKinds[kind].recipient === 'facility'
    ? {
        before:
          'Then no brief reaches this address any more, and its facility pauses: it is matched with nobody. Mails about placements that are agreed already still come.',
        after:
          'Your facility is paused. To come back, choose “Take part again” on its page; the mails start again with that. The start page mails you the link.',
      }
    : {
        before: 'Then no invitation or other unasked mail goes to this address any more.',
        after: 'You need not do anything else. Should you ever want to take part, the start page says how.',
      };

/** Asks whether the mails are to end. Opening it ends nothing; neither does pressing the button alone. */
export const unsubscribePage = (kind: MailKind, state: FormState): Html =>
  layout({
    title: 'End these mails',
    main: html`${errorSummary(form, state)}
      <h1>End mails like this one?</h1>
      <p class="lead">${consequenceOf(kind).before}</p>
      <form class="card" method="post" novalidate>
        ${tickBox({ form, name: 'sure', label: 'Yes, send me no more mails like this one.', state })}
        <div class="buttons"><button>End these mails</button></div>
      </form>
      <p class="quiet">Not you who got the mail? Then close this page: nothing has changed.</p>`,
  });

export const unsubscribedPage = (kind: MailKind): Html =>
  layout({
    title: 'These mails have ended',
    main: html`<h1>These mails have ended</h1>
      <p class="lead">From now on we send no more of them, those already written included.</p>
      <p>${consequenceOf(kind).after}</p>
      <p><a href="/">To the start page</a></p>`,
  });
