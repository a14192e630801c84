import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import type { Place } from '../domain/primitives.ts';
import type { Places } from '../usecases/ports.ts';

/** The first line of `table` that starts at or after `position`. */
const lineStart = (table: string, position: number): number =>
  position === 0 ? 0 : table.indexOf('\n', position - 1) + 1;

/** The line of a ZIP, found by halving: the lines are in ascending order of ZIP. */
const lineOf = (table: string, zip: string): string | null => {
  let low = 0;
  let high = table.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const start = lineStart(table, middle);
    // Beyond the last line start, or a line that is already ruled out: what remains is before the middle.
    if (start >= high || table.slice(start, start + 5) > zip) high = middle;
    else if (table.slice(start, start + 5) === zip) return table.slice(start, table.indexOf('\n', start));
    else low = start + 1;
  }
  return null;
};

const placeOf = (line: string): Place => {
  const [zip = '', lat = '', lon = '', zone = '', state = '', town = ''] = line.split('\t');
  return {
    zip,
    point: lat === '' ? null : { lat: Number(lat), lon: Number(lon) },
    zone: zone === '' ? null : zone,
    state,
    town,
  };
};

/** ZIP → place from the file that generate-zip-points.ts writes. Nothing is read before the first question. */
export const loadPlaces = (path: string): Places => {
  let table: string | undefined;
  return {
    locate: (zip) => {
      table ??= brotliDecompressSync(readFileSync(path)).toString('latin1');
      const line = lineOf(table, zip);
      return line === null ? null : placeOf(line);
    },
  };
};
