import { isDeepStrictEqual } from 'node:util';
import type * as contract from '../contracts/technologist.ts';
import { type PlacementRequest, type TechnologistContact, Wishes } from '../domain/placement-request.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { type Change, changeRequest } from './changes.ts';
import { checkedWishes } from './checked-wishes.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Call, Ports, Store } from './ports.ts';
import type { InputOf, UseCase } from './use-case.ts';

type EditInput = InputOf<typeof contract.editRequest>;

/**
 * Refuses an edit of wishes that somebody edited meanwhile, and says in what both differ. A matching or a hold raises
 * the version too but changes no wish, so it is in nobody's way.
 */
const overtaken = async (
  audit: Pick<Store['audit'], 'of'>,
  request: PlacementRequest,
  { version, wishes }: { readonly version: number; readonly wishes: Wishes },
): Promise<Result<never> | null> => {
  if (version === request.version) return null;
  const edited = (await audit.of(request.id)).some((line) => line.version > version && line.action === 'edit');
  if (version < request.version && !edited) return null;
  const differing = Wishes.unwrap()
    .keyof()
    .options.filter((wish) => !isDeepStrictEqual(wishes[wish], request.wishes[wish]));
  return refuse('stale-version', {
    field: 'version',
    detail: `The request was edited meanwhile and is at version ${request.version}. Yours differs from it in: ${differing.join(', ') || 'nothing'}.`,
  });
};

interface Edit extends Pick<EditInput, 'version' | 'zip' | 'wishes'> {
  readonly zone?: EditInput['zone'];
  readonly contact?: Pick<TechnologistContact, 'name' | 'phone'>;
}

/** A request with what was edited, and the writes that make it so; one that was in review is matched again. */
export const editedRequest = async (
  { store, clock, places }: Pick<Ports, 'store' | 'clock' | 'places'>,
  request: PlacementRequest,
  { version, zip, zone, wishes, contact }: Edit,
  { actor }: Call,
): Promise<Result<Change<PlacementRequest>>> => {
  const stale = await overtaken(store.audit, request, { version, wishes });
  if (stale !== null) return stale;
  const checked = await checkedWishes({ store, places, clock }, { zip, zone, wishes }, request.home);
  if (!checked.ok) return checked;
  const { home } = checked.value;
  const command = { action: 'edit', wishes, home, ...(contact && { contact }) } as const;
  return changeRequest(store, request, [command], deciderOf(clock, actor));
};

/** Takes over the edited wishes. */
export const editRequest =
  (ports: Pick<Ports, 'store' | 'clock' | 'places'>): UseCase<typeof contract.editRequest> =>
  async ({ requestId, ...edit }, call) =>
    perform(ports.store, call, async () => {
      const request = await ports.store.requests.get(requestId);
      if (request === null) return refuse('not-found');
      const change = await editedRequest(ports, request, edit, call);
      if (!change.ok) return change;
      const { next, writes } = change.value;
      return ok({ writes, answer: { requestId, status: next.status } });
    });
