import { lazily } from '../domain/lazily.ts';
import type { Block } from '../domain/schedule.ts';
import { daysIn } from './dates.ts';
import { usableHours } from './free-hours.ts';
import { choosePlan, compareBurdens, type Burden, type Piece } from './plan.ts';
import { weeksToJudge, type Dates, type Zones } from './real-weeks.ts';
import { remembered } from './remembered.ts';
import { liabilityOf } from './rules/r05-liability.ts';
import { timelineOf, weeklyStretches, type Timeline } from './timeline.ts';
import type { Encounter, Hours, Plan, Schedule, Segment, Standing, Week } from './types.ts';
import { emptyWeek, intersect, minutesOf, subtract, weekOf, wholeWeek } from './week.ts';

/** R12, R13 and R18: what the hours of both sides come to, judged in the worst full week. */

const windowsInWeek = remembered(weekOf);

const siteWeek = ({ site: { offer } }: Encounter): Week | null =>
  offer.terms.windows === null ? null : windowsInWeek(offer.terms.windows);

const neededMinutes = ({ request: { wishes }, site: { offer } }: Encounter): number =>
  // A placement without any hours is none, even where neither side names a minimum.
  Math.max(1, wishes.minWeeklyMinutes, offer.terms.minWeeklyMinutes);

export const zonesOf = ({ request: { home }, site: { offer } }: Encounter): Zones => ({
  site: offer.facility.place.zone,
  home: home.zone,
});

export const intakeDates = ({ site: { intake } }: Encounter): Dates => ({ from: intake.startsOn, to: intake.endsOn });

const timelinesOf = (encounter: Encounter, windows: Week, dates: readonly Dates[]): readonly Timeline[] =>
  weeksToJudge(windows, zonesOf(encounter), dates, encounter.schedule.restMinutes).map(timelineOf);

const withStanding = (segments: readonly Segment[], standing: Standing, timeline: Timeline): Piece[] =>
  weeklyStretches(segments, timeline).map(({ from, to }) => ({ from, to, standing }));

/**
 * How hours stand apart from any shifts: outside. But at a sister site the same legal entity may employ; only a known,
 * different one settles it (R5).
 */
const standingApart = ({ track, site: { offer }, context: { employer } }: Encounter): Standing =>
  track === 'sister' && (offer.facility.legalEmployer === null || (employer?.legalEmployer ?? null) === null)
    ? 'entity-unknown'
    : 'outside';

/** R5: usable hours, cut at the regular hours of the own employer. */
const cut = (
  encounter: Encounter,
  usable: readonly Segment[],
  timeline: Timeline,
  adjusted: boolean,
): readonly Piece[] => {
  const { shifts: shiftsAtHome, ifAdjusted } = encounter.schedule;
  if (encounter.track !== 'employer') return withStanding(usable, standingApart(encounter), timeline);
  if (shiftsAtHome === null) return withStanding(usable, 'irregular', timeline);
  const shifts = timeline.ofHome(shiftsAtHome);
  const proposed = timeline.ofHome(ifAdjusted?.shifts ?? emptyWeek);
  // In an adjusted week only what was regular before and stays so is sure.
  const regular = adjusted ? intersect(shifts, proposed) : shifts;
  const adjusting = subtract(proposed, regular);
  const rest = subtract(usable, regular);
  return [
    ...withStanding(intersect(usable, regular), 'regular', timeline),
    ...withStanding(intersect(rest, adjusting), 'adjusting', timeline),
    ...withStanding(subtract(rest, adjusting), 'outside', timeline),
  ];
};

/** `outside` first: it names the weightier of two rows that pass. */
const standingsOf = (pieces: readonly Piece[]): readonly Standing[] => {
  const standings = [...new Set(pieces.map(({ standing }) => standing))];
  return standings.includes('outside') ? ['outside', ...standings.filter((one) => one !== 'outside')] : standings;
};

/** How hours would stand of which the plan has none yet. */
const emptyStanding = (encounter: Encounter): Standing => {
  if (encounter.track !== 'employer') return standingApart(encounter);
  return encounter.schedule.shifts === null ? 'irregular' : 'outside';
};

const burdenOf =
  (encounter: Encounter): Burden =>
  (standing) =>
    liabilityOf(encounter, standing);

type Outcome = Pick<Hours, 'finding' | 'mode' | 'blocks'>;

/** What one week comes to, with the best plan for it. */
const hoursInWeek = (encounter: Encounter, pieces: readonly Piece[], { shown }: Timeline, outcome: Outcome): Hours => {
  const needed = neededMinutes(encounter);
  const wanted = encounter.request.wishes.wantedWeeklyMinutes;
  const chosen = lazily(() =>
    choosePlan(
      pieces,
      { neededMinutes: needed, wantedMinutes: wanted, shortestMinutes: encounter.site.offer.terms.minBlockMinutes },
      burdenOf(encounter),
    ),
  );
  const plan = lazily((): Plan => {
    const weeklyMinutes = minutesOf(chosen());
    return {
      segments: chosen().map((piece) => ({ ...shown(piece), regular: piece.standing === 'regular' })),
      zone: encounter.site.offer.facility.place.zone,
      weeklyMinutes,
      neededMinutes: needed,
      missingToWantedMinutes: Math.max(0, wanted - weeklyMinutes),
      blocks: outcome.blocks,
    };
  });
  const standings = standingsOf(pieces);
  return {
    ...outcome,
    usableMinutes: minutesOf(pieces),
    neededMinutes: needed,
    // Where all hours stand alike, so does every plan.
    standings:
      standings.length > 1 ? standingsOf(chosen()) : standings.length > 0 ? standings : [emptyStanding(encounter)],
    worstWeek: null,
    // Only those who are shown or ranked need it.
    get plan() {
      return plan();
    },
  };
};

