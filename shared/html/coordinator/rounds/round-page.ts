import { html } from 'hono/html';
import type { DoneCode } from '../../../contracts/coordinator-pages.ts';
import { diffSides, roundsPage, type DiffSide } from '../../../contracts/round-pages.ts';
import { disciplineNames } from '../../../domain/discipline.ts';
import type { Instant } from '../../../domain/primitives.ts';
import { roundTransitions } from '../../../domain/round-lifecycle.ts';
import type { RoundLineId, RoundPart, RoundStatus } from '../../../domain/round.ts';
import { digits } from '../../../domain/wording.ts';
import type { RoundDiff } from '../../../usecases/read-round-diff.ts';
import { fieldError, idOf } from '../../fields.ts';
import { hiddenFields } from '../../forms.ts';
import { badge, card, dataTable, doneNotice, emptyState, notice } from '../../parts.ts';
import type { Html } from '../../render.ts';
import {
  foldedForm,
  reasonField,
  sentNotices,
  stateOf,
  wholeForm,
  type FormsOf,
  type SentDecision,
} from '../decision-form.ts';
import { coordinatorLayout, type CoordinatorFrame } from '../frame.ts';
import { auditTrail } from '../history.ts';
import { paging } from '../lists.ts';
import { doneWords, roundStatuses, span } from '../words.ts';
import { approveLines, linesTable } from './round-lines.ts';
import { disciplinesOf, type Entry } from './rounds-page.ts';

export const approveRest = 'approve-rest';

const isUnderWay = (status: RoundStatus): boolean => status === 'requested' || status === 'running';
const canBeApproved = (status: RoundStatus): boolean => roundTransitions[status]['approve-some'] !== undefined;

const partNames: Readonly<Record<RoundPart, string>> = { locks: 'Locked by coordinators', ...disciplineNames };

const addressOf = ({ roundId }: Entry, query: Readonly<Record<string, string>>): string =>
  `${roundsPage.path}/${roundId}?${new URLSearchParams(query).toString()}`;

/** The parts in their order: what is done, what is being worked out, what follows. */
const partsTable = (round: Entry): Html => {
  const current = isUnderWay(round.status) ? round.parts.findIndex(({ result }) => result === null) : -1;
  const rows = round.parts.map((part, index) => ({ ...part, isNow: index === current }));
  return dataTable({
    caption: 'Parts of the round',
    columns: [
      {
        head: 'Part',
        cell: ({ part, result }) =>
          result === null ? partNames[part] : html`<a href="${addressOf(round, { part })}#diff">${partNames[part]}</a>`,
      },
      {
        head: 'State',
        cell: ({ result, isNow }) =>
          result === null
            ? isNow
              ? badge('being worked out', 'wait')
              : badge('to come', 'neutral')
            : badge('done', 'good'),
      },
      { head: 'Pairs', cell: ({ result }) => (result === null ? '–' : digits(result.placed, 0)), isNumber: true },
      {
        head: 'Without a site',
        cell: ({ result }) => (result === null ? '–' : digits(result.unplaced, 0)),
        isNumber: true,
      },
    ],
    rows,
    as: 'plain',
  });
};

const progress = (round: Entry): Html =>
  card({
    id: 'progress',
    title: 'How far it has come',
    body: html`${
      isUnderWay(round.status)
        ? html`<p data-look-again="10">
            The round is being worked out, usually within minutes.
            <a class="button plain small" href="${roundsPage.path}/${round.roundId}">Look again</a>
          </p>`
        : ''
    }
    ${partsTable(round)}`,
  });

const figures = ({ placed, unplaced, approvedPairs, refusedPairs }: Entry): Html =>
  html`<ul class="figures" aria-label="The round in numbers">
    <li><strong>${digits(placed, 0)}</strong> ${placed === 1 ? 'pair proposed' : 'pairs proposed'}</li>
    <li><strong>${digits(unplaced, 0)}</strong> without a site</li>
    <li><strong>${digits(approvedPairs, 0)}</strong> approved</li>
    <li><strong>${digits(refusedPairs, 0)}</strong> refused when checked again</li>
  </ul>`;

/** A form that is sent again and again until all lines were looked at: by a script, or by its reader. */
const wholeApproval = (
  { roundId, placed, approvedPairs, refusedPairs }: Entry,
  after: RoundLineId | undefined,
  forms: FormsOf,
) => {
  const looked = approvedPairs + refusedPairs;
  return html`<form
    method="post"
    action="${roundsPage.path}/${roundId}"
    id="${idOf(approveRest, wholeForm)}"
    data-goes-on="${roundId}"
    ${after === undefined ? '' : html`data-next`}
  >
    ${forms.token} ${hiddenFields({ action: approveRest, ...(after !== undefined && { after }) })}
    ${fieldError(approveRest, wholeForm, stateOf(approveRest, forms))}
    ${
      after === undefined
        ? html`<p>
            All ${digits(placed, 0)} pairs are looked at, 25 at a time, and each is checked again; what is approved
            already is not done twice. You may close the page at any time and go on later.
          </p>`
        : html`<p role="status">
            <strong>${digits(looked, 0)} of ${digits(placed, 0)} pairs are decided.</strong>
            <progress value="${looked}" max="${placed}" aria-label="Pairs that are decided"></progress>
          </p>`
    }
    <p class="buttons">
      <button>${after === undefined ? 'Approve the whole round' : 'Go on with the next 25'}</button>
      ${after === undefined ? '' : html`<a class="button plain" href="${roundsPage.path}/${roundId}">Stop here</a>`}
    </p>
  </form>`;
};

