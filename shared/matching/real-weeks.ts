import type { CalendarDate } from '../domain/primitives.ts';
import { minutesPerDay, minutesPerWeek } from '../domain/schedule.ts';
import { dateOfDay, dayNumber, weekdayOf, type DayNumber } from './dates.ts';
import { remembered } from './remembered.ts';
import type { Segment, Week } from './types.ts';
import { longer, merged } from './week.ts';
import { clockOf, type Clock, type Offset } from './zones.ts';

/** R12: the weeks of a placement as they really pass, by the clocks of the site and of the technologist's home. */

/** A time in which neither clock changes. */
export interface SteadySpan extends Segment {
  /** Added to real minutes since Monday, midnight at the site: what the site's clock shows, in minutes of its week. */
  readonly site: number;
  /** The same for the clock at home, counted from the same Monday. */
  readonly home: number;
}

export interface RealWeek {
  /** The first week of its kind. */
  readonly monday: CalendarDate;
  /** From Monday midnight at the site to the next, in real minutes. */
  readonly minutes: number;
  /** With so much before and after as has a say in it; one span where no clock changes. */
  readonly spans: readonly SteadySpan[];
}

/** Whole days, both included. */
export interface Dates {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Clocks are not known further ahead, and change every year alike: later weeks are like those of two years. */
const mostWeeks = 106;

/**
 * The Mondays of all full weeks, Monday to Sunday. Where the dates hold no full week, those of the weeks that they
 * touch: weekly hours are a rate, which a shorter stay keeps too.
 */
const mondaysIn = (dates: Dates): readonly DayNumber[] => {
  const [from, to] = [dayNumber(dates.from), dayNumber(dates.to)];
  const monday = from - weekdayOf(from);
  const firstFull = monday === from ? monday : monday + 7;
  const full = Math.floor((to + 1 - firstFull) / 7);
  const [first, weeks] = full > 0 ? [firstFull, full] : [monday, Math.ceil((to + 1 - monday) / 7)];
  return Array.from({ length: Math.min(Math.max(weeks, 1), mostWeeks) }, (_, week) => first + 7 * week);
};

/** The first instant at which the clock shows midnight of the day, or more where that midnight is skipped. */
const midnightOf = (clock: Clock, day: DayNumber): number => {
  const shown = day * minutesPerDay;
  const offsets = clock.offsets(shown - 2 * minutesPerDay, shown + 2 * minutesPerDay);
  for (const [index, { since, minutes }] of offsets.entries()) {
    const reached = Math.max(since, shown - minutes);
    if (reached < (offsets[index + 1]?.since ?? Infinity)) return reached;
  }
  return shown;
};

const shownAt = (offsets: readonly Offset[], at: number): number =>
  offsets.findLast(({ since }) => since <= at)?.minutes ?? 0;

const realWeek = (monday: DayNumber, site: Clock, home: Clock, reach: number): RealWeek => {
  const start = midnightOf(site, monday);
  const minutes = midnightOf(site, monday + 7) - start;
  const [from, to] = [start - reach, start + minutes + reach];
  const [atSite, atHome] = [site.offsets(from, to), home.offsets(from, to)];
  const starts = [...new Set([from, ...[...atSite, ...atHome].map(({ since }) => Math.max(since, from))])].toSorted(
    (a, b) => a - b,
  );
  const sinceMonday = start - monday * minutesPerDay;
  return {
    monday: dateOfDay(monday),
    minutes,
    spans: starts.map((at, index) => ({
      from: at - start,
      to: (starts[index + 1] ?? to) - start,
      site: shownAt(atSite, at) + sinceMonday,
      home: shownAt(atHome, at) + sinceMonday,
    })),
  };
};

/** A week in which the clock at home is always so many minutes ahead of the site's. */
export const steadyWeek = (monday: CalendarDate, ahead: number): RealWeek => ({
  monday,
  minutes: minutesPerWeek,
  spans: [{ from: -minutesPerWeek, to: 2 * minutesPerWeek, site: 0, home: ahead }],
});

/** Weeks of one kind differ in their dates alone. */
export const kindOf = ({ spans }: RealWeek): string =>
  spans.map(({ from, site, home }) => `${from} ${site} ${home}`).join();

/** The first week of each kind, in order. */
const distinct = (weeks: readonly RealWeek[]): readonly RealWeek[] => {
  const kinds = new Map<string, RealWeek>();
  for (const week of weeks) if (!kinds.has(kindOf(week))) kinds.set(kindOf(week), week);
  return [...kinds.values()];
};

/** Where segments lie in a week and next to it, with the rest around them: what touches nothing here is not felt. */
const surroundings = (week: Week, restMinutes: number): readonly Segment[] => {
  const turns = [-1, 0, 1].flatMap((turn) =>
    week.map(({ from, to }) => ({ from: from + turn * minutesPerWeek, to: to + turn * minutesPerWeek })),
  );
  return longer(
    merged(turns).filter(({ from, to }) => from < minutesPerWeek && to > 0),
    restMinutes,
  );
};

/**
 * What the site's clock shows around the changes of a week: what is skipped or repeated, what lies between two changes,
 * and on both sides as much as the clocks shift against each other.
 */
const shownAtChange = remembered(({ spans }: RealWeek): Segment => {
  const ahead = spans.map(({ site, home }) => home - site);
  const shift = Math.max(...ahead) - Math.min(...ahead);
  const shown = [
    ...spans.slice(0, -1).map(({ to, site }) => to + site),
    ...spans.slice(1).map(({ from, site }) => from + site),
  ];
  return { from: Math.min(...shown) - shift, to: Math.max(...shown) + shift };
});

/**
 * A week as it is felt where somebody trains: most changes of clocks happen in a night in which nobody does. Where none
 * is felt the week is a steady one.
 */
const asFelt = (week: RealWeek, places: readonly Segment[]): RealWeek => {
  const [first, last] = [week.spans[0], week.spans.at(-1)];
  if (first === undefined || last === undefined) return week;
  const [before, after] = [first.home - first.site, last.home - last.site];
  if (first === last) return steadyWeek(week.monday, before);
  const change = shownAtChange(week);
  const isBefore = ({ to }: Segment): boolean => to < change.from;
  const isAfter = ({ from }: Segment): boolean => from > change.to;
  if (places.every(isBefore)) return steadyWeek(week.monday, before);
  if (places.every(isAfter)) return steadyWeek(week.monday, after);
  return before === after && places.every((place) => isBefore(place) || isAfter(place))
    ? steadyWeek(week.monday, before)
    : week;
};

/**
 * How far the clock at home is ahead of the site's in a week whose change nobody feels who trains in these hours of the
 * site's week alone; null: it may be felt, or the clocks are not as far apart after it as before.
 */
export const aheadIfUnfelt = (week: RealWeek, hoursIf: (ahead: number) => Week, restMinutes: number): number | null => {
  const [first, last] = [week.spans[0], week.spans.at(-1)];
  if (first === undefined || last === undefined) return null;
  const ahead = first.home - first.site;
  if (ahead !== last.home - last.site) return null;
  const change = shownAtChange(week);
  for (const { from, to } of hoursIf(ahead))
    for (let turn = -minutesPerWeek; turn <= minutesPerWeek; turn += minutesPerWeek)
      if (to + turn + restMinutes >= change.from && from + turn - restMinutes <= change.to) return null;
  return ahead;
};

/** Of all weeks in the dates the first of every kind: there are few, because clocks change seldom. */
const weeksOf = (site: Clock | null, home: Clock | null, dates: readonly Dates[], reach: number) => {
  const mondays = dates.flatMap(mondaysIn);
  const weeks =
    site === null || home === null
      ? mondays.slice(0, 1).map((monday) => steadyWeek(dateOfDay(monday), 0))
      : mondays.map((monday) => realWeek(monday, site, home, reach));
  return distinct(weeks);
};

const calendars = new Map<string, readonly RealWeek[]>();

/** `reach`: minutes before and after a week that have a say in it. */
const calendarOf = ({ site, home }: Zones, dates: readonly Dates[], reach: number): readonly RealWeek[] => {
  const key = `${site} ${home} ${dates.map(({ from, to }) => `${from}/${to}`).join()} ${reach}`;
  const known = calendars.get(key);
  if (known !== undefined) return known;
  // Where one zone is not known, both are taken to be the same: the windows are compared as they are written.
  const [atSite, atHome] = [clockOf(site ?? home ?? ''), clockOf(home ?? site ?? '')];
  const calendar = weeksOf(atSite ?? atHome, atHome ?? atSite, dates, reach);
  calendars.set(key, calendar);
  return calendar;
};

/** The IANA zones of both sides; null: not known. */
export interface Zones {
  readonly site: string | null;
  readonly home: string | null;
}

/** Do the clocks of both sides ever show different times in these dates? Zones of other names may keep the same time. */
export const clocksDiffer = (zones: Zones, dates: Dates): boolean =>
  zones.site !== zones.home &&
  calendarOf(zones, [dates], 0).some(({ spans }) => spans.some(({ site, home }) => site !== home));

/** What of windows, blocks and rest decides in which weeks a change of clocks is felt. */
export interface Felt {
  readonly windows: Week;
  readonly blockMinutes: number;
  readonly restMinutes: number;
}

/**
 * The weeks by which hours at these windows are judged: of all full weeks in the dates one of each kind, in order. Where
 * no change of clocks touches the windows or the rest beside them that is one week; two elsewhere, usually.
 */
export const weeksToJudge = (
  { windows, blockMinutes, restMinutes }: Felt,
  zones: Zones,
  dates: readonly Dates[],
): readonly RealWeek[] => {
  // Whether a block that goes on at either end is long enough, when a shift before it may have cut it.
  const reach = blockMinutes + restMinutes;
  const places = surroundings(windows, restMinutes).map(({ from, to }) => ({
    from: Math.max(from, -reach),
    to: Math.min(to, minutesPerWeek + reach),
  }));
  return distinct(calendarOf(zones, dates, reach).map((week) => asFelt(week, places)));
};
