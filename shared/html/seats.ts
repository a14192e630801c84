import type { FacilityView } from '../contracts/facility-view.ts';
import { disciplineNames } from '../domain/discipline.ts';
import { onDate } from '../domain/wording.ts';
import { badge, dataTable } from './parts.ts';
import type { Html } from './render.ts';

type SiteOfferView = FacilityView['siteOffers'][number];

/** Does a facility take part in a discipline? */
export const takesPart = ({ terms }: Pick<SiteOfferView, 'terms'>): Html =>
  terms.optedIn ? badge('taking part', 'good') : badge('not taking part', 'neutral');

/** The dated seats of one discipline. */
export const seatsTable = ({ discipline, intakes }: Pick<SiteOfferView, 'discipline' | 'intakes'>): Html =>
  dataTable({
    caption: `Dated seats for ${disciplineNames[discipline]}`,
    columns: [
      { head: 'From', cell: ({ startsOn }) => onDate(startsOn) },
      { head: 'To', cell: ({ endsOn }) => onDate(endsOn) },
      {
        head: 'Seats taken',
        cell: ({ seatsTaken, seats, closed }) => `${seatsTaken} of ${seats}${closed ? ', takes nobody new' : ''}`,
      },
    ],
    rows: intakes,
    as: 'folds',
  });
