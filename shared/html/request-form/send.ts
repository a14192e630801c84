import { html } from 'hono/html';
import { requestSteps, stepOf, stepTitles } from '../../contracts/request-form/steps.ts';
import type { RequestInput } from '../../usecases/drafts.ts';
import type { Preview } from '../../usecases/preview-request.ts';
import { emptyForm, tickBox, type FormState } from '../fields.ts';
import { card, emptyState } from '../parts.ts';
import type { Html } from '../render.ts';
import { form, stepPage, type DraftView } from './draft-pages.ts';
import { wishesInWords } from './wishes-in-words.ts';

/** What is still wrong, step by step. */
const unfinishedFields = (base: string, errors: Readonly<Record<string, string>>): Html =>
  html`<p class="lead">Some answers are missing, or do not fit yet. What you wrote is kept.</p>
    ${requestSteps.map((step) => {
      const found = Object.entries(errors).filter(([field]) => stepOf(field) === step);
      return found.length === 0
        ? ''
        : card({
            id: step,
            title: stepTitles[step],
            body: html`<ul>
                ${found.map(([, error]) => html`<li>${error}</li>`)}
              </ul>
              <div class="buttons"><a class="button plain" href="${base}/${step}">Go there</a></div>`,
          });
    })}`;

const counted = (sites: number): string => `${sites} ${sites === 1 ? 'site' : 'sites'}`;

const readyWords = (sites: number, ready: number): string => {
  if (ready === 0) return '';
  return ready === sites ? ', with nothing left to settle' : `, ${ready} of them with nothing left to settle`;
};

/** R31, R28: counts, and nobody's name. */
const found = ({ sites, ready, openings }: Preview): Html =>
  html`${
      sites === 0
        ? emptyState(
            'No site is open to this today',
            'You can send it all the same: it waits, and is matched again whenever a site opens or changes.',
          )
        : html`<p class="lead">
            With these answers <strong>${counted(sites)}</strong> ${sites === 1 ? 'is' : 'are'} open to you
            today${readyWords(sites, ready)}.
          </p>`
    }
    ${
      openings.length === 0
        ? ''
        : html`<p>What would change most:</p>
            <ul>
              ${openings.map((words) => html`<li>${words}.</li>`)}
            </ul>`
    }
    <p class="quiet small">
      Counted from the sites that take part at this moment. It is no promise: each site decides for itself.
    </p>`;

/** A new request is sent; one that was sent before is changed. */
const choices = {
  send: {
    button: 'Send my request',
    label: 'Yes, send this request. What I wrote is true as far as I know.',
    hint: 'Coordinators then read it and look for a site as described under “Costs and consent”.',
  },
  change: {
    button: 'Save my changes',
    label: 'Yes, change my request to this. What I wrote is true as far as I know.',
    hint: 'It is matched again, and coordinators see it as it is now.',
  },
} as const;

const choiceOf = ({ draft }: DraftView) => choices[draft.edits === null ? 'send' : 'change'];

/** The honest preview, what was written, and the one choice that sends it. */
const sendFields = (view: DraftView, input: RequestInput, preview: Preview | null, state: FormState): Html =>
  html`${preview === null ? '' : card({ id: 'preview', title: 'What is open to you today', body: found(preview) })}
  ${card({ id: 'summary', title: 'What you wrote', body: wishesInWords(input) })}
  ${tickBox({
    form,
    name: 'sure',
    label: choiceOf(view).label,
    hint: choiceOf(view).hint,
    state,
  })}`;

/** The last step, of a draft that could be sent. `preview` null: it is not worked out again only to say what is wrong. */
export const sendPage = (view: DraftView, input: RequestInput, preview: Preview | null, state: FormState): Html =>
  stepPage({
    ...view,
    step: 'send',
    state,
    fields: sendFields(view, input, preview, state),
    button: choiceOf(view).button,
  });

/** The last step, of a draft that lacks something. */
export const unfinishedPage = (view: DraftView, errors: Readonly<Record<string, string>>): Html =>
  stepPage({ ...view, step: 'send', state: emptyForm, fields: unfinishedFields(view.base, errors), button: null });
