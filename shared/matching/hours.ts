import type { Block } from '../domain/schedule.ts';
import type { Site } from '../domain/site-offer.ts';
import { daysIn } from './dates.ts';
import { changed, mostHours, usableHours } from './free-hours.ts';
import { compareBurdens, mustFail, type Burden } from './plan.ts';
import { aheadIfUnfelt, steadyWeek, weeksToJudge, type Dates, type Zones } from './real-weeks.ts';
import { remembered } from './remembered.ts';
import { timelineOf, type Timeline } from './timeline.ts';
import type { Encounter, Hours, Schedule, Week } from './types.ts';
import { burdenOf, neededMinutes, standingApart, WeekHours, type WeekOutcome } from './week-hours.ts';
import { emptyWeek, intersect, minutesOf, weekOf, wholeWeek } from './week.ts';

/** R12, R13 and R18: what the hours of both sides come to, judged in the worst full week. */

const windowsInWeek = remembered(weekOf);

const siteWeek = ({ site: { offer } }: Encounter): Week | null =>
  offer.terms.windows === null ? null : windowsInWeek(offer.terms.windows);

export const zonesOf = ({ request: { home }, site: { offer } }: Encounter): Zones => ({
  site: offer.facility.place.zone,
  home: home.zone,
});

export const intakeDates = ({ site: { intake } }: Encounter): Dates => ({ from: intake.startsOn, to: intake.endsOn });

const timelinesOf = (encounter: Encounter, windows: Week, dates: readonly Dates[]): readonly Timeline[] => {
  const { minBlockMinutes: blockMinutes } = encounter.site.offer.terms;
  const { restMinutes } = encounter.schedule;
  return weeksToJudge({ windows, blockMinutes, restMinutes }, zonesOf(encounter), dates).map(timelineOf);
};

const unplanned = (encounter: Encounter, outcome: Pick<Hours, 'finding' | 'mode' | 'blocks'>): Hours => ({
  ...outcome,
  usableMinutes: 0,
  neededMinutes: neededMinutes(encounter),
  plan: null,
  standings: [encounter.track === 'employer' ? 'unplanned' : standingApart(encounter)],
  worstWeek: null,
});

const everyWeek = (finding: Hours['finding'], adjusted = false): WeekOutcome => ({
  finding,
  mode: 'weekly',
  blocks: [],
  adjusted,
});
const hoursFit = everyWeek('hours-fit');
const shiftsUnknown = everyWeek('shifts-unknown');
const tooFewHours = everyWeek('too-few-hours');
const adjustmentUnanswered = everyWeek('adjustment-unanswered', true);
const availabilityUnknown = everyWeek('availability-unknown');
const siteHoursUnknown = everyWeek('site-hours-unknown');

/**
 * R13: with the adjusted shifts where the others do not do, and the employer has not answered. They do not do either
 * where every plan in them fails: more free hours, for which no cover will be bought, must not hide the question.
 */
const weeklyHoursIn = (encounter: Encounter, windows: Week, timeline: Timeline): Hours => {
  const { schedule } = encounter;
  const needed = neededMinutes(encounter);
  const now = usableHours(encounter, windows, schedule, timeline);
  const enough = minutesOf(now) >= needed;
  const fitting = schedule.shifts === null ? shiftsUnknown : hoursFit;
  const hours = new WeekHours(encounter, now, timeline, enough ? fitting : tooFewHours);
  if (schedule.ifAdjusted === null || (enough && !mustFail(hours.standings, burdenOf(encounter)))) return hours;
  const then = usableHours(encounter, windows, schedule.ifAdjusted, timeline);
  if (minutesOf(then) < needed) return hours;
  const adjusted = new WeekHours(encounter, then, timeline, adjustmentUnanswered);
  return enough && mustFail(adjusted.standings, burdenOf(encounter)) ? hours : adjusted;
};

const severity: Readonly<Record<Hours['finding'], number>> = {
  'hours-fit': 0,
  'shifts-unknown': 1,
  'adjustment-unanswered': 1,
  'availability-unknown': 2,
  'site-hours-unknown': 2,
  'too-few-hours': 3,
};
/** Enough hours of which no plan is without a fail are none. */
const severityOf = ({ finding, standings }: Hours, burden: Burden): number =>
  mustFail(standings, burden) ? severity['too-few-hours'] : severity[finding];

/** Below 0: the first week is the worse one. */
const compareWeeks = (a: Hours, b: Hours, burden: Burden): number =>
  severityOf(b, burden) - severityOf(a, burden) ||
  compareBurdens(b.standings, a.standings, burden) ||
  (a.plan?.weeklyMinutes ?? 0) - (b.plan?.weeklyMinutes ?? 0);

