import { siteOfferIdOf, type Site } from '../../shared/domain/site-offer.ts';
import type { FacilityRow } from '../../shared/files/facility-rows.ts';
import { termsOf } from '../../shared/files/facility-values.ts';
import type { Parsed } from '../../shared/files/parse-rows.ts';
import { placeOf } from './places.ts';

/** The site of a row. A facility counts as vetted and opted in where the file does not say otherwise. */
export const siteOf = ({ value: row }: Parsed<FacilityRow>): Site => {
  const id = siteOfferIdOf(row.facility, row.discipline);
  const common = { facilityId: row.facility, discipline: row.discipline };
  return {
    offer: {
      ...common,
      id,
      facility: {
        name: row.name,
        setting: row.setting,
        place: placeOf(row),
        legalEmployer: row.legalEmployer ?? null,
        healthSystemId: row.healthSystem ?? null,
        healthCareProvider: row.healthCareProvider ?? true,
        open: (row.status ?? 'open') === 'open',
        directIntroductions: row.directIntroductions ?? false,
      },
      terms: termsOf(row, { optedIn: true }),
    },
    intake: {
      ...common,
      id: `${id}-${row.intake}`,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      seats: row.seats,
      seatsTaken: row.seatsTaken ?? 0,
      closed: row.closed ?? false,
    },
  };
};
