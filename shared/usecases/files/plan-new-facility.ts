import { ofFacility } from '../../files/facility-rows.ts';
import { profileOf, termsOf } from '../../files/facility-values.ts';
import { located } from '../located.ts';
import {
  byDiscipline,
  checks,
  differences,
  type FacilityPlan,
  intakeTermsOf,
  lineOf,
  type Planned,
  withIntakes,
} from './plan-rows.ts';

/** Two entries for each thing go into the transaction of a new facility, which holds 100. */
const mostAtOnce = 60;

export const planNew = ({ rows, places }: Planned): FacilityPlan => {
  const { problems, refuse } = checks();
  const [first] = rows;
  const { value } = first;
  for (const field of ['name', 'setting', 'zip', 'contactName', 'contactRole', 'contactEmail'] as const)
    if (value[field] == null) refuse(first, field, 'is missing: this facility is new');
  if (value.healthSystem != null)
    refuse(first, 'healthSystem', 'is noted at the health system once the facility is here');
  const place = value.zip == null ? null : located({ places }, { zip: value.zip, zone: value.zone ?? undefined });
  if (place?.ok === false) refuse(first, 'zip', `no place in the United States has the ZIP code ${value.zip}`);

  const siteOffers = [...byDiscipline(rows)].map(([discipline, ofOffer]) => ({
    discipline,
    // Whoever confirms the claim takes part in nothing that the file does not say.
    terms: termsOf(ofOffer[0]?.value ?? {}, { optedIn: false }),
    intakes: withIntakes(ofOffer).flatMap(({ row, mark }) => {
      if (row.value.closed === true) refuse(row, 'closed', 'an intake that is new is open');
      const terms = intakeTermsOf(row, row.value, refuse);
      return terms === null ? [] : [{ ...terms, mark }];
    }),
  }));
  const things = 1 + siteOffers.reduce((sum, { intakes }) => sum + 1 + intakes.length, 0);
  if (things > mostAtOnce)
    refuse(first, null, `a new facility has ${mostAtOnce - 1} offers and intakes at most; add the others later`);

  const profile = profileOf(value, null);
  const { name, setting } = profile;
  if (problems.length > 0 || place?.ok !== true || name === undefined || setting === undefined)
    return { steps: [], problems, things };
  const claim = {
    id: value.facility,
    profile: { ...profile, name, setting },
    contact: {
      name: value.contactName ?? '',
      role: value.contactRole ?? '',
      email: value.contactEmail ?? '',
      phone: value.contactPhone ?? null,
    },
    place: place.value,
    siteOffers,
  };
  const fields = differences(ofFacility, {}, { ...value, zone: undefined });
  const added = {
    kind: 'new-facility',
    of: claim.id,
    facilityId: claim.id,
    name,
    line: lineOf(first),
    fields,
    claim,
  } as const;
  return { steps: [added], problems, things };
};