const discardForm = ({ version }: Entry, forms: FormsOf): Html =>
  foldedForm('Discard the round', {
    form: 'discard',
    hidden: { action: 'discard', version: `${version}` },
    fields: reasonField({
      form: 'discard',
      hint: 'Only coordinators read it. What was approved stays so.',
      forms,
    }),
    button: 'Discard it',
    weight: 'ends',
    forms,
  });

const sides: Readonly<Record<DiffSide, string>> = {
  placed: 'Proposed pairs',
  unplaced: 'Without a site',
  refused: 'Refused when approved',
};

const nothing: Readonly<Record<DiffSide, readonly [title: string, words: string]>> = {
  placed: ['No pair', 'This part of the round proposes nobody a site.'],
  unplaced: ['Nobody is left over', 'Everybody of this part has a site.'],
  refused: ['None', 'No pair was refused when it was approved.'],
};

const filters = ({ round, part, side }: RoundDiff): Html =>
  html`<nav aria-label="What to look at" class="filter">
      <ul>
        ${diffSides.map(
          (each) =>
            html`<li>
              <a href="${addressOf(round, { part, side: each })}#diff" ${each === side ? html`aria-current="true"` : ''}
                >${sides[each]}</a
              >
            </li>`,
        )}
      </ul>
    </nav>
    ${
      side === 'refused'
        ? ''
        : html`<nav aria-label="Part" class="filter">
            <ul>
              ${round.parts
                .filter(({ result }) => result !== null)
                .map(
                  ({ part: each }) =>
                    html`<li>
                      <a
                        href="${addressOf(round, { part: each, side })}#diff"
                        ${each === part ? html`aria-current="true"` : ''}
                        >${each === 'locks' ? 'Locked' : each}</a
                      >
                    </li>`,
                )}
            </ul>
          </nav>`
    }`;

interface RoundParts {
  readonly diff: RoundDiff;
  readonly isFirst: boolean;
  readonly after?: RoundLineId | undefined;
  readonly now: Instant;
  readonly done?: DoneCode | undefined;
  readonly sent?: SentDecision | null;
}

const diffOf = ({ diff, isFirst, now }: RoundParts, forms: FormsOf): Html => {
  const { round, part, side, lines, next } = diff;
  const mayDecide = canBeApproved(round.status);
  const [title, words] = nothing[side];
  return html`<h2 id="diff">What it proposes</h2>
    ${filters(diff)} ${lines.length === 0 ? emptyState(title, words) : linesTable({ diff, mayDecide, forms, now })}
    ${
      mayDecide && side !== 'unplaced' && lines.length > 0
        ? html`<form method="post" novalidate id="${approveLines}-form">
            ${forms.token} ${hiddenFields({ action: approveLines })}
            <div id="${idOf(approveLines, 'lines')}">
              ${fieldError(approveLines, 'lines', stateOf(approveLines, forms))}
            </div>
            <div class="buttons"><button class="plain">Approve those marked</button></div>
          </form>`
        : ''
    }
    ${paging({ path: `${roundsPage.path}/${round.roundId}`, query: { part, side }, next, isFirst })}`;
};

/** A round: how far it has come, what it proposes for whom, and what can be decided. */
export const roundDetailPage = (frame: CoordinatorFrame, parts: RoundParts): Html => {
  const { diff, after, now, done, sent = null } = parts;
  const { round, audit } = diff;
  const forms = { token: frame.token, sent };
  const underWay = isUnderWay(round.status);
  const mayDiscard = roundTransitions[round.status].discard !== undefined;
  return coordinatorLayout(frame, {
    title: 'A round',
    current: roundsPage.path,
    ...(underWay || canBeApproved(round.status) ? { scripts: ['goes-on.js'] } : {}),
    main: html`${sentNotices(sent, audit, now)} ${doneNotice(done && doneWords[done])}
      <p class="eyebrow"><a href="${roundsPage.path}">Rounds</a></p>
      <div class="title-row">
        <h1>Round for ${disciplinesOf(round)}</h1>
        <span
          >${badge(...roundStatuses[round.status])}
          <span class="quiet">asked for ${span(round.requestedAt, now)} ago</span></span
        >
      </div>
      ${round.reason === null ? '' : notice(html`<strong>Why:</strong> ${round.reason}`, round.status === 'failed' ? 'bad' : 'info')}
      ${underWay ? '' : figures(round)}
      <div class="side-by-side">
        <div>
          ${
            canBeApproved(round.status)
              ? card({ id: 'approve', title: 'Approve the whole', body: wholeApproval(round, after, forms) })
              : ''
          }
          ${progress(round)}
          ${card({
            id: 'history',
            title: 'What was done',
            body: html`${auditTrail(audit, null)} ${mayDiscard ? discardForm(round, forms) : ''}`,
          })}
        </div>
        <div>
          ${
            round.parts.every(({ result }) => result === null)
              ? emptyState('Nothing to see yet', 'What the round proposes shows here, part by part.')
              : diffOf(parts, forms)
          }
        </div>
      </div>`,
  });
};
