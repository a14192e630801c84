import { html } from 'hono/html';
import { trackNames } from '../../../domain/discipline.ts';
import type { IntakeId } from '../../../domain/site-offer.ts';
import { digits } from '../../../domain/wording.ts';
import type { Review } from '../../../usecases/read-review.ts';
import { fieldError, idOf, select } from '../../fields.ts';
import { card, dataTable } from '../../parts.ts';
import type { Html } from '../../render.ts';
import { decisionForm, reasonField, stateOf, type FormsOf } from '../decision-form.ts';
import { type Candidate, candidateAnchor, finishOf, openPoints } from './candidate.ts';

/** Names of the two forms, and what the fields of places begin with. */
export const approveFirst = 'approve-first';
export const approveOwn = 'approve-own';
export const placePrefix = 'place.';

/** A candidate with its place in the order, from 1. */
export interface Placed {
  readonly one: Candidate;
  readonly place: number;
}

const miles = ({ miles: far }: Candidate): string => (far === null ? '–' : digits(far, 0));

/** A line a candidate; who has places to give writes them there. */
const columns = {
  site: (href: (intakeId: IntakeId) => string) => ({
    head: 'Site',
    cell: ({ one, place }: Placed) => html`${place}. <a href="${href(one.intakeId)}">${one.facilityName}</a>`,
  }),
  track: { head: 'Track', cell: ({ one }: Placed) => trackNames[one.track] },
  miles: { head: 'Miles', cell: ({ one }: Placed) => miles(one), isNumber: true },
  finish: { head: 'Finish', cell: ({ one }: Placed) => finishOf(one) },
  open: { head: 'Open points', cell: ({ one }: Placed) => openPoints(one) },
};

const placeField =
  (forms: FormsOf) =>
  ({ one }: Placed): Html => {
    const name = `${placePrefix}${one.intakeId}`;
    return html`<input
      class="short"
      id="${idOf(approveOwn, name)}"
      name="${name}"
      inputmode="numeric"
      maxlength="2"
      value="${stateOf(approveOwn, forms).values[name] ?? ''}"
      aria-label="Place of ${one.facilityName} on the shortlist"
    />`;
  };

interface ShortlistParts {
  readonly review: Review;
  readonly detailed: readonly Placed[];
  readonly forms: FormsOf;
}

const ownOrder = ({ review, detailed, forms }: ShortlistParts): Html => {
  const state = stateOf(approveOwn, forms);
  return decisionForm({
    form: approveOwn,
    hidden: { action: approveOwn, version: `${review.seen.request.version}` },
    button: 'Approve this order',
    forms,
    fields: html`<div id="${idOf(approveOwn, 'shortlist')}">
        ${fieldError(approveOwn, 'shortlist', state)}
        ${dataTable({
          caption: 'Candidates with their places on the shortlist',
          columns: [
            columns.site((intakeId) => `#${candidateAnchor(intakeId)}`),
            { head: 'Place', cell: placeField(forms) },
            columns.track,
            columns.miles,
            columns.finish,
            columns.open,
          ],
          rows: detailed,
          as: 'dense',
        })}
      </div>
      ${reasonField({
        form: approveOwn,
        label: 'Why this order',
        hint: 'Needed where it is not the beginning of the ranking.',
        forms,
      })}`,
  });
};

const firstOfRanking = ({ review, forms }: ShortlistParts): Html => {
  const { seen, ranking, names } = review;
  const facilityAt = new Map(seen.candidates.map(({ intakeId, facilityId }) => [intakeId, facilityId]));
  const nameOf = (intakeId: IntakeId): string => names.get(facilityAt.get(intakeId) ?? '') ?? intakeId;
  const state = stateOf(approveFirst, forms);
  const options: Record<string, string> = {};
  for (const [index, intakeId] of ranking.entries())
    options[`${index + 1}`] =
      index === 0 ? `Only the first: ${nameOf(intakeId)}` : `The first ${index + 1}, down to ${nameOf(intakeId)}`;
  return decisionForm({
    form: approveFirst,
    hidden: { action: approveFirst, version: `${seen.request.version}`, ranking: ranking.join(' ') },
    button: 'Approve the ranking',
    weight: 'main',
    forms,
    fields: select({
      form: approveFirst,
      name: 'count',
      label: 'How many sites',
      hint: 'They are asked one after the other; the first holds a seat at once.',
      options,
      prompt: 'Choose how many',
      state: { ...state, values: { count: `${Math.min(3, ranking.length)}`, ...state.values } },
    }),
  });
};

/** The ways to approve: the ranking's first, or an order of one's own. */
export const shortlistForms = (parts: ShortlistParts): Html =>
  card({
    id: 'approve',
    title: 'Approve a shortlist',
    body: html`${
        parts.review.ranking.length === 0
          ? html`<p>
              No candidate may be offered by the ranking now: each was tried, was ruled out, or lacks a consent.
            </p>`
          : firstOfRanking(parts)
      }
      <details ${parts.forms.sent?.form === approveOwn ? html`open` : ''}>
        <summary>Choose another order</summary>
        <p>Write 1, 2, 3 … beside the sites that are to be asked; leave the others empty.</p>
        ${ownOrder(parts)}
      </details>`,
  });

/** Candidates in a line each; the first column leads to their details. */
export const candidatesTable = (
  rows: readonly Placed[],
  { caption, href }: { readonly caption: string; readonly href: (intakeId: IntakeId) => string },
): Html =>
  dataTable({
    caption,
    columns: [columns.site(href), columns.track, columns.miles, columns.finish, columns.open],
    rows,
    as: 'dense',
  });
