import { html } from 'hono/html';
import type { FacilityView } from '../../contracts/facility-view.ts';
import { disciplineNames, type Discipline } from '../../domain/discipline.ts';
import { fromTo } from '../../domain/wording.ts';
import { questionsLeftBy } from '../../matching/unsaid.ts';
import { emptyForm, inputField, textArea, tickBox, type FormState } from '../fields.ts';
import { errorSummary, hiddenFields, type SentForm } from '../forms.ts';
import { layout } from '../layout.ts';
import { badge, card, doneNotice, emptyState } from '../parts.ts';
import type { Html } from '../render.ts';
import { sampleAddress, siteAddress, type FacilityBase } from './addresses.ts';
import { intakeValues, termsValues } from './form-values.ts';
import { form, termsFields } from './terms-fields.ts';
import { questionsList } from './unsaid.ts';

export type SiteOfferView = FacilityView['siteOffers'][number];
type IntakeView = SiteOfferView['intakes'][number];

interface SitePageParts {
  readonly base: FacilityBase;
  readonly discipline: Discipline;
  /** Null: the discipline is new to the facility. */
  readonly site: SiteOfferView | null;
  readonly sent?: SentForm;
  readonly done?: string;
}

const stateOf = (sent: SentForm | undefined, name: string, kept: FormState['values']): FormState =>
  sent?.form === name ? sent.state : { values: kept, errors: {} };

const datesRow = (name: string, state: FormState): Html =>
  html`<div class="row">
    ${inputField({ form: name, name: 'seats', label: 'Seats', isNumber: true, state })}
    ${inputField({ form: name, name: 'startsOn', label: 'First day', type: 'date', state })}
    ${inputField({ form: name, name: 'endsOn', label: 'Last day', type: 'date', state })}
  </div>`;

/** Names the form of dated seats that are there already. */
export const intakeForm = (id: string): string => `change-${id}`;

const intakeCard = (intake: IntakeView, sent: SentForm | undefined): Html => {
  const { id, version, seatsTaken, seats, closed } = intake;
  const name = intakeForm(id);
  const state = stateOf(sent, name, { ...intakeValues(intake), ...(closed && { closed: 'yes' }) });
  return card({
    id,
    title: fromTo(intake.startsOn, intake.endsOn),
    rank: 3,
    badge: closed ? badge('takes nobody new', 'neutral') : badge(`${seatsTaken} of ${seats} taken`, 'info'),
    body: html`<form method="post" novalidate>
      ${hiddenFields({ action: 'change', intakeId: id, version: String(version) })} ${datesRow(name, state)}
      ${tickBox({
        form: name,
        name: 'closed',
        label: 'Take nobody new for these dates.',
        hint: 'Whoever has a seat keeps it.',
        state,
      })}
      <div class="buttons"><button class="plain small">Save these dates</button></div>
    </form>`,
  });
};

const addForm = (sent: SentForm | undefined): Html =>
  html`<form class="card" method="post" novalidate>
    <h3>Add seats</h3>
    ${hiddenFields({ action: 'add' })} ${datesRow('add', stateOf(sent, 'add', {}))}
    <div class="buttons"><button class="small">Add them</button></div>
  </form>`;

const conditions = (site: SiteOfferView | null, sent: SentForm | undefined): Html => {
  const state = stateOf(sent, form, site === null ? emptyForm.values : termsValues(site.terms));
  return html`<form method="post" novalidate>
    ${hiddenFields({ action: 'terms', ...(site !== null && { version: String(site.version) }) })}
    ${tickBox({
      form,
      name: 'optedIn',
      label: 'We take part in this discipline.',
      hint: 'Without the tick nobody is matched with you here.',
      state,
    })}
    ${inputField({ form, name: 'monthlyVolume', label: 'Exams a month, about', isNumber: true, state })}
    ${textArea({
      form,
      name: 'volumeByCategory',
      label: 'Exams a month by kind (optional)',
      hint: 'One kind a line, such as “Chest: 120”.',
      maxLength: 4000,
      state,
    })}
    ${termsFields(state)}
    <div class="buttons"><button>Save the conditions</button></div>
  </form>`;
};

/** Seats and conditions of a facility in one discipline. */
export const sitePage = ({ base, discipline, site, sent = null, done }: SitePageParts): Html =>
  layout({
    title: disciplineNames[discipline],
    audience: 'facility',
    scripts: ['week-grid.js'],
    main: html`<p class="eyebrow"><a href="${base}">Your facility</a></p>
      ${sent === null ? '' : errorSummary(sent.form, sent.state)} ${doneNotice(done)}
      <div class="title-row">
        <h1>${disciplineNames[discipline]}</h1>
        ${site === null ? '' : site.terms.optedIn ? badge('taking part', 'good') : badge('not taking part', 'neutral')}
      </div>
      ${
        site === null
          ? html`<p class="lead">
              New to you. Say that you take part, and whatever else you like; dated seats come right after.
            </p>`
          : html`<h2>Dated seats</h2>
              ${
                site.intakes.length === 0
                  ? emptyState('No dates yet', 'Nobody is matched with you before there are some.')
                  : site.intakes.map((intake) => intakeCard(intake, sent))
              }
              ${addForm(sent)}`
      }
      <h2>Conditions</h2>
      ${site === null ? '' : questionsList(questionsLeftBy(site.terms))} ${conditions(site, sent)}
      ${
        site === null
          ? ''
          : html`<p><a href="${sampleAddress(base, discipline)}">See a sample of the brief you would get</a></p>`
      }`,
  });

interface SamplePageParts {
  readonly base: FacilityBase;
  readonly discipline: Discipline;
  readonly brief: Html;
}

/** The brief that a facility would get, of nobody. */
export const samplePage = ({ base, discipline, brief }: SamplePageParts): Html =>
  layout({
    title: 'A sample of our brief',
    audience: 'facility',
    main: html`<p class="eyebrow">
        <a href="${siteAddress(base, discipline)}">${disciplineNames[discipline]}</a>
      </p>
      <h1>A sample of our brief</h1>
      <p class="lead">
        You get such a brief by mail when somebody fits. The technologist in it is invented; seats, hours and open
        points are yours.
      </p>
      ${brief}
      <p>You then answer yes, no with a reason, or with a question.</p>`,
  });
