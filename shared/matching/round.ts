import { type Discipline, disciplines } from '../domain/discipline.ts';
import { deferredAcceptance, unplaced as noSeat } from './assign-core.ts';
import { listsIn, lockedListOf } from './round-lists.ts';
import { type RoundMarket, roundMarketOf, tierOfKey } from './round-market.ts';
import { lossesOf } from './round-reasons.ts';
import { siteTableOf } from './round-sites.ts';
import type { ProposedPair, RoundInput, RoundProposal, RoundRequest, Unplaced, UnplacedReason } from './round-types.ts';

/**
 * A round: everybody who waits, and all seats that are free, at once. The result is stable (no technologist and site
 * would both rather have each other), best for technologists among all stable ones, and does not depend on any order
 * of the input.
 *
 * It comes in parts, each of which may be an invocation of its own: the locks of all disciplines, then discipline
 * after discipline. An intake belongs to one discipline; only the contact budgets of facilities (R27) span them, and
 * whatever the parts before took of these is gone.
 */

const compareIds = (a: { readonly requestId: string }, b: { readonly requestId: string }): number =>
  a.requestId < b.requestId ? -1 : 1;

/** The parts of a round as one proposal. */
export const joinParts = (parts: readonly RoundProposal[]): RoundProposal => ({
  pairs: parts.flatMap(({ pairs }) => pairs).toSorted(compareIds),
  unplaced: parts.flatMap(({ unplaced }) => unplaced).toSorted(compareIds),
});

const settled = (market: RoundMarket): RoundProposal => {
  const { requests, offsets, choices, keys, table, emptyBecause } = market;
  const kept = deferredAcceptance(market);
  const lossesAt = lossesOf(market, kept);
  const pairs: ProposedPair[] = [];
  const unplaced: Unplaced[] = [];
  for (const [r, { request }] of requests.entries()) {
    const entry = kept[r]!;
    if (entry === noSeat) {
      unplaced.push({ requestId: request.id, reason: emptyBecause.get(r) ?? lossesAt(r) });
      continue;
    }
    pairs.push({
      requestId: request.id,
      intakeId: table.sites[choices[entry]!]!.site.intake.id,
      choice: entry - offsets[r]! + 1,
      tier: tierOfKey(market, keys[entry]!),
    });
  }
  return joinParts([{ pairs, unplaced }]);
};

const lockOf = ({ request }: RoundRequest) => request.rulings.lockedTo?.intakeId ?? null;
const isOf = (discipline: Discipline) => (entrant: RoundRequest) => entrant.request.wishes.discipline === discipline;

const lostLock = (reason: UnplacedReason): UnplacedReason =>
  reason.code === 'outranked' ? { code: 'locked-seat-lost', ...reason.first } : reason;

/**
 * The first part: requests that a coordinator holds for a site take its seats and its contacts before all others. Takes
 * the locked requests of all disciplines, and their sites.
 */
export const settleLocks = (input: RoundInput): RoundProposal => {
  const locked = input.requests.filter((entrant) => lockOf(entrant) !== null);
  const parts: RoundProposal[] = [];
  for (const discipline of disciplines) {
    const entrants = locked.filter(isOf(discipline));
    if (entrants.length === 0) continue;
    const table = siteTableOf(input, discipline, joinParts(parts).pairs);
    const lists = (entrant: RoundRequest) => lockedListOf(entrant, table, lockOf(entrant) ?? '');
    const { pairs, unplaced } = settled(roundMarketOf(entrants, table, 1, lists));
    parts.push({
      pairs: pairs.map(({ requestId, intakeId, tier }) => ({ requestId, intakeId, choice: null, tier })),
      unplaced: unplaced.map(({ requestId, reason }) => ({ requestId, reason: lostLock(reason) })),
    });
  }
  return joinParts(parts);
};

/**
 * The part of one discipline, in the order of `disciplines`. `before` are the pairs of all parts before it; requests
 * that are locked to a site were settled with these. `onListed` is told after each list that was made.
 */
export const proposeDiscipline = (
  input: RoundInput,
  discipline: Discipline,
  before: readonly ProposedPair[],
  onListed?: () => void,
): RoundProposal => {
  const entrants = input.requests.filter((entrant) => isOf(discipline)(entrant) && lockOf(entrant) === null);
  const [anybody] = entrants;
  if (anybody === undefined) return joinParts([]);
  const { listLength } = input.settings;
  const table = siteTableOf(input, discipline, before);
  const listOf = listsIn(table, anybody, listLength);
  return settled(
    roundMarketOf(entrants, table, listLength, (entrant) => {
      onListed?.();
      return listOf(entrant);
    }),
  );
};

/** The whole round. */
export const proposeRound = (input: RoundInput, onListed?: () => void): RoundProposal => {
  const parts = [settleLocks(input)];
  for (const discipline of disciplines)
    parts.push(
      proposeDiscipline(
        input,
        discipline,
        parts.flatMap(({ pairs }) => pairs),
        onListed,
      ),
    );
  return joinParts(parts);
};
