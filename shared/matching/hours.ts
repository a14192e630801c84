import type { Block } from '../domain/schedule.ts';
import type { CalendarDate } from '../domain/primitives.ts';
import { daysIn } from './dates.ts';
import { changed, usableHours } from './free-hours.ts';
import { compareBurdens, mustFail, type Burden } from './plan.ts';
import type { Dates } from './real-weeks.ts';
import {
  intakeDates,
  trainingWindows,
  siteWeeks,
  weeksFeltBy,
  weeksIn,
  type SiteWeek,
  type SiteWeeks,
} from './site-weeks.ts';
import type { Timeline } from './timeline.ts';
import type { Encounter, Hours, Plan, Schedule, Standing, Week } from './types.ts';
import { burdenOf, isEmployers, neededMinutes, standingApart, WeekHours, type WeekOutcome } from './week-hours.ts';
import { emptyWeek, minutesOf, wholeWeek } from './week.ts';

/** R12, R13 and R18: what the hours of both sides come to, judged in the worst full week. */

const unplanned = (encounter: Encounter, outcome: Pick<Hours, 'finding' | 'mode' | 'blocks'>): Hours => ({
  ...outcome,
  usableMinutes: 0,
  neededMinutes: neededMinutes(encounter),
  plan: null,
  minutesByWeekday: [],
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

interface JudgedWeek {
  readonly monday: CalendarDate;
  readonly hours: Hours;
}

/** What several weeks come to: what the worst does. */
class WorstOfWeeks implements Hours {
  readonly finding: Hours['finding'];
  readonly mode: Hours['mode'];
  readonly blocks: readonly Block[];
  readonly usableMinutes: number;
  readonly neededMinutes: number;
  readonly standings: readonly Standing[];
  readonly #worst: JudgedWeek;
  readonly #weeks: readonly JudgedWeek[];
  /** Undefined: nobody has asked yet. */
  #worstWeek: CalendarDate | null | undefined = undefined;

  constructor(worst: JudgedWeek, weeks: readonly JudgedWeek[]) {
    const { finding, mode, blocks, neededMinutes: needed, standings } = worst.hours;
    this.finding = finding;
    this.mode = mode;
    this.blocks = blocks;
    this.usableMinutes = Math.min(...weeks.map(({ hours }) => hours.usableMinutes));
    this.neededMinutes = needed;
    this.standings = standings;
    this.#worst = worst;
    this.#weeks = weeks;
  }

  get plan(): Plan | null {
    return this.#worst.hours.plan;
  }

  get minutesByWeekday(): readonly number[] {
    return this.#worst.hours.minutesByWeekday;
  }

  get worstWeek(): CalendarDate | null {
    if (this.#worstWeek === undefined) {
      const { monday, hours: worst } = this.#worst;
      this.#worstWeek = this.#weeks.every(({ hours }) => samePlan(hours, worst)) ? null : monday;
    }
    return this.#worstWeek;
  }
}

/** The worst week counts; of several that are equally bad the first, which is an ordinary one more often than not. */
const worstOf = (encounter: Encounter, weeks: readonly SiteWeek[], hoursIn: (timeline: Timeline) => Hours): Hours => {
  const [only, ...more] = weeks;
  if (only !== undefined && more.length === 0) return hoursIn(only.timeline);
  const burden = burdenOf(encounter);
  const judged = weeks.map(({ week, timeline }) => ({ monday: week.monday, hours: hoursIn(timeline) }));
  const worst = judged.reduce((so, one) => (compareWeeks(one.hours, so.hours, burden) < 0 ? one : so));
  return new WorstOfWeeks(worst, judged);
};

const weeklyHours = (encounter: Encounter, { windows, weeks }: SiteWeeks): Hours => {
  if (windows === null) return unplanned(encounter, siteHoursUnknown);
  const { schedule } = encounter;
  if (schedule.availability === null) return unplanned(encounter, availabilityUnknown);
  const felt = weeksFeltBy(schedule, windows, weeks);
  return worstOf(encounter, felt, (timeline) => weeklyHoursIn(encounter, windows, timeline));
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
const blockHours = (encounter: Encounter, blocks: readonly Block[], dates: readonly Dates[]): Hours => {
  const windows = trainingWindows(encounter);
  const outcome = (finding: Hours['finding']): WeekOutcome => ({ finding, mode: 'blocks', blocks, adjusted: false });
  if (windows === null) return unplanned(encounter, outcome('site-hours-unknown'));
  return worstOf(encounter, weeksIn(encounter, windows, dates), (timeline) => {
    const usable = timeline.longStretches(timeline.ofSite(windows), encounter.site.offer.terms.minBlockMinutes);
    const enough = minutesOf(usable) >= neededMinutes(encounter);
    return new WeekHours(encounter, usable, timeline, outcome(enough ? 'hours-fit' : 'too-few-hours'));
  });
};

/**
 * Looks hours up by what they hang on: few sites differ in what they say of hours, so that most are known from another
 * one. At sites of the employer or its system, liability and the legal entity have a say in the plan too.
 */
const known = ({ track, schedule }: Encounter, terms: string, workOut: () => Hours): Hours => {
  if (isEmployers(track)) return workOut();
  const found = schedule.elsewhere.get(terms);
  if (found !== undefined) return found;
  const hours = workOut();
  schedule.elsewhere.set(terms, hours);
  return hours;
};

/** Weekly hours where they fit; else the blocks of whole free weeks, where the technologist named some. */
export const hoursOf = (encounter: Encounter): Hours => {
  const ofSite = siteWeeks(encounter);
  const { terms } = ofSite;
  const weekly = known(encounter, terms, () => weeklyHours(encounter, ofSite));
  if (encounter.request.wishes.blocks.length === 0 || weekly.finding === 'hours-fit') return weekly;
  const blocks = fittingBlocks(encounter);
  if (blocks.length === 0 && weekly.finding !== 'too-few-hours') return weekly;
  const dates = blocks.length > 0 ? blocks : [intakeDates(encounter)];
  return known(encounter, `${terms} ${JSON.stringify(dates)}`, () => blockHours(encounter, blocks, dates));
};

const usableMinutesWith = (encounter: Encounter, schedule: Schedule): number => {
  const { windows, weeks } = siteWeeks(encounter);
  if (windows === null) return 0;
  return Math.min(...weeks.map(({ timeline }) => minutesOf(usableHours(encounter, windows, schedule, timeline))));
};

/** Usable minutes a week if the technologist were free at all hours but those of the shifts. */
export const minutesIfFree = (encounter: Encounter): number =>
  usableMinutesWith(encounter, changed(encounter.schedule, { availability: wholeWeek }));

/** The same, if the employer also moved every shift out of the way. */
export const minutesIfAdjusted = (encounter: Encounter): number =>
  usableMinutesWith(encounter, changed(encounter.schedule, { availability: wholeWeek, shifts: emptyWeek }));
