import type { Point } from './primitives.ts';

/** Mean radius of the earth (IUGG, R1 = 6,371.0088 km) in statute miles of 1.609344 km. */
export const earthRadiusMiles = 6371.0088 / 1.609344;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Straight-line statute miles over the ground between two points (haversine: exact on the sphere, stable when near). */
export const milesBetween = (a: Point, b: Point): number => {
  const sinLat = Math.sin(radians(b.lat - a.lat) / 2);
  const sinLon = Math.sin(radians(b.lon - a.lon) / 2);
  const h = sinLat * sinLat + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * sinLon * sinLon;
  // Rounding can lift h just above 1 for opposite points.
  return 2 * earthRadiusMiles * Math.asin(Math.min(1, Math.sqrt(h)));
};
