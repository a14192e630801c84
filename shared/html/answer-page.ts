import { html } from 'hono/html';
import type { Brief } from '../contracts/brief.ts';
import { declineReasonNames } from '../domain/offer.ts';
import { atInstant } from '../domain/wording.ts';
import { fieldError, radio, select, textArea, tickBox, type FormState } from './fields.ts';
import { errorSummary } from './forms.ts';
import { layout } from './layout.ts';
import { briefView } from './brief-view.ts';
import { notice } from './parts.ts';
import type { Html } from './render.ts';

const form = 'answer';

const choices = (state: FormState): Html =>
  html`<h2 id="answer" class="no-print">Your answer</h2>
    <form method="post" novalidate>
      <fieldset>
        <legend>Can you train this technologist?</legend>
        ${fieldError(form, 'choice', state)}
        ${radio(
          { form, name: 'choice', label: 'Yes. We hold the seat, and want to be introduced.', state },
          { value: 'yes', first: true },
        )}
        ${radio({ form, name: 'choice', label: 'No, not this time.', state }, { value: 'no', first: false })}
        <div class="under">
          ${select({
            form,
            name: 'reason',
            label: 'Why not?',
            hint: 'Only if you answer no. It helps us not to ask you in vain again.',
            options: declineReasonNames,
            prompt: 'Choose a reason',
            state,
          })}
          ${textArea({ form, name: 'comment', label: 'Anything to add? (optional)', maxLength: 1000, state })}
        </div>
        ${radio(
          { form, name: 'choice', label: 'We have a question first.', state },
          { value: 'question', first: false },
        )}
        <div class="under">
          ${textArea({
            form,
            name: 'question',
            label: 'Your question',
            hint: 'Only if you ask one. A coordinator replies, and you get the brief again.',
            maxLength: 1000,
            state,
          })}
        </div>
      </fieldset>
      <button>Send the answer</button>
    </form>`;

const undo = ({ undoUntil, zone }: Brief, state: FormState): Html =>
  html`<h2 id="answer">You said yes</h2>
    <p>
      The introduction leaves
      ${undoUntil === null ? 'soon' : html`after <strong>${atInstant(undoUntil, zone)}</strong>`}. Until then you can
      take your yes back.
    </p>
    <form method="post" novalidate>
      ${tickBox({ form, name: 'choice', value: 'undo', label: 'Take our yes back', state })}
      <button class="plain">Take it back</button>
    </form>`;

/** Whom it is for, until when, and what it does not say. */
const opening = ({ facilityName, employeeName, status, answerBy, zone }: Brief): Html =>
  html`<p class="eyebrow">For ${facilityName}</p>
    <h1 class="compact">Could you train this technologist?</h1>
    ${employeeName === null ? '' : notice(html`Your employee <strong>${employeeName}</strong> agreed to be named to you.`, 'info')}
    ${
      status === 'made'
        ? html`<p><a href="#answer">Please answer</a> by <strong>${atInstant(answerBy, zone)}</strong>.</p>`
        : ''
    }`;

/** The anonymous brief, and the choices that it leaves. Nothing is chosen beforehand, and opening it answers nothing. */
export const answerPage = (brief: Brief, state: FormState): Html =>
  layout({
    title: 'A technologist for your open seat',
    audience: 'facility',
    main: html`${errorSummary(form, state)} ${opening(brief)} ${briefView(brief)}
    ${
      brief.employeeName === null
        ? html`<p class="quiet small">
            A coordinator approved this match and holds the seat. No name and no contact yet: both sides get them with
            the introduction.
          </p>`
        : ''
    }
    ${brief.status === 'made' ? choices(state) : brief.status === 'accepted' ? undo(brief, state) : ''}`,
  });

const thanks = (title: string, words: Html): Html =>
  layout({
    title,
    audience: 'facility',
    main: html`<h1>${title}</h1>
      ${words}`,
  });

/** `brief` is what it became by the yes. */
export const acceptedPage = ({ undoUntil, zone }: Brief): Html =>
  thanks(
    'Thank you for your yes',
    html`<p class="lead">
        The introduction leaves ${undoUntil === null ? 'soon' : html`after ${atInstant(undoUntil, zone)}`}, as soon as
        the technologist has agreed too. Both of you then get each other’s contact.
      </p>
      <p>Until then <a href="">you can take your yes back</a>.</p>`,
  );

export const declinedPage = (): Html =>
  thanks(
    'Thank you for your answer',
    html`<p class="lead">
      The seat is free again, and the next site is asked. You need not do anything more. You can close this page.
    </p>`,
  );

export const askedPage = (): Html =>
  thanks(
    'Your question is on its way',
    html`<p class="lead">A coordinator replies, and you get this brief again with a new link. The seat stays held.</p>
      <p>You can also <a href="">answer the brief</a> before.</p>`,
  );

export const undonePage = (): Html =>
  thanks(
    'Your yes is taken back',
    html`<p class="lead">Nothing was sent. You get the brief again by mail, with a new link and time to answer.</p>`,
  );
