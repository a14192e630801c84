import type { Discipline } from '../domain/discipline.ts';
import { calledBy } from '../domain/name-search.ts';
import type { FacilityId } from '../domain/primitives.ts';
import type { Ports } from './ports.ts';

export interface EmployerFound {
  readonly facilityId: FacilityId;
  readonly name: string;
  readonly town: string | null;
  readonly state: string | null;
}

/** More than this is not a list to choose from: the name has to be said closer. */
const mostFound = 8;

/**
 * Facilities that train in a discipline, by words of their name and the beginning of their town. An employer that does
 * not is none that could be matched: its name is enough then.
 */
export const findEmployers =
  ({ store }: { readonly store: Pick<Ports['store'], 'directory'> }) =>
  async (discipline: Discipline, name: string, town: string): Promise<readonly EmployerFound[]> => {
    const isCalled = calledBy(name);
    if (isCalled === null) return [];
    const near = town.trim().toLowerCase();
    const found = new Map<FacilityId, EmployerFound>();
    for (const { offer } of (await store.directory.openSites(discipline)).all()) {
      const { place, name: called } = offer.facility;
      if (!isCalled(called)) continue;
      if (near !== '' && place.town?.toLowerCase().startsWith(near) !== true) continue;
      found.set(offer.facilityId, { facilityId: offer.facilityId, name: called, town: place.town, state: place.state });
      if (found.size === mostFound) break;
    }
    return [...found.values()];
  };
