import type { Discipline } from '../domain/discipline.ts';
import type { FacilityId } from '../domain/primitives.ts';
import { type IntakeId, partsOfIntakeId } from '../domain/site-offer.ts';
import type { Groups } from './assign-core.ts';
import type { ProposedPair, RoundInput, RoundSite } from './round-types.ts';
import { siteGrid, type SiteGrid } from './site-grid.ts';

/** The intakes of a discipline that have a free seat, as the core numbers them: those of a facility stand together. */
export interface SiteTable {
  readonly sites: readonly RoundSite[];
  readonly indexOf: ReadonlyMap<IntakeId, number>;
  /** The indices of a facility's intakes. */
  readonly ofFacility: ReadonlyMap<FacilityId, readonly number[]>;
  readonly grid: SiteGrid;
  readonly seats: Uint32Array;
  /** The facilities with their contact budgets (R27). */
  readonly groups: Groups;
  /** For each site its group. */
  readonly groupOf: Uint32Array;
}

/** Stands for no limit. */
const most = 0xffff_ffff;

const sums = <K>(counts: Iterable<readonly [K, number]>): ReadonlyMap<K, number> => {
  const sum = new Map<K, number>();
  for (const [key, count] of counts) sum.set(key, (sum.get(key) ?? 0) + count);
  return sum;
};

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** What is free after the pairs that are settled already. */
export const siteTableOf = (
  { sites: all, briefsLeft }: Pick<RoundInput, 'sites' | 'briefsLeft'>,
  discipline: Discipline,
  before: readonly ProposedPair[],
): SiteTable => {
  const seatsHeld = sums(before.map(({ intakeId }) => [intakeId, 1]));
  const briefsHeld = sums([...seatsHeld].map(([id, seats]) => [partsOfIntakeId(id).facilityId, seats]));
  const free = ({ site: { intake } }: RoundSite): number =>
    intake.closed ? 0 : Math.max(0, intake.seats - intake.seatsTaken - (seatsHeld.get(intake.id) ?? 0));

  const sites = all
    .filter((one) => one.site.offer.discipline === discipline && free(one) > 0)
    .toSorted(
      ({ site: a }, { site: b }) =>
        compare(a.offer.facilityId, b.offer.facilityId) || compare(a.intake.id, b.intake.id),
    );
  const ofFacility = Map.groupBy(sites.keys(), (index) => sites[index]!.site.offer.facilityId);
  const groupOf = new Uint32Array(sites.length);
  for (const [group, indices] of [...ofFacility.values()].entries())
    for (const index of indices) groupOf[index] = group;
  const facilityIds = [...ofFacility.keys()];
  return {
    sites,
    indexOf: new Map(sites.map(({ site }, index) => [site.intake.id, index])),
    ofFacility,
    grid: siteGrid(sites.map(({ site }) => site.offer.facility.place.point)),
    seats: Uint32Array.from(sites, free),
    groups: {
      starts: Uint32Array.from([...facilityIds.map((id) => ofFacility.get(id)![0]!), sites.length]),
      limits: Uint32Array.from(facilityIds, (id) =>
        Math.min(most, Math.max(0, (briefsLeft.get(id) ?? most) - (briefsHeld.get(id) ?? 0))),
      ),
    },
    groupOf,
  };
};
