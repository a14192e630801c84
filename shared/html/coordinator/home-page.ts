import { html } from 'hono/html';
import { coordinatorHome, facilitiesPage, queuePage } from '../../contracts/coordinator-pages.ts';
import { mailingPage, mailsPage } from '../../contracts/record-pages.ts';
import type { Instant } from '../../domain/primitives.ts';
import type { Attention } from '../../usecases/attention.ts';
import type { TrendWeek } from '../../usecases/trend.ts';
import { card, emptyState, notice } from '../parts.ts';
import type { Html } from '../render.ts';
import { coordinatorLayout, type CoordinatorFrame } from './frame.ts';
import { trendCard } from './trend.ts';
import { span, whereabouts } from './words.ts';

/** The first of each list: the whole of it is one step away. */
const shown = 5;

const figure = (count: number, one: string, many: string, href: string, more = false): Html | '' =>
  count === 0
    ? ''
    : html`<li>
        <a href="${href}"><strong>${count}${more ? '+' : ''}</strong> ${count === 1 ? one : many}</a>
      </li>`;

const figures = ({ toVet, toReview, questions, lapsing, doubtfulMails, failedMails }: Attention): Html =>
  html`<ul class="figures" aria-label="How much waits">
    ${figure(questions.length, 'question without a reply', 'questions without a reply', '#questions')}
    ${figure(lapsing.length, 'offer lapses within a day', 'offers lapse within a day', '#lapsing')}
    ${figure(toVet.items.length, 'facility to vet', 'facilities to vet', facilitiesPage.path, toVet.cursor !== null)}
    ${figure(toReview.items.length, 'request to review', 'requests to review', queuePage.path, toReview.cursor !== null)}
    ${figure(doubtfulMails, 'mail in doubt', 'mails in doubt', mailsPage.path)}
    ${figure(failedMails, 'mail failed in 24 hours', 'mails failed in 24 hours', `${mailsPage.path}?status=failed`)}
  </ul>`;

const list = (
  id: string,
  title: string,
  lines: readonly Html[],
  all?: { readonly href: string; readonly words: string },
) =>
  lines.length === 0
    ? ''
    : card({
        id,
        title,
        body: html`<ol class="plain-list">
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ol>
          ${all === undefined ? '' : html`<p><a href="${all.href}">${all.words}</a></p>`}`,
      });

const toDo = ({ toVet, toReview, questions, lapsing }: Attention, now: Instant): Html =>
  html`<div class="cards">
    ${list(
      'questions',
      'Questions of facilities',
      questions
        .slice(0, shown)
        .map(
          ({ offer, askedAt }) =>
            html`<a href="${queuePage.path}/${offer.requestId}#offers">A question about a brief</a>
              <span class="quiet">waits ${span(askedAt, now)}</span>`,
        ),
    )}
    ${list(
      'lapsing',
      'Lapsing within a day',
      lapsing
        .slice(0, shown)
        .map(
          ({ requestId, discipline, answerBy, status }) =>
            html`<a href="${queuePage.path}/${requestId}#offers">${discipline} offer</a>
              <span class="quiet"
                >${span(now, answerBy)} left for the ${status === 'made' ? 'facility' : 'technologist'}</span
              >`,
        ),
    )}
    ${list(
      'vetting',
      'Facilities to vet',
      toVet.items
        .slice(0, shown)
        .map(
          ({ id, profile, place, claimedAt }) =>
            html`<a href="${facilitiesPage.path}/${id}">${profile.name}</a>
              <span class="quiet">${whereabouts(place)}, waits ${span(claimedAt, now)}</span>`,
        ),
      { href: facilitiesPage.path, words: 'All that wait' },
    )}
    ${list(
      'review',
      'Longest waiting for a review',
      toReview.items
        .slice(0, shown)
        .map(
          ({ id, contact, wishes, home, submittedAt }) =>
            html`<a href="${queuePage.path}/${id}">${contact.name}</a>
              <span class="quiet">${wishes.discipline}, ${whereabouts(home)}, waits ${span(submittedAt, now)}</span>`,
        ),
      { href: queuePage.path, words: 'The whole queue' },
    )}
  </div>`;

const isQuiet = ({ toVet, toReview, questions, lapsing, doubtfulMails, failedMails }: Attention): boolean =>
  toVet.items.length + toReview.items.length + questions.length + lapsing.length + doubtfulMails + failedMails === 0;

export interface HomeParts {
  readonly attention: Attention;
  readonly trend: readonly TrendWeek[];
  readonly now: Instant;
}

/** What needs attention first, and how it has been going. */
export const coordinatorHomePage = (frame: CoordinatorFrame, { attention, trend, now }: HomeParts): Html =>
  coordinatorLayout(frame, {
    title: 'Today',
    current: coordinatorHome.path,
    main: html`<h1>Today</h1>
      ${
        attention.brake === null
          ? ''
          : notice(
              html`<strong>Outreach stands still</strong> since ${span(attention.brake.since, now)}
                (${attention.brake.cause}): briefs, invitations and reminders wait. Essential mail goes on.
                <a href="${mailingPage.path}">Look into it</a>`,
              'bad',
            )
      }
      ${
        isQuiet(attention)
          ? emptyState('Nothing waits for you', 'Whatever comes in shows here, what waits longest first.')
          : html`${figures(attention)} ${toDo(attention, now)}`
      }
      ${trendCard(trend)}`,
  });
