import { checkWishes, type Wishes } from '../domain/placement-request.ts';
import type { Place } from '../domain/primitives.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import type { Ports, Store } from './ports.ts';

interface Checker extends Pick<Ports, 'places'> {
  readonly store: Pick<Store, 'programs' | 'facilities'>;
}

/** The place of a ZIP code, or a refusal that names the field. */
export const locate = ({ places }: Pick<Ports, 'places'>, zip: string): Result<Place> => {
  const place = places.locate(zip);
  return place === null ? refuse('unknown-place', { field: 'zip' }) : ok(place);
};

/** What a schema cannot know of wishes: that they agree with themselves, and that what they name exists. */
export const checkedWishes = async (
  { store, places }: Checker,
  { zip, wishes }: { readonly zip: string; readonly wishes: Wishes },
): Promise<Result<{ readonly home: Place }>> => {
  const home = locate({ places }, zip);
  if (!home.ok) return home;
  const contradiction = checkWishes(wishes);
  if (contradiction !== null)
    return refuse('invalid-input', { field: `wishes.${contradiction.field}`, detail: contradiction.detail });
  if (wishes.programId !== null && (await store.programs.get(wishes.programId)) === null)
    return refuse('invalid-input', { field: 'wishes.programId', detail: 'There is no program with this id.' });
  const employer = wishes.employment?.facilityId ?? null;
  if (employer !== null && (await store.facilities.get(employer)) === null)
    return refuse('invalid-input', {
      field: 'wishes.employment.facilityId',
      detail: 'There is no facility with this id. Leave it null if the employer is not in the service.',
    });
  return ok({ home: home.value });
};
