import type * as z from 'zod';
import * as contract from '../contracts/facility.ts';
import type { Fields } from '../contracts/form-fields.ts';
import {
  claimIn,
  contactIn,
  disciplinesIn,
  fieldOfClaim,
  fieldOfProfile,
  fieldOfTerms,
  intakeIn,
  profileIn,
  termsIn,
} from '../contracts/facility-form/read-form.ts';
import { strictly } from '../contracts/strictly.ts';
import { FacilityContact, FacilityProfile } from '../domain/facility.ts';
import { Zip, type CalendarDate } from '../domain/primitives.ts';
import { IntakeTerms, SiteOfferTerms } from '../domain/site-offer.ts';
import { checkInput } from './field-errors.ts';
import { firstFaults, sentenceFor, type Errors, type FieldWords } from './form.ts';

const words: Readonly<Record<string, FieldWords>> = {
  'profile.name': { label: 'The facility’s name', missing: 'Please write the facility’s name.' },
  'profile.setting': { label: 'The kind of place', missing: '' },
  'profile.street': { label: 'The street', missing: '' },
  'profile.legalEmployer': { label: 'The legal employer', missing: '' },
  quietDays: { label: 'The list of days', missing: '' },
  zip: { label: 'The ZIP code', missing: 'Please write the facility’s ZIP code.' },
  'contact.name': { label: 'Your name', missing: 'Please write your name.' },
  'contact.role': { label: 'Your function', missing: 'Please write your function, such as “imaging manager”.' },
  'contact.email': { label: 'Your e-mail address', missing: 'Please write your e-mail address.' },
  'contact.phone': { label: 'The phone number', missing: '' },
  seats: { label: 'The number of seats', missing: 'Please write how many seats there are.' },
  startsOn: { label: 'The first day', missing: 'Please write the first day.' },
  endsOn: { label: 'The last day', missing: 'Please write the last day.' },
  monthlyVolume: { label: 'The number of exams', missing: '' },
  volumeByCategory: { label: 'A line of exams by kind', missing: '' },
  windows: { label: 'A row of hours', missing: 'A row of hours lacks its day, its beginning or its end.' },
  minWeeklyMinutes: { label: 'The fewest hours a week', missing: '' },
  minBlockMinutes: { label: 'The fewest hours at a time', missing: '' },
  feeCents: { label: 'The fee', missing: '' },
  'insurance.perClaimCents': { label: 'The limit a claim', missing: '' },
  'insurance.aggregateCents': { label: 'The limit in all', missing: '' },
};

/** A part of the form that is right, or what is wrong by the form's fields. */
export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: Errors };

type Fault = readonly [field: string, sentence: string];

/** Words of a field that stands once for each discipline are those of the field. */
const said = (field: string, detail: string): Fault => [
  field,
  // A line that is no number at all is the usual mistake there.
  field.endsWith('volumeByCategory') && detail !== 'is missing'
    ? 'Each line needs the kind of exam, a colon and a whole number, such as “Chest: 120”.'
    : sentenceFor(words, field.replace(/^[A-Z]+\./, ''), detail),
];

const checked = <T>(
  schema: z.ZodType<T>,
  input: unknown,
  fieldOf: (path: string) => string,
  also: readonly Fault[] = [],
): Checked<T> => {
  const found = checkInput(schema, input, 'body');
  if (found.ok && also.length === 0) return found;
  const faults = found.ok ? [] : found.errors.map(({ field, detail }) => said(fieldOf(field), detail));
  return { ok: false, errors: firstFaults([...also, ...faults]) };
};

const same = (path: string): string => path;

export const checkClaim = (fields: Fields): Checked<z.output<typeof contract.claimFacility.body>> => {
  const chosen = disciplinesIn(fields);
  return checked(
    contract.claimFacility.body,
    claimIn(fields),
    (path) => fieldOfClaim(path, chosen),
    chosen.length === 0 ? [['disciplines', 'Please tick at least one discipline that you train in.']] : [],
  );
};

export const checkTerms = (fields: Fields): Checked<SiteOfferTerms> =>
  checked(strictly(SiteOfferTerms), termsIn(fields), fieldOfTerms);

/** Dated seats that are over already help nobody: the usual mistake is the year. */
export const checkIntake = (fields: Fields, today: CalendarDate): Checked<IntakeTerms> => {
  const { endsOn } = fields;
  const isOver = endsOn !== undefined && endsOn < today;
  return checked(strictly(IntakeTerms), intakeIn(fields), same, isOver ? [['endsOn', 'The last day is over.']] : []);
};

export const checkProfile = (
  fields: Fields,
): Checked<{ readonly profile: FacilityProfile; readonly zip: z.output<typeof Zip> }> => {
  const profile = checked(strictly(FacilityProfile), profileIn(fields), (path) => fieldOfProfile(`profile.${path}`));
  const zip = checked(Zip, fields['zip'], () => 'zip');
  return profile.ok && zip.ok
    ? { ok: true, value: { profile: profile.value, zip: zip.value } }
    : { ok: false, errors: { ...(!profile.ok && profile.errors), ...(!zip.ok && zip.errors) } };
};

export const checkContact = (fields: Fields): Checked<FacilityContact> =>
  checked(strictly(FacilityContact), contactIn(fields), (path) => `contact.${path}`);
