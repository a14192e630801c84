import { unplaced } from './assign-core.ts';
import type { RoundMarket } from './round-market.ts';
import type { Loss, UnplacedReason } from './round-types.ts';
import { tiers } from './round-types.ts';

/** Read off a matching afterwards, whatever way it came about. */

/** For each site how many it was given, and the worst of their keys. */
const takenOf = ({ choices, keys, seats }: RoundMarket, kept: Int32Array) => {
  const taken = new Uint32Array(seats.length);
  const worst = new Uint32Array(seats.length);
  for (const entry of kept) {
    if (entry === unplaced) continue;
    const site = choices[entry]!;
    taken[site]!++;
    worst[site] = Math.max(worst[site]!, keys[entry]!);
  }
  return { taken, worst };
};

/** Gives for each request that was outranked why it got none of its sites. */
export const lossesOf = (market: RoundMarket, kept: Int32Array): ((request: number) => UnplacedReason) => {
  const { requests, offsets, choices, keys, seats, table, byTurn, fitting } = market;
  const { taken, worst } = takenOf(market, kept);
  const count = requests.length;

  /** Of those who have the seats, the last in the facility's order went before by this. */
  const lossOf = (entry: number): Loss => {
    const site = choices[entry]!;
    // A seat is left, or its holder would have had to go: so it is the facility that is asked no more.
    if (taken[site]! < seats[site]! || worst[site]! > keys[entry]!) return 'contact-budget';
    const tier = Math.floor(worst[site]! / count);
    if (tier < Math.floor(keys[entry]! / count))
      return tiers[tier] === 'own-employee' ? 'own-employees' : 'program-students';
    const waitingSince = (key: number) => requests[byTurn[key % count]!]!.waitingSince;
    return waitingSince(worst[site]!) < waitingSince(keys[entry]!) ? 'waited-longer' : 'drawn';
  };

  return (r) => {
    const first = offsets[r]!;
    const listed = offsets[r + 1]! - first;
    const losses: Partial<Record<Loss, number>> = {};
    for (let entry = first; entry < first + listed; entry++) {
      const loss = lossOf(entry);
      losses[loss] = (losses[loss] ?? 0) + 1;
    }
    const intakeId = table.sites[choices[first]!]!.site.intake.id;
    return {
      code: 'outranked',
      fitting: fitting[r]!,
      listed,
      first: { intakeId, loss: lossOf(first) },
      losses,
    };
  };
};
