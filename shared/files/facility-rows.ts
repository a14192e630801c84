import * as z from 'zod';
import { Discipline, Setting, Track } from '../domain/discipline.ts';
import { lazily } from '../domain/lazily.ts';
import { CalendarDate, EmailAddress, FacilityId, HealthSystemId, line } from '../domain/primitives.ts';
import { HipaaSource, PolicyType } from '../domain/readiness.ts';
import { Intake, SiteOfferTerms } from '../domain/site-offer.ts';
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
