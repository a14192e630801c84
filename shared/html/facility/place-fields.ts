import { html } from 'hono/html';
import { settingNames } from '../../domain/discipline.ts';
import { emailField, inputField, select, tickBox, type FormState } from '../fields.ts';
import type { Html } from '../render.ts';
import { form } from './terms-fields.ts';

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

const settings = Object.fromEntries(Object.entries(settingNames).map(([value, words]) => [value, capital(words)]));

/** What and where a facility is: all that a claim needs of it. */
export const placeFields = (state: FormState): Html =>
  html`${inputField({
      form,
      name: 'profile.name',
      label: 'Name of the facility',
      autocomplete: 'organization',
      state,
    })}
    <div class="row">
      ${inputField({ form, name: 'zip', label: 'ZIP code', autocomplete: 'postal-code', isNumber: true, state })}
      ${inputField({
        form,
        name: 'profile.street',
        label: 'Street (optional)',
        autocomplete: 'street-address',
        state,
      })}
    </div>
    ${select({
      form,
      name: 'profile.setting',
      label: 'Kind of place (optional)',
      prompt: 'Choose',
      options: settings,
      state,
    })}`;

/** What may be said of a facility beside that. */
export const moreOfPlace = (state: FormState): Html =>
  html`${inputField({
    form,
    name: 'profile.legalEmployer',
    label: 'Legal employer of your staff, if it has another name (optional)',
    hint: 'Two places with one legal employer are one employer to us: its technologists come first.',
    state,
  })}
  ${tickBox({ form, name: 'profile.isNoProvider', label: 'We are not a health care provider.', state })}
  ${tickBox({
    form,
    name: 'profile.directIntroductions',
    label: 'Introduce whoever fits, without asking us by a brief first.',
    hint: 'A coordinator has approved each of them. You can change this at any time.',
    state,
  })}`;

/** Who speaks for a facility. */
export const contactFields = (state: FormState): Html =>
  html`<div class="row">
      ${inputField({ form, name: 'contact.name', label: 'Your name', autocomplete: 'name', state })}
      ${inputField({
        form,
        name: 'contact.role',
        label: 'Your function there',
        autocomplete: 'organization-title',
        state,
      })}
    </div>
    ${emailField({
      form,
      name: 'contact.email',
      label: 'Your e-mail address',
      hint: 'Briefs come here. An address of the facility makes our check quicker.',
      state,
    })}
    ${inputField({
      form,
      name: 'contact.phone',
      label: 'Phone number (optional)',
      type: 'tel',
      autocomplete: 'tel',
      state,
    })}`;
