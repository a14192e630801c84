import type { Credential } from '../domain/discipline.ts';
import type { Wishes } from '../domain/placement-request.ts';
import type { CalendarDate } from '../domain/primitives.ts';
import type { Requirements, SupportingSet } from '../domain/requirements.ts';

/** R30: whether the credentials that are held admit to the discipline that is sought. */

type Held = Wishes['credentials'][number];

export type Admission =
  /** Upheld by this credential: of those that admit together the first to lapse. */
  | { readonly kind: 'admits'; readonly by: Held }
  /** All are listed, and none admits. */
  | { readonly kind: 'not-admitting' }
  /** One is not listed, and none of the others admits: a question. */
  | { readonly kind: 'unlisted' };

/** Credentials that decide by themselves. `mammography` is held upon another one that was not named, `other` is any. */
const listed: ReadonlySet<Credential> = new Set(['radiography', 'nuclear-medicine', 'radiation-therapy', 'sonography']);

const holdsUntil = ({ expiresOn }: Held): CalendarDate => expiresOn ?? '9999-12-31';

const byLapse = (a: Held, b: Held): number => holdsUntil(a).localeCompare(holdsUntil(b));

const lastToLapse = (some: readonly Held[]): Held | undefined => some.toSorted(byLapse).at(-1);

/** Of a supporting set that is held: the credential that lapses first. Null: the set is not held whole. */
const firstToLapse = (set: SupportingSet, held: readonly Held[]): Held | null => {
  const members = set.map((credential) => lastToLapse(held.filter((one) => one.credential === credential)));
  const whole = members.filter((member) => member !== undefined);
  return whole.length < set.length ? null : (whole.toSorted(byLapse)[0] ?? null);
};

export const admissionOf = (
  { discipline, credentials }: Pick<Wishes, 'discipline' | 'credentials'>,
  { supportingCredentials }: Pick<Requirements, 'supportingCredentials'>,
): Admission => {
  const sets = supportingCredentials[discipline].value.map((set) => firstToLapse(set, credentials));
  const by = lastToLapse(sets.filter((credential) => credential !== null));
  if (by !== undefined) return { kind: 'admits', by };
  return { kind: credentials.every(({ credential }) => listed.has(credential)) ? 'not-admitting' : 'unlisted' };
};
