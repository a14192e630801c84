import { html } from 'hono/html';
import { milesOf, type TravelEstimate } from '../../contracts/request-form/read-form.ts';
import { settingNames } from '../../domain/discipline.ts';
import { inputField, radioGroup, tickGroup, type FormState } from '../fields.ts';
import type { Html } from '../render.ts';
import { form } from './draft-pages.ts';

/** R25: a site outside the list. Open where something was written in it. */
const namedSite = (state: FormState): Html =>
  html`<details ${Object.keys(state.values).some((name) => name.startsWith('namedSite.')) ? html`open` : ''}>
    <summary>A site that you would like to name (optional)</summary>
    <p class="hint">
      Do you know of one that does not take part yet? A coordinator looks at it, and may invite it once, without a word
      about you.
    </p>
    <div class="row">
      ${inputField({ form, name: 'namedSite.name', label: 'Name of the site', state })}
      ${inputField({ form, name: 'namedSite.town', label: 'Its town', state })}
    </div>
    ${inputField({
      form,
      name: 'namedSite.email',
      label: 'E-mail of who decides there (optional)',
      hint: 'Such as the imaging manager, if you know the address.',
      type: 'email',
      state,
    })}
  </details>`;

/** Where training may take place (R10, R16, R17). */
export const whereFields = (state: FormState, estimate: TravelEstimate): Html =>
  html`${inputField({
    form,
    name: 'zip',
    label: 'ZIP code that you start from',
    hint: 'Five digits. Distances are measured from its middle; no facility is shown your ZIP code.',
    isNumber: true,
    autocomplete: 'postal-code',
    state,
  })}
  ${inputField({
    form,
    name: 'travelMiles',
    label: 'How far would you go, one way?',
    hint:
      `As miles in a straight line, or as hours of driving. Hours are an estimate: hours × ${estimate.milesPerHour} miles ` +
      `an hour ÷ ${estimate.detourFactor} for the bends of the road. An hour is ${milesOf(1, estimate)} miles. Left empty, we ask you about each site.`,
    isNumber: true,
    state,
  })}
  ${radioGroup({
    form,
    name: 'travelUnit',
    label: 'That is in',
    options: { miles: 'miles', hours: 'hours of driving' },
    columns: true,
    state: { ...state, values: { travelUnit: 'miles', ...state.values } },
  })}
  ${inputField({
    form,
    name: 'commuteMiles',
    label: 'Up to how many miles would you go home for the night?',
    hint: 'Farther than this you would need a bed there.',
    isNumber: true,
    unit: 'miles',
    state,
  })}
  ${radioGroup({
    form,
    name: 'acceptsLodging',
    label: 'Farther away: would you pay for lodging if nobody offers housing?',
    options: { yes: 'Yes', no: 'No', unknown: 'It depends: ask me' },
    state,
  })}
  ${tickGroup({
    form,
    name: 'wishedSettings',
    label: 'Where would you rather be? (optional)',
    hint: 'This puts sites in order and leaves none out.',
    options: settingNames,
    columns: true,
    state,
  })}
  ${namedSite(state)}`;
