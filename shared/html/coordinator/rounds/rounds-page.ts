import { html } from 'hono/html';
import type * as z from 'zod';
import type { RoundEntry } from '../../../contracts/rounds.ts';
import { roundsPage } from '../../../contracts/round-pages.ts';
import { disciplineNames, disciplines } from '../../../domain/discipline.ts';
import type { Instant } from '../../../domain/primitives.ts';
import { digits, listed } from '../../../domain/wording.ts';
import { tickGroup } from '../../fields.ts';
import { badge, card, dataTable, emptyState } from '../../parts.ts';
import type { Html } from '../../render.ts';
import { decisionForm, sentNotices, stateOf, type FormsOf, type SentDecision } from '../decision-form.ts';
import { coordinatorLayout, type CoordinatorFrame } from '../frame.ts';
import { paging } from '../lists.ts';
import { roundStatuses, span } from '../words.ts';

export type Entry = z.infer<ReturnType<typeof RoundEntry>>;

/** `all disciplines`, `CT and MRI`. */
export const disciplinesOf = ({ disciplines: chosen }: Entry): string =>
  chosen.length === disciplines.length ? 'all disciplines' : listed(chosen);

export const startForm = 'start';

const start = (forms: FormsOf): Html => {
  const state = stateOf(startForm, forms);
  return card({
    id: 'start',
    title: 'Start a round',
    body: html`<p>
        A round sets everybody who waits against all open seats, and proposes who goes where: own employees and students
        of a site first, then by how long each has waited. It is a proposal. Nothing is sent and no seat is held until
        you approve.
      </p>
      ${decisionForm({
        form: startForm,
        hidden: { action: startForm },
        fields: tickGroup({
          form: startForm,
          name: 'disciplines',
          label: 'Disciplines',
          hint: 'Tick none for all of them.',
          options: disciplineNames,
          columns: true,
          state,
        }),
        button: 'Start the round',
        weight: 'main',
        forms,
      })}`,
  });
};

interface RoundsParts {
  readonly items: readonly Entry[];
  readonly next: string | null;
  readonly isFirst: boolean;
  readonly now: Instant;
  readonly sent?: SentDecision | null;
}

/** Rounds, and the way to another one. */
export const roundsListPage = (
  frame: CoordinatorFrame,
  { items, next, isFirst, now, sent = null }: RoundsParts,
): Html =>
  coordinatorLayout(frame, {
    title: 'Rounds',
    current: roundsPage.path,
    main: html`${sentNotices(sent, [], now)}
      <h1>Rounds</h1>
      ${start({ token: frame.token, sent })}
      <h2>Rounds so far</h2>
      ${
        items.length === 0
          ? emptyState('No round yet', 'Start the first one above; it takes a minute or two and commits to nothing.')
          : dataTable({
              caption: 'Rounds, newest first',
              columns: [
                {
                  head: 'Asked for',
                  cell: ({ roundId, requestedAt }) =>
                    html`<a href="${roundsPage.path}/${roundId}">${span(requestedAt, now)} ago</a>`,
                },
                { head: 'For', cell: disciplinesOf },
                { head: 'State', cell: ({ status }) => badge(...roundStatuses[status]) },
                { head: 'Pairs', cell: ({ placed }) => digits(placed, 0), isNumber: true },
                { head: 'Without a site', cell: ({ unplaced }) => digits(unplaced, 0), isNumber: true },
                { head: 'Approved', cell: ({ approvedPairs }) => digits(approvedPairs, 0), isNumber: true },
              ],
              rows: items,
              as: 'dense',
            })
      }
      ${paging({ path: roundsPage.path, query: {}, next, isFirst })}`,
  });
