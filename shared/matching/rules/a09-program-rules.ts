import { row, rule } from './rule.ts';

export const A9 = rule({
  id: 'A9',
  kind: 'H',
  source: 'L',
  title: 'A program may forbid contacting sites, or earning competencies on employer time',
  rows: {
    'no-program-rules': ['pass', 'no program'],
    'program-allows': ['pass', 'the program allows it'],
    'program-rules-unknown': ['ask', 'its rule on contacting sites is not known'],
    'employer-time-unknown': ['ask', 'own employer: its rule on employer time is not known'],
    'program-forbids-contact': ['fail', 'it forbids contacting sites'],
    'employer-time-forbidden': [
      'note',
      'own employer: it forbids employer time, so the shifts are left out of the plan (R12)',
    ],
  },
  judge: ({ request: { wishes }, program, track }) => {
    if (wishes.programId === null) return row('no-program-rules');
    if (program === null) return row('program-rules-unknown');
    if (program.allowsContact === 'no') return row('program-forbids-contact');
    const found = program.allowsContact === 'unknown' ? row('program-rules-unknown') : row('program-allows');
    if (track !== 'employer' || program.allowsEmployerTime === 'yes') return found;
    return program.allowsEmployerTime === 'unknown'
      ? [found, row('employer-time-unknown')]
      : [found, row('employer-time-forbidden')];
  },
});
