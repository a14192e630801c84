import { html } from 'hono/html';
import type { FacilityView } from '../contracts/facility-view.ts';
import { disciplineNames, disciplines } from '../domain/discipline.ts';
import { facilityTransitions } from '../domain/facility-lifecycle.ts';
import { onDate } from '../domain/wording.ts';
import { questionsLeftBy } from '../matching/unsaid.ts';
import { sampleAddress, siteAddress, type FacilityBase } from './facility/addresses.ts';
import { offerCard } from './facility/offer-card.ts';
import { actionForm, errorSummary, type SentForm } from './forms.ts';
import { layout } from './layout.ts';
import { card, doneNotice, emptyState, factsList } from './parts.ts';
import type { Html } from './render.ts';
import { seatsTable, takesPart } from './seats.ts';

type SiteOfferView = FacilityView['siteOffers'][number];

/** Dated seats in one discipline, what it left open, and the way to change both. */
const seats = (site: SiteOfferView, base: FacilityBase | null): Html => {
  const { discipline, terms, intakes } = site;
  const open = questionsLeftBy(terms).length;
  return card({
    id: `seats-${discipline}`,
    title: disciplineNames[discipline],
    rank: 3,
    badge: takesPart(site),
    body: html`${
        intakes.length === 0 ? html`<p>No dated seats yet: nobody is matched with you here.</p>` : seatsTable(site)
      }
      <p class="quiet small">
        ${open === 0 ? 'Nothing is left open.' : `${open} ${open === 1 ? 'point is' : 'points are'} left open: we ask you when somebody fits.`}
      </p>
      ${
        base === null
          ? ''
          : html`<div class="buttons">
              <a class="button plain small" href="${siteAddress(base, discipline)}"
                >Change <span class="only-aloud">${disciplineNames[discipline]}:</span> seats and conditions</a
              >
              <a href="${sampleAddress(base, discipline)}"
                >Sample of the brief<span class="only-aloud"> for ${disciplineNames[discipline]}</span></a
              >
            </div>`
      }`,
  });
};

/** Disciplines in which nothing was said yet. */
const moreDisciplines = (siteOffers: readonly SiteOfferView[], base: FacilityBase): Html => {
  const others = disciplines.filter((one) => siteOffers.every(({ discipline }) => discipline !== one));
  return others.length === 0
    ? html``
    : html`<details>
        <summary>Add a discipline</summary>
        <ul>
          ${others.map((one) => html`<li><a href="${siteAddress(base, one)}">${disciplineNames[one]}</a></li>`)}
        </ul>
      </details>`;
};

const presence = { yes: 'yes', promised: 'by the start', no: 'no', unknown: 'not said' } as const;

/** What the facility says of itself, who speaks for it, and who signs for the exams. */
const aboutIt = ({ profile, contact, zip, siteOffers }: FacilityView, base: FacilityBase | null): Html =>
  html`<h2>Your facility</h2>
    ${factsList([
      { label: 'Where', value: [profile.street, zip].filter((part) => part !== null).join(', ') },
      { label: 'Speaks for it', value: `${contact.name}, ${contact.role}, ${contact.email}` },
      ...siteOffers.map(({ discipline, terms }) => ({
        label: `Can sign for exams in ${discipline}`,
        value: presence[terms.verifier],
      })),
      ...(profile.quietDays.length === 0
        ? []
        : [{ label: 'Days without our mail', value: profile.quietDays.map(onDate).join('; ') }]),
    ])}
    ${
      base === null
        ? ''
        : html`<div class="buttons">
            <a class="button plain small" href="${base}/profile">Change what you say, or days without mail</a>
            <a href="${base}/contact">Name another contact</a>
          </div>`
    }`;

/** What a facility may do with itself: shown where its lifecycle allows it. */
const actions = [
  {
    action: 'pause',
    needs: 'pause',
    title: 'Pause',
    words: 'No new briefs, at once. What is agreed already stays.',
    box: 'Yes, pause.',
  },
  {
    action: 'resume',
    needs: 'resume',
    title: 'Take part again',
    words: 'You are matched again at once.',
    box: 'Yes, take part again.',
  },
  {
    action: 'end-links',
    needs: 'revoke-access',
    title: 'End all links',
    words:
      'Was a mail forwarded, or read by somebody else? Every link that we mailed to you ends at once, this one too; your contact gets new ones.',
    box: 'Yes, end all links.',
  },
  {
    action: 'leave',
    needs: 'leave',
    title: 'Leave the service',
    words: 'Open offers are cancelled, and we do not contact you any more.',
    box: 'Yes, leave the service.',
  },
] as const;

interface FacilityPageParts {
  readonly facility: FacilityView;
  /** Where its pages are. */
  readonly base: FacilityBase;
  /** What a form has just done, in a sentence. */
  readonly done?: string;
  readonly sent?: SentForm;
}

/** A facility as its contact sees it: where it stands, whom it was asked to take, its seats, and its way out. */
export const facilityPage = ({ facility, base, done, sent = null }: FacilityPageParts): Html => {
  const allowed = facilityTransitions[facility.status];
  const editable = allowed['edit'] === undefined ? null : base;
  return layout({
    title: facility.profile.name,
    audience: 'facility',
    main: html`${sent === null ? '' : errorSummary(sent.form, sent.state)} ${doneNotice(done)}
      <h1>${facility.profile.name}</h1>
      <p class="lead">${facility.standing}</p>
      <h2>Technologists</h2>
      ${
        facility.offers.length === 0
          ? emptyState(
              'Nobody yet',
              'You were not asked to take anybody yet. When somebody fits an open seat, you get a brief by mail.',
            )
          : facility.offers.map((offer) => offerCard(offer, facility.zone, sent))
      }
      <h2>Seats</h2>
      ${
        facility.siteOffers.length === 0
          ? emptyState('No seats yet', 'You have not said yet what you offer.')
          : facility.siteOffers.map((site) => seats(site, editable))
      }
      ${editable === null ? '' : moreDisciplines(facility.siteOffers, editable)} ${aboutIt(facility, editable)}
      ${actions
        .filter(({ needs }) => allowed[needs] !== undefined)
        .map(
          ({ action, title, words, box }) =>
            html`<h2>${title}</h2>
              <p>${words}</p>
              ${actionForm({ form: action, hidden: { action }, box, button: title, ends: action === 'leave', sent })}`,
        )}
      <p class="quiet small">
        This page opens by the link in our mails. Lost it? <a href="/#links">Get it again</a>.
      </p>`,
  });
};
