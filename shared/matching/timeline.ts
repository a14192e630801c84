import { minutesPerWeek } from '../domain/schedule.ts';
import { kindOf, steadyWeek, type RealWeek, type SteadySpan } from './real-weeks.ts';
import { remembered, rememberedByText } from './remembered.ts';
import type { Segment, Week } from './types.ts';
import { intersect, later, longer, merged, stretches, weekOfSegments, widen } from './week.ts';

/**
 * The minutes of a real week of one kind, from Monday midnight at the site on, and how windows by either clock lie in
 * them. A window holds whenever its clock shows a time inside it: on the night in which the clocks go forward a shift is
 * an hour shorter, and longer on the night in which they go back.
 */
export interface Timeline {
  /** How many they are. */
  readonly minutes: number;
  /** How far the clock at home is ahead of the site's, in minutes; null in a week in which that, or either, changes. */
  readonly ahead: number | null;
  readonly ofSite: (windows: Week) => readonly Segment[];
  readonly ofHome: (windows: Week) => readonly Segment[];
  /** With so many real minutes more before and after. */
  readonly widen: (segments: readonly Segment[], minutes: number) => readonly Segment[];
  /** Without the stretches shorter than so many real minutes, and only what lies within the week. */
  readonly longStretches: (segments: readonly Segment[], least: number) => readonly Segment[];
  /** A stretch of the week as the site's clock shows it. */
  readonly shown: (segment: Segment) => Segment;
}

const isLong =
  (least: number) =>
  ({ from, to }: Segment): boolean =>
    to - from >= least;

/** Every week like this one, so that its end meets its own beginning. */
const steadyTimeline = ({ minutes }: RealWeek, ahead: number): Timeline => ({
  minutes,
  ahead,
  ofSite: (windows) => windows,
  ofHome: (windows) => later(windows, -ahead),
  widen,
  longStretches: (segments, least) =>
    segments.every(isLong(least)) ? segments : weekOfSegments(stretches(segments).filter(isLong(least))),
  shown: (segment) => segment,
});

/** Windows that come round every week, as they lie in real time by a clock. */
const unrolled = (windows: Week, spans: readonly SteadySpan[], clock: 'site' | 'home'): readonly Segment[] => {
  const result: Segment[] = [];
  for (const span of spans) {
    const [first, last] = [span.from + span[clock], span.to + span[clock]];
    for (let turn = Math.floor(first / minutesPerWeek); turn * minutesPerWeek < last; turn += 1)
      for (const { from, to } of windows) {
        const start = turn * minutesPerWeek - span[clock];
        const [begins, ends] = [Math.max(start + from, span.from), Math.min(start + to, span.to)];
        if (begins < ends) result.push({ from: begins, to: ends });
      }
  }
  return merged(result);
};

const shownBy = (span: SteadySpan | undefined, at: number): number => at + (span?.site ?? 0);

/** What the site's clock shows when something begins: after a change of clocks that comes at once. */
const beginningOf = ({ spans }: RealWeek, at: number): number =>
  shownBy(
    spans.find(({ from, to }) => from <= at && at < to),
    at,
  );

/** And when something ends: before such a change. What goes on past the week ends as at its beginning. */
const endingOf = (week: RealWeek, at: number): number =>
  at > week.minutes
    ? endingOf(week, at - week.minutes) + minutesPerWeek
    : shownBy(
        week.spans.find(({ from, to }) => from < at && at <= to),
        at,
      );

/** What comes before and after is looked at too: a night shift goes on from the week before, as it was then. */
const changingTimeline = (week: RealWeek): Timeline => {
  const within = [{ from: 0, to: week.minutes }];
  return {
    minutes: week.minutes,
    ahead: null,
    ofSite: remembered((windows: Week) => unrolled(windows, week.spans, 'site')),
    ofHome: (windows) => unrolled(windows, week.spans, 'home'),
    widen: longer,
    longStretches: (segments, least) => intersect(segments.filter(isLong(least)), within),
    shown: ({ from, to }) => ({ from: beginningOf(week, from), to: endingOf(week, to) }),
  };
};

const timelineByKind = rememberedByText<Timeline>(1000);

/** One for all weeks of a kind. */
export const timelineOf = remembered((week: RealWeek): Timeline =>
  timelineByKind(`${week.minutes} ${kindOf(week)}`, () => {
    const [span, ...others] = week.spans;
    return span === undefined || others.length > 0 ? changingTimeline(week) : steadyTimeline(week, span.home);
  }),
);

/** A week in which both clocks show the same. */
export const sameClocks = timelineOf(steadyWeek('1970-01-05', 0));

/** Stretches without a break as they come round with the week. */
export const weeklyStretches = (segments: readonly Segment[], { minutes }: Timeline): readonly Segment[] =>
  stretches(segments, minutes);
