import { html } from 'hono/html';
import { mapPage } from '../../contracts/record-pages.ts';
import { type Discipline, disciplineNames } from '../../domain/discipline.ts';
import { digits } from '../../domain/wording.ts';
import type { UsMap } from '../../geo/us-map.ts';
import type { AreaCount, SupplyAndDemand } from '../../usecases/supply-and-demand.ts';
import { inWords, supplyMap } from '../map/supply-map.ts';
import { dataTable, emptyState } from '../parts.ts';
import type { Html } from '../render.ts';
import { coordinatorLayout, type CoordinatorFrame } from './frame.ts';

const disciplineFilter = (current: Discipline): Html =>
  html`<nav aria-label="Discipline" class="filter">
    <ul>
      ${Object.entries(disciplineNames).map(
        ([discipline, name]) =>
          html`<li>
            <a
              href="${mapPage.path}?discipline=${discipline}"
              ${discipline === current ? html`aria-current="true"` : ''}
              ><abbr title="${name}">${discipline}</abbr></a
            >
          </li>`,
      )}
    </ul>
  </nav>`;

/** `around Chicago, IL (606…)` */
const nameIn =
  ({ areaOf }: UsMap) =>
  ({ area }: AreaCount): string => {
    const known = areaOf(area);
    return known === null ? `ZIP ${area}…` : `${known.town}, ${known.state} (${area}…)`;
  };

/** Where somebody should look for seats: most people first. */
const wanting = (map: UsMap, { areas }: SupplyAndDemand): Html | '' => {
  const rows = areas.filter(({ withoutSeat }) => withoutSeat > 0).toSorted((a, b) => b.withoutSeat - a.withoutSeat);
  return rows.length === 0
    ? ''
    : html`<h2 id="wanting">Where people wait and no seat is within reach</h2>
        ${dataTable({
          caption: 'Areas with people who have no open seat within the journey that they would take, most people first',
          columns: [
            { head: 'Around', cell: nameIn(map) },
            { head: 'Without a seat', cell: ({ withoutSeat }) => digits(withoutSeat, 0), isNumber: true },
            { head: 'Wait in all', cell: ({ waiting }) => digits(waiting, 0), isNumber: true },
            { head: 'Open seats here', cell: ({ seats }) => digits(seats, 0), isNumber: true },
          ],
          rows,
          as: 'dense',
        })}`;
};

const seatsAndPeople = ({ seats, waiting, withoutSeat }: Omit<AreaCount, 'area' | 'facilities'>): string =>
  [
    ...(seats === 0 ? [] : [`${digits(seats, 0)} ${seats === 1 ? 'seat' : 'seats'}`]),
    ...(waiting === 0 ? [] : [`${digits(waiting, 0)} ${waiting === 1 ? 'waits' : 'wait'}`]),
    ...(withoutSeat === 0 ? [] : [`${digits(withoutSeat, 0)} without a seat`]),
  ].join(', ');

/** Everything that the map shows, state by state. */
const listOf = (map: UsMap, { areas }: SupplyAndDemand): Html =>
  html`<h2 id="list">The map as a list</h2>
    ${[...Map.groupBy(areas, ({ area }) => map.areaOf(area)?.state ?? 'Not known')]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([state, some]) => {
        const sum = (of: 'seats' | 'waiting' | 'withoutSeat'): number =>
          some.reduce((total, area) => total + area[of], 0);
        const total = { seats: sum('seats'), waiting: sum('waiting'), withoutSeat: sum('withoutSeat') };
        return html`<details>
          <summary><strong>${state}</strong> <span class="quiet">${seatsAndPeople(total)}</span></summary>
          <ul class="small">
            ${some.map((area) => html`<li>${nameIn(map)(area)}: ${seatsAndPeople(area)}</li>`)}
          </ul>
        </details>`;
      })}`;

export interface MapParts {
  readonly map: UsMap;
  readonly discipline: Discipline;
  readonly counts: SupplyAndDemand;
}

/** Where seats of a discipline are open, and where people wait for one. */
export const supplyMapPage = (frame: CoordinatorFrame, { map, discipline, counts }: MapParts): Html =>
  coordinatorLayout(frame, {
    title: 'Map',
    current: mapPage.path,
    main: html`<h1>Seats and people on the map</h1>
      ${disciplineFilter(discipline)}
      <p class="lead"><strong>${disciplineNames[discipline]}:</strong> ${inWords(counts)}</p>
      ${
        counts.reachUnknown === 0
          ? ''
          : html`<p class="quiet">
              Of ${digits(counts.reachUnknown, 0)} it cannot be told whether a seat is within reach: they left their
              distance open, or their ZIP code has no known place.
            </p>`
      }
      ${
        counts.more
          ? html`<p class="quiet">
              More wait than are counted here: these are the ${digits(counts.waiting, 0)} who have waited longest.
            </p>`
          : ''
      }
      ${
        counts.areas.length === 0
          ? emptyState('Nothing to draw yet', 'No seat is open in this discipline, and nobody waits for one.')
          : html`${supplyMap(map, counts)} ${wanting(map, counts)} ${listOf(map, counts)}`
      }`,
  });
