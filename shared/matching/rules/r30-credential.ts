import type { Credential } from '../../domain/discipline.ts';
import type { Wishes } from '../../domain/placement-request.ts';
import type { CalendarDate } from '../../domain/primitives.ts';
import type { Pair } from '../types.ts';
import { remembered } from '../remembered.ts';
import { supportingCredentials, type SupportingSet } from '../requirements.ts';
import { rule, sure } from './rule.ts';

/** Credentials that decide by themselves. `mammography` is held upon another one that was not named, `other` is any. */
const listed: ReadonlySet<Credential> = new Set(['radiography', 'nuclear-medicine', 'radiation-therapy', 'sonography']);

type Held = Wishes['credentials'][number];

const holdsUntil = ({ expiresOn }: Held): CalendarDate => expiresOn ?? '9999-12-31';

const byLapse = (a: Held, b: Held): number => holdsUntil(a).localeCompare(holdsUntil(b));

const lastToLapse = (some: readonly Held[]): Held | undefined => some.toSorted(byLapse).at(-1);

/** Of a supporting set that is held: the credential that lapses first. Null: the set is not held whole. */
const firstToLapse = (set: SupportingSet, held: readonly Held[]): Held | null => {
  const members = set.map((credential) => lastToLapse(held.filter((one) => one.credential === credential)));
  const whole = members.filter((member) => member !== undefined);
  return whole.length < set.length ? null : (whole.toSorted(byLapse)[0] ?? null);
};

/** Of the held credentials: the one by which the discipline is open longest. Null: none admits. */
const admittingOf = remembered(({ discipline, credentials }: Wishes): Held | null => {
  const sets = supportingCredentials[discipline].value.map((set) => firstToLapse(set, credentials));
  return lastToLapse(sets.filter((credential) => credential !== null)) ?? null;
});

const disciplineOf = ({ request: { wishes } }: Pair) => ({ discipline: wishes.discipline });

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
      ({ request: { wishes } }) => wishes.discipline === 'M',
    ],
  },
  judge: ({ request: { wishes }, site: { intake } }) => {
    const admitting = admittingOf(wishes);
    if (admitting !== null)
      return admitting.expiresOn !== null && admitting.expiresOn < intake.endsOn
        ? 'credential-lapses'
        : 'credential-admits';
    return wishes.credentials.every(({ credential }) => listed.has(credential))
      ? 'credential-not-admitting'
      : 'credential-unlisted';
  },
  facts: {
    'credential-admits': (pair) => ({
      credential: sure(admittingOf(pair.request.wishes)).credential,
      ...disciplineOf(pair),
    }),
    'credential-lapses': ({ request: { wishes } }) => {
      const { credential, expiresOn } = sure(admittingOf(wishes));
      return { credential, expiresOn: sure(expiresOn) };
    },
    'credential-not-admitting': disciplineOf,
    'credential-unlisted': disciplineOf,
  },
});
