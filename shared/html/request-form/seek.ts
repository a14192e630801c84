import { html } from 'hono/html';
import { Credential, credentialNames, disciplineNames } from '../../domain/discipline.ts';
import { fieldError, idOf, inputField, radioGroup, textArea, tickBox, type FormState } from '../fields.ts';
import type { Html } from '../render.ts';
import { form } from './draft-pages.ts';

const credential = (name: Credential, state: FormState): Html =>
  html`${tickBox({
      form,
      name: `credentials.${name}`,
      label: credentialNames[name],
      state: { values: state.values, errors: {} },
    })}
    <div class="under">
      ${inputField({
        form,
        name: `credentials.${name}.expiresOn`,
        label: 'Valid until (optional)',
        type: 'date',
        state,
      })}
    </div>`;

/** What the technologist holds and seeks (R30), and how far the records are (R20). */
export const seekFields = (state: FormState): Html =>
  html`${inputField({ form, name: 'contact.name', label: 'Your name', autocomplete: 'name', state })}
    ${inputField({
      form,
      name: 'contact.phone',
      label: 'Phone (optional)',
      hint: 'Given to a facility with the introduction, never before.',
      type: 'tel',
      autocomplete: 'tel',
      state,
    })}
    ${radioGroup({
      form,
      name: 'discipline',
      label: 'What do you want to train in?',
      hint: 'Two disciplines are two requests: send this one, then begin another.',
      options: disciplineNames,
      columns: true,
      state,
    })}
    <fieldset id="${idOf(form, 'credentials')}">
      <legend>What do you hold already?</legend>
      ${fieldError(form, 'credentials', state)} ${Credential.options.map((name) => credential(name, state))}
    </fieldset>
    ${radioGroup({
      form,
      name: 'readiness.structuredEducation',
      label: 'Structured education (16 hours, ARRT)',
      hint: 'Some facilities ask for it. Leaving it open is fine.',
      options: { done: 'Done', 'in-progress': 'In progress', none: 'Not begun', unknown: 'I do not know' },
      columns: true,
      state,
    })}
    <details>
      <summary>Records that you still need (optional)</summary>
      <p class="hint">With these we can say by when you could be through at a site.</p>
      <div class="row">
        ${inputField({ form, name: 'recordsNeeded', label: 'Records still needed', isNumber: true, state })}
        ${inputField({
          form,
          name: 'recordsSince',
          label: 'Date of your earliest record that counts',
          type: 'date',
          state,
        })}
      </div>
      ${textArea({
        form,
        name: 'requiredCategories',
        label: 'Categories of procedures still needed',
        hint: 'One on each line.',
        maxLength: 4000,
        state,
      })}
    </details>`;
