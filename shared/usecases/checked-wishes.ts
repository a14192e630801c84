import { disciplineNames } from '../domain/discipline.ts';
import { checkWishes, type Wishes } from '../domain/placement-request.ts';
import type { Place } from '../domain/primitives.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { admissionOf } from '../matching/admission.ts';
import { located, type Located } from './located.ts';
import type { Ports, Store } from './ports.ts';
import { requirementsOf } from './requirements.ts';

interface Checker extends Pick<Ports, 'places' | 'clock'> {
  readonly store: Pick<Store, 'programs' | 'facilities' | 'requirements'>;
}

/**
 * What a schema cannot know of wishes: that they agree with themselves, that what they name exists, and that training can
 * come of them at all. `before` is the home as it was.
 */
export const checkedWishes = async (
  { store, places, clock }: Checker,
  { wishes, ...where }: Located & { readonly wishes: Wishes },
  before: Place | null = null,
): Promise<Result<{ readonly home: Place }>> => {
  const home = located({ places }, where, before);
  if (!home.ok) return home;
  const contradiction = checkWishes(wishes);
  if (contradiction !== null)
    return refuse('invalid-input', { field: `wishes.${contradiction.field}`, detail: contradiction.detail });
  if (wishes.availability === null && wishes.blocks.length === 0)
    return refuse('invalid-input', {
      field: 'wishes.availability',
      detail: 'Say at least one window of the week, or one block of free weeks.',
    });
  if (admissionOf(wishes, await requirementsOf({ store, clock })).kind === 'not-admitting')
    return refuse('invalid-input', {
      field: 'wishes.discipline',
      detail: `None of the credentials that are named admits to ${disciplineNames[wishes.discipline]}.`,
    });
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
