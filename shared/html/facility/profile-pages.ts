import { html } from 'hono/html';
import type { FacilityView } from '../../contracts/facility-view.ts';
import { tickBox, type FormState } from '../fields.ts';
import { errorSummary, hiddenFields } from '../forms.ts';
import { datesField } from '../hours-field.ts';
import { layout } from '../layout.ts';
import { card } from '../parts.ts';
import type { Html } from '../render.ts';
import type { FacilityBase } from './addresses.ts';
import { profileValues } from './form-values.ts';
import { contactFields, moreOfPlace, placeFields } from './place-fields.ts';
import { form } from './terms-fields.ts';

interface ProfilePageParts {
  readonly base: FacilityBase;
  readonly facility: FacilityView;
  /** What was sent; left out where the page is shown for the first time. */
  readonly sent?: FormState;
}

const backTo = (base: FacilityBase): Html => html`<p class="eyebrow"><a href="${base}">Your facility</a></p>`;

/** What a facility says of itself, and on which days it wants no mail. */
export const profilePage = ({ base, facility, sent }: ProfilePageParts): Html => {
  const state = sent ?? { values: profileValues(facility), errors: {} };
  return layout({
    title: 'What you say of yourself',
    audience: 'facility',
    main: html`${backTo(base)} ${errorSummary(form, state)}
      <h1>What you say of yourself</h1>
      <form method="post" novalidate>
        ${hiddenFields({ version: String(facility.version) })}
        ${card({ id: 'place', title: 'Your facility', body: html`${placeFields(state)} ${moreOfPlace(state)}` })}
        ${card({
          id: 'quiet',
          title: 'Days without our mail',
          body: datesField({
            form,
            name: 'quietDays',
            label: 'No briefs and no reminders on these days (optional)',
            hint: 'Beside weekends and federal holidays; 30 days at most. For longer, pause.',
            state,
          }),
        })}
        <div class="buttons"><button>Save</button> <a href="${base}">Back</a></div>
      </form>`,
  });
};

/** Somebody else is to speak for the facility. Nothing is filled in: it is another person's name and address. */
export const contactPage = ({ base, facility, sent }: ProfilePageParts): Html => {
  const state = sent ?? { values: {}, errors: {} };
  const { name, role, email } = facility.contact;
  return layout({
    title: 'Who speaks for your facility',
    audience: 'facility',
    main: html`${backTo(base)} ${errorSummary(form, state)}
      <h1>Who speaks for your facility</h1>
      <p class="lead">Now: ${name}, ${role}, ${email}.</p>
      <section class="notice wait" aria-labelledby="change-means">
        <h2 id="change-means">What a change means</h2>
        <p>
          The new contact confirms the address by mail, and a coordinator checks again that they speak for you. Until
          then nobody new is matched with you. The links that you have end at once.
        </p>
      </section>
      <form class="card" method="post" novalidate>
        ${hiddenFields({ version: String(facility.version) })} ${contactFields(state)}
        ${tickBox({ form, name: 'sure', label: 'Yes, this person speaks for the facility from now on.', state })}
        <div class="buttons"><button>Name this contact</button> <a href="${base}">Back</a></div>
      </form>`,
  });
};

/** Nothing here may be shown to whoever held the former contact's link. */
export const contactChangedPage = (): Html =>
  layout({
    title: 'The new contact is asked to confirm',
    audience: 'facility',
    main: html`<h1>The new contact is asked to confirm</h1>
      <p class="lead">We mailed them a link. Your own links do not work any more.</p>
      <p>Was that a mistake? <a href="/#person">Write to a person</a>.</p>`,
  });

/** The link that brought one here is among those that ended. */
export const linksEndedPage = (): Html =>
  layout({
    title: 'All links are ended',
    audience: 'facility',
    main: html`<h1>All links are ended</h1>
      <p class="lead">
        No link that we mailed to your facility before works any more. Its contact gets a new one by mail, and a new one
        for each brief that waits for an answer.
      </p>`,
  });
