/**
 * One national round in a process of its own, because memory is a process's: `node bench/national/process.ts round
 * 350000 25000`. Prints its figures as JSON.
 */
import { hash } from 'node:crypto';
import { disciplines } from '../../shared/domain/discipline.ts';
import { assess } from '../../shared/matching/find-candidates.ts';
import { deferredAcceptance } from '../../shared/matching/assign-core.ts';
import { listsIn } from '../../shared/matching/round-lists.ts';
import { roundMarketOf } from '../../shared/matching/round-market.ts';
import { siteTableOf } from '../../shared/matching/round-sites.ts';
import { proposeRound } from '../../shared/matching/round.ts';
import type { RoundInput, RoundProposal } from '../../shared/matching/round-types.ts';
import { blockingPairs } from '../market.ts';
import { nationalRound } from './market.ts';
import { pipelineRound } from './pipeline.ts';

/** What the process says of its round. */
export interface Figures {
  /** Processor time of all threads, milliseconds, from the market to proposal and reasons. */
  readonly cpu: number;
  /** Of it, the verdicts of all pairs that were proposed (or the marrying of the peer). */
  readonly part: number;
  /** Megabytes: when the market was there, and at the most. */
  readonly marketMemory: number;
  readonly peakMemory: number;
  readonly placed: number;
  /** Pairs of a request and a site within 80 km. */
  readonly inReach: number;
  /** Says whether two processes proposed the same. */
  readonly digest: string;
  readonly blocking: number;
}

const cpuOf = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const megabytes = (bytes: number): number => bytes / 1e6;
const digestOf = (pairs: readonly (readonly [string, string])[]): string =>
  hash('sha256', JSON.stringify(pairs.toSorted(([a], [b]) => (a < b ? -1 : 1))));

/** The verdicts with their reasons of every pair that is proposed. */
const explainPairs = ({ requests, sites }: RoundInput, { pairs }: RoundProposal): number => {
  const requestOf = new Map(requests.map((one) => [one.request.id, one]));
  const siteOf = new Map(sites.map(({ site }) => [site.intake.id, site]));
  return pairs.reduce((open, { requestId, intakeId }) => {
    const { request, context } = requestOf.get(requestId)!;
    const { verdicts } = assess(request, siteOf.get(intakeId)!, context);
    return open + verdicts.filter(({ outcome }) => outcome === 'ask').length;
  }, 0);
};

/** The lists once more, discipline by discipline, and who would rather be together. */
const blockingIn = (input: RoundInput): { blocking: number; inReach: number } => {
  let [blocking, inReach] = [0, 0];
  for (const discipline of disciplines) {
    const table = siteTableOf(input, discipline, []);
    const entrants = input.requests.filter(({ request }) => request.wishes.discipline === discipline);
    const [anybody] = entrants;
    if (anybody === undefined) continue;
    const listOf = listsIn(table, anybody, input.settings.listLength);
    const market = roundMarketOf(entrants, table, input.settings.listLength, (entrant) => {
      const { home, wishes } = entrant.request;
      inReach += home.point === null ? 0 : table.grid.within(home.point, wishes.travelMiles ?? 0).length;
      return listOf(entrant);
    });
    blocking += blockingPairs(market, deferredAcceptance(market));
  }
  return { blocking, inReach };
};

const [what, requests, facilities] = process.argv.slice(2);
const size = { requests: Number(requests), facilities: Number(facilities) };
const input = nationalRound({ ...size, contactBudgets: what === 'round' });
const marketMemory = megabytes(process.memoryUsage().rss);
let part = 0;
let pairs: readonly (readonly [string, string])[] = [];
const cpu = cpuOf(() => {
  if (what === 'npm-parts') {
    ({ pairs, marrying: part } = pipelineRound(input, cpuOf));
    return;
  }
  const proposal = proposeRound(input);
  part = cpuOf(() => explainPairs(input, proposal));
  pairs = proposal.pairs.map(({ requestId, intakeId }) => [requestId, intakeId]);
});
const peakMemory = process.resourceUsage().maxRSS / 1000;
const checked = what === 'round' ? blockingIn(input) : { blocking: 0, inReach: 0 };
const figures: Figures = {
  cpu,
  part,
  marketMemory,
  peakMemory,
  placed: pairs.length,
  digest: digestOf(pairs),
  ...checked,
};
process.stdout.write(JSON.stringify(figures));
