import { html } from 'hono/html';
import { filesPage, importForm } from '../../../contracts/file-pages.ts';
import type { Cell } from '../../../files/csv.ts';
import type { FileProblem } from '../../../files/problems.ts';
import {
  type FieldChange,
  type ImportOutcome,
  type ImportPlan,
  type ImportStep,
  type SentFile,
  stepsACall,
} from '../../../usecases/files/import-plan.ts';
import { fieldError, tickBox, type FormState } from '../../fields.ts';
import { errorSummary, hiddenFields } from '../../forms.ts';
import { badge, card, dataTable, emptyState, notice } from '../../parts.ts';
import type { Html } from '../../render.ts';
import { coordinatorLayout, type CoordinatorFrame } from '../frame.ts';
import { subjectLink } from '../subject-link.ts';

const kinds: Readonly<Record<ImportStep['kind'], readonly [words: string, act: 'added' | 'changed']>> = {
  'new-facility': ['facility', 'added'],
  facility: ['facility', 'changed'],
  'site-offer': ['site offer', 'changed'],
  'new-intake': ['intake', 'added'],
  intake: ['intake', 'changed'],
};

const actOf = (step: ImportStep): 'added' | 'changed' =>
  step.kind === 'site-offer' && step.version === null ? 'added' : kinds[step.kind][1];

const said = (cell: Cell): Html | string =>
  cell === null || cell === '' ? html`<span class="quiet">not said</span>` : String(cell);

const change = (added: boolean, { field, from, to }: FieldChange): Html =>
  added
    ? html`<li><code>${field}</code>: ${said(to)}</li>`
    : html`<li><code>${field}</code>: ${said(from)} → <strong>${said(to)}</strong></li>`;

const offersWith = (step: ImportStep): Html | '' => {
  if (step.kind !== 'new-facility' || step.claim.siteOffers.length === 0) return '';
  return html`<li>
    with
    ${step.claim.siteOffers
      .map(({ discipline, intakes }) => `${discipline} (${intakes.length} intake${intakes.length === 1 ? '' : 's'})`)
      .join(', ')}
  </li>`;
};

const stepsTable = (steps: readonly ImportStep[]): Html =>
  dataTable({
    caption: 'What is added and changed',
    columns: [
      { head: 'What', cell: (step) => html`${kinds[step.kind][0]}<br />${subjectLink(step.of)}` },
      { head: 'Of', cell: ({ name }) => name },
      { head: 'Line', cell: ({ line }) => line, isNumber: true },
      {
        head: 'Is',
        cell: (step) => badge(actOf(step), actOf(step) === 'added' ? 'good' : 'info'),
      },
      {
        head: 'Fields',
        cell: (step) =>
          html`<ul class="plain-list">
            ${step.fields.map((field) => change(actOf(step) === 'added', field))} ${offersWith(step)}
          </ul>`,
      },
    ],
    rows: steps,
    as: 'dense',
  });

const problemsTable = (problems: readonly FileProblem[]): Html =>
  dataTable({
    caption: 'What is refused',
    columns: [
      { head: 'Line', cell: ({ line }) => line },
      { head: 'Field', cell: ({ field }) => (field === null ? '' : html`<code>${field}</code>`) },
      { head: 'What is wrong', cell: ({ detail }) => detail },
    ],
    rows: problems,
    as: 'dense',
  });

const figure = (count: number, words: string): Html => html`<li><strong>${count}</strong> ${words}</li>`;

const figures = ({ steps, problems, unchanged }: ImportPlan): Html =>
  html`<ul class="figures" aria-label="In short">
    ${figure(steps.filter((step) => actOf(step) === 'added').length, 'added')}
    ${figure(steps.filter((step) => actOf(step) === 'changed').length, 'changed')}
    ${figure(unchanged, 'just so already')} ${figure(problems.length, problems.length === 1 ? 'problem' : 'problems')}
  </ul>`;

