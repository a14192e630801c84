import { fileURLToPath } from 'node:url';
import zoneAt from '@photostructure/tz-lookup';
import type { Place } from '../../shared/domain/primitives.ts';
import { loadPlaces } from '../../shared/geo/places.ts';
import type { Parsed } from '../../shared/files/parse-rows.ts';
import type { FileProblem } from '../../shared/files/problems.ts';

/** Where a row says that something is. */
interface Placed {
  readonly zip?: string | null | undefined;
  readonly lat?: number | null | undefined;
  readonly lon?: number | null | undefined;
  readonly zone?: string | null | undefined;
}

const { locate } = loadPlaces(fileURLToPath(new URL('../../shared/geo/zip-points.bin', import.meta.url)));

/** A place needs a ZIP that is known, or a whole point. */
export const placeProblems = ({ value: { zip, lat, lon }, problem }: Parsed<Placed>): FileProblem[] => {
  if ((lat ?? null) === null && (lon ?? null) === null) {
    if ((zip ?? null) === null) return [problem('zip', 'is missing: say a ZIP, or a point by lat and lon')];
    return locate(zip ?? '') === null ? [problem('zip', `${zip} is in no table of ZIPs: say lat and lon too`)] : [];
  }
  if ((lat ?? null) === null) return [problem('lat', 'is missing: a point has lat and lon')];
  return (lon ?? null) === null ? [problem('lon', 'is missing: a point has lat and lon')] : [];
};

/** The point that is given, else the ZIP's; the zone that is given, else that of the point. */
export const placeOf = ({ zip, lat, lon, zone }: Placed): Place => {
  const known = (zip ?? null) === null ? null : locate(zip ?? '');
  const given = typeof lat === 'number' && typeof lon === 'number' ? { lat, lon } : null;
  const point = given ?? known?.point ?? null;
  return {
    zip: zip ?? '',
    point,
    zone: zone ?? (given === null ? (known?.zone ?? null) : zoneAt(given.lat, given.lon)),
    state: known?.state ?? null,
    town: known?.town ?? null,
  };
};
