import type { Pair } from '../types.ts';
import { rule, sure } from './rule.ts';

const disciplineOf = ({ request: { wishes } }: Pair) => ({ discipline: wishes.discipline });

/** The credential by which the discipline is open longest. */
const heldIn = ({ admission }: Pair) => sure(admission.kind === 'admits' ? admission.by : null);

export const R30 = rule({
  id: 'R30',
  kind: 'H',
  source: 'A',
  title: 'The held credential admits to the discipline',
  rows: {
    'credential-admits': ['pass', 'any held credential admits, to the end'],
    'credential-lapses': ['condition', 'it lapses before the end'],
    'credential-not-admitting': ['fail', 'all are listed, and none admits'],
    'credential-unlisted': ['ask', 'one is not listed, and none of the others admits'],
  },
  notes: {
    'mqsa-first': [
      'mammography: the MQSA qualification comes first',
      ({ request: { wishes }, context: { requirements } }) =>
        wishes.discipline === 'M' && requirements.mammographyQualificationFirst.value,
    ],
  },
  judge: ({ admission, site: { intake } }) => {
    if (admission.kind !== 'admits') return `credential-${admission.kind}`;
    const { expiresOn } = admission.by;
    return expiresOn !== null && expiresOn < intake.endsOn ? 'credential-lapses' : 'credential-admits';
  },
  facts: {
    'credential-admits': (pair) => ({ credential: heldIn(pair).credential, ...disciplineOf(pair) }),
    'credential-lapses': (pair) => {
      const { credential, expiresOn } = heldIn(pair);
      return { credential, expiresOn: sure(expiresOn) };
    },
    'credential-not-admitting': disciplineOf,
    'credential-unlisted': disciplineOf,
  },
});
