/**
 * Writes us-map.bin: `npm run generate:map`.
 *
 * The outline is that of the npm package "us-atlas" (the Census Bureau's cartographic boundaries of 2017, public
 * domain), already in the usual projection of the country with Alaska and Hawaii below it. Areas are the ZIP codes that
 * begin with the same three digits: each is drawn at the mean place of its ZIPs (zip-points.bin) and called after the
 * town that has most of them. The file is a text, compressed with Brotli: the size, the path of the land, that of the
 * borders, and a line for each area with tabs between digits, x, y, state and town; 37 kB as text, 13 kB packed. The
 * libraries and the atlas are needed here only.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { geoAlbersUsa } from 'd3-geo';
import { merge, mesh } from 'topojson-client';
import { packed, zipPointsFile } from './generate-zip-points.ts';

export const usMapFile = fileURLToPath(new URL('us-map.bin', import.meta.url));

/** The size that the atlas is drawn for, and the projection that it was made with. */
const [width, height] = [975, 610];
const project = geoAlbersUsa()
  .scale(1300)
  .translate([width / 2, height / 2]);

type XY = readonly [x: number, y: number];
type MeshParts = Parameters<typeof mesh>;
type States = Extract<MeshParts[1], { type: 'GeometryCollection' }>;
type Atlas = MeshParts[0] & { readonly objects: { readonly states: States } };

const atlas = (): Atlas =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file of the package, whose form is documented
  JSON.parse(readFileSync(createRequire(import.meta.url).resolve('us-atlas/states-albers-10m.json'), 'utf8')) as Atlas;

const distance = ([x, y]: XY, [ax, ay]: XY, [bx, by]: XY): number => {
  const length = Math.hypot(bx - ax, by - ay);
  return length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
};

/** In units of the drawing: a map fills some 900 pixels at the most. */
const tolerance = 0.8;

/** Leaves out what lies no farther than that from the line without it (Douglas and Peucker). */
const simplified = (line: readonly XY[]): readonly XY[] => {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || line.length < 3) return line;
  let [farthest, at] = [0, 0];
  for (const [index, point] of line.entries()) {
    const far = distance(point, first, last);
    if (far > farthest) [farthest, at] = [far, index];
  }
  if (farthest <= tolerance) return [first, last];
  return [...simplified(line.slice(0, at + 1)), ...simplified(line.slice(at)).slice(1)];
};

/** A line in whole units, each step told from the one before. */
const pathOf = (line: readonly XY[], close: boolean): string => {
  let [atX, atY] = [Number.NaN, Number.NaN];
  let path = '';
  for (const point of simplified(line)) {
    const [x, y] = [Math.round(point[0]), Math.round(point[1])];
    if (x === atX && y === atY) continue;
    path += path === '' ? `M${x},${y}` : `l${x - atX},${y - atY}`;
    [atX, atY] = [x, y];
  }
  // Rings too small to be seen are left out.
  return path.includes('l') ? `${path}${close ? 'z' : ''}` : '';
};

/** Two numbers of each position are all that a drawing needs. */
const linesIn = (positions: readonly (readonly number[])[][]): readonly (readonly XY[])[] =>
  positions.map((line) => line.map(([x = 0, y = 0]) => [x, y] as const));

const outline = (): { readonly land: string; readonly borders: string } => {
  const topology = atlas();
  const { states } = topology.objects;
  const rings = merge(
    topology,
    states.geometries.filter((geometry) => geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'),
  ).coordinates.flatMap(linesIn);
  const borders = linesIn(mesh(topology, states, (a, b) => a !== b).coordinates);
  return {
    land: rings.map((ring) => pathOf(ring, true)).join(''),
    borders: borders.map((line) => pathOf(line, false)).join(''),
  };
};

interface ZipPoint {
  readonly zip: string;
  readonly at: XY | null;
  readonly state: string;
  readonly town: string;
}

const zipPoints = (): readonly ZipPoint[] =>
  brotliDecompressSync(readFileSync(zipPointsFile))
    .toString('latin1')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [zip = '', lat = '', lon = '', , state = '', town = ''] = line.split('\t');
      return { zip, at: lat === '' ? null : project([Number(lon), Number(lat)]), state, town };
    });

/** What most of them say; of what equally many say, the first. */
const mostly = (texts: readonly string[]): string =>
  [...Map.groupBy(texts, (text) => text)].reduce((best, next) => (next[1].length > best[1].length ? next : best))[0];

const mean = (numbers: readonly number[]): number =>
  Math.round(numbers.reduce((sum, number) => sum + number, 0) / numbers.length);

/** Each area by its three digits: where it is drawn, or nowhere; its state; its town. */
const areas = (): Readonly<
  Record<string, readonly [x: number | null, y: number | null, state: string, town: string]>
> =>
  Object.fromEntries(
    [...Map.groupBy(zipPoints(), ({ zip }) => zip.slice(0, 3))].map(([digits, zips]) => {
      const state = mostly(zips.map((one) => one.state));
      const town = mostly(zips.filter((one) => one.state === state).map((one) => one.town));
      const drawn = zips.flatMap(({ at }) => (at === null ? [] : [at]));
      return [
        digits,
        drawn.length === 0
          ? ([null, null, state, town] as const)
          : ([mean(drawn.map(([x]) => x)), mean(drawn.map(([, y]) => y)), state, town] as const),
      ];
    }),
  );

const areaLines = (): string =>
  Object.entries(areas())
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([digits, [x, y, state, town]]) => `${digits}\t${x ?? ''}\t${y ?? ''}\t${state}\t${town}`)
    .join('\n');

/** The map as text. */
export const usMap = (): string => {
  const { land, borders } = outline();
  return `${[`${width} ${height}`, land, borders, areaLines()].join('\n')}\n`;
};

if (import.meta.main) {
  const file = packed(usMap());
  writeFileSync(usMapFile, file);
  console.log(`${usMapFile}: ${file.length.toLocaleString('en-US')} bytes`);
}
