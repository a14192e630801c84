import { dayNumber } from './dates.ts';
import { mostElsewhere } from './free-hours.ts';
import { fails } from './judgement.ts';
import { pairOf, seekerOf, type Seeker } from './pair.ts';
import { plainNames } from './plain-names.ts';
import type { SiteTable } from './round-sites.ts';
import type { RoundRequest } from './round-types.ts';
import { R2 } from './rules/r02-dates-and-seats.ts';
import { R12 } from './rules/r12-hours.ts';
import { R14, knownProgramCharge } from './rules/r14-charges.ts';
import { R19 } from './rules/r19-volume.ts';
import { R21 } from './rules/r21-open-sites.ts';
import { R22 } from './rules/r22-employees-only.ts';
import { R23 } from './rules/r23-people.ts';
import { R24 } from './rules/r24-affiliation.ts';
import { windowsInWeek } from './site-weeks.ts';
import { sameClocks } from './timeline.ts';
import type { Rule, Week } from './types.ts';
import { largerMinimum } from './week-hours.ts';
import { sharedMinutes } from './week.ts';

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

/** An intake that ends so many days after its start holds a full week in which no clock changes. */
const steadyDays = 21;

const windowsUnknown = -1;

/** Numbers things in the order in which they come: the same thing has the same number. */
class Numbered<T> {
  readonly all: T[] = [];
  readonly #numberOf = new Map<T, number>();

  of(one: T): number {
    const known = this.#numberOf.get(one);
    if (known !== undefined) return known;
    this.#numberOf.set(one, this.all.length);
    return this.all.push(one) - 1;
  }
}

/** What wishes are held against, site by site, in arrays: to come to a site's own figures takes longer than to compare. */
const columnsOf = ({ sites }: SiteTable) => {
  const zones = new Numbered<string | null>();
  const weeks = new Numbered<Week>();
  return {
    starts: Int32Array.from(sites, ({ site }) => dayNumber(site.intake.startsOn)),
    ends: Int32Array.from(sites, ({ site }) => dayNumber(site.intake.endsOn)),
    /** What is known of it, in cents. */
    fees: Float64Array.from(sites, ({ site }) => site.offer.terms.feeCents ?? 0),
    leastMinutes: Int32Array.from(sites, ({ site }) => site.offer.terms.minWeeklyMinutes),
    zones: zones.all,
    zoneOf: Int32Array.from(sites, ({ site }) => zones.of(site.offer.facility.place.zone)),
    weeks: weeks.all,
    /** The number of the training windows among `weeks`. */
    windowsOf: Int32Array.from(sites, ({ site: { offer } }) =>
      offer.terms.windows === null ? windowsUnknown : weeks.of(windowsInWeek(offer.terms.windows)),
    ),
  };
};

/** The indices of sites by what they belong to. */
const indicesBy = (
  { sites }: SiteTable,
  belongingOf: (site: SiteTable['sites'][number]) => string | null,
): ReadonlyMap<string | null, readonly number[]> => Map.groupBy(sites.keys(), (index) => belongingOf(sites[index]!));

/** Finds the sites to which a person has a tie: by employer, by its system or by an agreement. */
const tiesIn = (table: SiteTable): ((seeker: Seeker) => ReadonlySet<number>) => {
  const ofEmployer = indicesBy(table, ({ site }) => plainNames(site.offer.facility).legalEmployer);
  const ofSystem = indicesBy(table, ({ site }) => site.offer.facility.healthSystemId);
  return ({ request, context, agreements, legalEmployer }) => {
    const tied = new Set<number>();
    const add = (indices: readonly number[] = []): void => {
      for (const index of indices) tied.add(index);
    };
    const { employment } = request.wishes;
    if (employment !== null) {
      const system = context.employer?.healthSystemId ?? null;
      if (employment.facilityId !== null) add(table.ofFacility.get(employment.facilityId));
      if (legalEmployer !== null) add(ofEmployer.get(legalEmployer));
      if (system !== null) add(ofSystem.get(system));
    }
    for (const facilityId of agreements.keys()) add(table.ofFacility.get(facilityId));
    return tied;
  };
};

/**
 * The most minutes a week that both sides can use at a site to which nothing ties the technologist and whose clocks show
 * the time at home, by the number of its windows among `weeks`; null: more than weekly hours decides.
 */
const mostMinutesAt = ({ request: { wishes }, schedule }: Seeker, weeks: readonly Week[]) => {
  if (schedule.availability === null || wishes.blocks.length > 0) return null;
  const free = mostElsewhere(schedule, sameClocks);
  const known = new Int32Array(weeks.length).fill(-1);
  return (windows: number): number => {
    if (known[windows] === -1) known[windows] = sharedMinutes(weeks[windows]!, free);
    return known[windows]!;
  };
};

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
  const tiesOf = tiesIn(table);
  const { starts, ends, fees, leastMinutes, zones, zoneOf, weeks, windowsOf } = columnsOf(table);

  return (seeker) => {
    const { programId, earliestStart, latestEnd, maxChargesCents, minWeeklyMinutes } = seeker.request.wishes;
    const { today } = seeker.context;
    const closed = programId === null ? closedToStrangers : closedToStudents;
    const tied = tiesOf(seeker);

    const firstDay = dayNumber(earliestStart > today ? earliestStart : today);
    const lastDay = latestEnd === null ? Infinity : dayNumber(latestEnd);
    const mostFee = maxChargesCents === null ? Infinity : maxChargesCents - knownProgramCharge(seeker);
    const homeZone = zones.indexOf(seeker.request.home.zone);
    const mostMinutes = mostMinutesAt(seeker, weeks);

    const hoursAreTooFew = (index: number): boolean => {
      const windows = windowsOf[index]!;
      if (mostMinutes === null || windows === windowsUnknown) return false;
      if (zoneOf[index] !== homeZone || ends[index]! - starts[index]! < steadyDays) return false;
      return mostMinutes(windows) < largerMinimum(minWeeklyMinutes, leastMinutes[index]!);
    };

    return (index) => {
      const isTied = tied.size > 0 && tied.has(index);
      const byTie = closed[index]!;
      if (byTie !== null && !isTied) return byTie;
      if (starts[index]! < firstDay || ends[index]! > lastDay) return R2;
      if (fees[index]! > mostFee) return R14;
      return !isTied && hoursAreTooFew(index) ? R12 : null;
    };
  };
};
