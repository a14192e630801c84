import { html } from 'hono/html';
import { queuePage, type DoneCode } from '../../contracts/coordinator-pages.ts';
import type { CaseView } from '../../contracts/case.ts';
import { disciplineNames } from '../../domain/discipline.ts';
import type { Instant } from '../../domain/primitives.ts';
import { requestTransitions, type RequestAction } from '../../domain/request-lifecycle.ts';
import { forbiddenAt } from '../../domain/rulings.ts';
import { type IntakeId, partsOfIntakeId } from '../../domain/site-offer.ts';
import { digits } from '../../domain/wording.ts';
import { shownInDetail, type Review } from '../../usecases/read-review.ts';
import { badge, card, dataTable, doneNotice, emptyState } from '../parts.ts';
import type { Html } from '../render.ts';
import { sentNotices, type SentDecision } from './decision-form.ts';
import { coordinatorLayout, type CoordinatorFrame } from './frame.ts';
import { auditTrail, mailsTable, suppressionNotice } from './history.ts';
import { keysNav } from './keys.ts';
import { candidateAnchor, candidateCard } from './review/candidate.ts';
import { decisions } from './review/decisions.ts';
import { distanceMap } from './review/distance-map.ts';
import { offersOf } from './review/offers.ts';
import { requestFacts } from './review/request-facts.ts';
import { candidatesTable, shortlistForms, type Placed } from './review/shortlist.ts';
import { doneWords, requestStatuses, span } from './words.ts';

export interface ReviewParts {
  readonly review: Review;
  readonly now: Instant;
  readonly done?: DoneCode | undefined;
  readonly sent?: SentDecision | null;
}

/** What has been ruled or tried about a site. */
const marksOf = ({ request }: CaseView, intakeId: IntakeId): readonly string[] => [
  ...(request.rulings.lockedTo?.intakeId === intakeId ? ['locked'] : []),
  ...(forbiddenAt(request.rulings, partsOfIntakeId(intakeId).facilityId) === undefined ? [] : ['forbidden']),
  ...(request.triedIntakes.includes(intakeId) ? ['tried before'] : []),
];

/** Of those in detail so many show at once. */
const shownOpen = 3;

const candidates = (
  { seen, candidates: all, weeks }: Review,
  detailed: readonly Placed[],
  rest: readonly Placed[],
): Html =>
  html`<h2 id="candidates">${all === 1 ? 'One candidate' : `${digits(all, 0)} candidates`}</h2>
    ${
      all === 0
        ? emptyState('No site fits now', '“What would open more” says what would have to change.')
        : detailed.map(({ one, place }) =>
            candidateCard({
              one,
              place,
              week: weeks.get(one.intakeId),
              marks: marksOf(seen, one.intakeId),
              isOpen: place <= shownOpen || place > shownInDetail,
            }),
          )
    }
    ${
      rest.length === 0
        ? ''
        : html`<h3>Further candidates</h3>
            ${candidatesTable(rest, {
              caption: 'Further candidates in the order of the ranking',
              href: (intakeId) => `${queuePage.path}/${seen.request.id}?site=${intakeId}#${candidateAnchor(intakeId)}`,
            })}
            ${
              all > seen.candidates.length
                ? html`<p class="small quiet">
                    ${digits(all - seen.candidates.length, 0)} more fit and stand behind these.
                  </p>`
                : ''
            }`
    }`;

/** More than this many near misses help nobody to decide. */
const nearMissesShown = 10;

const whatWouldHelp = ({ openings, nearMisses }: CaseView): Html | '' => {
  const ways = [...openings.single, ...openings.pairs];
  return ways.length === 0 && nearMisses.length === 0
    ? ''
    : card({
        id: 'openings',
        title: 'What would open more',
        body: html`${
          ways.length === 0
            ? ''
            : html`<ul>
                ${ways.map(({ words }) => html`<li>${words}</li>`)}
              </ul>`
        }
        ${
          nearMisses.length === 0
            ? ''
            : html`<details>
                <summary>${nearMisses.length} near ${nearMisses.length === 1 ? 'miss' : 'misses'}</summary>
                <ul>
                  ${nearMisses
                    .slice(0, nearMissesShown)
                    .map(
                      ({ facilityName, changes }) =>
                        html`<li>
                          <strong>${facilityName}</strong>: ${changes.map(({ words }) => words).join('; ')}
                        </li>`,
                    )}
                </ul>
              </details>`
        }`,
      });
};

