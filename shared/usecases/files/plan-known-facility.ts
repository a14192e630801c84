import type { Discipline } from '../../domain/discipline.ts';
import type { FacilityContact } from '../../domain/facility.ts';
import { facilityTransitions } from '../../domain/facility-lifecycle.ts';
import { step } from '../../domain/machine.ts';
import { type Intake, siteOfferIdOf, type SiteOffer } from '../../domain/site-offer.ts';
import { type FacilityField, ofFacility, ofIntake, ofSiteOffer } from '../../files/facility-rows.ts';
import {
  profileOf,
  type RowValues,
  termsOf,
  valuesOfFacility,
  valuesOfIntake,
  valuesOfTerms,
} from '../../files/facility-values.ts';
import { located } from '../located.ts';
import type { FacilityWithSites } from '../ports.ts';
import type { ImportStep } from './import-plan.ts';
import {
  byDiscipline,
  checks,
  differences,
  type FacilityPlan,
  type ImportRow,
  intakeTermsOf,
  lineOf,
  type Planned,
  type Refuse,
  withIntakes,
} from './plan-rows.ts';

/** What a row says in the columns that there are, over what was said before. */
const over = (before: RowValues, row: RowValues, fields: readonly FacilityField[], columns: readonly string[]) => ({
  ...before,
  ...Object.fromEntries(fields.filter((field) => columns.includes(field)).map((field) => [field, row[field]])),
});

const contactFields = ['contactName', 'contactRole', 'contactEmail', 'contactPhone'] as const;

/** What a row would say of who speaks for a facility. */
const valuesOfContact = ({ name, role, email, phone }: FacilityContact): RowValues => ({
  contactName: name,
  contactRole: role,
  contactEmail: email,
  contactPhone: phone,
});

export interface Known extends Planned {
  readonly found: FacilityWithSites;
}

/** What the first row says of the facility itself. */
const planProfile = ({ rows: [row], columns, found, places }: Known, refuse: Refuse): readonly ImportStep[] => {
  const { facility } = found;
  const before = valuesOfFacility(facility);
  const contact = valuesOfContact(facility.contact);
  for (const field of contactFields)
    if (row.value[field] != null && row.value[field] !== contact[field])
      refuse(row, field, 'is changed by the facility itself, because whoever speaks for it is vetted again');
  if (columns.includes('healthSystem') && (row.value.healthSystem ?? null) !== facility.healthSystemId)
    refuse(row, 'healthSystem', 'is changed at the health system');

  const said = over(before, row.value, ofFacility, columns);
  const profile = profileOf(said, facility.profile);
  const { name, setting } = profile;
  if (name === undefined) refuse(row, 'name', 'is missing');
  if (setting === undefined) refuse(row, 'setting', 'is missing');
  if (said.zip == null) return refuse(row, 'zip', 'is missing') ?? [];
  const zone = said.zone ?? undefined;
  const moved = said.zip !== before.zip || (zone !== undefined && zone !== before.zone);
  const place = moved ? located({ places }, { zip: said.zip, zone }, facility.place) : null;
  if (place?.ok === false) refuse(row, 'zip', `no place in the United States has the ZIP code ${said.zip}`);
  if (name === undefined || setting === undefined || place?.ok === false) return [];

  const after = {
    ...facility,
    profile: { ...profile, name, setting },
    place: place?.value ?? facility.place,
  };
  const fields = differences(ofFacility, before, valuesOfFacility(after));
  return fields.length === 0
    ? []
    : [
        {
          kind: 'facility',
          of: facility.id,
          facilityId: facility.id,
          name: facility.profile.name,
          line: lineOf(row),
          fields,
          version: facility.version,
          zip: after.place.zip,
          zone: after.place.zone ?? undefined,
          profile: after.profile,
        },
      ];
};