/** As long by the clock is not as long in real time. */
const samePlan = (a: Hours, b: Hours): boolean =>
  a.plan?.weeklyMinutes === b.plan?.weeklyMinutes &&
  JSON.stringify(a.plan?.segments) === JSON.stringify(b.plan?.segments);

/** The worst week counts; of several that are equally bad the first, which is an ordinary one more often than not. */
const worstOf = (
  encounter: Encounter,
  timelines: readonly Timeline[],
  hoursIn: (timeline: Timeline) => Hours,
): Hours => {
  const [only, ...more] = timelines;
  if (only !== undefined && more.length === 0) return hoursIn(only);
  const burden = burdenOf(encounter);
  const weeks = timelines.map((timeline) => ({ monday: timeline.week.monday, hours: hoursIn(timeline) }));
  const worst = weeks.reduce((so, one) => (compareWeeks(one.hours, so.hours, burden) < 0 ? one : so));
  const { finding, mode, blocks, neededMinutes: needed, plan, standings } = worst.hours;
  return {
    finding,
    mode,
    blocks,
    usableMinutes: Math.min(...weeks.map(({ hours }) => hours.usableMinutes)),
    neededMinutes: needed,
    plan,
    standings,
    worstWeek: weeks.every(({ hours }) => samePlan(hours, worst.hours)) ? null : worst.monday,
  };
};

/** By the zone of the home, for the rest that is kept around shifts: a round asks for the weeks of a site for many. */
const timelinesOfSite = remembered<Site, Map<string | null, { rest: number; timelines: readonly Timeline[] }>>(
  () => new Map(),
);

const weeklyTimelines = (encounter: Encounter, windows: Week): readonly Timeline[] => {
  const rest = encounter.schedule.restMinutes;
  const ofSite = timelinesOfSite(encounter.site);
  const known = ofSite.get(encounter.request.home.zone);
  if (known?.rest === rest) return known.timelines;
  const timelines = timelinesOf(encounter, windows, [intakeDates(encounter)]);
  ofSite.set(encounter.request.home.zone, { rest, timelines });
  return timelines;
};

/** A site that trains in every night feels each change of clocks; few technologists are free then. */
const timelinesFeltBy = (schedule: Schedule, windows: Week, timelines: readonly Timeline[]): readonly Timeline[] => {
  if (timelines.every(({ ahead }) => ahead !== null)) return timelines;
  const kinds = new Map<number | Timeline, Timeline>();
  for (const timeline of timelines) {
    const { week } = timeline;
    const hoursIf = (ahead: number): Week => intersect(windows, mostHours(schedule, ahead));
    const ahead = timeline.ahead ?? aheadIfUnfelt(week, hoursIf, schedule.restMinutes);
    if (ahead === null) kinds.set(timeline, timeline);
    else if (!kinds.has(ahead))
      kinds.set(ahead, timeline.ahead === null ? timelineOf(steadyWeek(week.monday, ahead)) : timeline);
  }
  return [...kinds.values()];
};

const weeklyHours = (encounter: Encounter): Hours => {
  const windows = siteWeek(encounter);
  if (windows === null) return unplanned(encounter, siteHoursUnknown);
  const { schedule } = encounter;
  if (schedule.availability === null) return unplanned(encounter, availabilityUnknown);
  const timelines = timelinesFeltBy(schedule, windows, weeklyTimelines(encounter, windows));
  return worstOf(encounter, timelines, (timeline) => weeklyHoursIn(encounter, windows, timeline));
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
  const outcome = (finding: Hours['finding']): WeekOutcome => ({ finding, mode: 'blocks', blocks, adjusted: false });
  if (windows === null) return unplanned(encounter, outcome('site-hours-unknown'));
  const dates = blocks.length > 0 ? blocks : [intakeDates(encounter)];
  return worstOf(encounter, timelinesOf(encounter, windows, dates), (timeline) => {
    const usable = timeline.longStretches(timeline.ofSite(windows), encounter.site.offer.terms.minBlockMinutes);
    const enough = minutesOf(usable) >= neededMinutes(encounter);
    return new WeekHours(encounter, usable, timeline, outcome(enough ? 'hours-fit' : 'too-few-hours'));
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
  return Math.min(
    ...weeklyTimelines(encounter, windows).map((timeline) =>
      minutesOf(usableHours(encounter, windows, schedule, timeline)),
    ),
  );
};

/** Usable minutes a week if the technologist were free at all hours but those of the shifts. */
export const minutesIfFree = (encounter: Encounter): number =>
  usableMinutesWith(encounter, changed(encounter.schedule, { availability: wholeWeek }));

/** The same, if the employer also moved every shift out of the way. */
export const minutesIfAdjusted = (encounter: Encounter): number =>
  usableMinutesWith(encounter, changed(encounter.schedule, { availability: wholeWeek, shifts: emptyWeek }));
