import { html } from 'hono/html';
import { hipaaSourceNames, policyTypeNames } from '../../domain/readiness.ts';
import { inputField, radio, radioGroup, select, tickBox, tickGroup, type FormState, type Options } from '../fields.ts';
import { hoursField } from '../hours-field.ts';
import { badge } from '../parts.ts';
import type { Html } from '../render.ts';

/** Names the form of a facility on its page. */
export const form = 'facility';

interface GroupParts {
  readonly title: string;
  /** What the names of its fields begin with. */
  readonly fields: readonly string[];
  readonly state: FormState;
  readonly body: Html;
}

/**
 * Questions that belong together, folded away until somebody wants to say more; the fold says whether anything is said.
 * It is open where something is wrong in it.
 */
export const foldedGroup = ({ title, fields, state: { values, errors }, body }: GroupParts): Html => {
  const isIn = (name: string): boolean => fields.some((start) => name.startsWith(start));
  const isSaid = Object.entries(values).some(([name, value]) => isIn(name) && value !== 'unknown');
  return html`<details class="card" ${Object.keys(errors).some(isIn) ? html`open` : ''}>
    <summary>
      <h3>${title}</h3>
      ${isSaid ? badge('said', 'good') : badge('left open', 'neutral')}
    </summary>
    ${body}
  </details>`;
};

const notSure = { unknown: 'Not sure: ask us' };
const yesOrNo: Options = { yes: 'Yes', no: 'No', ...notSure };

const question = (name: string, label: string, state: FormState, options = yesOrNo, hint?: string): Html =>
  radioGroup({ form, name, label, options, columns: true, state, ...(hint !== undefined && { hint }) });

const amount = (name: string, label: string, state: FormState, hint?: string): Html =>
  inputField({ form, name, label, isNumber: true, unit: 'dollars', state, ...(hint !== undefined && { hint }) });

const insurance = (state: FormState): Html =>
  html`<fieldset>
    <legend>Do you ask for liability insurance?</legend>
    <span class="hint">Your own employees rarely need any inside their regular hours.</span>
    ${radio({ form, name: 'insurance.required', label: 'Yes', state }, { value: 'yes', first: true })}
    <div class="under">
      <div class="row">
        ${amount('insurance.perClaimCents', 'Least limit a claim', state)}
        ${amount('insurance.aggregateCents', 'Least limit in all', state)}
      </div>
      ${tickGroup({
        form,
        name: 'insurance.policyTypes',
        label: 'Kinds of policy that you accept',
        options: policyTypeNames,
        columns: true,
        state,
      })}
      ${tickBox({ form, name: 'insurance.ofOwnEmployeesToo', label: 'Our own employees need it as well.', state })}
    </div>
    ${radio({ form, name: 'insurance.required', label: 'No', state }, { value: 'no', first: false })}
    ${radio({ form, name: 'insurance.required', label: notSure.unknown, state }, { value: 'unknown', first: false })}
  </fieldset>`;

const hipaaPolicy = (state: FormState, value: string, label: string): Html =>
  radio({ form, name: 'hipaa.policy', label, state }, { value, first: value === 'trains-newcomers' });

const hipaa = (state: FormState): Html =>
  html`<fieldset>
    <legend>HIPAA education</legend>
    ${hipaaPolicy(state, 'trains-newcomers', 'We train newcomers ourselves before they start.')}
    ${hipaaPolicy(state, 'evidence', 'We want to see that it was done.')}
    <div class="under">
      <p class="hint">From where do you accept it? What you leave open we ask you.</p>
      <div class="row">
        ${Object.entries(hipaaSourceNames).map(([source, name]) =>
          select({
            form,
            name: `hipaa.${source}`,
            label: `From ${name}`,
            prompt: 'Ask us',
            options: { accepted: 'Accepted', refused: 'Not accepted' },
            state,
          }),
        )}
      </div>
    </div>
    ${hipaaPolicy(state, 'none', 'We ask for nothing.')} ${hipaaPolicy(state, 'unknown', notSure.unknown)}
  </fieldset>`;

const presence: Options = { yes: 'Yes', promised: 'By the start', no: 'No', ...notSure };

/** Hours and conditions in one discipline, or in all of a claim (R5, R6, R8, R12, R14, R15, R17, R22 to R26). */
export const termsFields = (state: FormState): Html =>
  html`${foldedGroup({
    title: 'Hours',
    fields: ['windows', 'minWeeklyMinutes', 'minBlockMinutes'],
    state,
    body: html`${hoursField({
        form,
        name: 'windows',
        label: 'When could somebody train with you?',
        hint: 'The hours of a usual week, in the time of your ZIP code.',
        state,
      })}
      <div class="row">
        ${inputField({
          form,
          name: 'minWeeklyMinutes',
          label: 'Fewest hours a week worth coming for (optional)',
          isNumber: true,
          unit: 'hours',
          state,
        })}
        ${inputField({
          form,
          name: 'minBlockMinutes',
          label: 'Fewest hours at a time (optional)',
          isNumber: true,
          unit: 'hours',
          state,
        })}
      </div>`,
  })}
  ${foldedGroup({
    title: 'Who may come',
    fields: ['employeesOnly', 'affiliation', 'structuredEducationDemanded'],
    state,
    body: html`${question(
      'employeesOnly',
      'Do you train your own employees only?',
      state,
      { no: 'No, others too', yes: 'Yes, only our own', ...notSure },
      'Most technologists who found a site trained where they work; the others find it hard. “Others too” helps most.',
    )}
    ${question('affiliation.demanded', 'Must they come through a school with an agreement with you?', state)}
    ${tickBox({
      form,
      name: 'affiliation.ofOwnEmployeesToo',
      label: 'If so, our own employees need it as well.',
      state,
    })}
    ${question(
      'structuredEducationDemanded',
      'Must the structured education be done before the start?',
      state,
      yesOrNo,
      'At least 16 hours in the content of the discipline.',
    )}`,
  })}
  ${foldedGroup({
    title: 'Insurance and HIPAA',
    fields: ['insurance', 'hipaa'],
    state,
    body: html`${insurance(state)} ${hipaa(state)}`,
  })}
  ${foldedGroup({
    title: 'Your people',
    fields: ['supervisor', 'verifier', 'staffAgrees'],
    state,
    body: html`${question('supervisor', 'Is there somebody who supervises, and works with you?', state, presence)}
    ${question(
      'verifier',
      'Is there somebody who can sign for the exams, that is, verify them?',
      state,
      presence,
      'A registered technologist of the discipline, or who a program sends for it.',
    )}
    ${question('staffAgrees', 'Do the staff technologists agree to train somebody?', state, presence)}`,
  })}
  ${foldedGroup({
    title: 'Fee, pay and housing',
    fields: ['feeCents', 'paysTrainee', 'housing'],
    state,
    body: html`${amount('feeCents', 'Your fee for the whole placement', state, '0 if there is none.')}
    ${question('paysTrainee', 'Do you pay whoever trains with you?', state)}
    ${question('housing', 'Can you house somebody from far away?', state, {
      'every-night': 'Every night',
      some: 'Some nights',
      none: 'No',
      ...notSure,
    })}`,
  })}`;
