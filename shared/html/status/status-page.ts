import { html } from 'hono/html';
import type { RequestForTechnologist } from '../../contracts/technologist.ts';
import { disciplineNames } from '../../domain/discipline.ts';
import { mayBeEdited } from '../../domain/request-lifecycle.ts';
import { isOpen } from '../../domain/placement-request.ts';
import { atInstant, fromTo } from '../../domain/wording.ts';
import { actionForm, errorSummary, type SentForm } from '../forms.ts';
import { layout } from '../layout.ts';
import { outcomeForm } from '../outcome-form.ts';
import { badge, card, doneNotice, factsList, type Tone } from '../parts.ts';
import type { Html } from '../render.ts';
import { pathOfRequest } from './path.ts';

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

const offerTones: Readonly<Record<OfferView['status'], readonly [words: string, tone: Tone]>> = {
  made: ['asked', 'wait'],
  accepted: ['yes', 'good'],
  introduced: ['introduced', 'good'],
  started: ['started', 'good'],
  completed: ['complete', 'good'],
  declined: ['not this time', 'neutral'],
  lapsed: ['no answer', 'neutral'],
  cancelled: ['cancelled', 'neutral'],
  'no-show': ['ended', 'neutral'],
};

const contact = ({ facility }: OfferView): Html | '' =>
  facility === null
    ? ''
    : factsList([
        { label: 'Facility', value: facility.name },
        { label: 'Contact', value: facility.contactName },
        { label: 'E-mail', value: html`<a href="mailto:${facility.email}">${facility.email}</a>` },
        ...(facility.phone === null ? [] : [{ label: 'Phone', value: facility.phone }]),
      ]);

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
  if (offer.takeBackUntil !== null)
    return html`<p>
        The introduction leaves after ${atInstant(offer.takeBackUntil, zone)}. Until then you can take your consent
        back.
      </p>
      ${actionForm({
        form: `take-back-${offer.offerId}`,
        hidden: { action: 'take-back', offerId: offer.offerId },
        box: 'No, do not introduce us.',
        button: 'Take my consent back',
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
  if (offer.status === 'started' || (offer.status === 'completed' && !offer.endReported))
    return html`<p>When your training there is over, please tell us how it went. Your request is complete then.</p>
      ${outcomeForm({ offerId: offer.offerId, side: 'technologist', sent })}`;
  return '';
};

const offerCard = (offer: OfferView, zone: string | null, sent: SentForm): Html =>
  card({
    id: offer.offerId,
    title: fromTo(offer.startsOn, offer.endsOn),
    rank: 3,
    badge: badge(...offerTones[offer.status]),
    body: html`<p>
        ${offerWords[offer.status]}
        ${offer.status === 'made' ? html`It answers by ${atInstant(offer.answerBy, zone)}.` : ''}
      </p>
      ${contact(offer)} ${actionsOf(offer, zone, sent)}`,
  });

/** Where more can be read and done about a request. */
const waysOn = ({ status }: RequestForTechnologist, base: string): Html =>
  html`<h2>More about your request</h2>
    <ul>
      ${
        ['confirmed', 'in-review', 'on-hold', 'approved'].includes(status)
          ? html`<li>
              <a href="${base}/what-would-help">What would help</a>
              <span class="quiet">How many sites fit today, and what would open more.</span>
            </li>`
          : ''
      }
      ${
        mayBeEdited(status)
          ? html`<li>
              <a href="${base}/edit">Change your request</a>
              <span class="quiet">Hours, distance, costs and all else that you wrote.</span>
            </li>`
          : ''
      }
      <li>
        <a href="${base}/data">What is held about you</a>
        <span class="quiet">Everything we keep, with its history; as a file for you, or erased.</span>
      </li>
    </ul>`;

const withdrawing = (sent: SentForm): Html =>
  html`<details class="card" ${sent?.form === 'withdraw' ? html`open` : ''}>
    <summary>Withdraw this request</summary>
    <p>
      No site is asked any more. If a site has a seat for you, it is cancelled and the site is told. You can send a new
      request at any time.
    </p>
    ${actionForm({
      form: 'withdraw',
      hidden: { action: 'withdraw' },
      box: 'Yes, withdraw this request.',
      button: 'Withdraw',
      ends: true,
      sent,
    })}
  </details>`;

interface StatusPageParts {
  readonly request: RequestForTechnologist;
  /** `/status/<token>`: where its pages are. */
  readonly base: `/${string}`;
  /** What a form has just done, in a sentence. */
  readonly done?: string;
  readonly sent?: SentForm;
}

/** What the technologist has to answer stands before where all of it stands. */
const mustAct = ({ offers }: RequestForTechnologist): boolean => offers.some(({ consentAwaited }) => consentAwaited);

/** Where a request stands, who acts next, and what its technologist can do. */
export const statusPage = ({ request, base, done, sent = null }: StatusPageParts): Html => {
  const asked =
    request.offers.length === 0
      ? ''
      : html`<h2>Sites that were asked</h2>
          ${request.offers.toReversed().map((offer) => offerCard(offer, request.zone, sent))}`;
  return layout({
    title: `Your request for ${disciplineNames[request.discipline]}`,
    audience: 'technologist',
    main: html`${sent === null ? '' : errorSummary(sent.form, sent.state)} ${doneNotice(done)}
      <h1>Your request for ${disciplineNames[request.discipline]}</h1>
      <p class="lead">${request.standing}</p>
      <p class="quiet">Sent by ${request.contact.name} on ${atInstant(request.submittedAt, request.zone)}.</p>
      ${mustAct(request) ? html`${asked} ${pathOfRequest(request)}` : html`${pathOfRequest(request)} ${asked}`}
      ${waysOn(request, base)} ${isOpen(request.status) ? withdrawing(sent) : ''}`,
  });
};
