import type { Place } from '../domain/primitives.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import type { Ports } from './ports.ts';

/** Where somebody says to be. */
export interface Located {
  readonly zip: string;
  /** The IANA zone by which the windows are meant, where it is said. */
  readonly zone?: string | undefined;
}

/**
 * The place of a ZIP code, in the zone that is said. Left out, that is the zone of the ZIP's point; for a ZIP code as it
 * was before it stays what it was, so that nobody undoes a zone that was set right by editing something else.
 */
export const located = (
  { places }: Pick<Ports, 'places'>,
  { zip, zone }: Located,
  before: Place | null = null,
): Result<Place> => {
  const place = places.locate(zip);
  if (place === null) return refuse('unknown-place', { field: 'zip' });
  const known = before?.zip === zip ? before.zone : null;
  return ok({ ...place, zone: zone ?? known ?? place.zone });
};
