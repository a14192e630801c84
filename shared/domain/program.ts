import * as z from 'zod';
import { Answer, CalendarDate, Cents, FacilityId, HealthSystemId, line, ProgramId } from './primitives.ts';
import { Cover } from './readiness.ts';
import { Discipline } from './discipline.ts';
import { Versioned } from './versioned.ts';

/** An agreement of a program with a site. */
export const Affiliation = z.lazy(() =>
  z.object({
    facilityId: FacilityId,
    disciplines: z.array(Discipline).min(1).max(8),
    validTo: CalendarDate,
  }),
);

/** An educational program, kept by coordinators. */
export const ProgramTerms = z.lazy(() =>
  z.object({
    name: line(160),
    affiliations: z.array(Affiliation).max(2000),
    /** Liability cover the program gives its students at a site; null: none. */
    cover: Cover.nullable(),
    /** A9: may students contact sites (through us)? */
    allowsContact: Answer,
    /** A9: may competencies be earned on the employer's time? */
    allowsEmployerTime: Answer,
    /** The program's charge for a clinical placement, in cents; null: not known (R14). */
    chargeCents: Cents.nullable(),
    /** Housing for students at distant sites (R17). */
    housing: z.enum(['every-night', 'some', 'none', 'unknown']),
    /** The program provides a verifier for its students (R23). */
    providesVerifier: z.boolean(),
  }),
);
export type ProgramTerms = z.infer<typeof ProgramTerms>;

export const Program = z.lazy(() => z.object({ ...Versioned.shape, id: ProgramId, ...ProgramTerms.unwrap().shape }));
export type Program = z.infer<typeof Program>;

/** Which sites belong together (track `sister`). */
export const HealthSystemTerms = z.lazy(() => z.object({ name: line(160), facilityIds: z.array(FacilityId).max(90) }));
export type HealthSystemTerms = z.infer<typeof HealthSystemTerms>;

export const HealthSystem = z.lazy(() =>
  z.object({ ...Versioned.shape, id: HealthSystemId, ...HealthSystemTerms.unwrap().shape }),
);
export type HealthSystem = z.infer<typeof HealthSystem>;
