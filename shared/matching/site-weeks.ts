import type { WeeklyWindow } from '../domain/schedule.ts';
import type { Site } from '../domain/site-offer.ts';
import { mostHours } from './free-hours.ts';
import { aheadIfUnfelt, steadyWeek, weeksToJudge, type Dates, type Zones } from './real-weeks.ts';
import { remembered, rememberedByText } from './remembered.ts';
import { timelineOf, type Timeline } from './timeline.ts';
import type { Encounter, Schedule, Week } from './types.ts';
import { intersect, weekOf } from './week.ts';

/** When a site trains (R12): what of it is the same for many technologists, and for many sites. */

const weekByText = rememberedByText<Week>(10_000);
const windowsInWeek = remembered((windows: readonly WeeklyWindow[]) =>
  weekByText(JSON.stringify(windows), () => weekOf(windows)),
);

export const siteWeek = ({ site: { offer } }: Encounter): Week | null =>
  offer.terms.windows === null ? null : windowsInWeek(offer.terms.windows);

export const zonesOf = ({ request: { home }, site: { offer } }: Encounter): Zones => ({
  site: offer.facility.place.zone,
  home: home.zone,
});

export const intakeDates = ({ site: { intake } }: Encounter): Dates => ({ from: intake.startsOn, to: intake.endsOn });

export const timelinesOf = (encounter: Encounter, windows: Week, dates: readonly Dates[]): readonly Timeline[] => {
  const { minBlockMinutes: blockMinutes } = encounter.site.offer.terms;
  const { restMinutes } = encounter.schedule;
  return weeksToJudge({ windows, blockMinutes, restMinutes }, zonesOf(encounter), dates).map(timelineOf);
};

/** When a site trains, for whoever lives in one zone and keeps one rest. */
interface SiteWeeks {
  readonly restMinutes: number;
  /** Null: not said. */
  readonly windows: Week | null;
  readonly timelines: readonly Timeline[];
  /** What the site says of hours, and its weeks as far as no change of clocks is felt: many sites are alike in it. */
  readonly terms: string;
}

const timelinesByText = rememberedByText<readonly Timeline[]>(50_000);

const makeSiteWeeks = (encounter: Encounter): SiteWeeks => {
  const { restMinutes } = encounter.schedule;
  const { minBlockMinutes, minWeeklyMinutes } = encounter.site.offer.terms;
  const windows = siteWeek(encounter);
  if (windows === null) return { restMinutes, windows, timelines: [], terms: String(minWeeklyMinutes) };
  const zones = zonesOf(encounter);
  const dates = intakeDates(encounter);
  const said = JSON.stringify([windows, minBlockMinutes, zones.site]);
  const dated = `${said} ${zones.home} ${restMinutes} ${dates.from}/${dates.to}`;
  const timelines = timelinesByText(dated, () => timelinesOf(encounter, windows, [dates]));
  const [only, ...more] = timelines;
  const ahead = only === undefined || more.length > 0 ? null : only.ahead;
  return {
    restMinutes,
    windows,
    timelines,
    terms: `${minWeeklyMinutes} ${ahead === null ? dated : `${said} ${ahead}`}`,
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
export const timelinesFeltBy = (
  schedule: Schedule,
  windows: Week,
  timelines: readonly Timeline[],
): readonly Timeline[] => {
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
