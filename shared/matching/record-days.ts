import { monthsAfter, weekdayOf, type DayNumber } from './dates.ts';
import {
  minutesByWeekday,
  recordsInMinutes,
  tolerance,
  type Finish,
  type Lot,
  type RecordLimits,
  type Training,
} from './records.ts';
import type { Week } from './types.ts';
import { emptyWeek, subtract, union, weekOfSegments } from './week.ts';

/** R20, A5, A6 day by day: for several sites at once, and for a training that is longer than a record counts. */

/** Ten years: longer than anybody plans, and the end of the work that a careless date may cause. */
const longest = 3660;

const isOn = (day: DayNumber, { stretches }: Training): boolean =>
  stretches.some(({ from, to }) => from <= day && day <= to);

/**
 * What each weekday gives when the technologist trains at these sites in the same week: where two plans name the same
 * hour, it is spent at the site that comes first. Hours are compared as each site's own clock tells them. The sites
 * share one daily limit (A5).
 */
const perWeekdayAt = (sites: readonly Training[], dailyLimit: number): readonly number[] => {
  let taken: Week = emptyWeek;
  const perWeekday = [0, 0, 0, 0, 0, 0, 0];
  for (const site of sites) {
    const planned = weekOfSegments(site.week);
    for (const [weekday, minutes] of minutesByWeekday(subtract(planned, taken)).entries())
      perWeekday[weekday] = Math.min(
        dailyLimit,
        (perWeekday[weekday] ?? 0) + recordsInMinutes(minutes, site, dailyLimit),
      );
    taken = union(taken, planned);
  }
  return perWeekday;
};

/** R20 at several sites, each in its own days. */
export const finishByDays = (sites: readonly Training[], needed: number, limits: RecordLimits): Finish => {
  const { counted, dailyLimit, windowMonths } = limits;
  const stretches = sites.flatMap((site) => site.stretches);
  const firstDay = Math.min(...stretches.map(({ from }) => from));
  const lastDay = Math.min(Math.max(...stretches.map(({ to }) => to)), firstDay + longest);
  const weeks = new Map<string, readonly number[]>();
  const recordsOn = (day: DayNumber): number => {
    const here = sites.filter((site) => isOn(day, site));
    const key = here.map((site) => sites.indexOf(site)).join();
    const week = weeks.get(key) ?? perWeekdayAt(here, dailyLimit);
    weeks.set(key, week);
    return week[weekdayOf(day)] ?? 0;
  };

  const own: Lot[] = [];
  let [oldest, records, most] = [0, 0, 0];
  const lapsedBy = (day: DayNumber): number =>
    counted.reduce((lapsed, lot) => (lot.countsTo < day ? lapsed + lot.records : lapsed), 0);
  for (let day = firstDay; day <= lastDay; day += 1) {
    const recorded = recordsOn(day);
    if (recorded === 0) continue;
    own.push({ records: recorded, countsTo: monthsAfter(day, windowMonths) });
    records += recorded;
    for (let lot = own[oldest]; lot !== undefined && lot.countsTo < day; lot = own[oldest]) {
      records -= lot.records;
      oldest += 1;
    }
    most = Math.max(most, records);
    const lapsing = lapsedBy(day);
    if (records >= needed + lapsing - tolerance) return { day, lapsing, reachable: needed };
  }
  return { day: null, lapsing: lapsedBy(lastDay), reachable: Math.floor(most + tolerance) };
};
