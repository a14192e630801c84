import type { Facility } from '../../domain/facility.ts';
import { daysAfter } from '../../domain/quiet-days.ts';
import type { CalendarDate } from '../../domain/primitives.ts';
import type { HipaaDemand, InsuranceDemand, IntakeTerms, SiteOfferTerms } from '../../domain/site-offer.ts';
import { rowsOfWindows } from '../week-rows.ts';

/* What is kept of a facility, as the fields of its forms: the other way round than `contracts/facility-form`. */

type Values = Readonly<Record<string, string>>;

/** Fields with something in them; what is null was left empty. */
const filled = (fields: Readonly<Record<string, string | number | null>>): Values =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])),
  );

const ticks = (names: Readonly<Record<string, boolean>>): Values =>
  Object.fromEntries(Object.entries(names).flatMap(([name, isTicked]) => (isTicked ? [[name, 'yes']] : [])));

const inDollars = (cents: number | null): number | null => cents && cents / 100;
/** Nothing for none: a limit of no hours is no limit. */
const inHours = (minutes: number): number | null => (minutes === 0 ? null : minutes / 60);

const rows = (name: string, list: readonly object[]): Values =>
  Object.fromEntries(
    list.flatMap((row, number) =>
      Object.entries(row).map(([part, value]) => [`${name}.${number}.${part}`, String(value)] as const),
    ),
  );

const insuranceValues = (demand: InsuranceDemand): Values =>
  demand.required !== 'yes'
    ? { 'insurance.required': demand.required }
    : {
        ...filled({
          'insurance.required': demand.required,
          'insurance.perClaimCents': inDollars(demand.perClaimCents),
          'insurance.aggregateCents': inDollars(demand.aggregateCents),
        }),
        ...ticks({ 'insurance.ofOwnEmployeesToo': demand.ofOwnEmployeesToo }),
        ...Object.fromEntries((demand.policyTypes ?? []).map((type) => [`insurance.policyTypes.${type}`, 'yes'])),
      };

const hipaaValues = (demand: HipaaDemand): Values => ({
  'hipaa.policy': demand.policy,
  ...(demand.policy === 'evidence' && {
    ...Object.fromEntries(demand.accepted.map((source) => [`hipaa.${source}`, 'accepted'])),
    ...Object.fromEntries(demand.refused.map((source) => [`hipaa.${source}`, 'refused'])),
  }),
});

export const termsValues = (terms: SiteOfferTerms): Values => ({
  ...ticks({
    optedIn: terms.optedIn,
    'affiliation.ofOwnEmployeesToo': terms.affiliation.ofOwnEmployeesToo,
  }),
  ...rows('windows', rowsOfWindows(terms.windows ?? [])),
  ...filled({
    minWeeklyMinutes: inHours(terms.minWeeklyMinutes),
    minBlockMinutes: inHours(terms.minBlockMinutes),
    monthlyVolume: terms.monthlyVolume,
    volumeByCategory:
      Object.entries(terms.volumeByCategory)
        .map(([kind, volume]) => `${kind}: ${volume}`)
        .join('\n') || null,
    employeesOnly: terms.employeesOnly,
    'affiliation.demanded': terms.affiliation.demanded,
    structuredEducationDemanded: terms.structuredEducationDemanded,
    supervisor: terms.supervisor,
    verifier: terms.verifier,
    staffAgrees: terms.staffAgrees,
    feeCents: inDollars(terms.feeCents),
    paysTrainee: terms.paysTrainee,
    housing: terms.housing,
  }),
  ...insuranceValues(terms.insurance),
  ...hipaaValues(terms.hipaa),
});

export const intakeValues = ({ startsOn, endsOn, seats }: IntakeTerms): Values => filled({ startsOn, endsOn, seats });

/** Days that follow each other are one row. */
const stretches = (dates: readonly CalendarDate[]): readonly { readonly from: string; readonly to: string }[] => {
  const found: { from: string; to: string }[] = [];
  for (const date of dates.toSorted()) {
    const last = found.at(-1);
    if (last !== undefined && daysAfter(last.to, 1) === date) last.to = date;
    else found.push({ from: date, to: date });
  }
  return found;
};

export const profileValues = ({ profile, zip }: Pick<Facility, 'profile'> & { readonly zip: string }): Values => ({
  ...filled({
    'profile.name': profile.name,
    'profile.setting': profile.setting,
    'profile.street': profile.street,
    'profile.legalEmployer': profile.legalEmployer,
    zip,
  }),
  ...ticks({
    'profile.isNoProvider': !profile.healthCareProvider,
    'profile.directIntroductions': profile.directIntroductions,
  }),
  ...rows('quietDays', stretches(profile.quietDays)),
});
