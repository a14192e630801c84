import type { Seeker } from '../pair.ts';
import { ofRequest, rule, sure } from './rule.ts';

const disciplineOf = ofRequest(({ request: { wishes } }) => ({ discipline: wishes.discipline }));

/** The credential by which the discipline is open longest. */
const heldIn = ({ admission }: Seeker) => sure(admission.kind === 'admits' ? admission.by : null);

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
    'credential-admits': ofRequest((seeker) => ({
      credential: heldIn(seeker).credential,
      discipline: seeker.request.wishes.discipline,
    })),
    'credential-lapses': ofRequest((seeker) => {
      const { credential, expiresOn } = heldIn(seeker);
      return { credential, expiresOn: sure(expiresOn) };
    }),
    'credential-not-admitting': disciplineOf,
    'credential-unlisted': disciplineOf,
  },
});
