import { planKnown } from './plan-known-facility.ts';
import { planNew } from './plan-new-facility.ts';
import type { FacilityPlan, Planned } from './plan-rows.ts';

/** What the rows about one facility add or change of what is there; nothing where something is wrong with them. Pure. */
export const planFacility = (planned: Planned): FacilityPlan =>
  planned.found === null ? planNew(planned) : planKnown({ ...planned, found: planned.found });
