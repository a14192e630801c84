import { milesBetween } from '../domain/distance.ts';
import type { Track } from '../domain/discipline.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { CalendarDate, FacilityId } from '../domain/primitives.ts';
import type { Program } from '../domain/program.ts';
import type { Site } from '../domain/site-offer.ts';
import { admissionOf, type Admission } from './admission.ts';
import { feasibilityOf } from './feasibility.ts';
import { scheduleOf } from './free-hours.ts';
import { hoursOf } from './hours.ts';
import { plainly, plainNames } from './plain-names.ts';
import { recordLimitsOf, type RecordLimits } from './records.ts';
import { categoriesAt } from './rules/r19-volume.ts';
import type { Categories, Feasibility, Hours, MatchingContext, Pair, Schedule } from './types.ts';

/** A request with what is the same at every site. */
export interface Seeker {
  readonly request: PlacementRequest;
  readonly context: MatchingContext;
  readonly program: Program | null;
  /** Until when the program's agreement in this discipline holds, by facility. */
  readonly agreements: ReadonlyMap<FacilityId, CalendarDate>;
  readonly schedule: Schedule;
  readonly admission: Admission;
  readonly records: RecordLimits;
  /** The legal employer's name as it is compared; null: not known, or nobody employs. */
  readonly legalEmployer: string | null;
}

export const seekerOf = (request: PlacementRequest, context: MatchingContext): Seeker => {
  const { wishes } = request;
  const program = wishes.programId === null ? null : (context.programs.get(wishes.programId) ?? null);
  const agreements = new Map<FacilityId, CalendarDate>();
  for (const { facilityId, disciplines, validTo } of program?.affiliations ?? [])
    if (disciplines.includes(wishes.discipline) && validTo > (agreements.get(facilityId) ?? ''))
      agreements.set(facilityId, validTo);
  const legalEmployer = wishes.employment === null ? null : (context.employer?.legalEmployer ?? null);
  return {
    request,
    context,
    program,
    agreements,
    schedule: scheduleOf(wishes, context.settings),
    admission: admissionOf(wishes, context.requirements),
    records: recordLimitsOf(wishes, context.requirements),
    legalEmployer: legalEmployer === null ? null : plainly(legalEmployer),
  };
};

/** R4: the best track that holds. */
const trackOf = (
  { request, context: { employer }, legalEmployer }: Seeker,
  { offer: { facility } }: Site,
  ownWorkplace: boolean,
  affiliated: boolean,
): Track => {
  if (ownWorkplace) return 'employer';
  if (request.wishes.employment !== null && employer !== null) {
    if (legalEmployer !== null && legalEmployer === plainNames(facility).legalEmployer) return 'employer';
    if (employer.healthSystemId !== null && employer.healthSystemId === facility.healthSystemId) return 'sister';
  }
  if (affiliated) return 'program';
  return facility.healthCareProvider ? 'other-provider' : 'other';
};

class LazyPair implements Pair {
  readonly seeker: Seeker;
  readonly request: PlacementRequest;
  readonly site: Site;
  readonly context: MatchingContext;
  readonly track: Track;
  readonly ownWorkplace: boolean;
  readonly miles: number | null;
  readonly program: Program | null;
  readonly affiliated: boolean;
  readonly schedule: Schedule;
  readonly admission: Admission;
  readonly records: RecordLimits;
  #categories: Categories | null = null;
  #hours: Hours | null = null;
  #feasibility: Feasibility | null = null;

  constructor(seeker: Seeker, site: Site, miles: number | null) {
    const { offer, intake } = site;
    this.seeker = seeker;
    this.request = seeker.request;
    this.site = site;
    this.context = seeker.context;
    this.ownWorkplace = seeker.request.wishes.employment?.facilityId === offer.facilityId;
    const agreedTo = seeker.agreements.get(offer.facilityId);
    this.affiliated = agreedTo !== undefined && agreedTo >= intake.endsOn;
    this.track = trackOf(seeker, site, this.ownWorkplace, this.affiliated);
    this.miles = miles;
    this.program = seeker.program;
    this.schedule = seeker.schedule;
    this.admission = seeker.admission;
    this.records = seeker.records;
  }

  /** Worked out when a rule first asks. */
  get hours(): Hours {
    return (this.#hours ??= hoursOf(this));
  }

  get categories(): Categories {
    return (this.#categories ??= categoriesAt(this));
  }

  get feasibility(): Feasibility {
    return (this.#feasibility ??= feasibilityOf(this));
  }
}

/** One-way straight-line miles; null: a point is missing. */
export const milesTo = ({ request: { home } }: Seeker, { offer: { facility } }: Site): number | null =>
  home.point === null || facility.place.point === null ? null : milesBetween(home.point, facility.place.point);

/** A request at a site. Who has measured the miles already says them. */
export const pairOf = (seeker: Seeker, site: Site, miles: number | null = milesTo(seeker, site)): Pair =>
  new LazyPair(seeker, site, miles);
