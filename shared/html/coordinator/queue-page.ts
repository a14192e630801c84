import { html } from 'hono/html';
import type * as z from 'zod';
import type { QueueEntry } from '../../contracts/case.ts';
import { queuePage } from '../../contracts/coordinator-pages.ts';
import { disciplineNames, Track, trackNames } from '../../domain/discipline.ts';
import type { RequestStatus } from '../../domain/placement-request.ts';
import type { Instant } from '../../domain/primitives.ts';
import { digits } from '../../domain/wording.ts';
import { emptyState } from '../parts.ts';
import type { Html } from '../render.ts';
import type { CoordinatorFrame } from './frame.ts';
import { listPage, type ListPart } from './lists.ts';
import { requestStatuses, span, whereabouts } from './words.ts';

type Entry = z.infer<ReturnType<typeof QueueEntry>>;

export interface QueueParts extends ListPart<RequestStatus, Entry> {
  readonly now: Instant;
}

const best = ({ match }: Entry): string => {
  const found = match?.best ?? null;
  if (found === null) return '–';
  const track = Track.safeParse(found.track);
  const miles = found.miles === null ? '' : `, ${digits(found.miles, 0)} mi`;
  return `${track.success ? trackNames[track.data] : found.track}${miles}`;
};

const empty = (status: RequestStatus): Html =>
  status === 'in-review'
    ? emptyState('The queue is empty', 'Requests come here once their address is confirmed and they are matched.')
    : emptyState('None', `No request is ${requestStatuses[status][0]} now.`);

/** Requests in one state, longest waiting first. */
export const requestsPage = (frame: CoordinatorFrame, { now, ...list }: QueueParts): Html =>
  listPage(frame, {
    ...list,
    title: 'Requests',
    path: queuePage.path,
    states: requestStatuses,
    caption: `Requests ${requestStatuses[list.status][0]}, longest waiting first`,
    columns: [
      {
        head: 'Technologist',
        cell: ({ requestId, name }) => html`<a href="${queuePage.path}/${requestId}">${name}</a>`,
      },
      {
        head: 'Seeks',
        cell: ({ discipline }) => html`<abbr title="${disciplineNames[discipline]}">${discipline}</abbr>`,
      },
      { head: 'Where', cell: whereabouts },
      { head: 'Waits', cell: ({ submittedAt }) => span(submittedAt, now) },
      { head: 'Candidates', cell: ({ match }) => match?.candidates ?? '–', isNumber: true },
      { head: 'Near misses', cell: ({ match }) => match?.nearMisses ?? '–', isNumber: true },
      { head: 'Best', cell: best },
    ],
    empty: empty(list.status),
  });
