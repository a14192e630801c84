import { around } from 'geokdbush';
import KDBush from 'kdbush';
import { stableMarriage } from 'stable-marriage';
import { disciplines } from '../../shared/domain/discipline.ts';
import { judgementOf, verdictsOf } from '../../shared/matching/judgement.ts';
import { compareByLot, compareRanks, rankOf } from '../../shared/matching/order.ts';
import { pairOf, seekerOf } from '../../shared/matching/pair.ts';
import type { RequestList } from '../../shared/matching/round-lists.ts';
import { roundMarketOf } from '../../shared/matching/round-market.ts';
import { siteTableOf, type SiteTable } from '../../shared/matching/round-sites.ts';
import type { RoundInput, RoundRequest } from '../../shared/matching/round-types.ts';
import { hospitalsOfMarried, marriageOf } from '../marriage.ts';

/** Around the radius by a little: geokdbush measures on a sphere that is 14 parts in ten million smaller. */
const radiusKilometers = 80.01;

/**
 * The lists of a round of npm parts: geokdbush finds what is near, every pair gets the verdicts of all rules as objects
 * with their facts, candidates are sorted whole.
 */
const listsBy = (table: SiteTable, length: number): ((entrant: RoundRequest) => RequestList) => {
  const index = new KDBush(table.sites.length);
  for (const { site } of table.sites) {
    const { point } = site.offer.facility.place;
    index.add(point?.lon ?? 0, point?.lat ?? 0);
  }
  index.finish();
  return ({ request, context }) => {
    const { point } = request.home;
    const seeker = seekerOf(request, context);
    const { forbidden } = request.rulings;
    const candidates = around(index, point?.lon ?? 0, point?.lat ?? 0, Infinity, radiusKilometers).flatMap((near) => {
      const { site, resting } = table.sites[near]!;
      const pair = pairOf(seeker, site);
      const judgement = judgementOf(pair);
      const verdicts = verdictsOf(pair, judgement);
      const fits = verdicts.every(({ rule, outcome }) => outcome !== 'fail' && (rule !== 'R3' || outcome === 'pass'));
      const free =
        !resting.includes(pair.track) &&
        !request.triedIntakes.includes(site.intake.id) &&
        !forbidden.some(({ facilityId }) => facilityId === site.offer.facilityId);
      return fits && free ? [{ near, pair, verdicts, rank: rankOf(pair, judgement) }] : [];
    });
    const place = (id: string): number => {
      const own = request.wishes.siteOrder.indexOf(id);
      return own === -1 ? Infinity : own;
    };
    const best = candidates.toSorted((a, b) => {
      const [x, y] = [a.pair.site, b.pair.site];
      const [mine, other] = [place(x.offer.facilityId), place(y.offer.facilityId)];
      if (mine !== other) return mine - other;
      return compareRanks(a.rank, b.rank) || compareByLot(request.id, x.intake.id, y.intake.id);
    });
    return {
      fitting: best.length,
      emptyBecause: null,
      listed: best.slice(0, length).map(({ near, pair }) => ({
        index: near,
        tier:
          pair.track === 'employer' && request.employmentConfirmed
            ? 'own-employee'
            : pair.affiliated
              ? 'program-student'
              : 'other',
      })),
    };
  };
};

/** Request id → intake id, as a pipeline of npm parts matches them; and what of it the marrying took, milliseconds. */
export const pipelineRound = (input: RoundInput, cpuMilliseconds: (work: () => void) => number) => {
  const pairs: [requestId: string, intakeId: string][] = [];
  let marrying = 0;
  for (const discipline of disciplines) {
    const table = siteTableOf(input, discipline, []);
    const entrants = input.requests.filter(({ request }) => request.wishes.discipline === discipline);
    const { listLength } = input.settings;
    const market = roundMarketOf(entrants, table, listLength, listsBy(table, listLength));
    const persons = marriageOf(market);
    marrying += cpuMilliseconds(() => {
      stableMarriage(persons);
    });
    for (const [r, hospital] of hospitalsOfMarried(persons).entries())
      if (hospital >= 0) pairs.push([market.requests[r]!.request.id, table.sites[hospital]!.site.intake.id]);
  }
  return { pairs, marrying };
};
