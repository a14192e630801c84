import { rule } from './rule.ts';

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
  },
  notes: {
    'employer-time-forbidden': [
      'own employer: it forbids employer time, so the shifts are left out of the plan (R12)',
      ({ program, track }, judged) =>
        track === 'employer' && program?.allowsEmployerTime === 'no' && !judged.includes('program-forbids-contact'),
    ],
  },
  judge: ({ request: { wishes }, program, track }) => {
    if (wishes.programId === null) return 'no-program-rules';
    if (program === null) return 'program-rules-unknown';
    if (program.allowsContact === 'no') return 'program-forbids-contact';
    const contact = program.allowsContact === 'unknown' ? 'program-rules-unknown' : 'program-allows';
    return track === 'employer' && program.allowsEmployerTime === 'unknown'
      ? [contact, 'employer-time-unknown']
      : contact;
  },
});
