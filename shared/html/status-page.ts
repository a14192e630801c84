import { html } from 'hono/html';
import type { RequestForTechnologist } from '../contracts/technologist.ts';
import { disciplineNames } from '../domain/discipline.ts';
import { isOpen } from '../domain/placement-request.ts';
import { atInstant, fromTo } from '../domain/wording.ts';
import { actionForm, errorSummary, type SentForm } from './forms.ts';
import { layout } from './layout.ts';
import { notice, type Notice } from './notice.ts';
import type { Html } from './render.ts';

type OfferView = RequestForTechnologist['offers'][number];

/** Where one try stands, as the technologist reads it. */
const offerWords: Readonly<Record<OfferView['status'], string>> = {
  made: 'A site has your anonymous brief and is deciding.',
  accepted: 'A site said yes.',
  introduced: 'You are introduced to each other.',
  started: 'Your training there has started.',
  completed: 'Your training there is complete.',
  declined: 'The site could not take anybody this time.',
  lapsed: 'An answer did not come in time.',
  cancelled: 'This was cancelled.',
  'no-show': 'This ended before it started.',
};

const contact = ({ facility }: OfferView): Html | '' =>
  facility === null
    ? ''
    : html`<dl class="facts">
        <dt>Facility</dt>
        <dd>${facility.name}</dd>
        <dt>Contact</dt>
        <dd>${facility.contactName}</dd>
        <dt>E-mail</dt>
        <dd><a href="mailto:${facility.email}">${facility.email}</a></dd>
        ${
          facility.phone === null
            ? ''
            : html`<dt>Phone</dt>
                <dd>${facility.phone}</dd>`
        }
      </dl>`;

const actionsOf = (offer: OfferView, zone: string | null, sent: SentForm): Html | '' => {
  if (offer.consentAwaited)
    return html`<p>
        You asked to be asked each time. May we introduce you? The site then gets your name and contact. It holds the
        seat for you until ${atInstant(offer.answerBy, zone)}.
      </p>
      ${actionForm({
        form: `consent-${offer.offerId}`,
        hidden: { action: 'consent', offerId: offer.offerId },
        box: 'Yes, give this site my name and contact, and give me theirs.',
        button: 'Agree to the introduction',
        sent,
      })}`;
  if (offer.status === 'introduced')
    return html`<p>Have you two agreed, and does your training start? Then tell us, and so does the site.</p>
      ${actionForm({
        form: `start-${offer.offerId}`,
        hidden: { action: 'start', offerId: offer.offerId },
        box: 'Yes, my training there starts.',
        button: 'Report the start',
        sent,
      })}`;
  return '';
};

const offerCard = (offer: OfferView, zone: string | null, sent: SentForm): Html =>
  html`<section class="card" aria-labelledby="${offer.offerId}">
    <h3 id="${offer.offerId}">${fromTo(offer.startsOn, offer.endsOn)}</h3>
    <p>
      ${offerWords[offer.status]}
      ${offer.status === 'made' ? html`It answers by ${atInstant(offer.answerBy, zone)}.` : ''}
    </p>
    ${contact(offer)} ${actionsOf(offer, zone, sent)}
  </section>`;

interface StatusPageParts {
  readonly request: RequestForTechnologist;
  readonly done?: Notice;
  readonly sent?: SentForm;
}

/** Where a request stands, who acts next, and what its technologist can do. */
export const statusPage = ({ request, done, sent = null }: StatusPageParts): Html =>
  layout({
    title: `Your request for ${disciplineNames[request.discipline]}`,
    main: html`${sent === null ? '' : errorSummary(sent.form, sent.state)} ${notice(done)}
      <h1>Your request for ${disciplineNames[request.discipline]}</h1>
      <p class="lead">${request.standing}</p>
      <p class="quiet">Sent by ${request.contact.name} on ${atInstant(request.submittedAt, request.zone)}.</p>
      ${
        request.offers.length === 0
          ? ''
          : html`<h2>Sites that were asked</h2>
              ${request.offers.map((offer) => offerCard(offer, request.zone, sent))}`
      }
      ${
        isOpen(request.status)
          ? html`<h2>Withdraw</h2>
              <p>No site is asked any more, and an open offer is cancelled. You can send a new request at any time.</p>
              ${actionForm({
                form: 'withdraw',
                hidden: { action: 'withdraw' },
                box: 'Yes, withdraw this request.',
                button: 'Withdraw',
                sent,
              })}`
          : ''
      }`,
  });
