import type { RoundMessage } from '../contracts/messages.ts';
import { later } from '../domain/durations.ts';
import type { OfferId } from '../domain/offer.ts';
import type { RequestId } from '../domain/primitives.ts';
import { nowOf } from './moments.ts';
import type { Clock, Store } from './ports.ts';

export interface WorkSweepPorts {
  readonly store: {
    readonly requests: Pick<Store['requests'], 'unmatched'>;
    readonly offers: Pick<Store['offers'], 'unfollowed'>;
    readonly rounds: Pick<Store['rounds'], 'standing'>;
  };
  /** Puts requests into the match queue. */
  readonly queueRequests: (requestIds: readonly RequestId[]) => Promise<unknown>;
  /** Puts ended offers into the shortlist queue. */
  readonly queueOffers: (offerIds: readonly OfferId[]) => Promise<unknown>;
  /** Puts parts of rounds into the round queue. */
  readonly queueRounds: (parts: readonly RoundMessage[]) => Promise<unknown>;
  readonly clock: Clock;
  readonly sweepMinutes: number;
}

/** What was queued again. */
export interface WorkSweep {
  readonly requests: readonly RequestId[];
  readonly offers: readonly OfferId[];
  readonly rounds: readonly RoundMessage[];
}

/** A run takes as many as it can finish; the next run takes the rest. */
const mostARun = 500;

/** Longer than a part is tried before its round fails: a round that waits for longer has no message left. */
const roundMinutes = 90;

/**
 * Finds work that waits for longer than the stream and the worker take, and queues it again: a message that was lost
 * must leave nobody waiting unseen. Work that is done twice changes nothing the second time.
 */
export const sweepWork =
  ({ store, queueRequests, queueOffers, queueRounds, clock, sweepMinutes }: WorkSweepPorts) =>
  async (): Promise<WorkSweep> => {
    const now = nowOf(clock);
    const since = later(now, -sweepMinutes, 'minute');
    const unmatched = await store.requests.unmatched(since, mostARun);
    const requests = unmatched.map(({ id }) => id);
    if (requests.length > 0) await queueRequests(requests);

    const unfollowed = await store.offers.unfollowed(since, mostARun);
    const offers = unfollowed.map(({ id }) => id);
    if (offers.length > 0) await queueOffers(offers);

    const standing = await store.rounds.standing(later(now, -roundMinutes, 'minute'));
    const rounds = standing.flatMap(({ id, next }) => (next === null ? [] : [{ roundId: id, part: next }]));
    if (rounds.length > 0) await queueRounds(rounds);
    return { requests, offers, rounds };
  };
