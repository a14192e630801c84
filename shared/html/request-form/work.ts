import { html } from 'hono/html';
import type { StatedSettings } from '../../contracts/request-form/read-form.ts';
import type { EmployerFound } from '../../usecases/find-employers.ts';
import { inputField, radioGroup, tickBox, type FormState } from '../fields.ts';
import { hoursField } from '../hours-field.ts';
import type { Html } from '../render.ts';
import { form } from './draft-pages.ts';

const placeOf = ({ town, state }: EmployerFound): string => [town, state].filter((part) => part !== null).join(', ');

/** Facilities to choose the employer from. */
const foundEmployers = (found: readonly EmployerFound[], state: FormState): Html =>
  found.length === 0
    ? html`<p class="quiet">
        No facility of this name trains in your discipline with us. That is fine: the name is enough.
      </p>`
    : radioGroup({
        form,
        name: 'employment.facilityId',
        label: 'Is it one of these?',
        options: {
          ...Object.fromEntries(found.map((one) => [one.facilityId, { label: one.name, hint: placeOf(one) }] as const)),
          none: 'None of these',
        },
        state,
      });

const around = ({ restMinutes }: StatedSettings): string =>
  restMinutes === 0 ? 'in them' : `in them, nor within ${restMinutes} minutes before and after`;

/** The employer (R3, R5, R8): found by name and town, asked for consent apart from everything else. */
export const workFields = (state: FormState, found: readonly EmployerFound[], stated: StatedSettings): Html =>
  html`<p>
      Most technologists who found a site trained where they work. Your employer is asked only if you say so below.
    </p>
    ${radioGroup({
      form,
      name: 'employed',
      label: 'Are you employed?',
      options: { yes: 'Yes', no: 'No' },
      columns: true,
      state,
    })}
    <fieldset id="employer">
      <legend class="title">If you are: your employer</legend>
      <div class="row">
        ${inputField({ form, name: 'employment.name', label: 'Name', autocomplete: 'organization', state })}
        ${inputField({ form, name: 'employment.town', label: 'Town (optional)', state })}
      </div>
      <p><button class="plain small" name="search" value="yes">Look for it</button></p>
      ${state.values['employment.name'] === undefined ? '' : foundEmployers(found, state)}
      ${radioGroup({
        form,
        name: 'employment.contactConsent',
        label: 'May we contact this employer, and its sister sites, about training you?',
        hint: 'Asked apart from everything else. Without your yes none of them hears of your request.',
        options: { yes: 'Yes', no: 'No', unknown: 'Not yet: ask me' },
        state,
      })}
      ${tickBox({
        form,
        name: 'employment.nameInBrief',
        label: 'If we do, the first word to my employer may name me.',
        state,
      })}
      ${tickBox({ form, name: 'employment.hipaaTrained', label: 'My employer has trained me in HIPAA.', state })}
      ${radioGroup({
        form,
        name: 'employment.regularHours.kind',
        label: 'Your working hours there',
        hint: 'Inside regular working hours your employer’s insurance usually covers your training there.',
        options: {
          weekly: 'The same every week',
          rotating: 'Rotating shifts',
          'per-diem': 'By the day, as needed',
          unknown: 'I would rather say later',
        },
        state,
      })}
      ${hoursField({
        form,
        name: 'employment.hours',
        label: 'If they are the same every week: your shifts',
        hint: `No training elsewhere ${around(stated)}.`,
        state,
      })}
      <details ${state.values['employment.adjustment.status'] === undefined ? '' : html`open`}>
        <summary>Could your hours be changed for the training? (optional)</summary>
        ${radioGroup({
          form,
          name: 'employment.adjustment.status',
          label: 'Would your employer change your working hours?',
          hint: 'Some employers did so for a training; free hours then count by the changed ones.',
          options: {
            'not-asked': 'I have not asked',
            unanswered: 'I asked, and wait for the answer',
            confirmed: 'Yes, it is agreed',
            refused: 'No',
          },
          state,
        })}
        ${hoursField({
          form,
          name: 'employment.adjusted',
          label: 'If asked or agreed: your shifts would then be',
          hint: 'All of them, also those that stay.',
          state,
        })}
      </details>
    </fieldset>
    <details>
      <summary>Shifts at other employers (optional)</summary>
      ${hoursField({ form, name: 'otherShifts', label: 'Your other shifts', hint: `No training ${around(stated)}.`, state })}
    </details>`;
