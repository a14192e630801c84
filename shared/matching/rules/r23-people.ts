import type { NeededPerson } from '../phrases/findings.ts';
import { row, rule } from './rule.ts';

const codes = { promised: 'person-promised', no: 'person-missing', unknown: 'person-unknown' } as const;

export const R23 = rule({
  id: 'R23',
  kind: 'Q',
  source: 'A S',
  title: 'A supervisor, a verifier, and staff technologists who agree',
  rows: {
    'people-there': ['pass', 'all three: yes'],
    'person-promised': ['condition', 'one is promised'],
    'person-missing': ['fail', 'one is missing'],
    'person-unknown': ['ask', 'one is not known'],
  },
  judge: ({ site: { offer }, program, affiliated }) => {
    const { supervisor, verifier, staffAgrees } = offer.terms;
    const needed: readonly [NeededPerson, typeof supervisor][] = [
      ['supervisor', supervisor],
      // A verifier works at the site, or is affiliated with it through a program.
      ['verifier', affiliated && program?.providesVerifier === true ? 'yes' : verifier],
      ['staff', staffAgrees],
    ];
    const found = needed.flatMap(([who, presence]) => (presence === 'yes' ? [] : [row(codes[presence], { who })]));
    return found.length > 0 ? found : row('people-there');
  },
});
