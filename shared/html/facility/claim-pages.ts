import { html } from 'hono/html';
import { claimPath } from '../../contracts/facility-pages.ts';
import type { claimFacility } from '../../contracts/facility.ts';
import type * as z from 'zod';
import { disciplineNames, disciplines, type Discipline } from '../../domain/discipline.ts';
import { fromTo } from '../../domain/wording.ts';
import { questionsLeftBy } from '../../matching/unsaid.ts';
import { fieldError, idOf, inputField, textArea, tickBox, type FormState } from '../fields.ts';
import { errorSummary, hiddenFields } from '../forms.ts';
import { layout } from '../layout.ts';
import { card, factsList, notice } from '../parts.ts';
import type { Html } from '../render.ts';
import { contactFields, moreOfPlace, placeFields } from './place-fields.ts';
import { foldedGroup, form, termsFields } from './terms-fields.ts';

/** One discipline with its own seats and volumes, which appear with its tick. */
const disciplineFields = (discipline: Discipline, state: FormState): Html => {
  const name = (part: string): string => `${discipline}.${part}`;
  return html`${tickBox({
      form,
      name: `disciplines.${discipline}`,
      label: `${disciplineNames[discipline]} (${discipline})`,
      state,
    })}
    <div class="under">
      <div class="row">
        ${inputField({ form, name: name('seats'), label: 'Seats', hint: 'At a time', isNumber: true, state })}
        ${inputField({ form, name: name('startsOn'), label: 'From', hint: 'First day', type: 'date', state })}
        ${inputField({ form, name: name('endsOn'), label: 'To', hint: 'Last day', type: 'date', state })}
      </div>
      ${inputField({ form, name: name('monthlyVolume'), label: 'Exams a month, about', isNumber: true, state })}
      ${textArea({
        form,
        name: name('volumeByCategory'),
        label: 'Exams a month by kind (optional)',
        hint: 'One kind a line, such as “Chest: 120”.',
        maxLength: 4000,
        state,
      })}
    </div>`;
};

/** The form of a claim: what is needed comes first, what may be said is folded away below it. */
export const claimPage = (state: FormState): Html =>
  layout({
    title: 'Offer seats for training',
    audience: 'facility',
    scripts: ['week-grid.js'],
    main: html`${errorSummary(form, state)}
      <h1>Offer seats for training</h1>
      <p class="lead">
        Name, ZIP code, who you are, and one discipline: that is enough to begin. Whatever else you leave open becomes a
        question when somebody fits, not an obstacle.
      </p>
      <form method="post" action="${claimPath}" novalidate>
        ${card({ id: 'place', title: 'Your facility', body: placeFields(state) })}
        ${card({ id: 'you', title: 'You', body: contactFields(state) })}
        <section class="card" aria-labelledby="${idOf(form, 'disciplines')}">
          <h2 id="${idOf(form, 'disciplines')}">What you train in</h2>
          <p class="hint">
            Dates can wait, but nobody is matched with you before there are some. Each discipline can have more of them
            later.
          </p>
          ${fieldError(form, 'disciplines', state)}
          ${disciplines.map((discipline) => disciplineFields(discipline, state))}
        </section>
        <h2>What else you can say now</h2>
        <p>For all disciplines that you ticked. Open only what you like: you can change all of it later, for each.</p>
        ${termsFields(state)}
        ${foldedGroup({
          title: 'More about your facility',
          fields: ['profile.legalEmployer', 'profile.isNoProvider', 'profile.directIntroductions'],
          state,
          body: moreOfPlace(state),
        })}
        <div class="buttons"><button name="step" value="look">Look at it first</button></div>
        <p class="quiet small">Nothing is sent yet: the next page shows what you wrote, and a sample of our briefs.</p>
      </form>`,
  });

type Claim = z.output<typeof claimFacility.body>;

const summary = ({ profile, contact, zip, siteOffers }: Claim): Html =>
  factsList([
    { label: 'Facility', value: `${profile.name}, ${zip}` },
    { label: 'Contact', value: `${contact.name}, ${contact.role}, ${contact.email}` },
    ...siteOffers.map(({ discipline, intakes: [dated] }) => ({
      label: disciplineNames[discipline],
      value:
        dated === undefined
          ? 'no dates yet'
          : `${dated.seats} ${dated.seats === 1 ? 'seat' : 'seats'}, ${fromTo(dated.startsOn, dated.endsOn)}`,
    })),
  ]);

interface LookParts {
  readonly claim: Claim;
  /** What was written: it is carried on by the form. */
  readonly fields: Readonly<Record<string, string>>;
  /** The brief of an invented technologist. */
  readonly sample: Html;
  readonly errors: FormState['errors'];
}

/** What was written, what is asked because of it, and the one choice that sends it. */
export const lookPage = ({ claim, fields, sample, errors }: LookParts): Html => {
  const [first] = claim.siteOffers;
  const open = first === undefined ? 0 : questionsLeftBy(first.terms).length;
  const kept = Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'step' && name !== 'sure'));
  const withoutDates = claim.siteOffers.filter(({ intakes }) => intakes.length === 0);
  return layout({
    title: 'Look at it and send',
    audience: 'facility',
    main: html`${errorSummary(form, { values: {}, errors })}
      <h1>Look at it and send</h1>
      ${card({ id: 'summary', title: 'What you wrote', body: summary(claim) })}
      ${
        withoutDates.length === 0
          ? ''
          : notice(
              `Without dates nobody is matched with you in ${withoutDates.map(({ discipline }) => disciplineNames[discipline]).join(', ')}. You can add them on your page at any time.`,
              'wait',
            )
      }
      <h2>What you would get</h2>
      <p>When somebody fits, a mail like this. The technologist in it is invented.</p>
      ${
        open === 0
          ? ''
          : notice(
              `You left ${open} ${open === 1 ? 'point' : 'points'} open. They stand in it as “still to settle”, and a coordinator asks you; nobody is excluded by them.`,
              'info',
            )
      }
      ${sample}
      <form method="post" action="${claimPath}" novalidate>
        ${hiddenFields(kept)}
        <h2>Send it</h2>
        ${tickBox({
          form,
          name: 'sure',
          label: 'Yes, I speak for this facility, and it offers what I wrote.',
          hint: 'We mail you a link to confirm your address. Then a coordinator checks, and may call, that you speak for the facility. Before that you are matched with nobody.',
          state: { values: {}, errors },
        })}
        <div class="buttons">
          <button name="step" value="send">Send it</button>
          <button class="plain" name="step" value="change">Change something</button>
        </div>
      </form>`,
  });
};

/** The same for every address. */
export const claimedPage = (): Html =>
  layout({
    title: 'Please look into your mailbox',
    audience: 'facility',
    main: html`<h1>Please look into your mailbox</h1>
      <p class="lead">We have mailed you a link to confirm your address. Nothing else happens before.</p>
      <p>
        Then a coordinator checks that you speak for the facility, and may call you. Once that is done you get a link to
        your own page: there you change seats, dates and conditions, pause or leave.
      </p>
      <p class="quiet">
        Nothing there after some minutes? Look into the folder for unwanted mail. We send one such mail a day to an
        address.
      </p>`,
  });
