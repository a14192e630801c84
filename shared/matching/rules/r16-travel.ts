import type { Pair } from '../types.ts';
import { change, ofRequest, rule, sure } from './rule.ts';

const journey = ({ request: { wishes }, context: { settings }, miles }: Pair) => ({
  miles: sure(miles),
  detour: settings.detourFactor,
  speed: settings.milesPerHour,
  limit: sure(wishes.travelMiles),
});

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
  judge: ({ request: { wishes }, ownWorkplace, miles }) => {
    if (ownWorkplace) return 'own-workplace';
    if (miles === null) return 'distance-unknown';
    if (wishes.travelMiles === null) return 'travel-limit-unknown';
    return miles <= wishes.travelMiles ? 'within-travel-limit' : 'over-travel-limit';
  },
  facts: { 'within-travel-limit': journey, 'over-travel-limit': journey },
  remedies: {
    'over-travel-limit': (pair) => {
      const { miles, limit } = journey(pair);
      return change('travelMiles', 'travel-farther', { miles: Math.ceil(miles - limit) });
    },
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
    if (ownWorkplace) return 'own-workplace';
    if (miles === null) return 'distance-unknown';
    if (miles <= wishes.commuteMiles) return 'within-commute';
    const byHost = offer.terms.housing;
    // A program that is named but not known any more has not said.
    const byProgram = program?.housing ?? (wishes.programId === null ? 'none' : 'unknown');
    if (byHost === 'every-night' || byProgram === 'every-night') return 'housing-every-night';
    if (wishes.acceptsLodging === 'yes') return 'own-lodging';
    return wishes.acceptsLodging === 'no' && byHost === 'none' && byProgram === 'none'
      ? 'lodging-refused'
      : 'lodging-open';
  },
  facts: {
    'within-commute': ofRequest(({ request: { wishes } }) => ({ commute: wishes.commuteMiles })),
    'housing-every-night': ({ site: { offer } }) => ({
      by: offer.terms.housing === 'every-night' ? 'host' : 'program',
    }),
  },
  remedies: { 'lodging-refused': () => change('acceptsLodging', 'accept-lodging') },
});
