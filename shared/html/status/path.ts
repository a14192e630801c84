import { html } from 'hono/html';
import type { RequestForTechnologist } from '../../contracts/technologist.ts';
import type { Html } from '../render.ts';

const stations = [
  'You sent your request',
  'You confirmed your address',
  'A coordinator looks through the sites that fit',
  'Sites are asked, one after the other',
  'You and a site are introduced to each other',
  'You train there',
] as const;

/** At which station a request stands; null: it has ended before its time. */
const stationOf = ({ status, offers }: RequestForTechnologist): number | null => {
  switch (status) {
    case 'submitted':
      return 1;
    case 'confirmed':
    case 'in-review':
    case 'on-hold':
      return 2;
    case 'approved':
      return offers.some((offer) => offer.status === 'introduced') ? 4 : 3;
    case 'placed':
      return 5;
    case 'completed':
      return stations.length;
    case 'expired':
    case 'rejected':
    case 'withdrawn':
      return null;
  }
};

/** The way of a request, from being sent to the end of the training; nothing where it ended on the way. */
export const pathOfRequest = (request: RequestForTechnologist): Html | '' => {
  const now = stationOf(request);
  if (now === null) return '';
  return html`<ol class="timeline" aria-label="The way of your request">
    ${stations.map((words, place) => {
      if (place === now) return html`<li class="now" aria-current="step"><strong>${words}</strong></li>`;
      return html`<li class="${place < now ? 'done' : 'quiet'}">
        ${words}${place < now ? html`<span class="only-aloud">: done</span>` : ''}
      </li>`;
    })}
  </ol>`;
};
