import { isDeepStrictEqual } from 'node:util';
import type * as contract from '../contracts/technologist.ts';
import { type PlacementRequest, Wishes } from '../domain/placement-request.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { changeRequest } from './changes.ts';
import { checkedWishes } from './checked-wishes.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Ports, Store } from './ports.ts';
import type { UseCase } from './use-case.ts';

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

/** Takes over the edited wishes; a request that was in review is matched again. */
export const editRequest =
  ({ store, clock, places }: Pick<Ports, 'store' | 'clock' | 'places'>): UseCase<typeof contract.editRequest> =>
  async ({ requestId, version, zip, zone, wishes }, call) =>
    perform(store, call, async () => {
      const request = await store.requests.get(requestId);
      if (request === null) return refuse('not-found');
      const stale = await overtaken(store.audit, request, { version, wishes });
      if (stale !== null) return stale;
      const checked = await checkedWishes({ store, places, clock }, { zip, zone, wishes }, request.home);
      if (!checked.ok) return checked;
      const { home } = checked.value;
      const change = changeRequest(store, request, [{ action: 'edit', wishes, home }], deciderOf(clock, call.actor));
      if (!change.ok) return change;
      const { next, writes } = change.value;
      return ok({ writes, answer: { requestId, status: next.status } });
    });
