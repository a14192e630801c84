import type { CalendarDate } from '../domain/primitives.ts';
import { dateOfDay, dayNumber, weekdayOf, type DayNumber } from './dates.ts';
import { remembered } from './remembered.ts';
import type { Segment, Week } from './types.ts';
import { longer, merged, minutesPerDay, minutesPerWeek } from './week.ts';
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
  /** From a week before to a week after; one span where no clock changes. */
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

const realWeek = (monday: DayNumber, site: Clock, home: Clock): RealWeek => {
  const start = midnightOf(site, monday);
  const minutes = midnightOf(site, monday + 7) - start;
  const [from, to] = [start - minutesPerWeek, start + minutes + minutesPerWeek];
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
const steadyWeek = (monday: CalendarDate, ahead: number): RealWeek => ({
  monday,
  minutes: minutesPerWeek,
  spans: [{ from: -minutesPerWeek, to: 2 * minutesPerWeek, site: 0, home: ahead }],
});

const kindOf = ({ spans }: RealWeek): string => spans.map(({ from, site, home }) => `${from} ${site} ${home}`).join();

const distinct = (weeks: readonly RealWeek[]): readonly RealWeek[] => [
  ...new Map(weeks.toReversed().map((week) => [kindOf(week), week])).values(),
];

const byDate = (a: RealWeek, b: RealWeek): number => (a.monday < b.monday ? -1 : 1);

/** Of all weeks in these dates the first of every kind: there are few, because clocks change seldom. */
interface Calendar {
  readonly weeks: readonly RealWeek[];
  /** The same as they are felt in the site's windows, by windows and by the rest around shifts. */
  readonly felt: Map<number, (windows: Week) => readonly RealWeek[]>;
}

/** Where windows lie in a week and next to it, with the rest around them: what touches nothing here is not felt. */
const surroundings = (windows: Week, restMinutes: number): readonly Segment[] => {
  const turns = [-1, 0, 1].flatMap((turn) =>
    windows.map(({ from, to }) => ({ from: from + turn * minutesPerWeek, to: to + turn * minutesPerWeek })),
  );
  return longer(
    merged(turns).filter(({ from, to }) => from < minutesPerWeek && to > 0),
    restMinutes,
  );
};

/**
 * The week as it is felt in these places: most changes of clocks happen in a night in which nobody trains. Where none is
 * felt the week is a steady one.
 */
const asFelt = (week: RealWeek, places: readonly Segment[]): RealWeek => {
  const { spans } = week;
  if (spans.length === 1) return week;
  const ahead = new Set<number>();
  for (const place of places) {
    const around = spans.find(
      ({ from, to, site }, index) =>
        (index === 0 || place.from > from + site) && (index === spans.length - 1 || place.to < to + site),
    );
    // A change skips or repeats times of the site's clock; a place that touches these lies in no span alone.
    const inOthers = spans.filter(
      (span) => span !== around && place.to >= span.from + span.site && place.from <= span.to + span.site,
    );
    if (around === undefined || inOthers.length > 0) return week;
    ahead.add(around.home - around.site);
  }
  const [only = 0, ...more] = ahead;
  return more.length === 0 ? steadyWeek(week.monday, only) : week;
};

const calendarOf = (site: Clock | null, home: Clock | null, dates: readonly Dates[]): Calendar => {
  const mondays = dates.flatMap(mondaysIn);
  const weeks =
    site === null || home === null
      ? mondays.slice(0, 1).map((monday) => steadyWeek(dateOfDay(monday), 0))
      : mondays.map((monday) => realWeek(monday, site, home));
  return { weeks: distinct(weeks).toSorted(byDate), felt: new Map() };
};

const calendars = new Map<string, Calendar>();

const calendarFor = (siteZone: string | null, homeZone: string | null, dates: readonly Dates[]): Calendar => {
  const key = `${siteZone} ${homeZone} ${dates.map(({ from, to }) => `${from}/${to}`).join()}`;
  const known = calendars.get(key);
  if (known !== undefined) return known;
  // Where one zone is not known, both are taken to be the same: the windows are compared as they are written.
  const site = clockOf(siteZone ?? homeZone ?? '');
  const home = clockOf(homeZone ?? siteZone ?? '');
  const calendar = calendarOf(site ?? home, home ?? site, dates);
  calendars.set(key, calendar);
  return calendar;
};

/** The IANA zones of both sides; null: not known. */
export interface Zones {
  readonly site: string | null;
  readonly home: string | null;
}

/** Do the clocks of both sides ever show different times in these dates? Zones of other names may keep the same time. */
export const clocksDiffer = ({ site, home }: Zones, dates: Dates): boolean =>
  calendarFor(site, home, [dates]).weeks.some(({ spans }) => spans.some((span) => span.site !== span.home));

/**
 * The weeks by which hours at these windows are judged: of all full weeks in the dates one of each kind, in order. Where
 * no change of clocks touches the windows or the rest beside them that is one week; two at most elsewhere, usually.
 */
export const weeksToJudge = (
  windows: Week,
  zones: Zones,
  dates: readonly Dates[],
  restMinutes: number,
): readonly RealWeek[] => {
  const { weeks, felt } = calendarFor(zones.site, zones.home, dates);
  const known = felt.get(restMinutes);
  if (known !== undefined) return known(windows);
  const inWindows = remembered((some: Week) => {
    const places = surroundings(some, restMinutes);
    return distinct(weeks.map((week) => asFelt(week, places))).toSorted(byDate);
  });
  felt.set(restMinutes, inWindows);
  return inWindows(windows);
};