const exclusionsOf = ({ exclusions, excluded, sitesConsidered }: CaseView): Html | '' => {
  const count = Object.values(excluded).reduce((sum, some) => sum + some, 0);
  return count === 0
    ? ''
    : html`<details>
        <summary>
          ${digits(count, 0)} of ${digits(sitesConsidered, 0)} sites ${count === 1 ? 'is' : 'are'} excluded
        </summary>
        ${dataTable({
          caption: 'The nearest sites that a rule excludes',
          columns: [
            { head: 'Site', cell: ({ facilityName }) => facilityName },
            { head: 'Miles', cell: ({ miles }) => (miles === null ? '–' : digits(miles, 0)), isNumber: true },
            { head: 'Why', cell: ({ words, rule }) => `${words} (${rule})` },
          ],
          rows: exclusions,
          as: 'dense',
        })}
      </details>`;
};

/** What the page offers, each by a key. */
const ways = ({ seen: { request }, ranking }: Review, detailed: readonly Placed[]): Html => {
  const may = (action: RequestAction): boolean => requestTransitions[request.status][action] !== undefined;
  const mayApprove = request.status === 'in-review' && detailed.length > 0;
  return keysNav({
    stops: '.candidate > summary',
    each: 'candidate',
    jumps: [
      ...(mayApprove && ranking.length > 0 ? [{ key: 'a', href: '#approve-first-form', words: 'approve' }] : []),
      ...(mayApprove ? [{ key: 'o', href: '#approve-own-form', words: 'own order' }] : []),
      ...(may('resume') ? [{ key: 'c', href: '#resume-form', words: 'resume' }] : []),
      ...(may('hold') ? [{ key: 'h', href: '#hold-form', words: 'hold' }] : []),
      ...(may('rule') && detailed.length > 0 ? [{ key: 's', href: '#rule-form', words: 'rule on a site' }] : []),
      ...(may('reject') ? [{ key: 'r', href: '#reject-form', words: 'reject' }] : []),
      { key: 'u', href: queuePage.path, words: 'back to the queue' },
    ],
  });
};

/** A request beside its candidates, and what can be decided. */
export const requestReviewPage = (frame: CoordinatorFrame, { review, now, done, sent = null }: ReviewParts): Html => {
  const { seen, weeks } = review;
  const { request } = seen;
  const forms = { token: frame.token, sent };
  const placed = seen.candidates.map((one, index) => ({ one, place: index + 1 }));
  const detailed = placed.filter(({ one }) => weeks.has(one.intakeId));
  const rest = placed.filter(({ one }) => !weeks.has(one.intakeId));
  const [status, tone] = requestStatuses[request.status];
  return coordinatorLayout(frame, {
    title: `${request.contact.name}, ${disciplineNames[request.wishes.discipline]}`,
    current: queuePage.path,
    scripts: ['keys.js'],
    main: html`${sentNotices(sent, seen.audit, now)} ${doneNotice(done && doneWords[done])}
      <p class="eyebrow"><a href="${queuePage.path}">Requests</a></p>
      <div class="title-row">
        <h1>${request.contact.name}</h1>
        <span>${badge(status, tone)} <span class="quiet">sent ${span(request.submittedAt, now)} ago</span></span>
      </div>
      <p class="lead">${disciplineNames[request.wishes.discipline]}</p>
      ${suppressionNotice(seen.suppression)}
      ${'reason' in request ? html`<p><strong>Reason:</strong> ${request.reason}</p>` : ''} ${ways(review, detailed)}
      <div class="side-by-side">
        <div>
          ${card({ id: 'request', title: 'The request', body: requestFacts(request) })} ${distanceMap(review, detailed)}
          ${whatWouldHelp(seen)} ${decisions(review, detailed, forms)}
          ${card({
            id: 'history',
            title: 'What was done',
            body: html`${auditTrail(seen.audit, request.home.zone)} ${mailsTable(seen.mails, request.home.zone)}`,
          })}
        </div>
        <div>
          ${offersOf(review, forms)}
          ${request.status === 'in-review' && detailed.length > 0 ? shortlistForms({ review, detailed, forms }) : ''}
          ${seen.coverage === null ? '' : html`<p>${seen.coverage.words}</p>`} ${candidates(review, detailed, rest)}
          ${exclusionsOf(seen)}
        </div>
      </div>`,
  });
};
