import * as z from 'zod';
import { Discipline, Setting, Track } from '../domain/discipline.ts';
import type { Facility, FacilityProfile } from '../domain/facility.ts';
import { lazily } from '../domain/lazily.ts';
import { CalendarDate, EmailAddress, FacilityId, HealthSystemId, line } from '../domain/primitives.ts';
import { HipaaSource, PolicyType } from '../domain/readiness.ts';
import { type HipaaDemand, Intake, type InsuranceDemand, SiteOfferTerms } from '../domain/site-offer.ts';
import type { Cell } from './csv.ts';
import { answer, dollars, hours, listOf, place, placeNumbers, volumes, windows, yesOrNo } from './fields.ts';

/**
 * The format of facilities' files, for `match` and `round` and for what coordinators take in and out. A row says of a
 * facility, of what it offers in a discipline and of an intake as much as its columns go: what several rows say of one
 * thing is repeated, and must be the same.
 */
const rowSchema = lazily(() => {
  const { monthlyVolume, supervisor: presence, housing } = SiteOfferTerms.unwrap().shape;
  const { seats, seatsTaken } = Intake.unwrap().shape;
  return z.strictObject({
    facility: FacilityId,
    name: line(160),
    setting: Setting,
    street: line(160).nullish(),
    ...place,
    legalEmployer: line(160).nullish(),
    healthSystem: HealthSystemId.nullish(),
    healthCareProvider: yesOrNo.nullish(),
    directIntroductions: yesOrNo.nullish(),
    /** Where it stands in the service. */
    status: z.string().nullish(),
    /** Who speaks for a facility that is new. */
    contactName: line(120).nullish(),
    contactRole: line(120).nullish(),
    contactEmail: EmailAddress.nullish(),
    contactPhone: line(40).nullish(),
    /** R27: how often the facility may still be contacted; not said: without a limit. */
    briefsLeft: z.int().min(0).nullish(),
    discipline: Discipline,
    optedIn: yesOrNo.nullish(),
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
    seats,
    seatsTaken: seatsTaken.nullish(),
    closed: yesOrNo.nullish(),
  });
});
export type FacilityRow = z.output<ReturnType<typeof rowSchema>>;
export type FacilityField = keyof FacilityRow;

export const facilityRows = {
  /** Every row says all of a site. */
  whole: rowSchema,
  /** A row may stop at its facility, or at what that offers in a discipline, and leave columns out. */
  partly: lazily(() => rowSchema().partial().required({ facility: true })),
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
  ] as const satisfies readonly FacilityField[],
  fields: lazily(() => rowSchema().keyof().options),
};

/** What a row says of the facility. */
export const ofFacility = [
  'name',
  'setting',
  'street',
  'zip',
  'lat',
  'lon',
  'zone',
  'legalEmployer',
  'healthSystem',
  'healthCareProvider',
  'directIntroductions',
  'status',
  'contactName',
  'contactRole',
  'contactEmail',
  'contactPhone',
  'briefsLeft',
] as const satisfies readonly FacilityField[];

/** What it says of an intake. */
export const ofIntake = [
  'startsOn',
  'endsOn',
  'seats',
  'seatsTaken',
  'closed',
] as const satisfies readonly FacilityField[];

const others: ReadonlySet<FacilityField> = new Set(['facility', 'discipline', 'intake', ...ofFacility, ...ofIntake]);

/** What it says of the offer in its discipline. */
export const ofSiteOffer = lazily(() => facilityRows.fields().filter((field) => !others.has(field)));

/** What rows say, understood; a field that is not there was not said. */
export type RowValues = Partial<FacilityRow>;

const insuranceOf = (row: RowValues): InsuranceDemand =>
  row.insurance === 'yes'
    ? {
        required: 'yes',
        perClaimCents: row.insurancePerClaim ?? null,
        aggregateCents: row.insuranceAggregate ?? null,
        policyTypes: row.insurancePolicies ?? null,
        ofOwnEmployeesToo: row.insuranceOfEmployees ?? false,
      }
    : { required: row.insurance ?? 'unknown' };

const hipaaOf = (row: RowValues): HipaaDemand =>
  row.hipaa === 'evidence'
    ? { policy: 'evidence', accepted: row.hipaaAccepted ?? [], refused: row.hipaaRefused ?? [] }
    : { policy: row.hipaa ?? 'unknown' };

