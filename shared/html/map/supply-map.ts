import { html } from 'hono/html';
import { digits } from '../../domain/wording.ts';
import type { UsMap } from '../../geo/us-map.ts';
import type { AreaCount, SupplyAndDemand } from '../../usecases/supply-and-demand.ts';
import type { Html } from '../render.ts';

/** The area of a mark grows with the count, from one that can still be seen to one that hides no neighbors. */
const radiusOf = (count: number): number => Math.min(26, Math.round(4 + 2.2 * Math.sqrt(count)));

const circle = (x: number, y: number, radius: number): Html => html`<circle cx="${x}" cy="${y}" r="${radius}" />`;

/** Each kind has a form of its own: nothing is told by colour alone. */
const diamond = (x: number, y: number, radius: number): Html =>
  html`<path d="M${x} ${y - radius}l${radius} ${radius} ${-radius} ${radius} ${-radius} ${-radius}z" />`;

const triangle = (x: number, y: number, radius: number): Html =>
  html`<path d="M${x} ${y - radius}l${radius} ${2 * radius}h${-2 * radius}z" />`;

interface Marked {
  readonly name: string;
  /** Of an area. */
  readonly count: (area: AreaCount) => number;
  readonly mark: (x: number, y: number, radius: number) => Html;
}

/** From the back to the front: what needs somebody is on top. */
const layers = {
  seats: { name: 'Open seats', count: ({ seats }) => seats, mark: circle },
  waiting: {
    name: 'Technologists who wait',
    count: ({ waiting, withoutSeat }) => waiting - withoutSeat,
    mark: diamond,
  },
  unserved: { name: 'Wait with no open seat within reach', count: ({ withoutSeat }) => withoutSeat, mark: triangle },
} as const satisfies Record<string, Marked>;

const marksOf = ({ areaOf }: UsMap, { count, mark }: Marked, areas: readonly AreaCount[]): readonly Html[] =>
  areas.flatMap((area) => {
    const at = areaOf(area.area)?.at ?? null;
    const many = count(area);
    return at === null || many === 0 ? [] : [mark(at.x, at.y, radiusOf(many))];
  });

/** The map in a sentence. */
export const inWords = ({ seats, facilities, waiting, withoutSeat }: SupplyAndDemand): string =>
  `${digits(seats, 0)} open ${seats === 1 ? 'seat' : 'seats'} at ${digits(facilities, 0)} ${facilities === 1 ? 'facility' : 'facilities'}; ${digits(waiting, 0)} ${waiting === 1 ? 'technologist waits' : 'technologists wait'}, ${digits(withoutSeat, 0)} of them with no open seat within reach.`;

/** Open seats and people who wait, on the map of the country. Whatever it shows is in the list beside it, too. */
export const supplyMap = (map: UsMap, counts: SupplyAndDemand): Html =>
  html`<figure class="supply-map">
    <svg
      viewBox="0 0 ${map.size.width} ${map.size.height}"
      role="img"
      aria-label="Map of the United States. ${inWords(counts)}"
    >
      <path class="land" d="${map.land}" />
      <path class="borders" d="${map.borders}" />
      ${Object.entries(layers).map(([name, layer]) => html`<g class="${name}">${marksOf(map, layer, counts.areas)}</g>`)}
    </svg>
    <figcaption>
      <ul class="legend">
        ${Object.entries(layers).map(
          ([name, layer]) =>
            html`<li class="${name}">
              <svg class="key" viewBox="0 0 16 16" aria-hidden="true">
                <g class="${name}">${layer.mark(8, 8, 6)}</g>
              </svg>
              ${layer.name}
            </li>`,
        )}
      </ul>
      <p class="small quiet">
        A mark stands for an area of ZIP codes with the same first three digits, never for a home; the larger, the more.
      </p>
    </figcaption>
  </figure>`;
