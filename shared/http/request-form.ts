import type { Fields } from '../contracts/form-fields.ts';
import { requestIn, fieldOfPath, type TravelEstimate } from '../contracts/request-form/read-form.ts';
import { stepOf, type RequestStep } from '../contracts/request-form/steps.ts';
import { submitRequest } from '../contracts/technologist.ts';
import type { Draft } from '../domain/draft.ts';
import { checkWishes } from '../domain/placement-request.ts';
import type { RequestInput } from '../usecases/drafts.ts';
import { checkInput } from './field-errors.ts';
import { firstFaults, sentenceFor, type Errors, type FieldWords } from './form.ts';

const hours = { label: 'A row of hours', missing: 'A row of hours lacks its day, its beginning or its end.' };

const words: Readonly<Record<string, FieldWords>> = {
  'contact.name': { label: 'Your name', missing: 'Please write your name.' },
  'contact.phone': { label: 'The phone number', missing: '' },
  discipline: { label: 'The discipline', missing: 'Please choose what you want to train in.' },
  credentials: { label: 'What you hold', missing: 'Please tick at least one credential that you hold.' },
  recordsNeeded: { label: 'The number of records', missing: '' },
  recordsSince: { label: 'The date of your earliest record', missing: '' },
  requiredCategories: { label: 'A category', missing: '' },
  zip: { label: 'The ZIP code', missing: 'Please write the ZIP code that you start from.' },
  travelMiles: { label: 'The distance', missing: '' },
  commuteMiles: { label: 'The distance', missing: 'Please say up to how many miles you would go home for the night.' },
  availability: hours,
  otherShifts: hours,
  'employment.hours': hours,
  'employment.adjusted': hours,
  'namedSite.name': { label: 'The name of the site', missing: 'Please write the name of the site that you know of.' },
  'namedSite.town': { label: 'Its town', missing: 'Please write the town of the site that you know of.' },
  'namedSite.email': { label: 'Its e-mail address', missing: '' },
  blocks: { label: 'A block of weeks', missing: 'A block of weeks lacks its first or its last day.' },
  minWeeklyMinutes: { label: 'The least hours', missing: 'Please say how few hours a week would do.' },
  wantedWeeklyMinutes: { label: 'The wanted hours', missing: 'Please say how many hours a week you would like.' },
  earliestStart: { label: 'The earliest start', missing: 'Please say from when on you could start.' },
  latestEnd: { label: 'The latest end', missing: '' },
  employed: { label: 'The answer', missing: 'Please say whether you are employed.' },
  'employment.name': { label: 'The employer’s name', missing: 'Please write your employer’s name.' },
  'employment.regularHours.kind': { label: 'The answer', missing: 'Please say what your working hours are like.' },
  'employment.contactConsent': { label: 'The answer', missing: 'Please say whether we may contact your employer.' },
  'readiness.hipaa.source': {
    label: 'The answer',
    missing: 'Please say where you had HIPAA education, or that you had none.',
  },
  'readiness.hipaa.expiresOn': { label: 'The date', missing: '' },
  insured: { label: 'The answer', missing: 'Please say whether you have liability insurance of your own.' },
  'readiness.insurance.cover.perClaimCents': {
    label: 'The limit a claim',
    missing: 'Please write the limit for one claim.',
  },
  'readiness.insurance.cover.aggregateCents': { label: 'The limit in all', missing: 'Please write the limit in all.' },
  'readiness.insurance.cover.policyType': { label: 'The kind of policy', missing: 'Please choose the kind of policy.' },
  'readiness.insurance.cover.validFrom': { label: 'The first day', missing: 'Please write the policy’s first day.' },
  'readiness.insurance.cover.validTo': { label: 'The last day', missing: 'Please write the policy’s last day.' },
  maxChargesCents: { label: 'The amount', missing: '' },
  'introductionConsent.scope': { label: 'The answer', missing: 'Please choose whether we ask you each time.' },
  'introductionConsent.until': { label: 'The date', missing: 'Please say until when the consent holds.' },
};

/** A draft held against the contract of a request: the request it would be, or what is wrong by the form's fields. */
export type CheckedDraft =
  { readonly ok: true; readonly input: RequestInput } | { readonly ok: false; readonly errors: Errors };

const noHours = 'Say at least one window of the week, or one block of free weeks.';

const lacksHours = (fields: Fields): boolean =>
  !Object.keys(fields).some((field) => field.startsWith('availability.') || field.startsWith('blocks.'));

const noAdjustedHours = 'Please say what your hours at the employer would be, or choose another answer.';

const lacksAdjustedHours = (fields: Fields): boolean =>
  fields['employed'] === 'yes' &&
  ['unanswered', 'confirmed'].includes(fields['employment.adjustment.status'] ?? '') &&
  !Object.keys(fields).some((field) => field.startsWith('employment.adjusted.'));

export const checkDraft = (
  { fields, email }: Pick<Draft, 'fields' | 'email'>,
  estimate: TravelEstimate,
): CheckedDraft => {
  const checked = checkInput(submitRequest.body, requestIn(fields, email, estimate), 'body');
  const contradiction = checked.ok ? checkWishes(checked.value.wishes) : null;
  const found: readonly (readonly [field: string, sentence: string])[] = [
    ...(lacksHours(fields) ? [['availability', noHours] as const] : []),
    ...(lacksAdjustedHours(fields) ? [['employment.adjusted', noAdjustedHours] as const] : []),
    ...(checked.ok
      ? []
      : checked.errors.map(({ field, detail }) => {
          const name = fieldOfPath(field);
          return [name, sentenceFor(words, name, detail)] as const;
        })),
    ...(contradiction === null ? [] : [[fieldOfPath(contradiction.field), contradiction.detail] as const]),
  ];
  if (checked.ok && found.length === 0) return { ok: true, input: checked.value };
  return { ok: false, errors: firstFaults(found) };
};

/** Those of one step. */
export const errorsIn = (checked: CheckedDraft, step: RequestStep): Errors =>
  checked.ok ? {} : Object.fromEntries(Object.entries(checked.errors).filter(([field]) => stepOf(field) === step));
