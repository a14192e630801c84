import type { Wishes } from '../domain/placement-request.ts';
import type { Block } from '../domain/schedule.ts';
import { daysIn } from './dates.ts';
import { choosePlan, plannedSegments, type Piece } from './plan.ts';
import { liabilityOf } from './rules/r05-liability.ts';
import type { Encounter, Hours, MatchingSettings, Schedule, Standing, Week } from './types.ts';
import {
  emptyWeek,
  intersect,
  minutesOf,
  stretches,
  subtract,
  union,
  weekOf,
  weekOfSegments,
  wholeWeek,
  widen,
} from './week.ts';

/** R12 and R13: from the windows of both sides to the usable hours, and what they come to. */

const shiftsOf = (employment: Wishes['employment']): Week | null => {
  if (employment === null) return emptyWeek;
  if (employment.adjustment.status === 'confirmed') return weekOf(employment.adjustment.hours);
  return employment.regularHours.kind === 'weekly' ? weekOf(employment.regularHours.windows) : null;
};

export const scheduleOf = (
  { availability, employment, otherShifts }: Wishes,
  { restMinutes }: MatchingSettings,
): Schedule => ({
  availability: availability === null ? null : weekOf(availability),
  shifts: shiftsOf(employment),
  proposedShifts: employment?.adjustment.status === 'unanswered' ? weekOf(employment.adjustment.hours) : null,
  otherShifts: widen(weekOf(otherShifts), restMinutes),
});

/** Stretches that are shorter than the shortest block are not worth coming for. */
const worthComingFor = (week: Week, { site: { offer } }: Encounter): Week =>
  weekOfSegments(stretches(week).filter(({ from, to }) => to - from >= offer.terms.minBlockMinutes));

const siteWeek = ({ site: { offer } }: Encounter): Week | null =>
  offer.terms.windows === null ? null : weekOf(offer.terms.windows);

/**
 * The minutes that both sides can use. At the own employer the shifts themselves are training time, unless the program
 * forbids it (A9); elsewhere they are not, with the rest before and after them. Shifts that are not known count as
 * the best that they may be: whoever fails even so is not asked.
 */
const usableWeek = (encounter: Encounter, windows: Week, availability: Week, shifts: Week | null): Week => {
  const { track, program, schedule, context } = encounter;
  const site = subtract(windows, schedule.otherShifts);
  if (track !== 'employer')
    return worthComingFor(
      subtract(intersect(site, availability), widen(shifts ?? emptyWeek, context.settings.restMinutes)),
      encounter,
    );
  if (program?.allowsEmployerTime === 'no')
    return worthComingFor(subtract(intersect(site, availability), shifts ?? emptyWeek), encounter);
  return worthComingFor(shifts === null ? site : intersect(site, union(availability, shifts)), encounter);
};

const usableMinutesWith = (encounter: Encounter, shifts: Week | null): number => {
  const windows = siteWeek(encounter);
  return windows === null ? 0 : minutesOf(usableWeek(encounter, windows, wholeWeek, shifts));
};

/** Usable minutes a week if the technologist were free at all hours but those of the shifts. */
export const minutesIfFree = (encounter: Encounter): number => usableMinutesWith(encounter, encounter.schedule.shifts);

/** The same, if the employer also moved every shift out of the way. */
export const minutesIfAdjusted = (encounter: Encounter): number => usableMinutesWith(encounter, emptyWeek);

const withStanding = (week: Week, standing: Standing): Piece[] =>
  stretches(week).map(({ from, to }) => ({ from, to, standing }));

/**
 * How hours stand apart from any shifts: outside. But at a sister site the same legal entity may employ; only a known,
 * different one settles it (R5).
 */
const standingApart = ({ track, site: { offer }, context: { employer } }: Encounter): Standing =>
  track === 'sister' && (offer.facility.legalEmployer === null || (employer?.legalEmployer ?? null) === null)
    ? 'entity-unknown'
    : 'outside';

/** R5: the usable week, cut at the regular hours of the own employer. */
const cut = (encounter: Encounter, week: Week, adjusted: boolean): readonly Piece[] => {
  const { track, schedule } = encounter;
  const { shifts, proposedShifts } = schedule;
  if (track !== 'employer') return withStanding(week, standingApart(encounter));
  if (shifts === null) return withStanding(week, 'irregular');
  // In an adjusted week only what was regular before and stays so is sure.
  const regular = adjusted ? intersect(shifts, proposedShifts ?? emptyWeek) : shifts;
  const adjusting = subtract(proposedShifts ?? emptyWeek, regular);
  const rest = subtract(week, regular);
  return [
    ...withStanding(intersect(week, regular), 'regular'),
    ...withStanding(intersect(rest, adjusting), 'adjusting'),
    ...withStanding(subtract(rest, adjusting), 'outside'),
  ];
};

