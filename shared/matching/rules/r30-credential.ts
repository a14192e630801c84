import type { Credential } from '../../domain/discipline.ts';
import type { Wishes } from '../../domain/placement-request.ts';
import type { CalendarDate } from '../../domain/primitives.ts';
import { supportingCredentials, type SupportingSet } from '../requirements.ts';
import { row, rule } from './rule.ts';

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
    'mqsa-first': ['note', 'mammography: the MQSA qualification comes first'],
  },
  judge: ({ request: { wishes }, site: { intake } }) => {
    const { discipline, credentials } = wishes;
    const judged = () => {
      const sets = supportingCredentials[discipline].value.map((set) => firstToLapse(set, credentials));
      const admitting = lastToLapse(sets.filter((credential) => credential !== null));
      if (admitting === undefined)
        return credentials.every(({ credential }) => listed.has(credential))
          ? row('credential-not-admitting', { discipline })
          : row('credential-unlisted', { discipline });
      const { credential, expiresOn } = admitting;
      return expiresOn !== null && expiresOn < intake.endsOn
        ? row('credential-lapses', { credential, expiresOn })
        : row('credential-admits', { credential, discipline });
    };
    return discipline === 'M' ? [judged(), row('mqsa-first')] : judged();
  },
});
