import type { FacilityId } from '../domain/primitives.ts';
import type { IntakeId } from '../domain/site-offer.ts';
import { candidacyOf, failingRules, judgementOf } from './judgement.ts';
import { LazyPlace } from './order.ts';
import { pairOf, seekerOf, type Seeker } from './pair.ts';
import { consentIsClear } from './rank-sites.ts';
import type { SiteTable } from './round-sites.ts';
import { doorsOf, type Door } from './round-door.ts';
import type { HeldBack, RoundRequest, Tier, UnplacedReason } from './round-types.ts';
import { R16 } from './rules/r16-travel.ts';
import type { Judgement, Pair, Rule } from './types.ts';

/** A site on a request's list. */
export interface Listed {
  /** Of the site, in the table. */
  readonly index: number;
  /** How the facility sees the person. */
  readonly tier: Tier;
}

/** The sites of one request, best first. */
export interface RequestList {
  readonly listed: readonly Listed[];
  /** How many sites fit and may be proposed, beyond the list too. */
  readonly fitting: number;
  /** Why nothing is listed; null where something is. */
  readonly emptyBecause: UnplacedReason | null;
}

/** Why a site that fits is not proposed; null: it may be. */
const heldBackBy = (
  { request }: RoundRequest,
  table: SiteTable,
  index: number,
  pair: Pair,
  judgement: Judgement,
): keyof HeldBack | null => {
  const { offer, intake } = pair.site;
  const { lockedTo, forbidden } = request.rulings;
  if (forbidden.some(({ facilityId }) => facilityId === offer.facilityId)) return 'forbidden';
  if (request.triedIntakes.includes(intake.id) && lockedTo?.intakeId !== intake.id) return 'triedBefore';
  if (!consentIsClear(judgement)) return 'consentOpen';
  if (table.sites[index]!.resting.includes(pair.track)) return 'resting';
  return table.groups.limits[table.groupOf[index]!] === 0 ? 'contactBudget' : null;
};

const tierOf = ({ request, track, affiliated }: Pair): Tier => {
  if (track === 'employer' && request.employmentConfirmed) return 'own-employee';
  return affiliated ? 'program-student' : 'other';
};

/**
 * The sites that may fit at all: of those beyond the travel limit only the own workplace can pass R16. The grid is a
 * little generous at the border, and the rule decides.
 */
const indicesInReach = (
  { request: { home, wishes } }: Seeker,
  { sites, grid, ofFacility }: SiteTable,
): readonly number[] => {
  if (home.point === null || wishes.travelMiles === null) return [...sites.keys()];
  const near = grid.within(home.point, wishes.travelMiles);
  for (const index of grid.withoutPoint) near.push(index);
  const workplace = wishes.employment?.facilityId ?? null;
  if (workplace !== null)
    for (const index of ofFacility.get(workplace) ?? []) if (!near.includes(index)) near.push(index);
  return near;
};

interface Candidate extends Listed {
  /** The place of the facility in the technologist's own order; those that are not in it come after. */
  readonly own: number;
  readonly place: LazyPlace;
}

const compare = (a: Candidate, b: Candidate): number => a.own - b.own || a.place.compare(b.place);

/** Puts a candidate into a list of the best, which stays as long as it may be. */
const keepBest = (best: Candidate[], candidate: Candidate, length: number) => {
  if (best.length === length && compare(best[length - 1]!, candidate) < 0) return;
  let [place, end] = [0, best.length];
  while (place < end) {
    const middle = (place + end) >> 1;
    if (compare(candidate, best[middle]!) < 0) end = middle;
    else place = middle + 1;
  }
  best.splice(place, 0, candidate);
  if (best.length > length) best.pop();
};

/** Why none of the sites fits, by the rule that excluded each of those within reach. */
const whyNoneFits = ({ sites }: SiteTable, excludedBy: readonly Rule[]): UnplacedReason => {
  const counts = new Map([[R16, sites.length - excludedBy.length]]);
  for (const rule of excludedBy) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const [rule, byRule] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most));
  return { code: 'no-site-fits', sites: sites.length, rule: rule.id, byRule };
};

const nothingHeldBack: HeldBack = { forbidden: 0, triedBefore: 0, consentOpen: 0, resting: 0, contactBudget: 0 };

const nothing = (emptyBecause: UnplacedReason): RequestList => ({ listed: [], fitting: 0, emptyBecause });

/** The best sites of a request, in the technologist's own order where there is one, then in the order of candidates. */
const listOf = (
  entrant: RoundRequest,
  table: SiteTable,
  doorFor: (seeker: Seeker) => Door,
  length: number,
): RequestList => {
  const { request, context } = entrant;
  if (table.sites.length === 0) return nothing({ code: 'no-open-site' });
  const seeker = seekerOf(request, context);
  const closedBy = doorFor(seeker);
  const { siteOrder } = request.wishes;
  const ownPlace = (id: FacilityId): number => (siteOrder.includes(id) ? siteOrder.indexOf(id) : siteOrder.length);

  const best: Candidate[] = [];
  const heldBack = { ...nothingHeldBack };
  const excludedBy: Rule[] = [];
  let [fitting, held] = [0, 0];
  for (const index of indicesInReach(seeker, table)) {
    const closed = closedBy(index);
    if (closed !== null) {
      excludedBy.push(closed);
      continue;
    }
    const pair = pairOf(seeker, table.sites[index]!.site);
    const judgement = candidacyOf(pair);
    if ('judge' in judgement) {
      excludedBy.push(judgement);
      continue;
    }
    const because = heldBackBy(entrant, table, index, pair, judgement);
    if (because !== null) {
      heldBack[because] += 1;
      held += 1;
      continue;
    }
    fitting += 1;
    const own = ownPlace(pair.site.offer.facilityId);
    keepBest(best, { index, tier: tierOf(pair), own, place: new LazyPlace(pair, judgement) }, length);
  }
  if (fitting > 0) return { listed: best, fitting, emptyBecause: null };
  return nothing(held > 0 ? { code: 'held-back', heldBack } : whyNoneFits(table, excludedBy));
};

/** Makes the lists of a discipline. `anybody` is one of those who ask. */
export const listsIn = (
  table: SiteTable,
  anybody: RoundRequest,
  length: number,
): ((entrant: RoundRequest) => RequestList) => {
  const doorFor = doorsOf(table, anybody);
  return (entrant) => listOf(entrant, table, doorFor, length);
};

/** The one site that a coordinator holds for the request, if it still fits. */
export const lockedListOf = (entrant: RoundRequest, table: SiteTable, intakeId: IntakeId): RequestList => {
  const index = table.indexOf.get(intakeId);
  if (index === undefined) return nothing({ code: 'locked-site-gone', intakeId });
  const pair = pairOf(seekerOf(entrant.request, entrant.context), table.sites[index]!.site);
  const judgement = judgementOf(pair);
  if (judgement.fails > 0)
    return nothing({ code: 'locked-site-unfit', intakeId, rules: failingRules(judgement).map(({ id }) => id) });
  const by = heldBackBy(entrant, table, index, pair, judgement);
  if (by !== null) return nothing({ code: 'locked-site-held-back', intakeId, by });
  return { listed: [{ index, tier: tierOf(pair) }], fitting: 1, emptyBecause: null };
};