/** The form that does it: the file travels with it, and what was seen. */
const confirmForm = (token: Html, file: SentFile, { steps, digest }: ImportPlan, state: FormState, goesOn: boolean) => {
  const form = 'import';
  const more = steps.length > stepsACall;
  return html`<form
    method="post"
    action="${importForm.path}"
    enctype="multipart/form-data"
    novalidate
    ${more || goesOn ? html`data-goes-on="import"` : ''}
    ${goesOn ? html`data-next` : ''}
  >
    ${token} ${hiddenFields({ text: file.content, textName: file.name, seen: digest, ...(goesOn && { sure: 'yes' }) })}
    ${fieldError(form, 'form', state)}
    ${
      goesOn
        ? ''
        : tickBox({
            form,
            name: 'sure',
            label: `Yes, take in ${steps.length === 1 ? 'this one change' : `these ${steps.length} changes`}`,
            state,
          })
    }
    ${more ? html`<p class="hint">So many are done ${stepsACall} at a time; the page goes on with the rest.</p>` : ''}
    <div class="buttons">
      <button>${goesOn ? `Go on with the ${steps.length} that are left` : 'Take them in'}</button>
      <a class="button plain" href="${filesPage.path}">Leave it</a>
    </div>
  </form>`;
};

const notTakenNotice = ({ notTaken }: ImportPlan): Html | '' =>
  notTaken.length === 0
    ? ''
    : html`<p class="quiet">
        Not taken, because the service keeps them itself or has no use for them: ${notTaken.join(', ')}.
      </p>`;

const refusedPart = (problems: readonly FileProblem[]): Html | '' =>
  problems.length === 0
    ? ''
    : card({
        id: 'refused',
        title: 'Refused',
        body: html`<p>
            Of a facility with something wrong nothing is taken in: put these lines right, and send the file again.
          </p>
          ${problemsTable(problems)}`,
      });

const outcomeNotice = (outcome: ImportOutcome | null): Html | '' => {
  if (outcome === null) return '';
  if (outcome.is === 'changed')
    return notice(
      html`<strong>This is not what you saw.</strong> Something changed meanwhile, or it was taken in already. Nothing
        was done now: look at what it would change, and decide again.`,
      'wait',
    );
  const { taken, refused, plan } = outcome;
  return html`${notice(
    html`<strong>${taken} ${taken === 1 ? 'change is' : 'changes are'} taken in.</strong> ${
        plan.steps.length === 0 ? 'Nothing is left to do.' : `${plan.steps.length} are left.`
      }`,
    'good',
  )}
  ${
    refused.length === 0
      ? ''
      : notice(
          html`<strong>Not taken:</strong> ${refused.map(
              ({ step, detail }) => html`line ${step.line}, ${step.of}: ${detail} `,
            )}`,
          'bad',
        )
  }`;
};

export interface ImportParts {
  readonly file: SentFile;
  readonly plan: ImportPlan;
  /** What a confirmation came to; null: this is the first look. */
  readonly outcome: ImportOutcome | null;
  readonly state: FormState;
}

/** What a file would change, what of it cannot be, and the way to do it. */
export const importOfCoordinators = (frame: CoordinatorFrame, { file, plan, outcome, state }: ImportParts): Html => {
  // It goes on by itself only while nothing stood in the way.
  const goesOn = outcome?.is === 'done' && outcome.taken > 0 && outcome.refused.length === 0 && plan.steps.length > 0;
  return coordinatorLayout(frame, {
    title: 'What the file would change',
    current: filesPage.path,
    scripts: ['goes-on.js'],
    main: html`${errorSummary('import', state)} ${outcomeNotice(outcome)}
      <p class="eyebrow"><a href="${filesPage.path}">Files</a></p>
      <h1>${plan.steps.length === 0 && outcome?.is === 'done' ? 'Taken in' : 'What the file would change'}</h1>
      <p class="quiet">${file.name}</p>
      ${figures(plan)} ${notTakenNotice(plan)} ${refusedPart(plan.problems)}
      ${
        plan.steps.length === 0
          ? emptyState('Nothing to change', 'What the file says and can be taken in is there just so.')
          : html`${card({
              id: 'changes',
              title: 'Changes',
              body: html`${stepsTable(plan.steps)} ${confirmForm(frame.token, file, plan, state, goesOn)}`,
            })}`
      }`,
  });
};
