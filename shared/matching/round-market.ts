import type { CompactInstance } from './assign-core.ts';
import { lotOf } from './lot.ts';
import type { RequestList } from './round-lists.ts';
import type { SiteTable } from './round-sites.ts';
import { type RoundRequest, tiers, type UnplacedReason } from './round-types.ts';

/**
 * Requests with their lists, and sites, by index in flat arrays: between judging and matching nothing else is kept, so
 * that memory grows by some 200 bytes with each request. A facility's key for a person is the tier times the number of
 * requests, plus the person's turn.
 */
export interface RoundMarket extends CompactInstance {
  /** Neighbors together. */
  readonly requests: readonly RoundRequest[];
  readonly table: SiteTable;
  /** The request whose turn it is: who waits longest comes first, then a stable hash decides. */
  readonly byTurn: Uint32Array;
  /** For each request how many sites fit and may be proposed, beyond the list too. */
  readonly fitting: Uint32Array;
  /** Why a list is empty, by request. */
  readonly emptyBecause: ReadonlyMap<number, UnplacedReason>;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/**
 * Neighbors one after another: they look at the same sites, which are then still in the processor's cache. In any
 * order, a nation's lists take half as long again.
 */
const byPlace = (a: RoundRequest, b: RoundRequest): number => {
  const [here, there] = [a.request.home.point, b.request.home.point];
  const degree = Math.floor(here?.lat ?? 90) - Math.floor(there?.lat ?? 90) || (here?.lon ?? 180) - (there?.lon ?? 180);
  return degree || compare(a.request.id, b.request.id);
};

/** Whoever waits longest, then whoever draws the lower lot. */
const turnsOf = (requests: readonly RoundRequest[]): Uint32Array => {
  const lots = Uint32Array.from(requests, ({ request }) => lotOf(request.id));
  return Uint32Array.from(requests.keys()).toSorted((a, b) => {
    const [one, other] = [requests[a]!, requests[b]!];
    return (
      compare(one.waitingSince, other.waitingSince) || lots[a]! - lots[b]! || compare(one.request.id, other.request.id)
    );
  });
};

/** Asks for the list of every request, one after another, and keeps of each what the core needs. */
export const roundMarketOf = (
  entrants: readonly RoundRequest[],
  table: SiteTable,
  mostListed: number,
  listOf: (entrant: RoundRequest) => RequestList,
): RoundMarket => {
  const requests = entrants.toSorted(byPlace);
  const byTurn = turnsOf(requests);
  const turns = new Uint32Array(requests.length);
  for (const [turn, r] of byTurn.entries()) turns[r] = turn;

  const offsets = new Uint32Array(requests.length + 1);
  const choices = new Uint32Array(requests.length * mostListed);
  const keys = new Uint32Array(requests.length * mostListed);
  const fitting = new Uint32Array(requests.length);
  const emptyBecause = new Map<number, UnplacedReason>();
  let entry = 0;
  for (const [r, entrant] of requests.entries()) {
    const list = listOf(entrant);
    for (const { index, tier } of list.listed) {
      choices[entry] = index;
      keys[entry] = tiers.indexOf(tier) * requests.length + turns[r]!;
      entry++;
    }
    offsets[r + 1] = entry;
    fitting[r] = list.fitting;
    if (list.emptyBecause !== null) emptyBecause.set(r, list.emptyBecause);
  }
  return {
    offsets,
    choices: choices.subarray(0, entry),
    keys: keys.subarray(0, entry),
    seats: table.seats,
    groups: table.groups,
    requests,
    table,
    byTurn,
    fitting,
    emptyBecause,
  };
};

/** The tier in which the facility of an entry sees the person. */
export const tierOfKey = ({ requests }: Pick<RoundMarket, 'requests'>, key: number) =>
  tiers[Math.floor(key / requests.length)]!;
