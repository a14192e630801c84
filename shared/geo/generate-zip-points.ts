/**
 * Writes zip-points.bin: `npm run generate:zip-points`.
 *
 * The source is the npm package "zipcodes" (towns from the federal list of ZIP codes, coordinates from GeoNames, CC BY
 * 4.0), which takes half a second and 133 MB to load. The file is a text, one line for each ZIP in ascending order
 * with tabs between ZIP, latitude, longitude, zone, state and town, compressed with Brotli: 42,555 lines in 375 kB
 * (2.2 MB as text, about 10 ms to unpack).
 *
 * Coordinates are rounded to a thousandth of a degree, 0.05 miles at the most. The points themselves are coarser:
 * measured against the true places of hospitals, a ZIP's point is 1.3 miles off in the median and 5.3 at the 95th
 * percentile.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import zoneAt from '@photostructure/tz-lookup';
import { codes } from 'zipcodes';
import { milesBetween } from '../domain/distance.ts';
import type { Point } from '../domain/primitives.ts';
import { stateZones } from './state-zones.ts';

export const zipPointsFile = fileURLToPath(new URL('zip-points.bin', import.meta.url));

/** Mail to the forces abroad: the source gives these 0,0 or the point of some place of the same name. */
const militaryStates = new Set(['AA', 'AE', 'AP']);

/** Points found to be wrong in the source; a point that is missing becomes a question, a wrong one a wrong distance. */
const wrongPoints = new Set([
  '10200', // New York, put in Kyrgyzstan
  '86555', // Douglas AZ, 312 miles from its neighbors by number
  '99505', // Joint Base Elmendorf-Richardson, at Anchorage, put about 315 miles away
  '99506',
]);

type Entry = (typeof codes)[string];

const pointOf = ({ zip, state, latitude, longitude }: Entry): Point | null =>
  militaryStates.has(state) || wrongPoints.has(zip) || (latitude === 0 && longitude === 0)
    ? null
    : { lat: latitude, lon: longitude };

interface Located {
  readonly entry: Entry;
  readonly point: Point;
  /** What the lookup says; null where that is no zone of the ZIP's state. */
  readonly zone: string | null;
}

const located = (entry: Entry): Located | null => {
  const point = pointOf(entry);
  if (point === null) return null;
  const zone = zoneAt(point.lat, point.lon);
  return { entry, point, zone: stateZones[entry.state]?.includes(zone) === true ? zone : null };
};

/** Where the lookup strays over a border, the state's only zone or the nearest ZIP of the state decides. */
const zoneBy = (neighbors: readonly Located[], { entry, point, zone }: Located): string => {
  if (zone !== null) return zone;
  const nearest = neighbors
    .filter((other) => other.zone !== null)
    .reduce<Located | null>(
      (best, other) =>
        best === null || milesBetween(point, other.point) < milesBetween(point, best.point) ? other : best,
      null,
    );
  const found = nearest?.zone ?? stateZones[entry.state]?.[0];
  if (found === undefined) throw new Error(`No zone is known for the state ${entry.state}.`);
  return found;
};

/** The table as text. */
export const zipTable = (): string => {
  const entries = Object.values(codes)
    .filter(({ country }) => country === 'US')
    .toSorted((a, b) => (a.zip < b.zip ? -1 : 1));
  const places = new Map(entries.map((entry) => [entry, located(entry)]));
  const byState = Map.groupBy(
    [...places.values()].filter((place) => place !== null),
    (place) => place.entry.state,
  );
  const line = (entry: Entry): string => {
    const place = places.get(entry) ?? null;
    const where =
      place === null
        ? ['', '', '']
        : [place.point.lat.toFixed(3), place.point.lon.toFixed(3), zoneBy(byState.get(entry.state) ?? [], place)];
    return `${[entry.zip, ...where, entry.state, entry.city].join('\t')}\n`;
  };
  return entries.map(line).join('');
};

export const packed = (table: string): Buffer =>
  brotliCompressSync(table, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: table.length,
    },
  });

if (import.meta.main) {
  const file = packed(zipTable());
  writeFileSync(zipPointsFile, file);
  console.log(`${zipPointsFile}: ${file.length.toLocaleString('en-US')} bytes`);
}