const unplanned = (encounter: Encounter, outcome: Outcome): Hours => ({
  ...outcome,
  usableMinutes: 0,
  neededMinutes: neededMinutes(encounter),
  plan: null,
  standings: [encounter.track === 'employer' ? 'unplanned' : standingApart(encounter)],
  worstWeek: null,
});

const everyWeek = (finding: Hours['finding']): Outcome => ({ finding, mode: 'weekly', blocks: [] });

/** R13: with the adjusted shifts only where the others do not do, and the employer has not answered. */
const weeklyHoursIn = (encounter: Encounter, windows: Week, timeline: Timeline): Hours => {
  const { schedule } = encounter;
  const { shifts, ifAdjusted } = schedule;
  const now = usableHours(encounter, windows, schedule, timeline);
  const outcome = (finding: Hours['finding'], usable: readonly Segment[], adjusted = false): Hours =>
    hoursInWeek(encounter, cut(encounter, usable, timeline, adjusted), timeline, everyWeek(finding));
  if (minutesOf(now) >= neededMinutes(encounter)) return outcome(shifts === null ? 'shifts-unknown' : 'hours-fit', now);
  if (ifAdjusted === null) return outcome('too-few-hours', now);
  return outcome('adjustment-unanswered', usableHours(encounter, windows, ifAdjusted, timeline), true);
};

const severity: Readonly<Record<Hours['finding'], number>> = {
  'hours-fit': 0,
  'shifts-unknown': 1,
  'adjustment-unanswered': 1,
  'availability-unknown': 2,
  'site-hours-unknown': 2,
  'too-few-hours': 3,
};

/** Below 0: the first week is the worse one. */
const compareWeeks = (a: Hours, b: Hours, burden: Burden): number =>
  severity[b.finding] - severity[a.finding] ||
  compareBurdens(b.standings, a.standings, burden) ||
  (a.plan?.weeklyMinutes ?? 0) - (b.plan?.weeklyMinutes ?? 0);

const samePlan = (a: Hours, b: Hours): boolean => JSON.stringify(a.plan?.segments) === JSON.stringify(b.plan?.segments);

/** The worst week counts; of several that are equally bad the first, which is an ordinary one more often than not. */
const worstOf = (
  encounter: Encounter,
  timelines: readonly Timeline[],
  hoursIn: (timeline: Timeline) => Hours,
): Hours => {
  const weeks = timelines.map((timeline) => ({ monday: timeline.week.monday, hours: hoursIn(timeline) }));
  const [first, ...others] = weeks;
  if (first === undefined) throw new Error('every placement has a week');
  if (others.length === 0) return first.hours;
  const burden = burdenOf(encounter);
  const worst = others.reduce((so, one) => (compareWeeks(one.hours, so.hours, burden) < 0 ? one : so), first);
  return {
    ...worst.hours,
    usableMinutes: Math.min(...weeks.map(({ hours }) => hours.usableMinutes)),
    worstWeek: weeks.every(({ hours }) => samePlan(hours, worst.hours)) ? null : worst.monday,
  };
};

const weeklyHours = (encounter: Encounter): Hours => {
  const windows = siteWeek(encounter);
  if (windows === null) return unplanned(encounter, everyWeek('site-hours-unknown'));
  if (encounter.schedule.availability === null) return unplanned(encounter, everyWeek('availability-unknown'));
  return worstOf(encounter, timelinesOf(encounter, windows, [intakeDates(encounter)]), (timeline) =>
    weeklyHoursIn(encounter, windows, timeline),
  );
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
  const dates = blocks.length > 0 ? blocks : [intakeDates(encounter)];
  return worstOf(encounter, timelinesOf(encounter, windows, dates), (timeline) => {
    const usable = timeline.longStretches(timeline.ofSite(windows), encounter.site.offer.terms.minBlockMinutes);
    return hoursInWeek(
      encounter,
      withStanding(usable, standingApart(encounter), timeline),
      timeline,
      outcome(minutesOf(usable) >= neededMinutes(encounter) ? 'hours-fit' : 'too-few-hours'),
    );
  });
};

/** Weekly hours where they fit; else the blocks of whole free weeks, where the technologist named some. */
export const hoursOf = (encounter: Encounter): Hours => {
  const weekly = weeklyHours(encounter);
  if (encounter.request.wishes.blocks.length === 0 || weekly.finding === 'hours-fit') return weekly;
  const blocks = fittingBlocks(encounter);
  const answerWouldDo = weekly.finding !== 'too-few-hours';
  return blocks.length === 0 && answerWouldDo ? weekly : blockHours(encounter, blocks);
};

const usableMinutesWith = (encounter: Encounter, schedule: Schedule): number => {
  const windows = siteWeek(encounter);
  if (windows === null) return 0;
  const timelines = timelinesOf(encounter, windows, [intakeDates(encounter)]);
  return Math.min(...timelines.map((timeline) => minutesOf(usableHours(encounter, windows, schedule, timeline))));
};

/** Usable minutes a week if the technologist were free at all hours but those of the shifts. */
export const minutesIfFree = (encounter: Encounter): number =>
  usableMinutesWith(encounter, { ...encounter.schedule, availability: wholeWeek });

/** The same, if the employer also moved every shift out of the way. */
export const minutesIfAdjusted = (encounter: Encounter): number =>
  usableMinutesWith(encounter, { ...encounter.schedule, availability: wholeWeek, shifts: emptyWeek });
