import type { Facility } from '../domain/facility.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { EmployerFacts, MatchingContext } from '../matching/types.ts';
import { dateAt, nowOf } from './moments.ts';
import type { Ports, Store } from './ports.ts';
import { requirementsOf } from './requirements.ts';

export interface MatchingPorts extends Pick<Ports, 'clock' | 'matching'> {
  readonly store: Store;
}

/** What matching knows of a facility as an employer. */
export const employerFactsOf = ({ id, profile, healthSystemId }: Facility): EmployerFacts => ({
  facilityId: id,
  legalEmployer: profile.legalEmployer,
  healthSystemId,
});

const employerOf = async ({ facilities }: Store, { wishes }: PlacementRequest): Promise<EmployerFacts | null> => {
  const id = wishes.employment?.facilityId ?? null;
  const facility = id === null ? null : await facilities.get(id);
  return facility && employerFactsOf(facility);
};

/** What matching must know beside a request and the sites, as it is now. Of programs only the request's own counts. */
export const contextOf = async (
  { store, clock, matching }: MatchingPorts,
  request: PlacementRequest,
): Promise<MatchingContext> => {
  const { programId } = request.wishes;
  const [program, employer, requirements] = await Promise.all([
    programId === null ? null : store.programs.get(programId),
    employerOf(store, request),
    requirementsOf({ store, clock }),
  ]);
  return {
    today: dateAt(nowOf(clock), request.home.zone),
    programs: new Map(program === null ? [] : [[program.id, program]]),
    employer,
    settings: matching,
    requirements,
  };
};
