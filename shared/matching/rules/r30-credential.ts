import type { Credential } from '../../domain/discipline.ts';
import type { Wishes } from '../../domain/placement-request.ts';
import type { CalendarDate } from '../../domain/primitives.ts';
import { mammographyQualificationFirst, supportingCredentials, type SupportingSet } from '../requirements.ts';
import { row, rule } from './rule.ts';

/** Credentials that decide by themselves. `mammography` is held upon another one that was not named, `other` is any. */
const listed: ReadonlySet<Credential> = new Set(['radiography', 'nuclear-medicine', 'radiation-therapy', 'sonography']);

type Held = Wishes['credentials'][number];

/** Of a supporting set that is held: the credential that lapses first. Null: the set is not held whole. */
const firstToLapse = (set: SupportingSet, held: readonly Held[]): Held | null => {
  const members = set.map((credential) => {
    const same = held.filter((one) => one.credential === credential);
    return same.find((one) => one.expiresOn === null) ?? same.toSorted((a, b) => later(b, a))[0];
  });
  const whole = members.filter((member) => member !== undefined);
  return whole.length < set.length ? null : (whole.toSorted(later)[0] ?? null);
};

const forever: CalendarDate = '9999-12-31';
const later = (a: Held, b: Held): number => ((a.expiresOn ?? forever) < (b.expiresOn ?? forever) ? -1 : 1);

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
      const admitting = supportingCredentials[discipline].value
        .map((set) => firstToLapse(set, credentials))
        .filter((credential) => credential !== null)
        .toSorted(later)
        .at(-1);
      if (admitting === undefined)
        return credentials.every(({ credential }) => listed.has(credential))
          ? row('credential-not-admitting', { discipline })
          : row('credential-unlisted', { discipline });
      const { credential, expiresOn } = admitting;
      return expiresOn !== null && expiresOn < intake.endsOn
        ? row('credential-lapses', { credential, expiresOn })
        : row('credential-admits', { credential, discipline });
    };
    const since = mammographyQualificationFirst.effectiveFrom;
    return discipline === 'M' && since !== null && intake.endsOn >= since
      ? [judged(), row('mqsa-first', { since })]
      : judged();
  },
});
