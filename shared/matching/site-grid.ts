import { earthRadiusMiles } from '../domain/distance.ts';
import type { Point } from '../domain/primitives.ts';

/** Points of sites by place, to find those within a distance without looking at all. */
export interface SiteGrid {
  /**
   * Indices of the points within so many miles, in no special order. A point on the very border may be among them
   * beyond it, by less than an inch: whoever needs the border asks `milesBetween`.
   */
  readonly within: (from: Point, miles: number) => number[];
  /** Indices of sites without a point: how far they are is a question (R16). */
  readonly withoutPoint: readonly number[];
}

/** Sides of a cell, degrees: 69 miles north to south, so that a usual journey looks at a few cells. */
const cellDegrees = 1;
const rows = 180 / cellDegrees;
const columns = 360 / cellDegrees;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const degrees = (angle: number): number => (angle * 180) / Math.PI;

const rowOf = (lat: number): number => Math.min(rows - 1, Math.max(0, Math.floor((lat + 90) / cellDegrees)));
/** May lie beyond the ends of a row: longitudes wrap. */
const columnOf = (lon: number): number => Math.floor((lon + 180) / cellDegrees);
const wrapped = (column: number): number => ((column % columns) + columns) % columns;

/** How far east and west a circle reaches, degrees; it reaches all around when it comes near a pole. */
const longitudesOf = (lat: number, angle: number): number => {
  if (Math.abs(radians(lat)) + angle >= Math.PI / 2 - 0.001) return 180;
  return degrees(Math.asin(Math.sin(angle) / Math.cos(radians(lat))));
};

const vectorOf = ({ lat, lon }: Point) => {
  const around = Math.cos(radians(lat));
  return {
    x: around * Math.cos(radians(lon)),
    y: around * Math.sin(radians(lon)),
    z: Math.sin(radians(lat)),
  };
};

/**
 * Points on the unit sphere, cell after cell, row by row: the cells of a row that a circle touches lie next to each
 * other in memory. Within them the straight chord decides, in Float64: three products and no trigonometry for a point.
 */
export const siteGrid = (points: readonly (Point | null)[]): SiteGrid => {
  const withoutPoint: number[] = [];
  const starts = new Uint32Array(rows * columns + 1);
  const cellOf = (point: Point): number => rowOf(point.lat) * columns + wrapped(columnOf(point.lon));
  for (const [index, point] of points.entries()) {
    if (point === null) withoutPoint.push(index);
    else starts[cellOf(point) + 1]!++;
  }
  for (let cell = 0; cell < rows * columns; cell++) starts[cell + 1]! += starts[cell]!;

  const next = starts.slice();
  const count = points.length - withoutPoint.length;
  const indices = new Uint32Array(count);
  const [xs, ys, zs] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  for (const [index, point] of points.entries()) {
    if (point === null) continue;
    const slot = next[cellOf(point)]!++;
    const { x, y, z } = vectorOf(point);
    indices[slot] = index;
    xs[slot] = x;
    ys[slot] = y;
    zs[slot] = z;
  }

  const within = (from: Point, miles: number): number[] => {
    const found: number[] = [];
    const angle = Math.min(Math.PI, miles / earthRadiusMiles);
    const { x, y, z } = vectorOf(from);
    // Wider than any rounding, and narrower than anybody measures.
    const longest = (2 * Math.sin(angle / 2)) ** 2 * (1 + 1e-9) + 1e-14;
    const collect = (first: number, end: number): void => {
      for (let slot = first; slot < end; slot++) {
        const [dx, dy, dz] = [xs[slot]! - x, ys[slot]! - y, zs[slot]! - z];
        if (dx * dx + dy * dy + dz * dz <= longest) found.push(indices[slot]!);
      }
    };
    // The margin also covers what the rounding of a border does to a cell.
    const reach = degrees(angle) + 1e-6;
    const sideways = longitudesOf(from.lat, angle) + 1e-6;
    const allAround = sideways * 2 + cellDegrees >= 360;
    const west = allAround ? 0 : wrapped(columnOf(from.lon - sideways));
    const east = allAround ? columns - 1 : wrapped(columnOf(from.lon + sideways));
    for (let row = rowOf(from.lat - reach); row <= rowOf(from.lat + reach); row++) {
      const at = row * columns;
      if (west <= east) {
        collect(starts[at + west]!, starts[at + east + 1]!);
      } else {
        collect(starts[at + west]!, starts[at + columns]!);
        collect(starts[at]!, starts[at + east + 1]!);
      }
    }
    return found;
  };
  return { within, withoutPoint };
};
