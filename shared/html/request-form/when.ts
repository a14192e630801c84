import { html } from 'hono/html';
import { inputField, type FormState } from '../fields.ts';
import { datesField, hoursField } from '../hours-field.ts';
import type { Html } from '../render.ts';
import { form } from './draft-pages.ts';

/** Hours of the week, whole weeks, and the dates between which all of it lies (R12, R18). */
export const whenFields = (state: FormState): Html =>
  html`${hoursField({
      form,
      name: 'availability',
      label: 'When are you free to train?',
      hint: 'Your free hours of a usual week, in the time of your ZIP code.',
      state,
    })}
    <div class="row">
      ${inputField({
        form,
        name: 'wantedWeeklyMinutes',
        label: 'Hours a week you would like',
        isNumber: true,
        unit: 'hours',
        state,
      })}
      ${inputField({
        form,
        name: 'minWeeklyMinutes',
        label: 'Fewest that would do',
        isNumber: true,
        unit: 'hours',
        state,
      })}
    </div>
    <div class="row">
      ${inputField({ form, name: 'earliestStart', label: 'Earliest start', type: 'date', state })}
      ${inputField({ form, name: 'latestEnd', label: 'Latest end (optional)', type: 'date', state })}
    </div>
    ${datesField({
      form,
      name: 'blocks',
      label: 'Whole weeks that you could give (optional)',
      hint: 'For a block rotation: first and last day. A site farther away may take you for two weeks on end.',
      state,
    })}`;
