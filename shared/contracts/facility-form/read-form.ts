import { disciplines, type Discipline } from '../../domain/discipline.ts';
import { daysAfter } from '../../domain/quiet-days.ts';
import { HipaaSource, PolicyType } from '../../domain/readiness.ts';
import { numberIn, rowsIn, scaled, ticked, tickedOf, windowsIn, type Fields } from '../form-fields.ts';

/*
 * What facilities write in forms, in the form of the contracts; not checked yet. Fields have the names of what they
 * become. What was left empty is `unknown` or null, which becomes a question: nobody guesses, and nothing is a wall.
 */

/** `Chest: 120`, one kind of exam a line. A line without a number has none, which the schema says. */
const volumesIn = (text = ''): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    text
      .split('\n')
      .map((row) => row.trim())
      .filter((row) => row !== '')
      .map((row) => {
        const [, name = row, number] = /^(.*?)\s*[:=–-]\s*([\d,]+)$/.exec(row) ?? [];
        return [name, numberIn(number) ?? null];
      }),
  );

const insuranceIn = (fields: Fields): object => {
  const required = fields['insurance.required'] ?? 'unknown';
  if (required !== 'yes') return { required };
  const types = tickedOf(fields, 'insurance.policyTypes', PolicyType.options);
  return {
    required,
    perClaimCents: scaled(fields['insurance.perClaimCents'], 100) ?? null,
    aggregateCents: scaled(fields['insurance.aggregateCents'], 100) ?? null,
    policyTypes: types.length === 0 ? null : types,
    ofOwnEmployeesToo: ticked(fields, 'insurance.ofOwnEmployeesToo'),
  };
};

const hipaaIn = (fields: Fields): object => {
  const policy = fields['hipaa.policy'] ?? 'unknown';
  const said = (word: string) => HipaaSource.options.filter((source) => fields[`hipaa.${source}`] === word);
  return policy === 'evidence' ? { policy, accepted: said('accepted'), refused: said('refused') } : { policy };
};

/** What is offered and asked for in one discipline; `about`: where its own volumes stand, such as `CT.`. */
export const termsIn = (fields: Fields, about: `${Discipline}.` | '' = ''): object => {
  const windows = windowsIn(fields, 'windows');
  return {
    optedIn: about !== '' || ticked(fields, 'optedIn'),
    windows: windows.length === 0 ? null : windows,
    minWeeklyMinutes: scaled(fields['minWeeklyMinutes'], 60) ?? 0,
    minBlockMinutes: scaled(fields['minBlockMinutes'], 60) ?? 0,
    monthlyVolume: numberIn(fields[`${about}monthlyVolume`]) ?? null,
    volumeByCategory: volumesIn(fields[`${about}volumeByCategory`]),
    employeesOnly: fields['employeesOnly'] ?? 'unknown',
    affiliation: {
      demanded: fields['affiliation.demanded'] ?? 'unknown',
      ofOwnEmployeesToo: ticked(fields, 'affiliation.ofOwnEmployeesToo'),
    },
    insurance: insuranceIn(fields),
    hipaa: hipaaIn(fields),
    structuredEducationDemanded: fields['structuredEducationDemanded'] ?? 'unknown',
    supervisor: fields['supervisor'] ?? 'unknown',
    verifier: fields['verifier'] ?? 'unknown',
    staffAgrees: fields['staffAgrees'] ?? 'unknown',
    feeCents: scaled(fields['feeCents'], 100) ?? null,
    paysTrainee: fields['paysTrainee'] ?? 'unknown',
    housing: fields['housing'] ?? 'unknown',
  };
};

/** Dated seats; one seat where only the dates are said. */
export const intakeIn = (fields: Fields, about: `${Discipline}.` | '' = ''): object => ({
  startsOn: fields[`${about}startsOn`],
  endsOn: fields[`${about}endsOn`],
  seats: numberIn(fields[`${about}seats`]) ?? 1,
});

const datedParts = ['startsOn', 'endsOn', 'seats'] as const;

/** No more than a year of days: the schema says how many there may be. */
const mostDays = 366;

const daysIn = (fields: Fields): readonly string[] =>
  rowsIn(fields, 'quietDays').flatMap(({ from, to }) => {
    const first = from ?? to ?? '';
    const last = to ?? first;
    if (Number.isNaN(Date.parse(first)) || last <= first) return [first];
    const days = [first];
    while ((days.at(-1) ?? last) < last && days.length < mostDays) days.push(daysAfter(days.at(-1) ?? last, 1));
    return days;
  });

export const profileIn = (fields: Fields): object => ({
  name: fields['profile.name'],
  setting: fields['profile.setting'] ?? 'other',
  street: fields['profile.street'] ?? null,
  legalEmployer: fields['profile.legalEmployer'] ?? null,
  healthCareProvider: !ticked(fields, 'profile.isNoProvider'),
  directIntroductions: ticked(fields, 'profile.directIntroductions'),
  quietDays: [...new Set(daysIn(fields))].toSorted(),
});

export const contactIn = (fields: Fields): object => ({
  name: fields['contact.name'],
  role: fields['contact.role'],
  email: fields['contact.email'],
  phone: fields['contact.phone'] ?? null,
});

/** Those in which a facility says to train. */
export const disciplinesIn = (fields: Fields): readonly Discipline[] =>
  disciplines.filter((discipline) => ticked(fields, `disciplines.${discipline}`));

/** A claim: the same hours and conditions in every discipline, each with its own seats and volumes. */
export const claimIn = (fields: Fields): unknown => ({
  profile: profileIn(fields),
  contact: contactIn(fields),
  zip: fields['zip'],
  siteOffers: disciplinesIn(fields).map((discipline) => ({
    discipline,
    terms: termsIn(fields, `${discipline}.`),
    intakes: datedParts.some((part) => fields[`${discipline}.${part}`] !== undefined)
      ? [intakeIn(fields, `${discipline}.`)]
      : [],
  })),
});

/** The form's field for a fault that a contract found in terms: lists and texts of several entries are one field. */
export const fieldOfTerms = (path: string): string => {
  if (path.startsWith('windows')) return 'windows';
  if (path.startsWith('volumeByCategory')) return 'volumeByCategory';
  if (path.startsWith('insurance.policyTypes')) return 'insurance.policyTypes';
  return path === 'insurance' ? 'insurance.required' : path === 'hipaa' ? 'hipaa.policy' : path;
};

export const fieldOfProfile = (path: string): string => (path.startsWith('profile.quietDays') ? 'quietDays' : path);

/** The same for a claim: `siteOffers[1].intakes[0].endsOn` → `MRI.endsOn`. */
export const fieldOfClaim = (path: string, chosen: readonly Discipline[]): string => {
  const [, place, rest = ''] = /^siteOffers\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  if (place === undefined) return path === 'siteOffers' ? 'disciplines' : fieldOfProfile(path);
  const about = `${chosen[Number(place)] ?? ''}.`;
  const intake = /^intakes\[0\]\.?(.*)$/.exec(rest)?.[1];
  if (intake !== undefined) return `${about}${intake === '' ? 'endsOn' : intake}`;
  const field = fieldOfTerms(rest.replace(/^terms\./, ''));
  return field === 'monthlyVolume' || field === 'volumeByCategory' ? `${about}${field}` : field;
};
