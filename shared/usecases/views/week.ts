import type { PlacementRequest } from '../../domain/placement-request.ts';
import type { CalendarDate } from '../../domain/primitives.ts';
import type { WeeklyWindow } from '../../domain/schedule.ts';
import type { Site } from '../../domain/site-offer.ts';
import type { Plan } from '../../matching/types.ts';
import { weekOf, weekOfSegments, windowsOf } from '../../matching/week.ts';
import { clockOf } from '../../matching/zones.ts';

/** Hours of both sides and of the plan, in the site's zone. */
export interface WeekView {
  /** Null: not known, and then all hours are as they were written. */
  readonly zone: string | null;
  /** When the technologist is free; null: not said. */
  readonly technologist: readonly WeeklyWindow[] | null;
  /** When the site trains; null: not said. */
  readonly site: readonly WeeklyWindow[] | null;
  readonly plan: readonly WeeklyWindow[];
}

/** Minutes before UTC are negative. */
const offsetOn = (zone: string, date: CalendarDate): number => {
  const noon = Date.parse(`${date}T12:00:00.000Z`) / 60_000;
  return clockOf(zone)?.offsets(noon, noon + 1)[0]?.minutes ?? 0;
};

/** Windows as the clocks of another zone show them in the week of a date; as they were written where a zone is not known. */
export const inZone = (
  windows: readonly WeeklyWindow[],
  from: string | null,
  to: string | null,
  on: CalendarDate,
): readonly WeeklyWindow[] => {
  const minutes = from === null || to === null ? 0 : offsetOn(to, on) - offsetOn(from, on);
  if (minutes === 0) return windows;
  const moved = weekOf(windows).map((span) => ({ from: span.from + minutes, to: span.to + minutes }));
  return weekOfSegments(moved).flatMap(windowsOf);
};

/** The week of a technologist at a site, as it is drawn: with the clocks of the first day. */
export const weekView = ({ wishes, home }: PlacementRequest, { offer, intake }: Site, plan: Plan | null): WeekView => {
  const { zone } = offer.facility.place;
  return {
    zone,
    technologist: wishes.availability && inZone(wishes.availability, home.zone, zone, intake.startsOn),
    site: offer.terms.windows,
    plan: (plan?.segments ?? []).flatMap(windowsOf),
  };
};
