import { html } from 'hono/html';
import type * as z from 'zod';
import type { FacilityEntry } from '../../contracts/vetting.ts';
import { facilitiesPage } from '../../contracts/coordinator-pages.ts';
import type { Instant } from '../../domain/primitives.ts';
import { emptyState } from '../parts.ts';
import type { Html } from '../render.ts';
import type { CoordinatorFrame } from './frame.ts';
import { listPage, type ListPart } from './lists.ts';
import { facilityStatuses, span, whereabouts } from './words.ts';

type Entry = z.infer<ReturnType<typeof FacilityEntry>>;

export interface FacilitiesParts extends ListPart<Entry['status'], Entry> {
  readonly now: Instant;
}

const empty = (status: Entry['status']): Html =>
  status === 'awaiting-vetting'
    ? emptyState('Nobody waits to be vetted', 'A facility comes here once its contact has confirmed the address.')
    : emptyState('None', `No facility is ${facilityStatuses[status][0]} now.`);

/** Facilities in one state, longest there first. */
export const facilitiesListPage = (frame: CoordinatorFrame, { now, ...list }: FacilitiesParts): Html =>
  listPage(frame, {
    ...list,
    title: 'Facilities',
    path: facilitiesPage.path,
    states: facilityStatuses,
    caption: `Facilities ${facilityStatuses[list.status][0]}, longest there first`,
    columns: [
      {
        head: 'Facility',
        cell: ({ facilityId, name }) => html`<a href="${facilitiesPage.path}/${facilityId}">${name}</a>`,
      },
      { head: 'Where', cell: whereabouts },
      { head: 'Claimed', cell: ({ claimedAt }) => `${span(claimedAt, now)} ago` },
      { head: 'Kind', cell: ({ simulated }) => (simulated ? 'simulated' : 'real') },
    ],
    empty: empty(list.status),
  });
