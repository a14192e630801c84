import { html } from 'hono/html';
import { disciplineNames } from '../../domain/discipline.ts';
import { fromTo, hours, listed, onDate, windowsInWords } from '../../domain/wording.ts';
import type { RequestInput } from '../../usecases/drafts.ts';
import { factsList } from '../parts.ts';
import type { Html } from '../render.ts';
import { weekPicture } from '../week-picture.ts';

/** What a technologist asks for, with the week as a picture: to look over before sending, and after. */
export const wishesInWords = ({ wishes, zip }: Pick<RequestInput, 'wishes' | 'zip'>): Html =>
  html`${factsList([
    { label: 'Training in', value: disciplineNames[wishes.discipline] },
    { label: 'From', value: zip },
    {
      label: 'As far as',
      value: wishes.travelMiles === null ? 'not said: you are asked' : `${wishes.travelMiles} miles in a straight line`,
    },
    {
      label: 'Hours a week',
      value: `${hours(wishes.wantedWeeklyMinutes)}, at least ${hours(wishes.minWeeklyMinutes)}`,
    },
    {
      label: 'Free',
      value:
        wishes.availability === null || wishes.availability.length === 0 ? '–' : windowsInWords(wishes.availability),
    },
    ...(wishes.blocks.length === 0
      ? []
      : [{ label: 'Whole weeks', value: listed(wishes.blocks.map(({ from, to }) => fromTo(from, to))) }]),
    {
      label: 'Between',
      value:
        wishes.latestEnd === null
          ? `${onDate(wishes.earliestStart)} and whenever it is done`
          : fromTo(wishes.earliestStart, wishes.latestEnd),
    },
    { label: 'Employer', value: wishes.employment?.name ?? 'none' },
    ...(wishes.employment === null
      ? []
      : [
          {
            label: 'May be contacted',
            value: { yes: 'yes', no: 'no', unknown: 'not yet' }[wishes.employment.contactConsent],
          },
        ]),
  ])}
  ${
    wishes.availability === null || wishes.availability.length === 0
      ? ''
      : weekPicture({
          layers: {
            mine: wishes.availability,
            ...(wishes.employment?.regularHours.kind === 'weekly' && {
              theirs: wishes.employment.regularHours.windows,
            }),
          },
          names: { mine: 'Free to train', theirs: 'Shifts at your employer' },
        })
  }`;