const neededMinutes = ({ request: { wishes }, site: { offer } }: Encounter): number =>
  // A placement without any hours is none, even where neither side names a minimum.
  Math.max(1, wishes.minWeeklyMinutes, offer.terms.minWeeklyMinutes);

interface Outcome {
  readonly finding: Hours['finding'];
  readonly mode: Hours['mode'];
  readonly blocks: readonly Block[];
}

/** `outside` first: it names the weightier of two rows that pass. */
const standingsOf = (pieces: readonly Piece[]): readonly Standing[] => {
  const standings = [...new Set(pieces.map(({ standing }) => standing))];
  return standings.includes('outside') ? ['outside', ...standings.filter((one) => one !== 'outside')] : standings;
};

const planned = (encounter: Encounter, pieces: readonly Piece[], outcome: Outcome): Hours => {
  const needed = neededMinutes(encounter);
  const wanted = encounter.request.wishes.wantedWeeklyMinutes;
  const chosen = choosePlan(
    pieces,
    {
      neededMinutes: needed,
      wantedMinutes: wanted,
      shortestMinutes: encounter.site.offer.terms.minBlockMinutes,
    },
    (standing) => liabilityOf(encounter, standing),
  );
  const weeklyMinutes = minutesOf(chosen);
  return {
    ...outcome,
    usableMinutes: minutesOf(pieces),
    neededMinutes: needed,
    plan: {
      segments: plannedSegments(chosen),
      weeklyMinutes,
      neededMinutes: needed,
      missingToWantedMinutes: Math.max(0, wanted - weeklyMinutes),
      blocks: outcome.blocks,
    },
    standings: chosen.length > 0 ? standingsOf(chosen) : [emptyStanding(encounter)],
  };
};

/** How hours would stand of which the plan has none yet. */
const emptyStanding = (encounter: Encounter): Standing => {
  if (encounter.track !== 'employer') return standingApart(encounter);
  return encounter.schedule.shifts === null ? 'irregular' : 'outside';
};

const unplanned = (encounter: Encounter, outcome: Outcome): Hours => ({
  ...outcome,
  usableMinutes: 0,
  neededMinutes: neededMinutes(encounter),
  plan: null,
  standings: [encounter.track === 'employer' ? 'unplanned' : standingApart(encounter)],
});

const everyWeek = (finding: Hours['finding']): Outcome => ({ finding, mode: 'weekly', blocks: [] });

const weeklyHours = (encounter: Encounter): Hours => {
  const { availability, shifts, proposedShifts } = encounter.schedule;
  const windows = siteWeek(encounter);
  if (windows === null) return unplanned(encounter, everyWeek('site-hours-unknown'));
  if (availability === null) return unplanned(encounter, everyWeek('availability-unknown'));
  const now = usableWeek(encounter, windows, availability, shifts);
  if (minutesOf(now) >= neededMinutes(encounter))
    return planned(encounter, cut(encounter, now, false), everyWeek(shifts === null ? 'shifts-unknown' : 'hours-fit'));
  if (proposedShifts === null) return planned(encounter, cut(encounter, now, false), everyWeek('too-few-hours'));
  const adjusted = usableWeek(encounter, windows, availability, proposedShifts);
  return planned(encounter, cut(encounter, adjusted, true), everyWeek('adjustment-unanswered'));
};

/** R18: the blocks, cut to the intake's dates, that keep one whole week at least. */
const fittingBlocks = ({ request: { wishes }, site: { intake } }: Encounter): readonly Block[] =>
  wishes.blocks
    .map((block) => ({
      from: block.from < intake.startsOn ? intake.startsOn : block.from,
      to: block.to > intake.endsOn ? intake.endsOn : block.to,
    }))
    .filter(({ from, to }) => daysIn(from, to) >= 7)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));

/** In a block every day is free, shifts included: no hour of it is a regular working hour. */
const blockHours = (encounter: Encounter, blocks: readonly Block[]): Hours => {
  const windows = siteWeek(encounter);
  const outcome = (finding: Hours['finding']): Outcome => ({ finding, mode: 'blocks', blocks });
  if (windows === null) return unplanned(encounter, outcome('site-hours-unknown'));
  const week = worthComingFor(windows, encounter);
  return planned(
    encounter,
    withStanding(week, standingApart(encounter)),
    outcome(minutesOf(week) >= neededMinutes(encounter) ? 'hours-fit' : 'too-few-hours'),
  );
};

/** Weekly hours where they fit; else the blocks of whole free weeks, where the technologist named some. */
export const hoursOf = (encounter: Encounter): Hours => {
  const weekly = weeklyHours(encounter);
  if (encounter.request.wishes.blocks.length === 0 || weekly.finding === 'hours-fit') return weekly;
  const blocks = fittingBlocks(encounter);
  const answerWouldDo = weekly.finding !== 'too-few-hours';
  return blocks.length === 0 && answerWouldDo ? weekly : blockHours(encounter, blocks);
};
