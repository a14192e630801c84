import { Credential, Setting } from '../../domain/discipline.ts';
import { numberIn, rowsIn, scaled, ticked, tickedOf, windowsIn, type Fields } from '../form-fields.ts';

/** How miles and hours of driving follow from each other: settings of the stage, stated beside the field (R16). */
export interface TravelEstimate {
  readonly detourFactor: number;
  readonly milesPerHour: number;
}

/** Settings of the stage that the form states where they matter. */
export interface StatedSettings extends TravelEstimate {
  /** R12: least rest between a shift and training elsewhere, minutes. */
  readonly restMinutes: number;
}

/** Straight-line miles that are driven in so many hours: hours × speed ÷ detour. */
export const milesOf = (hours: number, { milesPerHour, detourFactor }: TravelEstimate): number =>
  Math.round((hours * milesPerHour) / detourFactor);

/** R13: nothing said about other working hours is that nobody was asked. */
const adjustmentIn = (fields: Fields): object => {
  const status = fields['employment.adjustment.status'] ?? 'not-asked';
  return status === 'unanswered' || status === 'confirmed'
    ? { status, hours: windowsIn(fields, 'employment.adjusted') }
    : { status };
};

/** R25: a site outside the list, where anything is said of one. */
const namedSiteIn = (fields: Fields): object | null => {
  const [name, town, email] = [fields['namedSite.name'], fields['namedSite.town'], fields['namedSite.email']];
  return name === undefined && town === undefined && email === undefined ? null : { name, town, email: email ?? null };
};

const employmentIn = (fields: Fields): object | null | undefined => {
  if (fields['employed'] !== 'yes') return fields['employed'] === 'no' ? null : undefined;
  const kind = fields['employment.regularHours.kind'];
  const found = fields['employment.facilityId'];
  return {
    facilityId: found === undefined || found === 'none' ? null : found,
    name: fields['employment.name'],
    regularHours:
      kind === 'weekly'
        ? { kind, windows: windowsIn(fields, 'employment.hours') }
        : kind === undefined
          ? undefined
          : { kind },
    adjustment: adjustmentIn(fields),
    contactConsent: fields['employment.contactConsent'],
    nameInBrief: ticked(fields, 'employment.nameInBrief'),
    hipaaTrained: ticked(fields, 'employment.hipaaTrained'),
  };
};

const cover = 'readiness.insurance.cover';

const readinessIn = (fields: Fields): object => ({
  hipaa: {
    source: fields['readiness.hipaa.source'] === 'none' ? null : fields['readiness.hipaa.source'],
    expiresOn: fields['readiness.hipaa.expiresOn'] ?? null,
    willComplete: fields['readiness.hipaa.willComplete'] ?? 'unknown',
  },
  insurance: {
    cover:
      fields['insured'] === 'yes'
        ? {
            perClaimCents: scaled(fields[`${cover}.perClaimCents`], 100),
            aggregateCents: scaled(fields[`${cover}.aggregateCents`], 100),
            policyType: fields[`${cover}.policyType`],
            validFrom: fields[`${cover}.validFrom`],
            validTo: fields[`${cover}.validTo`],
          }
        : fields['insured'] === 'no'
          ? null
          : undefined,
    willBuy: fields['readiness.insurance.willBuy'] ?? 'unknown',
  },
  basicLifeSupport: {
    attested: ticked(fields, 'readiness.basicLifeSupport.attested'),
    expiresOn: fields['readiness.basicLifeSupport.expiresOn'] ?? null,
  },
  backgroundCheck: { attested: ticked(fields, 'readiness.backgroundCheck.attested'), expiresOn: null },
  meetsHealthRequirements: ticked(fields, 'readiness.meetsHealthRequirements'),
  structuredEducation: fields['readiness.structuredEducation'] ?? 'unknown',
});

const travelIn = (fields: Fields, estimate: TravelEstimate): number | string | null => {
  const value = numberIn(fields['travelMiles']) ?? null;
  return fields['travelUnit'] === 'hours' && typeof value === 'number' ? milesOf(value, estimate) : value;
};

const introductionConsentIn = (fields: Fields): object | undefined => {
  const scope = fields['introductionConsent.scope'];
  if (scope === undefined) return undefined;
  return scope === 'shortlisted-facilities' ? { scope, until: fields['introductionConsent.until'] } : { scope };
};

/**
 * What the form says, in the form of the request's contract; not checked yet. What was not answered is undefined where
 * an answer is needed, and null or `unknown` where leaving it open is one: then somebody asks, and nobody guesses.
 */
export const requestIn = (fields: Fields, email: string, estimate: TravelEstimate): unknown => ({
  contact: { name: fields['contact.name'], email, phone: fields['contact.phone'] ?? null },
  zip: fields['zip'],
  wishes: {
    discipline: fields['discipline'],
    credentials: tickedOf(fields, 'credentials', Credential.options).map((credential) => ({
      credential,
      expiresOn: fields[`credentials.${credential}.expiresOn`] ?? null,
    })),
    travelMiles: travelIn(fields, estimate),
    commuteMiles: numberIn(fields['commuteMiles']),
    acceptsLodging: fields['acceptsLodging'] ?? 'unknown',
    availability: windowsIn(fields, 'availability'),
    blocks: rowsIn(fields, 'blocks'),
    minWeeklyMinutes: scaled(fields['minWeeklyMinutes'], 60),
    wantedWeeklyMinutes: scaled(fields['wantedWeeklyMinutes'], 60),
    earliestStart: fields['earliestStart'],
    latestEnd: fields['latestEnd'] ?? null,
    employment: employmentIn(fields),
    otherShifts: windowsIn(fields, 'otherShifts'),
    programId: fields['programId'] === 'none' ? null : (fields['programId'] ?? null),
    readiness: readinessIn(fields),
    maxChargesCents: scaled(fields['maxChargesCents'], 100) ?? null,
    paidOnly: fields['paidOnly'] === 'yes',
    wishedSettings: tickedOf(fields, 'wishedSettings', Setting.options),
    requiredCategories: (fields['requiredCategories'] ?? '').split('\n').filter((text) => text.trim() !== ''),
    recordsNeeded: numberIn(fields['recordsNeeded']) ?? null,
    recordsSince: fields['recordsSince'] ?? null,
    introductionConsent: introductionConsentIn(fields),
    namedSite: namedSiteIn(fields),
  },
});

/**
 * The form's field for a fault that the contract found, by its path: `wishes.availability[2].from` → `availability`.
 * Lists are one field, because a row may stand for several entries.
 */
export const fieldOfPath = (path: string): string => {
  const name = path.replace(/^wishes\./, '');
  const list = /^(availability|blocks|otherShifts|credentials|wishedSettings|requiredCategories)\b/.exec(name)?.[1];
  if (list !== undefined) return list;
  if (name.startsWith('employment.regularHours.windows')) return 'employment.hours';
  if (name.startsWith('employment.adjustment.hours')) return 'employment.adjusted';
  if (name === 'employment.adjustment') return 'employment.adjustment.status';
  if (name === 'employment.regularHours') return 'employment.regularHours.kind';
  if (name === 'employment') return 'employed';
  if (name === 'introductionConsent') return 'introductionConsent.scope';
  return name === cover ? 'insured' : name;
};
