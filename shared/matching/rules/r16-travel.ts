import { change, mendable, row, rule } from './rule.ts';

export const R16 = rule({
  id: 'R16',
  kind: 'H',
  source: 'S',
  title: "The distance is within the technologist's limit",
  rows: {
    'own-workplace': ['pass', 'own workplace'],
    'within-travel-limit': ['pass', 'within the limit'],
    'over-travel-limit': ['fail', 'over the limit'],
    'distance-unknown': ['ask', 'a point is missing'],
    'travel-limit-unknown': ['ask', 'the limit is missing'],
  },
  judge: ({ request: { wishes }, context: { settings }, ownWorkplace, miles }) => {
    const limit = wishes.travelMiles;
    if (ownWorkplace) return row('own-workplace');
    if (miles === null) return row('distance-unknown');
    const journey = { miles, detour: settings.detourFactor, speed: settings.milesPerHour };
    if (limit === null) return row('travel-limit-unknown');
    return miles <= limit
      ? row('within-travel-limit', { ...journey, limit })
      : mendable(
          row('over-travel-limit', { ...journey, limit }),
          change('travelMiles', 'travel-farther', { miles: Math.ceil(miles - limit) }),
        );
  },
});

export const R17 = rule({
  id: 'R17',
  kind: 'Q',
  source: 'S',
  title: 'Beyond commuting distance: housing by host or program, or lodging that the technologist pays',
  rows: {
    'own-workplace': ['pass', 'own workplace'],
    'within-commute': ['pass', 'within commuting miles'],
    'housing-every-night': ['pass', 'beyond: host or program gives housing for every night'],
    'own-lodging': ['pass', 'beyond: the technologist accepts to pay for lodging'],
    'lodging-refused': ['fail', 'beyond: no housing, and lodging refused'],
    'lodging-open': ['ask', 'beyond: housing for some nights or not known, or lodging left blank'],
    'distance-unknown': ['ask', 'a point is missing'],
  },
  judge: ({ request: { wishes }, site: { offer }, ownWorkplace, miles, program }) => {
    if (ownWorkplace) return row('own-workplace');
    if (miles === null) return row('distance-unknown');
    if (miles <= wishes.commuteMiles) return row('within-commute', { commute: wishes.commuteMiles });
    const byHost = offer.terms.housing;
    // A program that is named but not known any more has not said.
    const byProgram = program?.housing ?? (wishes.programId === null ? 'none' : 'unknown');
    if (byHost === 'every-night') return row('housing-every-night', { by: 'host' });
    if (byProgram === 'every-night') return row('housing-every-night', { by: 'program' });
    if (wishes.acceptsLodging === 'yes') return row('own-lodging');
    return wishes.acceptsLodging === 'no' && byHost === 'none' && byProgram === 'none'
      ? mendable(row('lodging-refused'), change('acceptsLodging', 'accept-lodging'))
      : row('lodging-open');
  },
});