/** What rows of one discipline say of the offer in it. */
const planSiteOffer = (
  { columns, found: { facility } }: Known,
  discipline: Discipline,
  row: ImportRow,
  before: SiteOffer | null,
  refuse: Refuse,
): readonly ImportStep[] => {
  const fieldsOfOffer = ofSiteOffer();
  const saysTerms = fieldsOfOffer.some((field) => columns.includes(field));
  if (before === null && !saysTerms)
    refuse(row, 'discipline', 'the facility offers nothing in it yet: say its terms too');
  if (!saysTerms) return [];
  const known = before === null ? {} : valuesOfTerms(before.terms);
  const terms = termsOf(over(known, row.value, fieldsOfOffer, columns), { optedIn: before?.terms.optedIn ?? false });
  if (before?.terms.optedIn === false && terms.optedIn)
    refuse(row, 'optedIn', 'the facility ended taking part, and only it can take part again');
  const fields = differences(fieldsOfOffer, known, valuesOfTerms(terms));
  return fields.length === 0
    ? []
    : [
        {
          kind: 'site-offer',
          of: siteOfferIdOf(facility.id, discipline),
          facilityId: facility.id,
          name: facility.profile.name,
          line: lineOf(row),
          fields,
          discipline,
          version: before?.version ?? null,
          terms,
        },
      ];
};

/** What a row says of an intake. */
const planIntake = (
  { columns, found: { facility } }: Known,
  { row, mark, discipline }: { readonly row: ImportRow; readonly mark: string; readonly discipline: Discipline },
  before: Intake | null,
  refuse: Refuse,
): readonly ImportStep[] => {
  const known = before === null ? {} : valuesOfIntake(before);
  const said = over(known, row.value, ofIntake, columns);
  const terms = intakeTermsOf(row, said, refuse);
  if (terms === null) return [];
  const closed = said.closed ?? false;
  const parts = {
    of: `${siteOfferIdOf(facility.id, discipline)}-${mark}`,
    facilityId: facility.id,
    name: facility.profile.name,
    line: lineOf(row),
  };
  if (before === null) {
    if (closed) refuse(row, 'closed', 'an intake that is new is open');
    const fields = differences(ofIntake, {}, terms);
    return [{ ...parts, kind: 'new-intake', fields, discipline, mark, terms }];
  }
  if (terms.seats < before.seatsTaken)
    refuse(
      row,
      'seats',
      `${before.seatsTaken} are taken, and who has one keeps it: close the intake to take nobody new`,
    );
  const fields = differences(ofIntake, known, valuesOfIntake({ ...before, ...terms, closed }));
  return fields.length === 0 ? [] : [{ ...parts, kind: 'intake', fields, version: before.version, terms, closed }];
};

export const planKnown = (planned: Known): FacilityPlan => {
  const { problems, refuse } = checks();
  const { rows, found } = planned;
  const offers = byDiscipline(rows);
  // What is offered goes first: a changed profile is noted in every offer, which gives each of them another version.
  const steps: ImportStep[] = [];
  for (const [discipline, ofOffer] of offers) {
    const before = found.siteOffers.find((offer) => offer.discipline === discipline) ?? null;
    const [row = rows[0]] = ofOffer;
    steps.push(...planSiteOffer(planned, discipline, row, before, refuse));
    for (const { row: own, mark } of withIntakes(ofOffer)) {
      const id = `${siteOfferIdOf(found.facility.id, discipline)}-${mark}`;
      const known = found.intakes.find((intake) => intake.id === id) ?? null;
      steps.push(...planIntake(planned, { row: own, mark, discipline }, known, refuse));
    }
  }
  steps.push(...planProfile(planned, refuse));
  const { status } = found.facility;
  if (steps.length > 0 && !step(facilityTransitions, status, 'edit').ok)
    refuse(rows[0], null, `this facility is "${status}", so nothing of it can be changed`);
  return { steps: problems.length > 0 ? [] : steps, problems, things: 1 + offers.size + withIntakes(rows).length };
};
