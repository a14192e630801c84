import * as z from 'zod';
import type { Track } from './discipline.ts';
import { Answer, CalendarDate, Cents } from './primitives.ts';

/** Where HIPAA education was completed: the five sources of the survey, and none yet (R8, R9). */
export const HipaaSource = z.enum(['employer', 'clinical-facility', 'educational-program', 'online', 'unspecified']);
export type HipaaSource = z.infer<typeof HipaaSource>;

export const hipaaSourceNames: Record<HipaaSource, string> = {
  employer: 'the employer',
  'clinical-facility': 'the clinical facility',
  'educational-program': 'an educational program',
  online: 'an online course',
  unspecified: 'an unspecified source',
};

/**
 * R9: where HIPAA education is likely to come from on each track, to be suggested and edited. Those who train their own
 * employees, or their students, teach it; elsewhere the site that takes somebody on does.
 */
export const likelyHipaaSources: Readonly<Record<Track, HipaaSource>> = {
  employer: 'employer',
  sister: 'employer',
  program: 'educational-program',
  'other-provider': 'clinical-facility',
  other: 'clinical-facility',
};

/** Attested, never the certificate. `willComplete` says whether the technologist will do it (again) before the start. */
export const HipaaEducation = z.lazy(() =>
  z.object({
    source: HipaaSource.nullable(),
    expiresOn: CalendarDate.nullable(),
    willComplete: Answer,
  }),
);
export type HipaaEducation = z.infer<typeof HipaaEducation>;

export const PolicyType = z.enum(['occurrence', 'claims-made']);
export type PolicyType = z.infer<typeof PolicyType>;

export const policyTypeNames: Record<PolicyType, string> = {
  occurrence: 'occurrence policy',
  'claims-made': 'claims-made policy',
};

/** Professional liability cover, with limits in cents. */
export const Cover = z.lazy(() =>
  z
    .object({
      perClaimCents: Cents,
      aggregateCents: Cents,
      policyType: PolicyType,
      validFrom: CalendarDate,
      validTo: CalendarDate,
    })
    .refine((cover) => cover.validFrom <= cover.validTo, {
      message: 'must not end before it starts',
      path: ['validTo'],
    }),
);
export type Cover = z.infer<typeof Cover>;

/** R6: the technologist's own cover (null: none), and whether missing cover will be bought before the start. */
export const Insurance = z.lazy(() => z.object({ cover: Cover.nullable(), willBuy: Answer }));
export type Insurance = z.infer<typeof Insurance>;

/** One attested yes or no with its expiry; never the paper itself. */
const Attested = z.lazy(() => z.object({ attested: z.boolean(), expiresOn: CalendarDate.nullable() }));

/** R26: structured education (16 hours, at least one in each content category; ARRT). */
export const StructuredEducation = z.enum(['done', 'in-progress', 'none', 'unknown']);

/** What a technologist attests about being ready to start. No papers, no birth date, no health data. */
export const Readiness = z.lazy(() =>
  z.object({
    hipaa: HipaaEducation,
    insurance: Insurance,
    basicLifeSupport: Attested,
    backgroundCheck: Attested,
    /** One tick, "I meet, or will meet, the host's health requirements": the service never learns which they are. */
    meetsHealthRequirements: z.boolean(),
    structuredEducation: StructuredEducation,
  }),
);
export type Readiness = z.infer<typeof Readiness>;
