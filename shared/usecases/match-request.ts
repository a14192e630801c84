import { isDeepStrictEqual } from 'node:util';
import type { Discipline } from '../domain/discipline.ts';
import type { MatchSummary, PlacementRequest } from '../domain/placement-request.ts';
import type { Instant, RequestId } from '../domain/primitives.ts';
import { ok, type Result } from '../domain/result.ts';
import { rankSites, type Ranking } from '../matching/rank-sites.ts';
import { reachOf } from '../matching/reach.ts';
import { changeRequest } from './changes.ts';
import { contextOf, type MatchingPorts } from './matching-context.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { OpenSites } from './ports.ts';

const summaryOf = ({ candidates, nearMisses }: Ranking, at: Instant): MatchSummary => {
  const [best] = candidates;
  return {
    at,
    candidates: candidates.length,
    nearMisses: nearMisses.length,
    best: best === undefined ? null : { track: best.pair.track, miles: best.pair.miles },
  };
};

/** A matching that finds what the last one found writes nothing. */
const isNews = ({ status, match }: PlacementRequest, found: MatchSummary): boolean =>
  status === 'confirmed' || match === null || !isDeepStrictEqual({ ...match, at: found.at }, found);

const matchAgainst = async (
  ports: MatchingPorts,
  requestId: RequestId,
  sitesOf: (discipline: Discipline) => Promise<OpenSites>,
): Promise<Result<{ readonly matched: boolean }>> =>
  perform(ports.store, {}, async () => {
    const unchanged = ok({ writes: [], answer: { matched: false } });
    const request = await ports.store.requests.get(requestId);
    // Told late, or told twice: somebody has decided on it, or it ended.
    if (request?.status !== 'confirmed' && request?.status !== 'in-review') return unchanged;
    const decider = deciderOf(ports.clock, { kind: 'service', id: 'match-request' });
    const context = await contextOf(ports, request);
    const { sites, beyond } = (await sitesOf(request.wishes.discipline)).around(reachOf(request, context));
    const summary = summaryOf(rankSites(request, sites, context, beyond), decider.now);
    if (!isNews(request, summary)) return unchanged;
    const change = changeRequest(ports.store, request, [{ action: 'match', summary }], decider);
    return change.ok ? ok({ writes: change.value.writes, answer: { matched: true } }) : change;
  });

/** The latest: often a site that was kept a moment ago is why somebody is matched. */
const latestSites =
  ({ store }: MatchingPorts) =>
  (discipline: Discipline): Promise<OpenSites> =>
    store.directory.openSites(discipline, { latest: true });

/** Matches a confirmed request with the sites that are open, and puts it up for review with what was found. */
export const matchRequest = (ports: MatchingPorts) => async (requestId: RequestId) =>
  matchAgainst(ports, requestId, latestSites(ports));

/** Matches those again who wait in a discipline, after a site of it changed. The sites are read once, if at all. */
export const matchDiscipline =
  (ports: MatchingPorts) =>
  async (discipline: Discipline): Promise<Result<{ readonly matched: number }>> => {
    const waiting = await ports.store.requests.waitingFor(discipline);
    if (waiting.length === 0) return ok({ matched: 0 });
    const sites = await latestSites(ports)(discipline);
    let matched = 0;
    for (const { id } of waiting) {
      // A request whose discipline was edited a moment ago is matched by that edit.
      const done = await matchAgainst(ports, id, async (wanted) =>
        wanted === discipline ? sites : latestSites(ports)(wanted),
      );
      if (!done.ok) return done;
      matched += done.value.matched ? 1 : 0;
    }
    return ok({ matched });
  };
