import { minutesIfAdjusted, minutesIfFree } from '../hours.ts';
import { clocksDiffer } from '../real-weeks.ts';
import { intakeDates, zonesOf } from '../site-weeks.ts';
import type { Pair, Remedy } from '../types.ts';
import { change, rule, sure } from './rule.ts';

/** The smallest change of the technologist's own that would make the hours fit. */
const remedyOf = (pair: Pair): Remedy | null => {
  const { neededMinutes: needed, usableMinutes: usable, mode } = pair.hours;
  if (mode === 'weekly' && minutesIfFree(pair) >= needed)
    return change('availability', 'free-more-hours', { minutes: needed - usable });
  if (mode === 'weekly' && pair.request.wishes.employment?.adjustment.status === 'not-asked')
    if (minutesIfAdjusted(pair) >= needed) return change('employment.adjustment', 'adjust-shifts');
  return usable > 0 && usable >= pair.site.offer.terms.minWeeklyMinutes
    ? change('minWeeklyMinutes', 'accept-fewer-hours', { minutes: usable })
    : null;
};

const isZoneUnknown = ({ request: { home }, site: { offer } }: Pair): boolean =>
  home.zone === null || offer.facility.place.zone === null;

const usableAndNeeded = ({ hours: { usableMinutes: usable, neededMinutes: needed } }: Pair) => ({ usable, needed });

export const R12 = rule({
  id: 'R12',
  kind: 'H',
  source: 'S',
  title: 'The hours fit, with an adjustment of the schedule where the employer makes one (R13)',
  rows: {
    'hours-fit': ['pass', "usable hours reach both sides' weekly minimum"],
    'too-few-hours': [
      'fail',
      'they do not, nor would they with the adjustment of the schedule that is being asked for',
    ],
    'adjustment-unanswered': [
      'ask',
      'they do not, or fail by cover (R6); with the adjustment that the employer has not answered they would',
    ],
    'site-hours-unknown': ['ask', "the site's training hours are not known"],
    'availability-unknown': ['ask', "the technologist's free hours are not known"],
    'shifts-unknown': ['ask', 'the shifts are not known; without any, the hours would fit'],
  },
  notes: {
    'other-time-zone': [
      'the clocks of both sides differ: the hours are converted, and the plan is told in the time of the site',
      (pair) => !isZoneUnknown(pair) && clocksDiffer(zonesOf(pair), intakeDates(pair)),
    ],
    'zone-unknown': ['the time zone of a side is not known: the hours are compared as they are written', isZoneUnknown],
    'clocks-change': [
      'a clock changes within the dates, and not all weeks are alike: the worst one is judged',
      ({ hours }) => hours.worstWeek !== null,
    ],
  },
  judge: ({ hours }) => hours.finding,
  facts: {
    'hours-fit': usableAndNeeded,
    'too-few-hours': usableAndNeeded,
    'other-time-zone': (pair) => ({ site: sure(zonesOf(pair).site), home: sure(zonesOf(pair).home) }),
    'clocks-change': ({ hours }) => ({ monday: sure(hours.worstWeek) }),
  },
  remedies: { 'too-few-hours': remedyOf },
});
