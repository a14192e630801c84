import { html } from 'hono/html';
import type * as z from 'zod';
import type { readFacilityCase } from '../../contracts/vetting.ts';
import { facilitiesPage, type DoneCode } from '../../contracts/coordinator-pages.ts';
import { disciplineNames, settingNames } from '../../domain/discipline.ts';
import { facilityTransitions } from '../../domain/facility-lifecycle.ts';
import type { Mail } from '../../domain/mail.ts';
import type { Instant } from '../../domain/primitives.ts';
import { requestIdOf } from '../../domain/offer.ts';
import { atInstant, dollars, hours, windowsInWords } from '../../domain/wording.ts';
import { fieldError, radio, textArea, tickBox } from '../fields.ts';
import { badge, card, dataTable, doneNotice, emptyState, factsList } from '../parts.ts';
import type { Html } from '../render.ts';
import { seatsTable, takesPart } from '../seats.ts';
import {
  decisionForm,
  foldedForm,
  reasonField,
  sentNotices,
  stateOf,
  type FormsOf,
  type SentDecision,
} from './decision-form.ts';
import { coordinatorLayout, type CoordinatorFrame } from './frame.ts';
import { auditTrail, mailsTable, suppressionNotice } from './history.ts';
import { doneWords, facilityStatuses, offerStatuses } from './words.ts';

type FacilityCase = z.infer<typeof readFacilityCase.success.body>;
type SiteOfferView = FacilityCase['siteOffers'][number];

const vetForm = ({ version }: FacilityCase, forms: FormsOf): Html => {
  const form = 'vet';
  const state = stateOf(form, forms);
  return card({
    id: 'vetting',
    title: 'Vetting',
    body: html`<p>
        Does this contact speak for the facility? Look the facility up by yourself and ask there; do not rely on the
        phone number that came with the claim.
      </p>
      ${decisionForm({
        form,
        hidden: { action: 'vet', version: `${version}` },
        button: 'Decide',
        weight: 'main',
        forms,
        fields: html`<fieldset>
          <legend>Decision</legend>
          ${fieldError(form, 'decision', state)}
          ${radio({ form, name: 'decision', label: 'Open it', state }, { value: 'open', first: true })}
          <div class="under">
            ${textArea({
              form,
              name: 'evidence',
              label: 'Evidence',
              hint: 'Whom you asked, by which number or page, and when. Only coordinators read it.',
              maxLength: 2000,
              state,
            })}
          </div>
          ${radio({ form, name: 'decision', label: 'Refuse it', state }, { value: 'refuse', first: false })}
          <div class="under">${reasonField({ form, hint: 'The contact reads it.', forms })}</div>
        </fieldset>`,
      })}`,
  });
};

const siteOfferCard = (site: SiteOfferView): Html => {
  const { discipline, terms, intakes } = site;
  return card({
    id: `seats-${discipline}`,
    title: disciplineNames[discipline],
    rank: 3,
    badge: takesPart(site),
    body: html`${factsList([
      { label: 'Hours', value: terms.windows === null ? 'not said' : windowsInWords(terms.windows) || 'none' },
      { label: 'At least', value: `${hours(terms.minWeeklyMinutes)} a week` },
      { label: 'Fee', value: terms.feeCents === null ? 'not said' : dollars(terms.feeCents) },
      { label: 'Pays the trainee', value: terms.paysTrainee },
      { label: 'Own employees only', value: terms.employeesOnly },
      { label: 'School affiliation', value: terms.affiliation.demanded },
    ])}
    ${intakes.length === 0 ? html`<p class="quiet">No dated seats.</p>` : seatsTable(site)}`,
  });
};

const offersTable = ({ offers, zone }: FacilityCase): Html =>
  offers.length === 0
    ? emptyState('No offers yet', 'When a request is approved for one of its seats, the offer shows here.')
    : dataTable({
        caption: 'Offers to this facility, newest first',
        columns: [
          {
            head: 'Offer',
            cell: ({ offerId, discipline }) =>
              html`<a href="/coordinator/requests/${requestIdOf(offerId)}#offers">${discipline}</a>`,
          },
          { head: 'State', cell: ({ status }) => badge(...offerStatuses[status]) },
          { head: 'Made', cell: ({ madeAt }) => atInstant(madeAt, zone) },
          { head: 'Answer by', cell: ({ answerBy }) => atInstant(answerBy, zone) },
        ],
        rows: offers,
        as: 'dense',
      });

const endLinks = (forms: FormsOf): Html =>
  foldedForm('End all links', {
    form: 'end-links',
    hidden: { action: 'end-links' },
    fields: html`<p>Every link that was mailed to this facility stops working; its contact is mailed new ones.</p>
      ${tickBox({ form: 'end-links', name: 'sure', label: 'Yes, end them', state: stateOf('end-links', forms) })}`,
    button: 'End all links',
    weight: 'ends',
    forms,
  });

const factsOf = ({ profile, contact, zip }: FacilityCase): Html =>
  factsList([
    { label: 'Setting', value: settingNames[profile.setting] },
    { label: 'Address', value: [profile.street, zip].filter((part) => part !== null).join(', ') },
    { label: 'Legal employer', value: profile.legalEmployer ?? 'as the name' },
    { label: 'Provider', value: profile.healthCareProvider ? 'a health care provider' : 'not a health care provider' },
    { label: 'Introductions', value: profile.directIntroductions ? 'without a brief first' : 'after a brief' },
    { label: 'Contact', value: `${contact.name}, ${contact.role}` },
    { label: 'E-mail', value: html`<a href="mailto:${contact.email}">${contact.email}</a>` },
    { label: 'Phone', value: contact.phone ?? 'not said' },
  ]);

export interface FacilityCaseParts {
  readonly facility: FacilityCase;
  readonly mails: readonly Mail[];
  readonly now: Instant;
  readonly done?: DoneCode | undefined;
  readonly sent?: SentDecision | null;
}

/** A facility as coordinators see it: who speaks for it, what it offers, and what was offered to it. */
export const facilityReviewPage = (
  frame: CoordinatorFrame,
  { facility, mails, now, done, sent = null }: FacilityCaseParts,
): Html => {
  const forms = { token: frame.token, sent };
  const may = facilityTransitions[facility.status];
  return coordinatorLayout(frame, {
    title: facility.profile.name,
    current: facilitiesPage.path,
    main: html`${sentNotices(sent, facility.audit, now)} ${doneNotice(done && doneWords[done])}
      <p class="eyebrow"><a href="${facilitiesPage.path}">Facilities</a></p>
      <div class="title-row">
        <h1>${facility.profile.name}</h1>
        ${badge(...facilityStatuses[facility.status])}
      </div>
      ${suppressionNotice(facility.suppression)}
      <div class="side-by-side">
        <div>
          ${card({ id: 'facility', title: 'The facility', body: factsOf(facility) })}
          ${card({
            id: 'history',
            title: 'What was done',
            body: html`${auditTrail(facility.audit, facility.zone)} ${mailsTable(mails, facility.zone)}
            ${may['revoke-access'] === undefined ? '' : endLinks(forms)}`,
          })}
        </div>
        <div>
          ${may.vet === undefined ? '' : vetForm(facility, forms)}
          <h2>Seats</h2>
          ${
            facility.siteOffers.length === 0
              ? emptyState('No seats yet', 'The facility has not said yet what it offers.')
              : facility.siteOffers.map(siteOfferCard)
          }
          <h2>Offers</h2>
          ${offersTable(facility)}
        </div>
      </div>`,
  });
};
