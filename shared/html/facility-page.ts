import { html } from 'hono/html';
import type { FacilityView } from '../contracts/facility.ts';
import { disciplineNames } from '../domain/discipline.ts';
import { facilityTransitions } from '../domain/facility-lifecycle.ts';
import { atInstant, onDate } from '../domain/wording.ts';
import { actionForm, errorSummary, type SentForm } from './forms.ts';
import { layout } from './layout.ts';
import { outcomeForm } from './outcome-form.ts';
import { badge, card, dataTable, doneNotice, emptyState, type Tone } from './parts.ts';
import type { Html } from './render.ts';

type OfferView = FacilityView['offers'][number];
type SiteOfferView = FacilityView['siteOffers'][number];

/** Where one try stands, as the facility reads it. */
const offerWords: Readonly<Record<OfferView['status'], string>> = {
  made: 'Waits for your answer. The link is in our mail.',
  accepted: 'You said yes; the introduction follows.',
  introduced: 'You are introduced to each other.',
  started: 'The training has started.',
  completed: 'The training is complete.',
  declined: 'You said no.',
  lapsed: 'The time to answer is over.',
  cancelled: 'Cancelled.',
  'no-show': 'The technologist did not come.',
};

const offerTones: Readonly<Record<OfferView['status'], readonly [words: string, tone: Tone]>> = {
  made: ['waits for you', 'wait'],
  accepted: ['yes', 'good'],
  introduced: ['introduced', 'good'],
  started: ['started', 'good'],
  completed: ['complete', 'good'],
  declined: ['no', 'neutral'],
  lapsed: ['lapsed', 'neutral'],
  cancelled: ['cancelled', 'neutral'],
  'no-show': ['did not come', 'bad'],
};

const seats = ({ discipline, terms, intakes }: SiteOfferView): Html =>
  card({
    id: `seats-${discipline}`,
    title: disciplineNames[discipline],
    rank: 3,
    badge: terms.optedIn ? badge('taking part', 'good') : badge('not taking part', 'neutral'),
    body:
      intakes.length === 0
        ? html`<p>No dated seats yet.</p>`
        : dataTable({
            caption: `Dated seats for ${disciplineNames[discipline]}`,
            columns: [
              { head: 'From', cell: ({ startsOn }) => onDate(startsOn) },
              { head: 'To', cell: ({ endsOn }) => onDate(endsOn) },
              {
                head: 'Seats taken',
                cell: ({ seatsTaken, seats: all, closed }) => `${seatsTaken} of ${all}${closed ? ', closed' : ''}`,
              },
            ],
            rows: intakes,
            as: 'folds',
          }),
  });

const offerCard = (offer: OfferView, zone: string | null, sent: SentForm): Html =>
  card({
    id: offer.offerId,
    title: `${disciplineNames[offer.discipline]}, asked on ${atInstant(offer.madeAt, zone)}`,
    rank: 3,
    badge: badge(...offerTones[offer.status]),
    body: html`<p>
        ${offerWords[offer.status]}
        ${offer.status === 'made' ? html`Please answer by ${atInstant(offer.answerBy, zone)}.` : ''}
      </p>
      ${
        offer.technologist === null
          ? ''
          : html`<p>
              ${offer.technologist.name},
              <a href="mailto:${offer.technologist.email}">${offer.technologist.email}</a>${
                offer.technologist.phone === null ? '' : `, ${offer.technologist.phone}`
              }
            </p>`
      }
      ${
        offer.status === 'introduced'
          ? actionForm({
              form: `start-${offer.offerId}`,
              hidden: { action: 'start', offerId: offer.offerId },
              box: 'Yes, the training starts.',
              button: 'Report the start',
              sent,
            })
          : ''
      }
      ${
        offer.status === 'started' || (offer.status === 'completed' && !offer.endReported)
          ? html`<p>When the training is over, please tell us how it went.</p>
              ${outcomeForm({ offerId: offer.offerId, side: 'facility', sent })}`
          : ''
      }`,
  });

/** What a facility may do with itself: shown where its lifecycle allows it. */
const actions = [
  {
    action: 'pause',
    title: 'Pause',
    words: 'No new briefs, at once. What is agreed already stays.',
    box: 'Yes, pause.',
  },
  { action: 'resume', title: 'Take part again', words: 'You are matched again at once.', box: 'Yes, take part again.' },
  {
    action: 'leave',
    title: 'Leave the service',
    words: 'Open offers are cancelled, and we do not contact you any more.',
    box: 'Yes, leave the service.',
  },
] as const;

interface FacilityPageParts {
  readonly facility: FacilityView;
  /** What a form has just done, in a sentence. */
  readonly done?: string;
  readonly sent?: SentForm;
}

/** A facility as its contact sees it: where it stands, its seats, whom it was asked to take, and its way out. */
export const facilityPage = ({ facility, done, sent = null }: FacilityPageParts): Html =>
  layout({
    title: facility.profile.name,
    audience: 'facility',
    main: html`${sent === null ? '' : errorSummary(sent.form, sent.state)} ${doneNotice(done)}
      <h1>${facility.profile.name}</h1>
      <p class="lead">${facility.standing}</p>
      <p class="quiet">Contact: ${facility.contact.name}, ${facility.contact.role}, ${facility.contact.email}</p>
      <h2>Seats</h2>
      ${
        facility.siteOffers.length === 0
          ? emptyState('No seats yet', 'You have not said yet what you offer.')
          : facility.siteOffers.map(seats)
      }
      <h2>Technologists</h2>
      ${
        facility.offers.length === 0
          ? emptyState(
              'Nobody yet',
              'You were not asked to take anybody yet. When somebody fits an open seat, you get a brief by mail.',
            )
          : facility.offers.map((offer) => offerCard(offer, facility.zone, sent))
      }
      ${actions
        .filter(({ action }) => facilityTransitions[facility.status][action] !== undefined)
        .map(
          ({ action, title, words, box }) =>
            html`<h2>${title}</h2>
              <p>${words}</p>
              ${actionForm({ form: action, hidden: { action }, box, button: title, ends: action === 'leave', sent })}`,
        )}`,
  });
