import type { DraftFields } from '../../domain/draft.ts';
import type { Employment, TechnologistContact, Wishes } from '../../domain/placement-request.ts';
import type { Readiness } from '../../domain/readiness.ts';
import type { WeeklyWindow } from '../../domain/schedule.ts';

/** A form's field, or nothing where it is empty: an empty field is not there. */
type Field = readonly [name: string, text: string] | null;

const text = (name: string, value: string | number | null): Field => (value === null ? null : [name, String(value)]);

const tick = (name: string, isTicked: boolean): Field => (isTicked ? [name, 'yes'] : null);

const windows = (name: string, list: readonly WeeklyWindow[]): readonly Field[] =>
  list.flatMap(({ day, from, to }, row): Field[] => [
    [`${name}.${row}.day`, day],
    [`${name}.${row}.from`, from],
    [`${name}.${row}.to`, to],
  ]);

const employmentFields = (employment: Employment | null): readonly Field[] => {
  if (employment === null) return [['employed', 'no']];
  const { regularHours, adjustment } = employment;
  return [
    ['employed', 'yes'],
    text('employment.facilityId', employment.facilityId),
    ['employment.name', employment.name],
    ['employment.contactConsent', employment.contactConsent],
    tick('employment.nameInBrief', employment.nameInBrief),
    tick('employment.hipaaTrained', employment.hipaaTrained),
    ['employment.regularHours.kind', regularHours.kind],
    ...(regularHours.kind === 'weekly' ? windows('employment.hours', regularHours.windows) : []),
    ['employment.adjustment.status', adjustment.status],
    ...('hours' in adjustment ? windows('employment.adjusted', adjustment.hours) : []),
  ];
};

const cover = 'readiness.insurance.cover';

const readinessFields = ({ hipaa, insurance, ...rest }: Readiness): readonly Field[] => [
  ['readiness.hipaa.source', hipaa.source ?? 'none'],
  text('readiness.hipaa.expiresOn', hipaa.expiresOn),
  ['readiness.hipaa.willComplete', hipaa.willComplete],
  ['insured', insurance.cover === null ? 'no' : 'yes'],
  ...(insurance.cover === null
    ? []
    : [
        text(`${cover}.perClaimCents`, insurance.cover.perClaimCents / 100),
        text(`${cover}.aggregateCents`, insurance.cover.aggregateCents / 100),
        text(`${cover}.policyType`, insurance.cover.policyType),
        text(`${cover}.validFrom`, insurance.cover.validFrom),
        text(`${cover}.validTo`, insurance.cover.validTo),
      ]),
  ['readiness.insurance.willBuy', insurance.willBuy],
  tick('readiness.basicLifeSupport.attested', rest.basicLifeSupport.attested),
  text('readiness.basicLifeSupport.expiresOn', rest.basicLifeSupport.expiresOn),
  tick('readiness.backgroundCheck.attested', rest.backgroundCheck.attested),
  tick('readiness.meetsHealthRequirements', rest.meetsHealthRequirements),
  ['readiness.structuredEducation', rest.structuredEducation],
];

const consentFields = ({ introductionConsent: consent }: Wishes): readonly Field[] => [
  ['introductionConsent.scope', consent.scope],
  ...(consent.scope === 'shortlisted-facilities' ? [text('introductionConsent.until', consent.until)] : []),
];

interface Written {
  readonly contact: Pick<TechnologistContact, 'name' | 'phone'>;
  readonly zip: string;
  readonly wishes: Wishes;
}

/** A request as the fields of its form: what `requestIn` reads is the same again. */
export const fieldsOf = ({ contact, zip, wishes }: Written): DraftFields => {
  const fields: readonly Field[] = [
    ['contact.name', contact.name],
    text('contact.phone', contact.phone),
    ['zip', zip],
    ['discipline', wishes.discipline],
    ...wishes.credentials.flatMap(({ credential, expiresOn }) => [
      tick(`credentials.${credential}`, true),
      text(`credentials.${credential}.expiresOn`, expiresOn),
    ]),
    text('travelMiles', wishes.travelMiles),
    ['travelUnit', 'miles'],
    text('commuteMiles', wishes.commuteMiles),
    ['acceptsLodging', wishes.acceptsLodging],
    ...windows('availability', wishes.availability ?? []),
    ...wishes.blocks.flatMap(({ from, to }, row): Field[] => [
      [`blocks.${row}.from`, from],
      [`blocks.${row}.to`, to],
    ]),
    text('minWeeklyMinutes', wishes.minWeeklyMinutes / 60),
    text('wantedWeeklyMinutes', wishes.wantedWeeklyMinutes / 60),
    ['earliestStart', wishes.earliestStart],
    text('latestEnd', wishes.latestEnd),
    ...employmentFields(wishes.employment),
    ...windows('otherShifts', wishes.otherShifts),
    text('programId', wishes.programId),
    ...readinessFields(wishes.readiness),
    text('maxChargesCents', wishes.maxChargesCents === null ? null : wishes.maxChargesCents / 100),
    tick('paidOnly', wishes.paidOnly),
    ...wishes.wishedSettings.map((setting) => tick(`wishedSettings.${setting}`, true)),
    text('requiredCategories', wishes.requiredCategories.length === 0 ? null : wishes.requiredCategories.join('\n')),
    text('recordsNeeded', wishes.recordsNeeded),
    text('recordsSince', wishes.recordsSince),
    ...consentFields(wishes),
    ...(wishes.namedSite === null
      ? []
      : [
          text('namedSite.name', wishes.namedSite.name),
          text('namedSite.town', wishes.namedSite.town),
          text('namedSite.email', wishes.namedSite.email),
        ]),
  ];
  return Object.fromEntries(fields.filter((field) => field !== null));
};
