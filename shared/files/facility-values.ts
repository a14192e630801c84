import type { Facility, FacilityProfile } from '../domain/facility.ts';
import type { HipaaDemand, Intake, InsuranceDemand, SiteOfferTerms } from '../domain/site-offer.ts';
import type { FacilityRow } from './facility-rows.ts';

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
