import { milesBetween } from '../domain/distance.ts';
import type { Discipline } from '../domain/discipline.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { Site } from '../domain/site-offer.ts';
import { siteGrid } from '../matching/site-grid.ts';
import { nowOf } from './moments.ts';
import type { Clock, Store } from './ports.ts';

/** Requests are read no further, those that wait longest first: what a page may cost has an end. */
const mostRequests = 2000;

/**
 * Seats and people in one area: ZIP codes with the same first three digits, of which most hold some hundred thousand
 * people, so that no home can be told.
 */
export interface AreaCount {
  /** The three digits. */
  readonly area: string;
  readonly seats: number;
  /** Facilities with these seats. */
  readonly facilities: number;
  readonly waiting: number;
  /** Of those who wait: no open seat lies within the journey that they would take. */
  readonly withoutSeat: number;
}

export interface SupplyAndDemand {
  /** In the order of their digits. */
  readonly areas: readonly AreaCount[];
  readonly seats: number;
  readonly facilities: number;
  readonly waiting: number;
  readonly withoutSeat: number;
  /** Of those who wait: they have not said how far they would go, or their ZIP code has no known place. */
  readonly reachUnknown: number;
  /** More wait than were counted. */
  readonly more: boolean;
}

const areaOf = (zip: string): string => zip.slice(0, 3);

/** Whether a seat lies within the journey (R16); null where that cannot be told. */
const reachesSeat = (sites: readonly Site[]): ((request: PlacementRequest) => boolean | null) => {
  const points = sites.map(({ offer }) => offer.facility.place.point);
  const grid = siteGrid(points);
  return ({ home: { point }, wishes: { travelMiles } }) => {
    if (point === null || travelMiles === null) return null;
    return grid.within(point, travelMiles).some((index) => {
      const site = points[index];
      return site != null && milesBetween(point, site) <= travelMiles;
    });
  };
};

/** Counts open seats and people who wait by area. */
export const countSupplyAndDemand = (
  sites: readonly Site[],
  requests: readonly PlacementRequest[],
): Omit<SupplyAndDemand, 'more'> => {
  const counts = new Map<
    string,
    { area: string; seats: number; facilities: number; waiting: number; withoutSeat: number }
  >();
  const at = (zip: string) => {
    const area = areaOf(zip);
    const known = counts.get(area) ?? { area, seats: 0, facilities: 0, waiting: 0, withoutSeat: 0 };
    counts.set(area, known);
    return known;
  };
  const facilities = new Set<string>();
  for (const { offer, intake } of sites) {
    const here = at(offer.facility.place.zip);
    here.seats += intake.seats - intake.seatsTaken;
    if (!facilities.has(offer.facilityId)) here.facilities += 1;
    facilities.add(offer.facilityId);
  }
  const reaches = reachesSeat(sites);
  let reachUnknown = 0;
  for (const request of requests) {
    const here = at(request.home.zip);
    here.waiting += 1;
    const reached = reaches(request);
    if (reached === null) reachUnknown += 1;
    if (reached === false) here.withoutSeat += 1;
  }
  const areas = [...counts.values()].toSorted((a, b) => (a.area < b.area ? -1 : 1));
  const total = (of: 'seats' | 'withoutSeat'): number => areas.reduce((sum, area) => sum + area[of], 0);
  return {
    areas,
    seats: total('seats'),
    facilities: facilities.size,
    waiting: requests.length,
    withoutSeat: total('withoutSeat'),
    reachUnknown,
  };
};

/** Where seats of a discipline are open and where people wait for one. Intakes that are over count no more. */
export const readSupplyAndDemand =
  ({ store, clock }: { readonly store: Store; readonly clock: Clock }) =>
  async (discipline: Discipline): Promise<SupplyAndDemand> => {
    const [open, requests] = await Promise.all([
      store.directory.openSites(discipline),
      store.requests.waitingFor(discipline, mostRequests + 1),
    ]);
    const today = nowOf(clock).slice(0, 10);
    const sites = open.all().filter(({ intake }) => intake.endsOn >= today);
    return { ...countSupplyAndDemand(sites, requests.slice(0, mostRequests)), more: requests.length > mostRequests };
  };
