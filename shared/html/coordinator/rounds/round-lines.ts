import { html } from 'hono/html';
import { facilitiesPage, queuePage } from '../../../contracts/coordinator-pages.ts';
import type { LineOutcome } from '../../../domain/round.ts';
import type { DiffLine, RoundDiff } from '../../../usecases/read-round-diff.ts';
import { radioGroup } from '../../fields.ts';
import { badge, dataTable } from '../../parts.ts';
import type { Html } from '../../render.ts';
import { foldedForm, reasonField, stateOf, type FormsOf } from '../decision-form.ts';
import { requestStatuses, span } from '../words.ts';
import type { Instant } from '../../../domain/primitives.ts';

/** Names of the form of marked lines, and what the fields of lines begin with. */
export const approveLines = 'approve-lines';
export const linePrefix = 'line.';
export const ruleOnPair = 'rule-on-pair';

interface LinesParts {
  readonly diff: RoundDiff;
  /** Lines can be marked and ruled on. */
  readonly mayDecide: boolean;
  readonly forms: FormsOf;
  readonly now: Instant;
}

const nameOf = ({ seen: { line }, request }: DiffLine): string => request?.contact.name ?? line.requestId;

const technologist = (one: DiffLine, now: Instant): Html => {
  const { line } = one.seen;
  return html`<a href="${queuePage.path}/${line.requestId}">${nameOf(one)}</a>
    <span class="small quiet">${line.discipline}, waits ${span(line.waitingSince, now)}</span>
    ${
      one.request !== null && one.request.status !== 'in-review'
        ? badge(`now ${requestStatuses[one.request.status][0]}`, 'neutral')
        : ''
    }`;
};

const site = ({ seen: { line } }: DiffLine): Html =>
  line.outcome === 'unplaced'
    ? html`<span class="quiet">none</span>`
    : html`<a href="${facilitiesPage.path}/${line.facilityId}">${line.facilityName}</a>
        <span class="small quiet">${line.choice === null ? 'locked' : `number ${line.choice} of their list`}</span>`;

const became = (decided: LineOutcome | null): Html => {
  if (decided === null) return html`<span class="quiet">not decided</span>`;
  return decided.result === 'approved'
    ? badge('approved', 'good')
    : html`${badge('refused', 'bad')} <span class="small">${decided.words}</span>`;
};

/** Boxes belong to the form below the table: another form stands in each row. */
const box = (one: DiffLine): Html | '' => {
  const { line, decided } = one.seen;
  const name = `${linePrefix}${line.id}`;
  return decided?.result === 'approved'
    ? ''
    : html`<input
        type="checkbox"
        name="${name}"
        value="yes"
        form="${approveLines}-form"
        aria-label="Approve ${nameOf(one)}"
      />`;
};

const rulingOn = ({ seen: { line }, request }: DiffLine, forms: FormsOf): Html | '' => {
  if (line.outcome === 'unplaced' || request?.status !== 'in-review') return '';
  const { lockedTo, forbidden } = request.rulings;
  if (lockedTo !== null || forbidden.some(({ facilityId }) => facilityId === line.facilityId))
    return badge('ruled on', 'neutral');
  const form = `${ruleOnPair}-${line.requestId}`;
  return foldedForm('Rule on this pair', {
    form,
    hidden: {
      action: ruleOnPair,
      requestId: line.requestId,
      intakeId: line.intakeId,
      version: `${request.version}`,
    },
    fields: html`${radioGroup({
      form,
      name: 'decision',
      label: 'From the next round on',
      options: {
        lock: { label: 'Lock', hint: 'This site and no other, while it fits.' },
        forbid: { label: 'Forbid', hint: 'Never this facility.' },
      },
      state: stateOf(form, forms),
    })}
    ${reasonField({ form, hint: 'Only coordinators read it.', forms })}`,
    button: 'Note the ruling',
    forms,
  });
};

const captions = {
  placed: 'Proposed pairs',
  unplaced: 'Requests without a site',
  refused: 'Pairs that were refused when they were approved',
} as const;

/** A line a request: what the round proposes, in words, and what became of it. */
export const linesTable = ({ diff: { lines, side }, mayDecide, forms, now }: LinesParts): Html =>
  dataTable({
    caption: captions[side],
    columns: [
      { head: 'Technologist', cell: (one) => technologist(one, now) },
      ...(mayDecide && side !== 'unplaced' ? [{ head: 'Mark', cell: box }] : []),
      ...(side === 'unplaced' ? [] : [{ head: 'Site', cell: site }]),
      {
        head: 'Today, and by the round',
        cell: (one) => html`${one.seen.words} ${mayDecide ? rulingOn(one, forms) : ''}`,
      },
      ...(side === 'unplaced' ? [] : [{ head: 'Decision', cell: ({ seen }: DiffLine) => became(seen.decided) }]),
    ],
    rows: lines,
    as: 'dense',
  });