/** What a row says of the offer; `optedIn`: where the row does not say it. */
export const termsOf = (row: RowValues, { optedIn }: { readonly optedIn: boolean }): SiteOfferTerms => ({
  optedIn: row.optedIn ?? optedIn,
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

/** What a row would say of the terms of an offer. */
export const valuesOfTerms = (terms: SiteOfferTerms): RowValues => {
  const { insurance, hipaa } = terms;
  return {
    optedIn: terms.optedIn,
    windows: terms.windows,
    minWeeklyHours: terms.minWeeklyMinutes,
    minBlockHours: terms.minBlockMinutes,
    monthlyVolume: terms.monthlyVolume,
    volumes: terms.volumeByCategory,
    employeesOnly: terms.employeesOnly,
    affiliation: terms.affiliation.demanded,
    affiliationOfEmployees: terms.affiliation.ofOwnEmployeesToo,
    insurance: insurance.required,
    ...(insurance.required === 'yes' && {
      insurancePerClaim: insurance.perClaimCents,
      insuranceAggregate: insurance.aggregateCents,
      insurancePolicies: insurance.policyTypes,
      insuranceOfEmployees: insurance.ofOwnEmployeesToo,
    }),
    hipaa: hipaa.policy,
    ...(hipaa.policy === 'evidence' && { hipaaAccepted: hipaa.accepted, hipaaRefused: hipaa.refused }),
    structuredEducation: terms.structuredEducationDemanded,
    supervisor: terms.supervisor,
    verifier: terms.verifier,
    staffAgrees: terms.staffAgrees,
    fee: terms.feeCents,
    paysTrainee: terms.paysTrainee,
    housing: terms.housing,
  };
};

/** What a row says of a facility's profile; quiet days are in no file and stay as they were. */
export const profileOf = (row: RowValues, before: FacilityProfile | null): RowProfile => ({
  name: row.name,
  setting: row.setting,
  street: row.street ?? null,
  legalEmployer: row.legalEmployer ?? null,
  healthCareProvider: row.healthCareProvider ?? true,
  directIntroductions: row.directIntroductions ?? false,
  quietDays: before?.quietDays ?? [],
});

/** A profile that may lack what the row did not say. */
type RowProfile = Omit<FacilityProfile, 'name' | 'setting'> & Partial<Pick<FacilityProfile, 'name' | 'setting'>>;

/** What a row would say of a facility. Who speaks for it is in no file. */
export const valuesOfFacility = ({ profile, place: { zip, zone }, healthSystemId, status }: Facility): RowValues => ({
  name: profile.name,
  setting: profile.setting,
  street: profile.street,
  zip,
  zone,
  legalEmployer: profile.legalEmployer,
  healthSystem: healthSystemId,
  healthCareProvider: profile.healthCareProvider,
  directIntroductions: profile.directIntroductions,
  status,
});

/** What a row would say of an intake. */
export const valuesOfIntake = ({
  startsOn,
  endsOn,
  seats,
  seatsTaken,
  closed,
}: Pick<Intake, 'startsOn' | 'endsOn' | 'seats' | 'seatsTaken' | 'closed'>): RowValues => ({
  startsOn,
  endsOn,
  seats,
  seatsTaken,
  closed,
});

const inHours: ReadonlySet<string> = new Set(['minWeeklyHours', 'minBlockHours'] satisfies FacilityField[]);
const inDollars: ReadonlySet<string> = new Set([
  'insurancePerClaim',
  'insuranceAggregate',
  'fee',
] satisfies FacilityField[]);

const listed = (items: readonly unknown[]): string =>
  items
    .map((item) =>
      typeof item === 'object' && item !== null && 'day' in item && 'from' in item && 'to' in item
        ? `${String(item.day)} ${String(item.from)}-${String(item.to)}`
        : String(item),
    )
    .join('; ');

/** A value as it stands in a file. */
export const cellOf = (field: FacilityField, value: unknown): Cell => {
  if (typeof value === 'number') {
    if (inHours.has(field)) return Number((value / 60).toFixed(4));
    return inDollars.has(field) ? value / 100 : value;
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return listed(value);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, volume]) => `${name} ${String(volume)}`)
      .join('; ');
  return typeof value === 'string' ? value : null;
};

/** What a row says, as cells. */
export const cellsOf = (values: RowValues): Readonly<Record<string, Cell>> =>
  Object.fromEntries(facilityRows.fields().map((field) => [field, cellOf(field, values[field])]));
