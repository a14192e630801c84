import type * as contract from '../contracts/technologist.ts';
import { ok, refuse } from '../domain/result.ts';
import { changeRequest } from './changes.ts';
import { releaseNext } from './confirmation-mails.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Ports } from './ports.ts';
import type { UseCase } from './use-case.ts';

/** The address is proven: the request counts as its person's, and is matched as soon as the table's stream tells of it. */
export const confirmRequest =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>): UseCase<typeof contract.confirmRequest> =>
  async ({ requestId }, call) =>
    perform(store, call, async () => {
      const request = await store.requests.get(requestId);
      if (request === null) return refuse('not-found');
      const decider = deciderOf(clock, call.actor);
      const change = changeRequest(store, request, [{ action: 'confirm' }], decider);
      if (!change.ok) return change;
      const { next, writes } = change.value;
      const { personKey } = request;
      return ok({
        writes: [...writes, ...(await releaseNext(store, { personKey, confirmed: requestId, now: decider.now }))],
        answer: { requestId, status: next.status },
      });
    });
