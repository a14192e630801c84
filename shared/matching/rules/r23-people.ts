import { rule } from './rule.ts';

/** Each of the three is a question of its own. */
const codes = {
  supervisor: { promised: 'supervisor-promised', no: 'supervisor-missing', unknown: 'supervisor-unknown' },
  verifier: { promised: 'verifier-promised', no: 'verifier-missing', unknown: 'verifier-unknown' },
  staff: { promised: 'staff-promised', no: 'staff-missing', unknown: 'staff-unknown' },
} as const;
type PersonCode = { [Who in keyof typeof codes]: (typeof codes)[Who][keyof (typeof codes)[Who]] }[keyof typeof codes];

export const R23 = rule({
  id: 'R23',
  kind: 'Q',
  source: 'A S',
  title: 'A supervisor, a verifier, and staff technologists who agree',
  rows: {
    'people-there': ['pass', 'all three: yes'],
    'supervisor-promised': ['condition', 'a supervisor is promised'],
    'supervisor-missing': ['fail', 'no supervisor'],
    'supervisor-unknown': ['ask', 'supervisor not known'],
    'verifier-promised': ['condition', 'a verifier is promised'],
    'verifier-missing': ['fail', 'no verifier at the site, nor one of an affiliated program'],
    'verifier-unknown': ['ask', 'verifier not known'],
    'staff-promised': ['condition', "the staff technologists' agreement is promised"],
    'staff-missing': ['fail', 'the staff technologists do not agree'],
    'staff-unknown': ['ask', 'whether the staff technologists agree is not known'],
  },
  judge: ({ site: { offer }, program, affiliated }) => {
    const { supervisor, verifier: own, staffAgrees } = offer.terms;
    // A verifier works at the site, or is affiliated with it through a program.
    const verifier = affiliated && program?.providesVerifier === true ? 'yes' : own;
    if (supervisor === 'yes' && verifier === 'yes' && staffAgrees === 'yes') return 'people-there';
    const found: PersonCode[] = [];
    if (supervisor !== 'yes') found.push(codes.supervisor[supervisor]);
    if (verifier !== 'yes') found.push(codes.verifier[verifier]);
    if (staffAgrees !== 'yes') found.push(codes.staff[staffAgrees]);
    return found;
  },
});
