import { html } from 'hono/html';
import type { FacilityView } from '../../contracts/facility-view.ts';
import { disciplineNames } from '../../domain/discipline.ts';
import { atInstant } from '../../domain/wording.ts';
import { emptyForm, textArea } from '../fields.ts';
import { actionForm, type SentForm } from '../forms.ts';
import { outcomeForm } from '../outcome-form.ts';
import { badge, card, type Tone } from '../parts.ts';
import type { Html } from '../render.ts';

type OfferView = FacilityView['offers'][number];

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

/** One try at this facility: where it stands, who it is from the introduction on, and what the facility may do about it. */
export const offerCard = (offer: OfferView, zone: string | null, sent: SentForm): Html =>
  card({
    id: offer.offerId,
    title: `${disciplineNames[offer.discipline]}, ${offer.technologist?.name ?? `asked on ${atInstant(offer.madeAt, zone)}`}`,
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
        offer.status === 'accepted' || offer.status === 'introduced'
          ? html`<details>
              <summary>Something came up?</summary>
              ${actionForm({
                form: `cancel-${offer.offerId}`,
                hidden: { action: 'cancel', offerId: offer.offerId },
                before: textArea({
                  form: `cancel-${offer.offerId}`,
                  name: 'comment',
                  label: 'What happened? (optional)',
                  hint: 'A coordinator reads it.',
                  maxLength: 1000,
                  state: sent?.form === `cancel-${offer.offerId}` ? sent.state : emptyForm,
                }),
                box: 'Yes, we cannot take this technologist after all.',
                button: 'Cancel the placement',
                ends: true,
                sent,
              })}
            </details>`
          : ''
      }
      ${
        offer.status === 'started' || (offer.status === 'completed' && !offer.endReported)
          ? html`<p>When the training is over, please tell us how it went.</p>
              ${outcomeForm({ offerId: offer.offerId, side: 'facility', sent })}`
          : ''
      }`,
  });
