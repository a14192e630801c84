import { html } from 'hono/html';
import type { Program } from '../../domain/program.ts';
import { hipaaSourceNames, policyTypeNames } from '../../domain/readiness.ts';
import { inputField, radio, radioGroup, select, tickBox, fieldError, type FormState } from '../fields.ts';
import type { Html } from '../render.ts';
import { form } from './draft-pages.ts';

const cover = 'readiness.insurance.cover';

const insurance = (state: FormState): Html =>
  html`<fieldset>
    <legend>Do you have liability insurance of your own?</legend>
    <span class="hint">
      Most technologists who trained at their employer, in their working hours, needed none. One way to get it is HPSO,
      which sells discounted cover to members of ASRT; there are others.
    </span>
    ${fieldError(form, 'insured', state)}
    ${radio({ form, name: 'insured', label: 'Yes', state }, { value: 'yes', first: true })}
    <div class="under">
      <div class="row">
        ${inputField({ form, name: `${cover}.perClaimCents`, label: 'Limit a claim', isNumber: true, unit: 'dollars', state })}
        ${inputField({ form, name: `${cover}.aggregateCents`, label: 'Limit in all', isNumber: true, unit: 'dollars', state })}
      </div>
      ${select({
        form,
        name: `${cover}.policyType`,
        label: 'Kind of policy',
        prompt: 'Choose',
        options: policyTypeNames,
        state,
      })}
      <div class="row">
        ${inputField({ form, name: `${cover}.validFrom`, label: 'First day', type: 'date', state })}
        ${inputField({ form, name: `${cover}.validTo`, label: 'Last day', type: 'date', state })}
      </div>
    </div>
    ${radio({ form, name: 'insured', label: 'No', state }, { value: 'no', first: false })}
    <div class="under">
      ${radioGroup({
        form,
        name: 'readiness.insurance.willBuy',
        label: 'Would you buy it before the start if a site asks for it?',
        options: { yes: 'Yes', no: 'No', unknown: 'It depends: ask me' },
        state,
      })}
    </div>
  </fieldset>`;

/** Program, HIPAA with its source, insurance, and what is attested (R6, R8, R24, A9). */
export const readyFields = (
  state: FormState,
  { programs, likelySource }: { readonly programs: readonly Program[]; readonly likelySource: string },
): Html =>
  html`${select({
      form,
      name: 'programId',
      label: 'Your educational program',
      hint: 'Sites with an agreement with your program are open to you then.',
      prompt: 'None, or not in the list',
      options: Object.fromEntries(programs.map(({ id, name }) => [id, name])),
      state,
    })}
    ${radioGroup({
      form,
      name: 'readiness.hipaa.source',
      label: 'Where did you have HIPAA education?',
      hint: `From what you said so far, most likely: ${likelySource}.`,
      options: { ...hipaaSourceNames, none: 'none yet' },
      columns: true,
      state,
    })}
    <div class="row">
      ${inputField({
        form,
        name: 'readiness.hipaa.expiresOn',
        label: 'It is valid until (optional)',
        type: 'date',
        state,
      })}
    </div>
    ${radioGroup({
      form,
      name: 'readiness.hipaa.willComplete',
      label: 'Would you do it, or do it again, before the start?',
      options: { yes: 'Yes', no: 'No', unknown: 'It depends: ask me' },
      state,
    })}
    ${insurance(state)}
    <fieldset>
      <legend>What else you can say today</legend>
      <span class="hint">Your word is enough. Please never send certificates or health records.</span>
      ${tickBox({ form, name: 'readiness.basicLifeSupport.attested', label: 'I hold Basic Life Support.', state })}
      <div class="under">
        ${inputField({
          form,
          name: 'readiness.basicLifeSupport.expiresOn',
          label: 'Valid until (optional)',
          type: 'date',
          state,
        })}
      </div>
      ${tickBox({ form, name: 'readiness.backgroundCheck.attested', label: 'I have a background check.', state })}
      ${tickBox({
        form,
        name: 'readiness.meetsHealthRequirements',
        label: 'I meet, or will meet, the site’s health requirements.',
        state,
      })}
    </fieldset>`;
