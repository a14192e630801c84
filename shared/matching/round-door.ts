import { dayNumber } from './dates.ts';
import { fails } from './judgement.ts';
import { pairOf, seekerOf, type Seeker } from './pair.ts';
import { plainNames } from './plain-names.ts';
import type { SiteTable } from './round-sites.ts';
import type { RoundRequest } from './round-types.ts';
import { R2 } from './rules/r02-dates-and-seats.ts';
import { R14, knownProgramCharge } from './rules/r14-charges.ts';
import { R19 } from './rules/r19-volume.ts';
import { R21 } from './rules/r21-open-sites.ts';
import { R22 } from './rules/r22-employees-only.ts';
import { R23 } from './rules/r23-people.ts';
import { R24 } from './rules/r24-affiliation.ts';
import type { Rule } from './types.ts';

/**
 * The rule that closes a site to a request before the two are looked at as a pair; null: none does, and all rules are
 * to be asked. Whom a rule turns away here it fails (property test).
 */
export type Door = (index: number) => Rule | null;

/**
 * Rules that know a person only by the tie to the site: where somebody works, for which system, or by what agreement of
 * a program. What they say of one stranger they say of all, so that a round asks them once for each site.
 */
const rulesOnTies: readonly Rule[] = [R19, R21, R22, R23, R24];

/** A program that has an agreement with nobody. */
const programElsewhere = 'prg_elsewhere';

/** What wishes are held against, site by site, in arrays: to come to a site's own figures takes longer than to compare. */
const columnsOf = ({ sites }: SiteTable) => ({
  facilityIds: sites.map(({ site }) => site.offer.facilityId),
  employers: sites.map(({ site }) => plainNames(site.offer.facility).legalEmployer),
  systems: sites.map(({ site }) => site.offer.facility.healthSystemId),
  starts: Int32Array.from(sites, ({ site }) => dayNumber(site.intake.startsOn)),
  ends: Int32Array.from(sites, ({ site }) => dayNumber(site.intake.endsOn)),
  /** What is known of it, in cents. */
  fees: Float64Array.from(sites, ({ site }) => site.offer.terms.feeCents ?? 0),
});

/** Makes the doors of a discipline's sites. `anybody` lends the wishes that do not matter. */
export const doorsOf = (table: SiteTable, { request, context }: RoundRequest): ((seeker: Seeker) => Door) => {
  const closedTo = (programId: string | null): readonly (Rule | null)[] => {
    const wishes = { ...request.wishes, employment: null, programId };
    const stranger = seekerOf({ ...request, wishes }, { ...context, programs: new Map() });
    return table.sites.map(({ site }) => {
      const pair = pairOf(stranger, site);
      return rulesOnTies.find((rule) => fails(rule, pair)) ?? null;
    });
  };
  const closedToStrangers = closedTo(null);
  const closedToStudents = closedTo(programElsewhere);
  const { facilityIds, employers, systems, starts, ends, fees } = columnsOf(table);

  return (seeker) => {
    const { agreements, legalEmployer } = seeker;
    const { employment, programId, earliestStart, latestEnd, maxChargesCents } = seeker.request.wishes;
    const { today, employer } = seeker.context;
    const closed = programId === null ? closedToStrangers : closedToStudents;
    const workplace = employment?.facilityId ?? null;
    const system = employment === null ? null : (employer?.healthSystemId ?? null);
    const isTied = (index: number): boolean =>
      (workplace !== null && workplace === facilityIds[index]) ||
      (legalEmployer !== null && legalEmployer === employers[index]) ||
      (system !== null && system === systems[index]) ||
      (agreements.size > 0 && agreements.has(facilityIds[index] ?? ''));

    const firstDay = dayNumber(earliestStart > today ? earliestStart : today);
    const lastDay = latestEnd === null ? Infinity : dayNumber(latestEnd);
    const mostFee = maxChargesCents === null ? Infinity : maxChargesCents - knownProgramCharge(seeker);

    return (index) => {
      const byTie = closed[index] ?? null;
      if (byTie !== null && !isTied(index)) return byTie;
      if (starts[index]! < firstDay || ends[index]! > lastDay) return R2;
      return fees[index]! > mostFee ? R14 : null;
    };
  };
};
