import type { Wishes } from '../domain/placement-request.ts';
import { minutesPerWeek } from '../domain/schedule.ts';
import type { Timeline } from './timeline.ts';
import type { Duty, Encounter, MatchingSettings, Schedule, Segment, Week } from './types.ts';
import { emptyWeek, intersect, later, subtract, union, weekOf, wholeWeek } from './week.ts';

/** R12 and R13: when a technologist can train, and which of these hours a site can use. */

const shiftsOf = (employment: Wishes['employment']): Week | null => {
  if (employment === null) return emptyWeek;
  if (employment.adjustment.status === 'confirmed') return weekOf(employment.adjustment.hours);
  return employment.regularHours.kind === 'weekly' ? weekOf(employment.regularHours.windows) : null;
};

const nothingWorkedOut = (): Pick<Schedule, 'free' | 'most' | 'elsewhere'> => ({
  free: { elsewhere: new Map(), 'on-duty': new Map(), 'off-duty': new Map() },
  most: new Map(),
  elsewhere: new Map(),
});

/** Another schedule of the same technologist. */
export const changed = (schedule: Schedule, change: Partial<Pick<Schedule, 'availability' | 'shifts'>>): Schedule => ({
  ...schedule,
  ...change,
  ...nothingWorkedOut(),
});

export const scheduleOf = (
  { availability, employment, otherShifts }: Wishes,
  { restMinutes }: MatchingSettings,
): Schedule => {
  const now: Schedule = {
    availability: availability === null ? null : weekOf(availability),
    shifts: shiftsOf(employment),
    otherShifts: weekOf(otherShifts),
    restMinutes,
    ifAdjusted: null,
    ...nothingWorkedOut(),
  };
  return employment?.adjustment.status === 'unanswered'
    ? { ...now, ifAdjusted: changed(now, { shifts: weekOf(employment.adjustment.hours) }) }
    : now;
};

const dutyAt = ({ track, program }: Encounter): Duty => {
  if (track !== 'employer') return 'elsewhere';
  return program?.allowsEmployerTime === 'no' ? 'off-duty' : 'on-duty';
};

/** No end on either side, in any week. */
const always: readonly Segment[] = [{ from: -2 * minutesPerWeek, to: 3 * minutesPerWeek }];

/** Shifts that are not known count as the best that they may be: whoever fails even so is not asked. */
const freeAt = (duty: Duty, schedule: Schedule, { ofHome, widen }: Timeline): readonly Segment[] => {
  const shifts = schedule.shifts === null ? null : ofHome(schedule.shifts);
  const others = widen(ofHome(schedule.otherShifts), schedule.restMinutes);
  const available = ofHome(schedule.availability ?? emptyWeek);
  switch (duty) {
    case 'elsewhere':
      return subtract(subtract(available, widen(shifts ?? emptyWeek, schedule.restMinutes)), others);
    case 'on-duty':
      return subtract(shifts === null ? always : union(available, shifts), others);
    case 'off-duty':
      return subtract(subtract(available, shifts ?? emptyWeek), others);
  }
};

const freeHours = (duty: Duty, schedule: Schedule, timeline: Timeline): readonly Segment[] => {
  const known = schedule.free[duty];
  const free = known.get(timeline) ?? freeAt(duty, schedule, timeline);
  known.set(timeline, free);
  return free;
};

/** At sites that are not the employer's, the adjusted shifts included that the employer has not answered. */
export const mostElsewhere = (schedule: Schedule, timeline: Timeline): readonly Segment[] => {
  const now = freeHours('elsewhere', schedule, timeline);
  return schedule.ifAdjusted === null ? now : union(now, mostElsewhere(schedule.ifAdjusted, timeline));
};

const allOf = ({ availability, shifts, ifAdjusted }: Schedule): Week => {
  if (shifts === null) return wholeWeek;
  const now = union(availability ?? emptyWeek, shifts);
  return ifAdjusted === null ? now : union(now, allOf(ifAdjusted));
};

/** All hours in which training may be possible at any site, whatever the shifts are there. */
export const mostHours = (schedule: Schedule, ahead: number): Week => {
  const most = schedule.most.get(ahead) ?? later(allOf(schedule), -ahead);
  schedule.most.set(ahead, most);
  return most;
};

/** The minutes that both sides can use, without stretches that are shorter than the shortest block. */
export const usableHours = (
  encounter: Encounter,
  windows: Week,
  schedule: Schedule,
  timeline: Timeline,
): readonly Segment[] =>
  timeline.longStretches(
    intersect(timeline.ofSite(windows), freeHours(dutyAt(encounter), schedule, timeline)),
    encounter.site.offer.terms.minBlockMinutes,
  );
