import type { RequestId } from '../domain/primitives.ts';
import { later, nowOf } from './moments.ts';
import type { Clock, Store } from './ports.ts';

export interface RequestSweepPorts {
  readonly store: { readonly requests: Pick<Store['requests'], 'unmatched'> };
  /** Puts requests into the match queue. */
  readonly queueRequests: (requestIds: readonly RequestId[]) => Promise<unknown>;
  readonly clock: Clock;
  readonly sweepMinutes: number;
}

/** A run takes as many as it can finish; the next run takes the rest. */
const requestsARun = 500;

/**
 * Finds requests that wait to be matched for longer than the stream and the worker take, and queues them again: a
 * message that was lost must not leave anybody waiting unseen. Matching one twice changes nothing.
 */
export const sweepRequests =
  ({ store, queueRequests, clock, sweepMinutes }: RequestSweepPorts) =>
  async (): Promise<readonly RequestId[]> => {
    const left = await store.requests.unmatched(later(nowOf(clock), -sweepMinutes, 'minute'), requestsARun);
    const ids = left.map(({ id }) => id);
    if (ids.length > 0) await queueRequests(ids);
    return ids;
  };
