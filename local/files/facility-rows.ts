import * as z from 'zod';
import { Discipline, Setting, Track } from '../../shared/domain/discipline.ts';
import { CalendarDate, FacilityId, HealthSystemId, line } from '../../shared/domain/primitives.ts';
import { HipaaSource, PolicyType } from '../../shared/domain/readiness.ts';
import {
  type HipaaDemand,
  Intake,
  type InsuranceDemand,
  siteOfferIdOf,
  SiteOfferTerms,
  type Site,
} from '../../shared/domain/site-offer.ts';
import { answer, dollars, hours, listOf, place, placeNumbers, volumes, windows, yesOrNo } from './fields.ts';
import type { Parsed, RowKind } from './parse-rows.ts';
import { placeOf } from './places.ts';

const { monthlyVolume, supervisor: presence, housing } = SiteOfferTerms.unwrap().shape;

/** A row for each intake: what its facility and its site offer say is repeated, and must be the same. */
const schema = z.strictObject({
  facility: FacilityId,
  name: line(160),
  setting: Setting,
  ...place,
  legalEmployer: line(160).nullish(),
  healthSystem: HealthSystemId.nullish(),
  healthCareProvider: yesOrNo.nullish(),
  /** R27: how often the facility may still be contacted; not said: without a limit. */
  briefsLeft: z.int().min(0).nullish(),
  discipline: Discipline,
  windows: windows.nullish(),
  minWeeklyHours: hours.nullish(),
  minBlockHours: hours.nullish(),
  monthlyVolume: monthlyVolume.nullish(),
  volumes: volumes.nullish(),
  employeesOnly: answer.nullish(),
  affiliation: answer.nullish(),
  affiliationOfEmployees: yesOrNo.nullish(),
  insurance: answer.nullish(),
  insurancePerClaim: dollars.nullish(),
  insuranceAggregate: dollars.nullish(),
  insurancePolicies: listOf(PolicyType, 2).nullish(),
  insuranceOfEmployees: yesOrNo.nullish(),
  hipaa: z.enum(['unknown', 'none', 'trains-newcomers', 'evidence']).nullish(),
  hipaaAccepted: listOf(HipaaSource, 5).nullish(),
  hipaaRefused: listOf(HipaaSource, 5).nullish(),
  structuredEducation: answer.nullish(),
  supervisor: presence.nullish(),
  verifier: presence.nullish(),
  staffAgrees: presence.nullish(),
  fee: dollars.nullish(),
  paysTrainee: answer.nullish(),
  housing: housing.nullish(),
  /** R27: tracks from which the facility rests after a no. */
  resting: listOf(Track, 5).nullish(),
  intake: z.string().regex(/^[a-z0-9]{4,12}$/, 'must be 4 to 12 small letters or digits, such as k3f9'),
  startsOn: CalendarDate,
  endsOn: CalendarDate,
  seats: Intake.unwrap().shape.seats,
  seatsTaken: Intake.unwrap().shape.seatsTaken.nullish(),
});
export type FacilityRow = z.output<typeof schema>;

export const facilityRows = {
  schema,
  numbers: [
    ...placeNumbers,
    'briefsLeft',
    'minWeeklyHours',
    'minBlockHours',
    'monthlyVolume',
    'insurancePerClaim',
    'insuranceAggregate',
    'fee',
    'seats',
    'seatsTaken',
  ],
} as const satisfies RowKind<typeof schema>;

/** What a row says of the facility and of its site offer: rows of one facility must not contradict each other. */
export const ofFacility = [
  'name',
  'setting',
  'zip',
  'lat',
  'lon',
  'zone',
  'legalEmployer',
  'healthSystem',
  'healthCareProvider',
  'briefsLeft',
] as const satisfies readonly (keyof FacilityRow)[];
const ofIntake = new Set(['facility', 'discipline', 'intake', 'startsOn', 'endsOn', 'seats', 'seatsTaken']);
export const ofSiteOffer = facilityRows.schema.keyof().options.filter((field) => !ofIntake.has(field));

const insuranceOf = (row: FacilityRow): InsuranceDemand =>
  row.insurance === 'yes'
    ? {
        required: 'yes',
        perClaimCents: row.insurancePerClaim ?? null,
        aggregateCents: row.insuranceAggregate ?? null,
        policyTypes: row.insurancePolicies ?? null,
        ofOwnEmployeesToo: row.insuranceOfEmployees ?? false,
      }
    : { required: row.insurance ?? 'unknown' };

const hipaaOf = (row: FacilityRow): HipaaDemand =>
  row.hipaa === 'evidence'
    ? { policy: 'evidence', accepted: row.hipaaAccepted ?? [], refused: row.hipaaRefused ?? [] }
    : { policy: row.hipaa ?? 'unknown' };

const termsOf = (row: FacilityRow): SiteOfferTerms => ({
  optedIn: true,
  windows: row.windows ?? null,
  minWeeklyMinutes: row.minWeeklyHours ?? 0,
  minBlockMinutes: row.minBlockHours ?? 0,
  monthlyVolume: row.monthlyVolume ?? null,
  volumeByCategory: row.volumes ?? {},
  employeesOnly: row.employeesOnly ?? 'unknown',
  affiliation: { demanded: row.affiliation ?? 'unknown', ofOwnEmployeesToo: row.affiliationOfEmployees ?? false },
  insurance: insuranceOf(row),
  hipaa: hipaaOf(row),
  structuredEducationDemanded: row.structuredEducation ?? 'unknown',
  supervisor: row.supervisor ?? 'unknown',
  verifier: row.verifier ?? 'unknown',
  staffAgrees: row.staffAgrees ?? 'unknown',
  feeCents: row.fee ?? null,
  paysTrainee: row.paysTrainee ?? 'unknown',
  housing: row.housing ?? 'unknown',
});

/** The site of a row. All facilities of a file count as vetted and opted in. */
export const siteOf = ({ value: row }: Parsed<FacilityRow>): Site => {
  const id = siteOfferIdOf(row.facility, row.discipline);
  const common = { facilityId: row.facility, discipline: row.discipline };
  return {
    offer: {
      ...common,
      id,
      facility: {
        name: row.name,
        setting: row.setting,
        place: placeOf(row),
        legalEmployer: row.legalEmployer ?? null,
        healthSystemId: row.healthSystem ?? null,
        healthCareProvider: row.healthCareProvider ?? true,
        open: true,
        directIntroductions: false,
      },
      terms: termsOf(row),
    },
    intake: {
      ...common,
      id: `${id}-${row.intake}`,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      seats: row.seats,
      seatsTaken: row.seatsTaken ?? 0,
      closed: false,
    },
  };
};
