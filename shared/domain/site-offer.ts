import * as z from 'zod';
import { Discipline, Setting } from './discipline.ts';
import { Answer, CalendarDate, Cents, FacilityId, HealthSystemId, line, Place } from './primitives.ts';
import { HipaaSource, PolicyType } from './readiness.ts';
import { WeeklyMinutes, WeeklyWindows } from './schedule.ts';
import { type Unversioned, Versioned } from './versioned.ts';

/** `fac_abc-CT`: a facility offers at most one thing in one discipline, so its id is made of the two. */
export const SiteOfferId = z.string().regex(/^fac_[A-Za-z0-9]+-(CT|MRI|M|BD|VI|CI|BS|VS)$/);
/** `fac_abc-CT-k3f9`: the site offer's id and a mark of the intake. */
export const IntakeId = z
  .string()
  .regex(/^fac_[A-Za-z0-9]+-(CT|MRI|M|BD|VI|CI|BS|VS)-[a-z0-9]{4,12}$/, 'an intake id such as fac_abc-CT-k3f9');
export type SiteOfferId = z.infer<typeof SiteOfferId>;
export type IntakeId = z.infer<typeof IntakeId>;

export const siteOfferIdOf = (facilityId: FacilityId, discipline: Discipline): SiteOfferId =>
  `${facilityId}-${discipline}`;

/** The parts an intake id is made of; the id must have passed the schema. */
export const partsOfIntakeId = (id: IntakeId): { facilityId: FacilityId; discipline: Discipline; mark: string } => {
  const [facilityId = '', discipline, mark = ''] = id.split('-');
  return { facilityId, discipline: Discipline.parse(discipline), mark };
};

/** A person or thing a site must have: there, promised, missing, or not said (R23). */
const Presence = z.enum(['yes', 'promised', 'no', 'unknown']);

/** R6: what the host asks for in liability insurance. */
export const InsuranceDemand = z.lazy(() =>
  z.discriminatedUnion('required', [
    z.object({ required: z.literal('unknown') }),
    z.object({ required: z.literal('no') }),
    z.object({
      required: z.literal('yes'),
      /** null: the host has not said how much. */
      perClaimCents: Cents.nullable(),
      aggregateCents: Cents.nullable(),
      policyTypes: z.array(PolicyType).min(1).nullable(),
      /** An employer that asks its own employees for cover even inside regular hours (R5). */
      ofOwnEmployeesToo: z.boolean(),
    }),
  ]),
);
export type InsuranceDemand = z.infer<typeof InsuranceDemand>;

/** R8: what the host asks for in HIPAA education. `refused` names sources it does not take. */
export const HipaaDemand = z.lazy(() =>
  z.discriminatedUnion('policy', [
    z.object({ policy: z.literal('unknown') }),
    z.object({ policy: z.literal('none') }),
    z.object({ policy: z.literal('trains-newcomers') }),
    z.object({
      policy: z.literal('evidence'),
      accepted: z.array(HipaaSource).max(5),
      refused: z.array(HipaaSource).max(5),
    }),
  ]),
);
export type HipaaDemand = z.infer<typeof HipaaDemand>;

/** R24: a school's affiliation as the host's condition. */
export const AffiliationDemand = z.lazy(() =>
  z.object({
    demanded: Answer,
    /** The host's own employees need it as well. */
    ofOwnEmployeesToo: z.boolean(),
  }),
);

/** What a facility offers in one discipline, as the facility writes it. Saying little is allowed: `unknown` becomes a question. */
export const SiteOfferTerms = z.lazy(() =>
  z.object({
    /** The opt-in for this discipline (R21). */
    optedIn: z.boolean(),
    /** Weekly training windows in the facility's zone; null: not said. */
    windows: WeeklyWindows.nullable(),
    minWeeklyMinutes: WeeklyMinutes,
    /** The shortest piece of training that is worth coming for. */
    minBlockMinutes: WeeklyMinutes,
    /** Procedures of the discipline a month; null: not said (R19). */
    monthlyVolume: z.int().min(0).max(100_000).nullable(),
    /** Procedures a month by category; a category that is absent is not said. */
    volumeByCategory: z.record(line(60), z.int().min(0).max(100_000)),
    employeesOnly: Answer,
    affiliation: AffiliationDemand,
    insurance: InsuranceDemand,
    hipaa: HipaaDemand,
    /** R26: structured education demanded before the start. */
    structuredEducationDemanded: Answer,
    supervisor: Presence,
    verifier: Presence,
    staffAgrees: Presence,
    /** The host's fee for the whole placement, in cents; null: not said (R14). */
    feeCents: Cents.nullable(),
    /** Is the trainee paid (R15)? */
    paysTrainee: Answer,
    housing: z.enum(['every-night', 'some', 'none', 'unknown']),
  }),
);
export type SiteOfferTerms = z.infer<typeof SiteOfferTerms>;

/** What matching must know of a facility: copied into each of its site offers, and kept the same by one transaction. */
export const FacilityDigest = z.lazy(() =>
  z.object({
    name: line(160),
    setting: Setting,
    place: Place,
    /** Two facilities with one legal employer are one employer (R3, R5). */
    legalEmployer: line(160).nullable(),
    healthSystemId: HealthSystemId.nullable(),
    /** Not a health care provider: track `other`. */
    healthCareProvider: z.boolean(),
    /** Open: vetted, and neither paused nor gone (R21). */
    open: z.boolean(),
    directIntroductions: z.boolean(),
  }),
);
export type FacilityDigest = z.infer<typeof FacilityDigest>;

export const SiteOffer = z.lazy(() =>
  z.object({
    ...Versioned.shape,
    id: SiteOfferId,
    facilityId: FacilityId,
    discipline: Discipline,
    facility: FacilityDigest,
    terms: SiteOfferTerms,
  }),
);
export type SiteOffer = z.infer<typeof SiteOffer>;

/** Dates and seats of an intake, as the facility writes them. */
export const IntakeTerms = z.lazy(() =>
  z
    .object({ startsOn: CalendarDate, endsOn: CalendarDate, seats: z.int().min(1).max(99) })
    .refine((intake) => intake.startsOn <= intake.endsOn, {
      message: 'must not end before it starts',
      path: ['endsOn'],
    }),
);
export type IntakeTerms = z.infer<typeof IntakeTerms>;

/** Dated seats of a site offer. An offer holds one seat from the moment it is made. */
export const Intake = z.lazy(() =>
  z.object({
    ...Versioned.shape,
    id: IntakeId,
    facilityId: FacilityId,
    discipline: Discipline,
    startsOn: CalendarDate,
    endsOn: CalendarDate,
    seats: z.int().min(1).max(99),
    /** Never more than `seats`: the write that takes one says so in its condition. */
    seatsTaken: z.int().min(0).max(99),
    /** A closed intake takes nobody new; people in it stay. */
    closed: z.boolean(),
  }),
);
export type Intake = z.infer<typeof Intake>;

/** A site as matching sees it: one site offer with one of its intakes. */
export interface Site {
  readonly offer: Unversioned<SiteOffer>;
  readonly intake: Unversioned<Intake>;
}

/** The site with this intake, of all that a facility offers. */
export const siteOf = (
  { siteOffers, intakes }: { readonly siteOffers: readonly SiteOffer[]; readonly intakes: readonly Intake[] },
  intakeId: IntakeId,
): { readonly offer: SiteOffer; readonly intake: Intake } | null => {
  const intake = intakes.find(({ id }) => id === intakeId);
  const offer = siteOffers.find(({ discipline }) => discipline === intake?.discipline);
  return intake && offer ? { offer, intake } : null;
};
