import { rule } from './rule.ts';

export const R21 = rule({
  id: 'R21',
  kind: 'H',
  source: 'S D',
  title: 'Only vetted facilities that opted in, per discipline, are matched',
  rows: {
    'site-open': ['pass', 'vetted, neither paused nor gone, and opted in'],
    'facility-not-open': ['fail', 'not vetted, paused or gone'],
    'not-opted-in': ['fail', 'not opted in for the discipline'],
  },
  judge: ({ site: { offer } }) => {
    if (!offer.facility.open) return 'facility-not-open';
    return offer.terms.optedIn ? 'site-open' : 'not-opted-in';
  },
});
