import type { WeeklyWindow } from '../domain/schedule.ts';
import type { Site } from '../domain/site-offer.ts';
import { mostHours } from './free-hours.ts';
import { aheadIfUnfelt, steadyWeek, weeksToJudge, type Dates, type RealWeek, type Zones } from './real-weeks.ts';
import { remembered, rememberedByText } from './remembered.ts';
import { timelineOf, type Timeline } from './timeline.ts';
import type { Encounter, Schedule, Week } from './types.ts';
import { intersect, weekOf } from './week.ts';

/** When a site trains (R12): what of it is the same for many technologists, and for many sites. */

const weekByText = rememberedByText<Week>(10_000);
export const windowsInWeek = remembered((windows: readonly WeeklyWindow[]) =>
  weekByText(JSON.stringify(windows), () => weekOf(windows)),
);

export const trainingWindows = ({ site: { offer } }: Encounter): Week | null =>
  offer.terms.windows === null ? null : windowsInWeek(offer.terms.windows);

export const zonesOf = ({ request: { home }, site: { offer } }: Encounter): Zones => ({
  site: offer.facility.place.zone,
  home: home.zone,
});

export const intakeDates = ({ site: { intake } }: Encounter): Dates => ({ from: intake.startsOn, to: intake.endsOn });

/** A week to judge hours by, and how windows lie in it. */
export interface SiteWeek {
  readonly week: RealWeek;
  readonly timeline: Timeline;
}

const siteWeekOf = (week: RealWeek): SiteWeek => ({ week, timeline: timelineOf(week) });

const weeksByText = rememberedByText<readonly SiteWeek[]>(50_000);

/** The weeks by which hours at a site's windows are judged, of all that lie in these dates. */
export const weeksIn = (encounter: Encounter, windows: Week, dates: readonly Dates[]): readonly SiteWeek[] => {
  const { minBlockMinutes: blockMinutes } = encounter.site.offer.terms;
  const { restMinutes } = encounter.schedule;
  const zones = zonesOf(encounter);
  return weeksByText(JSON.stringify([windows, blockMinutes, restMinutes, zones, dates]), () =>
    weeksToJudge({ windows, blockMinutes, restMinutes }, zones, dates).map(siteWeekOf),
  );
};

/** When a site trains, for whoever lives in one zone and keeps one rest. */
export interface SiteWeeks {
  readonly restMinutes: number;
  /** Null: not said. */
  readonly windows: Week | null;
  /** Those to judge by. */
  readonly weeks: readonly SiteWeek[];
  /** What the site says of hours, and its weeks as far as no change of clocks is felt: many sites are alike in it. */
  readonly terms: string;
}

const makeSiteWeeks = (encounter: Encounter): SiteWeeks => {
  const { restMinutes } = encounter.schedule;
  const { minBlockMinutes, minWeeklyMinutes } = encounter.site.offer.terms;
  const windows = trainingWindows(encounter);
  if (windows === null) return { restMinutes, windows, weeks: [], terms: String(minWeeklyMinutes) };
  const dates = intakeDates(encounter);
  const weeks = weeksIn(encounter, windows, [dates]);
  const [only, ...more] = weeks;
  const ahead = only === undefined || more.length > 0 ? null : only.timeline.ahead;
  const { zone } = encounter.site.offer.facility.place;
  return {
    restMinutes,
    windows,
    weeks,
    terms: JSON.stringify([windows, minBlockMinutes, minWeeklyMinutes, zone, ahead ?? dates]),
  };
};

/** By the zone of the home: a round asks for the weeks of a site for many. */
const weeksOfSite = remembered<Site, Map<string | null, SiteWeeks>>(() => new Map());

export const siteWeeks = (encounter: Encounter): SiteWeeks => {
  const ofSite = weeksOfSite(encounter.site);
  const { zone } = encounter.request.home;
  const known = ofSite.get(zone);
  if (known?.restMinutes === encounter.schedule.restMinutes) return known;
  const weeks = makeSiteWeeks(encounter);
  ofSite.set(zone, weeks);
  return weeks;
};

/** A site that trains in every night feels each change of clocks; few technologists are free then. */
export const weeksFeltBy = (schedule: Schedule, windows: Week, weeks: readonly SiteWeek[]): readonly SiteWeek[] => {
  if (weeks.every(({ timeline }) => timeline.ahead !== null)) return weeks;
  const hoursIf = (ahead: number): Week => intersect(windows, mostHours(schedule, ahead));
  const kinds = new Map<number | SiteWeek, SiteWeek>();
  for (const one of weeks) {
    const { week, timeline } = one;
    const ahead = timeline.ahead ?? aheadIfUnfelt(week, hoursIf, schedule.restMinutes);
    if (ahead === null) kinds.set(one, one);
    else if (!kinds.has(ahead))
      kinds.set(ahead, timeline.ahead === null ? siteWeekOf(steadyWeek(week.monday, ahead)) : one);
  }
  return [...kinds.values()];
};
