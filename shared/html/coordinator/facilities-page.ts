import { html } from 'hono/html';
import type * as z from 'zod';
import type { FacilityEntry } from '../../contracts/coordinator.ts';
import { facilitiesPage } from '../../contracts/coordinator-pages.ts';
import type { Instant } from '../../domain/primitives.ts';
import { dataTable, emptyState } from '../parts.ts';
import type { Html } from '../render.ts';
import { coordinatorLayout, type CoordinatorFrame } from './frame.ts';
import { paging, stateFilter } from './lists.ts';
import { facilityStatuses, span, whereabouts } from './words.ts';

type Entry = z.infer<ReturnType<typeof FacilityEntry>>;

export interface FacilitiesParts {
  readonly status: Entry['status'];
  readonly items: readonly Entry[];
  readonly next: string | null;
  readonly isFirst: boolean;
  readonly now: Instant;
}

const empty = (status: Entry['status']): Html =>
  status === 'awaiting-vetting'
    ? emptyState('Nobody waits to be vetted', 'A facility comes here once its contact has confirmed the address.')
    : emptyState('None', `No facility is ${facilityStatuses[status][0]} now.`);

/** Facilities in one state, longest there first. */
export const facilitiesListPage = (
  frame: CoordinatorFrame,
  { status, items, next, isFirst, now }: FacilitiesParts,
): Html =>
  coordinatorLayout(frame, {
    title: 'Facilities',
    current: facilitiesPage.path,
    main: html`<h1>Facilities</h1>
      ${stateFilter({ path: facilitiesPage.path, states: facilityStatuses, current: status })}
      ${
        items.length === 0
          ? empty(status)
          : dataTable({
              caption: `Facilities ${facilityStatuses[status][0]}, longest there first`,
              columns: [
                {
                  head: 'Facility',
                  cell: ({ facilityId, name }) => html`<a href="${facilitiesPage.path}/${facilityId}">${name}</a>`,
                },
                { head: 'Where', cell: whereabouts },
                { head: 'Claimed', cell: ({ claimedAt }) => `${span(claimedAt, now)} ago` },
                { head: 'Kind', cell: ({ simulated }) => (simulated ? 'simulated' : 'real') },
              ],
              rows: items,
              as: 'dense',
            })
      }
      ${paging({ path: facilitiesPage.path, status, next, isFirst })}`,
  });
