import { html } from 'hono/html';
import type { Point } from '../../../domain/primitives.ts';
import { digits } from '../../../domain/wording.ts';
import type { Review } from '../../../usecases/read-review.ts';
import { card } from '../../parts.ts';
import type { Html } from '../../render.ts';
import type { Placed } from './shortlist.ts';

const milesADegree = 69.1;

// In units of the drawing.
const middle = 150;
const edge = 132;

interface Spot {
  readonly one: Placed;
  /** Miles from home. */
  readonly east: number;
  readonly north: number;
  readonly far: number;
}

/** Flat, which is right within a mile or two as far as people travel. */
const spotOf = (home: Point, one: Placed, { lat, lon }: Point): Spot => {
  const north = (lat - home.lat) * milesADegree;
  const east = (lon - home.lon) * milesADegree * Math.cos((home.lat * Math.PI) / 180);
  return { one, east, north, far: Math.hypot(east, north) };
};

/** Miles between rings, so that two to four of them show. */
const steps = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500];
const stepFor = (extent: number): number => steps.find((step) => extent / step <= 4) ?? extent;

const directions = ['north', 'northeast', 'east', 'southeast', 'south', 'southwest', 'west', 'northwest'];
const directionOf = ({ east, north }: Spot): string =>
  directions[(Math.round(Math.atan2(east, north) / (Math.PI / 4)) + 8) % 8] ?? '';

const inWords = (spot: Spot): string => {
  const { one, place } = spot.one;
  return `${place}. ${one.facilityName}, ${digits(spot.far, 0)} miles ${directionOf(spot)}`;
};

/** Where the candidates lie around the technologist's home ZIP code, to scale, north above; nothing where that is not known. */
export const distanceMap = ({ seen: { request }, points }: Review, detailed: readonly Placed[]): Html | '' => {
  const home = request.home.point;
  if (home === null) return '';
  const spots = detailed.flatMap((one) => {
    const point = points.get(one.one.intakeId) ?? null;
    return point === null ? [] : [spotOf(home, one, point)];
  });
  if (spots.length === 0) return '';
  const extent = Math.max(1, ...spots.map(({ far }) => far));
  const step = stepFor(extent);
  const rings = Array.from({ length: Math.max(1, Math.ceil(extent / step)) }, (_, index) => (index + 1) * step);
  const scale = edge / (rings.at(-1) ?? extent);
  const { travelMiles } = request.wishes;
  const limit = travelMiles !== null && travelMiles * scale <= edge ? travelMiles : null;
  const at = (miles: number): string => digits(middle + miles * scale, 1);
  return card({
    id: 'where',
    title: 'Where the candidates are',
    body: html`<figure class="distance-map">
      <svg
        viewBox="0 0 300 300"
        role="img"
        aria-label="Around the home ZIP code, north above: ${spots.map(inWords).join('; ')}."
      >
        ${rings.map(
          (miles) =>
            html`<circle class="ring" cx="${middle}" cy="${middle}" r="${digits(miles * scale, 1)}" />
              <text x="${middle}" y="${digits(middle - miles * scale - 3, 1)}">${digits(miles, 0)} mi</text>`,
        )}
        ${
          limit === null
            ? ''
            : html`<circle class="limit" cx="${middle}" cy="${middle}" r="${digits(limit * scale, 1)}" />`
        }
        <rect class="home" x="${middle - 4}" y="${middle - 4}" width="8" height="8" />
        ${spots
          // What is painted last lies on top: the first candidate.
          .toReversed()
          .map(
            ({ one: { place }, east, north }) =>
              html`<circle class="site" cx="${at(east)}" cy="${at(-north)}" r="8" />
                <text class="place" x="${at(east)}" y="${digits(middle - north * scale + 3.5, 1)}">${place}</text>`,
          )}
      </svg>
      <figcaption class="small quiet">
        The square is the home ZIP code, the numbers are places in the order
        below.${limit === null ? '' : html` The dashed ring is how far they would go: ${digits(limit, 0)} miles.`}
      </figcaption>
    </figure>`,
  });
};
