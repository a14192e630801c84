import { html } from 'hono/html';
import { inputField, radio, fieldError, tickBox, type FormState } from '../fields.ts';
import type { Html } from '../render.ts';
import { form } from './draft-pages.ts';

/** Money (R14, R15) and the consent to introductions. */
export const termsFields = (state: FormState): Html =>
  html`${inputField({
      form,
      name: 'maxChargesCents',
      label: 'The most you would pay in all (optional)',
      hint: 'All charges of the whole placement, the site’s and the program’s together; 0 if nothing. Left empty, we ask you. Money never moves anybody up.',
      isNumber: true,
      unit: 'dollars',
      state,
    })}
    ${tickBox({
      form,
      name: 'paidOnly',
      label: 'Only paid training',
      hint: 'You are then not sent to sites that pay nothing.',
      state,
    })}
    <fieldset>
      <legend>May we introduce you when a site says yes?</legend>
      <span class="hint">An introduction gives the site your name and contact, and you theirs.</span>
      ${fieldError(form, 'introductionConsent.scope', state)}
      ${radio(
        {
          form,
          name: 'introductionConsent.scope',
          label: 'Ask me each time.',
          hint: 'A mail asks you; the site holds the seat meanwhile.',
          state,
        },
        { value: 'ask-each-time', first: true },
      )}
      ${radio(
        {
          form,
          name: 'introductionConsent.scope',
          label: 'Yes, to each site that the coordinator puts on my list.',
          hint: 'Quicker. You can end this at any time.',
          state,
        },
        { value: 'shortlisted-facilities', first: false },
      )}
      <div class="under">
        ${inputField({ form, name: 'introductionConsent.until', label: 'Until', type: 'date', state })}
      </div>
    </fieldset>
    <section class="notice" aria-labelledby="data">
      <h2 id="data">What happens with what you wrote</h2>
      <p>
        Coordinators read it to find you a site. Facilities see your discipline, credential, hours, region and
        readiness, without your name, until both sides agreed. We never sell it, and show it to nobody else. At any time
        you can withdraw, and have it handed out or erased: on the page of your request, or
        <a href="/#person">by a person</a>.
      </p>
    </section>`;
