import type { CaseView } from '../contracts/case.ts';
import type { FacilityId, Point, RequestId } from '../domain/primitives.ts';
import { ok, type Result } from '../domain/result.ts';
import { forbiddenAt } from '../domain/rulings.ts';
import { type IntakeId, partsOfIntakeId } from '../domain/site-offer.ts';
import { consentIsClear } from '../matching/rank-sites.ts';
import type { MatchingPorts } from './matching-context.ts';
import { lookAtCase, type LookedAt } from './review.ts';
import { type WeekView, weekView } from './views/week.ts';

/** So many candidates are shown in detail; the others in a line each. */
export const shownInDetail = 20;
/** A shortlist holds no more. */
const longestShortlist = 10;

/** What a coordinator looks at to decide on a request. */
export interface Review {
  readonly seen: CaseView;
  /** How many candidates there are, of which `seen` tells the first. */
  readonly candidates: number;
  /** The weeks of those shown in detail. */
  readonly weeks: ReadonlyMap<IntakeId, WeekView>;
  /** Where those are, as far as it is known. */
  readonly points: ReadonlyMap<IntakeId, Point>;
  /** The first sites that may be offered by the ranking: not tried in vain, not ruled out, consent clear. */
  readonly ranking: readonly IntakeId[];
  /** Names of all facilities that the request has had to do with. */
  readonly names: ReadonlyMap<FacilityId, string>;
}

const facilitiesOf = ({ request, offers }: CaseView): readonly FacilityId[] => {
  const intakes = [...request.triedIntakes, ...('approval' in request ? request.approval.shortlist : [])];
  const { lockedTo, forbidden } = request.rulings;
  return [
    ...offers.map(({ facilityId }) => facilityId),
    ...[...intakes, ...(lockedTo === null ? [] : [lockedTo.intakeId])].map((id) => partsOfIntakeId(id).facilityId),
    ...forbidden.map(({ facilityId }) => facilityId),
  ];
};

/** What `lookAtCase` found, as far as names are known, for a page. `site`: one more candidate to be shown in detail. */
export const reviewOf = (
  { view: seen, matching, sites }: LookedAt,
  names: ReadonlyMap<FacilityId, string>,
  site?: IntakeId,
): Review => {
  const { request } = seen;
  const detailed = matching.candidates.filter(({ intakeId }, place) => place < shownInDetail || intakeId === site);
  const siteAt = new Map(sites.map((one) => [one.intake.id, one]));
  const weeks = new Map(
    detailed.flatMap((one) => {
      const at = siteAt.get(one.intakeId);
      return at === undefined ? [] : [[one.intakeId, weekView(request, at, one.plan)] as const];
    }),
  );

  const ranking = matching.candidates
    .filter(consentIsClear)
    .filter(({ facilityId }) => forbiddenAt(request.rulings, facilityId) === undefined)
    .filter(({ intakeId }) => !request.triedIntakes.includes(intakeId))
    .slice(0, longestShortlist)
    .map(({ intakeId }) => intakeId);

  const points = new Map(
    detailed.flatMap(({ intakeId }) => {
      const point = siteAt.get(intakeId)?.offer.facility.place.point ?? null;
      return point === null ? [] : [[intakeId, point] as const];
    }),
  );

  return { seen, candidates: matching.candidates.length, weeks, points, ranking, names };
};

/** A request beside its candidates. `site`: one more of them to be shown in detail. */
export const readReview =
  (ports: MatchingPorts) =>
  async (requestId: RequestId, site?: IntakeId): Promise<Result<Review>> => {
    const looked = await lookAtCase(ports, requestId);
    if (!looked.ok) return looked;
    const { view: seen } = looked.value;
    const names = new Map([...seen.candidates, ...seen.nearMisses].map((one) => [one.facilityId, one.facilityName]));
    const unnamed = [...new Set(facilitiesOf(seen))].filter((id) => !names.has(id));
    for (const { id, profile } of unnamed.length === 0 ? [] : await ports.store.facilities.ofAll(unnamed))
      names.set(id, profile.name);
    return ok(reviewOf(looked.value, names, site));
  };
