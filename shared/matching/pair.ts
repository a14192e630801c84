import { milesBetween } from '../domain/distance.ts';
import type { Track } from '../domain/discipline.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { CalendarDate, FacilityId } from '../domain/primitives.ts';
import type { Program } from '../domain/program.ts';
import type { Site } from '../domain/site-offer.ts';
import { hoursOf, scheduleOf } from './hours.ts';
import type { Encounter, MatchingContext, Pair, Schedule } from './types.ts';

/** A request with what is the same at every site. */
export interface Seeker {
  readonly request: PlacementRequest;
  readonly context: MatchingContext;
  readonly program: Program | null;
  /** Until when the program's agreement in this discipline holds, by facility. */
  readonly agreements: ReadonlyMap<FacilityId, CalendarDate>;
  readonly schedule: Schedule;
}

export const seekerOf = (request: PlacementRequest, context: MatchingContext): Seeker => {
  const { wishes } = request;
  const program = wishes.programId === null ? null : (context.programs.get(wishes.programId) ?? null);
  const agreements = new Map<FacilityId, CalendarDate>();
  for (const { facilityId, disciplines, validTo } of program?.affiliations ?? [])
    if (disciplines.includes(wishes.discipline) && validTo > (agreements.get(facilityId) ?? ''))
      agreements.set(facilityId, validTo);
  return { request, context, program, agreements, schedule: scheduleOf(wishes, context.settings) };
};

const same = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a.trim().toLowerCase() === b.trim().toLowerCase();

/** R4: the best track that holds. */
const trackOf = (
  { request, context: { employer } }: Seeker,
  { offer: { facility } }: Site,
  { ownWorkplace, affiliated }: { ownWorkplace: boolean; affiliated: boolean },
): Track => {
  if (ownWorkplace) return 'employer';
  if (request.wishes.employment !== null && employer !== null) {
    if (same(employer.legalEmployer, facility.legalEmployer)) return 'employer';
    if (same(employer.healthSystemId, facility.healthSystemId)) return 'sister';
  }
  if (affiliated) return 'program';
  return facility.healthCareProvider ? 'other-provider' : 'other';
};

export const pairOf = (seeker: Seeker, site: Site): Pair => {
  const { request, context, program, schedule } = seeker;
  const { offer, intake } = site;
  const ownWorkplace = request.wishes.employment?.facilityId === offer.facilityId;
  const affiliated = (seeker.agreements.get(offer.facilityId) ?? '') >= intake.endsOn;
  const home = request.home.point;
  const point = offer.facility.place.point;
  const encounter: Encounter = {
    request,
    site,
    context,
    track: trackOf(seeker, site, { ownWorkplace, affiliated }),
    ownWorkplace,
    miles: home === null || point === null ? null : milesBetween(home, point),
    program,
    affiliated,
    schedule,
  };
  return { ...encounter, hours: hoursOf(encounter) };
};
