import { html } from 'hono/html';
import { requestSteps, stepTitles, type RequestStep } from '../../contracts/request-form/steps.ts';
import { atInstant } from '../../domain/wording.ts';
import type { Draft } from '../../domain/draft.ts';
import type { FormState } from '../fields.ts';
import { errorSummary } from '../forms.ts';
import { layout } from '../layout.ts';
import { badge, stepsPath } from '../parts.ts';
import type { Html } from '../render.ts';

/** Names the form of a step on its page. */
export const form = 'request';

/** What is known of a draft when one of its pages is shown. */
export interface DraftView {
  readonly draft: Pick<Draft, 'email' | 'expiresAt' | 'fields' | 'edits'>;
  /** `/request/<token>`: where its pages are. */
  readonly base: `/${string}`;
  /** Steps in which something is wrong or missing. */
  readonly unfinished: ReadonlySet<RequestStep>;
}

/** What a step is called: nothing is sent where a request is changed. */
const titleOf = ({ draft }: Pick<DraftView, 'draft'>, step: RequestStep): string =>
  step === 'send' && draft.edits !== null ? 'Look at it and save' : stepTitles[step];

const addressOf = ({ base }: Pick<DraftView, 'base'>, step: RequestStep): string => `${base}/${step}`;

const overviewWords = ({ fields, edits }: DraftView['draft']): { readonly title: string; readonly lead: string } => {
  if (edits !== null)
    return {
      title: 'Change your request',
      lead: 'What you sent is here. Change any step; your request stays as it is until you save all of it at the end.',
    };
  return Object.keys(fields).length === 0
    ? { title: 'Let us begin', lead: 'Seven short steps. What you write is kept when you go on to the next one.' }
    : { title: 'Your request so far', lead: 'What you wrote is here. Go on where you stopped, or change any step.' };
};

/** How a step stands; where a request is changed all are done, and only what went wrong meanwhile is told. */
const stateOf = ({ draft, unfinished }: DraftView, step: RequestStep): Html | '' => {
  if (step === 'send') return '';
  if (unfinished.has(step)) return badge('to do', 'wait');
  return draft.edits === null ? badge('done', 'good') : '';
};

/** All steps with how they stand: where somebody lands who opens the mailed link. */
export const draftPage = (view: DraftView): Html => {
  const { draft, unfinished } = view;
  const isNew = Object.keys(draft.fields).length === 0;
  const { title, lead } = overviewWords(draft);
  const first = requestSteps.find((step) => unfinished.has(step)) ?? 'send';
  return layout({
    title: 'Your request',
    audience: 'technologist',
    main: html`${draft.edits === null ? '' : html`<p><a href="${view.base.replace(/\/edit$/, '')}">Back to your request</a></p>`}
      <h1>${title}</h1>
      <p class="lead">${lead}</p>
      <ol class="timeline">
        ${requestSteps.map((step) => {
          const isDone = step !== 'send' && !unfinished.has(step);
          return html`<li class="${step === first ? 'now' : isDone ? 'done' : ''}">
            <a href="${addressOf(view, step)}">${titleOf(view, step)}</a>
            ${isNew ? '' : stateOf(view, step)}
          </li>`;
        })}
      </ol>
      <div class="buttons"><a class="button" href="${addressOf(view, first)}">${isNew ? 'Begin' : 'Go on'}</a></div>
      <p class="quiet small">
        For ${draft.email}. What is not ${draft.edits === null ? 'sent' : 'saved'} by
        ${atInstant(draft.expiresAt, null)} is deleted.
      </p>`,
  });
};

interface StepPageParts extends DraftView {
  readonly step: RequestStep;
  readonly state: FormState;
  readonly fields: Html;
  /** Null: there is nothing to send. */
  readonly button?: string | null;
  readonly hasHours?: boolean;
}

/** The frame of a step: where it is on the path, what is wrong, its fields, and on. */
export const stepPage = (parts: StepPageParts): Html => {
  const { step, state, fields, button = 'Save and go on', hasHours = false } = parts;
  const place = requestSteps.indexOf(step);
  const back = requestSteps[place - 1];
  return layout({
    title: titleOf(parts, step),
    audience: 'technologist',
    scripts: hasHours ? ['week-grid.js'] : [],
    main: html`${stepsPath(
        requestSteps.map((one) => ({ title: titleOf(parts, one), href: addressOf(parts, one) })),
        place,
      )}
      ${errorSummary(form, state)}
      <h1>${titleOf(parts, step)}</h1>
      <form method="post" action="${addressOf(parts, step)}" novalidate>
        ${fields}
        <div class="buttons">
          ${button === null ? '' : html`<button>${button}</button>`}
          <a href="${back === undefined ? parts.base : addressOf(parts, back)}">Back</a>
        </div>
      </form>`,
  });
};

/** The link still opens after the request was sent: it says so. */
export const draftSentPage = (): Html =>
  layout({
    title: 'Your request is sent',
    audience: 'technologist',
    main: html`<h1>Thank you. Your request is sent.</h1>
      <p class="lead">It is matched with the facilities that take part, and a coordinator reviews what was found.</p>
      <p>You have a mail with the link to its status page: there you see where it stands, and can withdraw it.</p>
      <p>Lost the mail? <a href="/#links">Get a new link</a>.</p>`,
  });
