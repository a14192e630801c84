import { change, rule } from './rule.ts';

export const R24 = rule({
  id: 'R24',
  kind: 'H',
  source: 'S',
  title: "A host may demand a school's affiliation; by itself none is needed",
  rows: {
    'affiliation-not-demanded': ['pass', 'not demanded'],
    'affiliation-demand-unknown': ['ask', 'the host has not said'],
    'affiliation-not-for-employees': ['pass', 'demanded, but not of own employees: own employee'],
    'agreement-holds': ['pass', 'demanded: agreement to the end'],
    'agreement-missing': ['ask', 'demanded: a program without an agreement to the end'],
    'no-program': ['fail', 'demanded: no program'],
  },
  judge: ({ request: { wishes }, site: { offer }, track, affiliated }) => {
    const { demanded, ofOwnEmployeesToo } = offer.terms.affiliation;
    if (demanded === 'no') return 'affiliation-not-demanded';
    if (demanded === 'unknown') return 'affiliation-demand-unknown';
    if (track === 'employer' && !ofOwnEmployeesToo) return 'affiliation-not-for-employees';
    if (affiliated) return 'agreement-holds';
    return wishes.programId === null ? 'no-program' : 'agreement-missing';
  },
  remedies: { 'no-program': () => change('programId', 'join-program') },
});
