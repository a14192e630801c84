import { html } from 'hono/html';
import { requestSteps, stepOf, stepTitles } from '../../contracts/request-form/steps.ts';
import { disciplineNames } from '../../domain/discipline.ts';
import { fromTo, hours, listed, onDate, windowsInWords } from '../../domain/wording.ts';
import type { RequestInput } from '../../usecases/drafts.ts';
import type { Preview } from '../../usecases/preview-request.ts';
import { emptyForm, tickBox, type FormState } from '../fields.ts';
import { card, emptyState, factsList } from '../parts.ts';
import type { Html } from '../render.ts';
import { weekPicture } from '../week-picture.ts';
import { form, stepPage, type DraftView } from './draft-pages.ts';

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

const summary = ({ wishes, zip }: RequestInput): Html =>
  html`${factsList([
    { label: 'Training in', value: disciplineNames[wishes.discipline] },
    { label: 'From', value: zip },
    {
      label: 'As far as',
      value: wishes.travelMiles === null ? 'not said: you are asked' : `${wishes.travelMiles} miles in a straight line`,
    },
    {
      label: 'Hours a week',
      value: `${hours(wishes.wantedWeeklyMinutes)}, at least ${hours(wishes.minWeeklyMinutes)}`,
    },
    {
      label: 'Free',
      value:
        wishes.availability === null || wishes.availability.length === 0 ? '–' : windowsInWords(wishes.availability),
    },
    ...(wishes.blocks.length === 0
      ? []
      : [{ label: 'Whole weeks', value: listed(wishes.blocks.map(({ from, to }) => fromTo(from, to))) }]),
    {
      label: 'Between',
      value:
        wishes.latestEnd === null
          ? `${onDate(wishes.earliestStart)} and whenever it is done`
          : fromTo(wishes.earliestStart, wishes.latestEnd),
    },
    { label: 'Employer', value: wishes.employment?.name ?? 'none' },
    ...(wishes.employment === null
      ? []
      : [
          {
            label: 'May be contacted',
            value: { yes: 'yes', no: 'no', unknown: 'not yet' }[wishes.employment.contactConsent],
          },
        ]),
  ])}
  ${
    wishes.availability === null || wishes.availability.length === 0
      ? ''
      : weekPicture({
          layers: {
            mine: wishes.availability,
            ...(wishes.employment?.regularHours.kind === 'weekly' && {
              theirs: wishes.employment.regularHours.windows,
            }),
          },
          names: { mine: 'Free to train', theirs: 'Shifts at your employer' },
        })
  }`;

/** The honest preview, what was written, and the one choice that sends it. */
const sendFields = (input: RequestInput, preview: Preview | null, state: FormState): Html =>
  html`${preview === null ? '' : card({ id: 'preview', title: 'What is open to you today', body: found(preview) })}
  ${card({ id: 'summary', title: 'What you wrote', body: summary(input) })}
  ${tickBox({
    form,
    name: 'sure',
    label: 'Yes, send this request. What I wrote is true as far as I know.',
    hint: 'Coordinators then read it and look for a site as described under “Costs and consent”.',
    state,
  })}`;

/** The last step, of a draft that could be sent. `preview` null: it is not worked out again only to say what is wrong. */
export const sendPage = (view: DraftView, input: RequestInput, preview: Preview | null, state: FormState): Html =>
  stepPage({ ...view, step: 'send', state, fields: sendFields(input, preview, state), button: 'Send my request' });

/** The last step, of a draft that lacks something. */
export const unfinishedPage = (view: DraftView, errors: Readonly<Record<string, string>>): Html =>
  stepPage({ ...view, step: 'send', state: emptyForm, fields: unfinishedFields(view.base, errors), button: null });
