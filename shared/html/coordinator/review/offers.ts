import { html } from 'hono/html';
import { trackNames } from '../../../domain/discipline.ts';
import { offerTransitions, type OfferAction } from '../../../domain/offer-lifecycle.ts';
import type { Offer } from '../../../domain/offer.ts';
import { atInstant } from '../../../domain/wording.ts';
import type { Review } from '../../../usecases/read-review.ts';
import { textArea } from '../../fields.ts';
import { badge, card } from '../../parts.ts';
import type { Html } from '../../render.ts';
import { decisionForm, foldedForm, stateOf, type FormsOf } from '../decision-form.ts';
import { offerStatuses } from '../words.ts';

/** What coordinators do with an offer, by the step of its life that it is. */
const steps = [
  { action: 'start', step: 'start', title: 'Record the start', ends: false },
  { action: 'complete', step: 'complete', title: 'Record the completion', ends: false },
  { action: 'no-show', step: 'report-no-show', title: 'The technologist did not come', ends: true },
  { action: 'cancel', step: 'cancel', title: 'Cancel this offer', ends: true },
] as const satisfies readonly { readonly step: OfferAction; readonly [part: string]: unknown }[];

const questions = (offer: Offer, forms: FormsOf): Html =>
  html`${offer.questions.map(
    ({ question, reply }) =>
      html`<blockquote>
        <p>${question}</p>
        ${reply === null ? '' : html`<p class="quiet">Replied: ${reply}</p>`}
      </blockquote>`,
  )}
  ${
    offer.status === 'made' && offer.questions.some(({ reply }) => reply === null)
      ? decisionForm({
          form: `reply-${offer.id}`,
          hidden: { action: 'reply', offerId: offer.id, version: `${offer.version}` },
          fields: textArea({
            form: `reply-${offer.id}`,
            name: 'reply',
            label: 'Reply',
            hint: 'The facility gets the brief again with it. Nothing that tells who the technologist is.',
            maxLength: 1000,
            state: stateOf(`reply-${offer.id}`, forms),
          }),
          button: 'Send the reply',
          weight: 'main',
          forms,
        })
      : ''
  }`;

const offerCard = (offer: Offer, { seen, names }: Review, forms: FormsOf): Html => {
  const { zone } = seen.request.home;
  const possible = steps.filter(({ step }) => offerTransitions[offer.status][step] !== undefined);
  return card({
    id: offer.id,
    title: names.get(offer.facilityId) ?? offer.facilityId,
    rank: 3,
    badge: badge(...offerStatuses[offer.status]),
    body: html`<p>
        <a href="/coordinator/facilities/${offer.facilityId}">The facility</a>, by the track
        “${trackNames[offer.track]}”. Made on ${atInstant(offer.madeAt, zone)}.
        ${offer.status === 'made' ? html`It answers by ${atInstant(offer.answerBy, zone)}.` : ''}
        ${
          offer.technologistConsent === 'awaited' && (offer.status === 'made' || offer.status === 'accepted')
            ? 'The technologist is asked before the introduction.'
            : ''
        }
      </p>
      ${
        offer.toSettle.length === 0
          ? ''
          : html`<details>
              <summary>To be settled: ${offer.toSettle.length}</summary>
              <ul>
                ${offer.toSettle.map((point) => html`<li>${point}</li>`)}
              </ul>
            </details>`
      }
      ${questions(offer, forms)}
      ${possible.map(({ action, title, ends }) => {
        const form = `${action}-${offer.id}`;
        return foldedForm(title, {
          form,
          hidden: { action, offerId: offer.id, version: `${offer.version}` },
          fields: textArea({
            form,
            name: 'comment',
            label: 'Comment (optional)',
            maxLength: 1000,
            state: stateOf(form, forms),
          }),
          button: title,
          weight: ends ? 'ends' : 'plain',
          forms,
        });
      })}`,
  });
};

/** The tries of a request, the newest first. */
export const offersOf = (review: Review, forms: FormsOf): Html | '' =>
  review.seen.offers.length === 0
    ? ''
    : html`<h2 id="offers">Offers</h2>
        ${review.seen.offers
          .toSorted((a, b) => (a.madeAt > b.madeAt ? -1 : 1))
          .map((offer) => offerCard(offer, review, forms))}`;
