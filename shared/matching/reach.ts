import { milesBetween } from '../domain/distance.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { FacilityId, HealthSystemId, Point } from '../domain/primitives.ts';
import { partsOfIntakeId, type Site } from '../domain/site-offer.ts';
import { plainly, plainNames } from './plain-names.ts';
import type { MatchingContext } from './types.ts';

/**
 * Whom a request can concern at all. Sites beyond are neither candidates nor near misses; they are only counted. Sites
 * that the technologist has a tie to (R4) are within reach wherever they are, and so are those whose place is unknown.
 */
export interface Reach {
  readonly from: Point;
  /** Straight-line miles. */
  readonly miles: number;
  /** The own workplace, facilities that the program has agreements with, and those that somebody named for the request. */
  readonly facilityIds: ReadonlySet<FacilityId>;
  /** The employer's legal name as it is compared, and its health system. */
  readonly legalEmployer: string | null;
  readonly healthSystemId: HealthSystemId | null;
}

/** What decides whether a facility is within reach. */
export interface Place {
  readonly facilityId: FacilityId;
  readonly point: Point | null;
  /** As it is compared. */
  readonly legalEmployer: string | null;
  readonly healthSystemId: HealthSystemId | null;
}

export const placeOf = ({ facilityId, facility }: Site['offer']): Place => ({
  facilityId,
  point: facility.place.point,
  legalEmployer: plainNames(facility).legalEmployer,
  healthSystemId: facility.healthSystemId,
});

/**
 * How much farther than the travel limit a near miss may be (D). Who would go 60 miles may think about going 160;
 * sites across the country help nobody, and looking at them would cost the more the larger the country is.
 */
const milesOfNearMisses = 100;

/** Null: home or limit is not known, so that every site is within reach (R16 asks). */
export const reachOf = (request: PlacementRequest, { programs, employer }: MatchingContext): Reach | null => {
  const { home, wishes, rulings } = request;
  if (home.point === null || wishes.travelMiles === null) return null;
  const { employment } = wishes;
  const program = wishes.programId === null ? undefined : programs.get(wishes.programId);
  const legalEmployer = employment === null ? null : (employer?.legalEmployer ?? null);
  return {
    from: home.point,
    miles: wishes.travelMiles + milesOfNearMisses,
    facilityIds: new Set([
      ...(employment?.facilityId == null ? [] : [employment.facilityId]),
      ...(program?.affiliations ?? []).map(({ facilityId }) => facilityId),
      ...wishes.siteOrder,
      ...(rulings.lockedTo === null ? [] : [partsOfIntakeId(rulings.lockedTo.intakeId).facilityId]),
    ]),
    legalEmployer: legalEmployer === null ? null : plainly(legalEmployer),
    healthSystemId: employment === null ? null : (employer?.healthSystemId ?? null),
  };
};

const isTied = (reach: Reach, { facilityId, legalEmployer, healthSystemId }: Place): boolean =>
  reach.facilityIds.has(facilityId) ||
  (reach.legalEmployer !== null && reach.legalEmployer === legalEmployer) ||
  (reach.healthSystemId !== null && reach.healthSystemId === healthSystemId);

export const isInReach = (reach: Reach, place: Place): boolean =>
  place.point === null || milesBetween(reach.from, place.point) <= reach.miles || isTied(reach, place);

/** The same for a site whose distance is known already; null: a point is missing. */
export const isSiteInReach = (reach: Reach, { offer }: Site, miles: number | null): boolean =>
  miles === null || miles <= reach.miles || isTied(reach, placeOf(offer));
