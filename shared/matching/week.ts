import { weekdays, type WeeklyWindow } from '../domain/schedule.ts';
import type { Segment, Week } from './types.ts';

/** Arithmetic of the week in half-open minutes. */

export const minutesPerDay = 1440;
export const minutesPerWeek = 7 * minutesPerDay;

export const emptyWeek: Week = [];
export const wholeWeek: Week = [{ from: 0, to: minutesPerWeek }];

/** Sorts, merges what overlaps or touches. Takes segments within the week. */
const merged = (segments: Segment[]): Week => {
  segments.sort((a, b) => a.from - b.from);
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of segments) {
    const last = result.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
};

/** A span that may begin before Monday or end after Sunday, cut into parts that lie within the week. */
const wrapped = (from: number, to: number): Segment[] => {
  if (to - from >= minutesPerWeek) return [...wholeWeek];
  const start = ((from % minutesPerWeek) + minutesPerWeek) % minutesPerWeek;
  const end = start + (to - from);
  return end <= minutesPerWeek
    ? [{ from: start, to: end }]
    : [
        { from: start, to: minutesPerWeek },
        { from: 0, to: end - minutesPerWeek },
      ];
};

const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Windows as a person writes them: `to` at or before `from` means the next day. */
export const weekOf = (windows: readonly WeeklyWindow[]): Week =>
  merged(
    windows.flatMap(({ day, from, to }) => {
      const midnight = weekdays.indexOf(day) * minutesPerDay;
      const start = minuteOfDay(from);
      const end = minuteOfDay(to);
      return wrapped(midnight + start, midnight + (end <= start ? end + minutesPerDay : end));
    }),
  );

export const weekOfSegments = (segments: readonly Segment[]): Week =>
  merged(segments.flatMap(({ from, to }) => wrapped(from, to)));

export const union = (a: Week, b: Week): Week => merged([...a, ...b]);

export const intersect = (a: Week, b: Week): Week => {
  const result: Segment[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const x = a[i];
    const y = b[j];
    if (x === undefined || y === undefined) return result;
    const from = Math.max(x.from, y.from);
    const to = Math.min(x.to, y.to);
    if (from < to) result.push({ from, to });
    if (x.to < y.to) i += 1;
    else j += 1;
  }
};

const complement = (week: Week): Week => {
  const result: Segment[] = [];
  let from = 0;
  for (const segment of week) {
    if (from < segment.from) result.push({ from, to: segment.from });
    from = segment.to;
  }
  if (from < minutesPerWeek) result.push({ from, to: minutesPerWeek });
  return result;
};

export const subtract = (a: Week, b: Week): Week => (b.length === 0 ? a : intersect(a, complement(b)));

/** Every segment longer by `minutes` on both sides. */
export const widen = (week: Week, minutes: number): Week =>
  minutes === 0 ? week : merged(week.flatMap(({ from, to }) => wrapped(from - minutes, to + minutes)));

export const minutesOf = (week: readonly Segment[]): number =>
  week.reduce((sum, segment) => sum + segment.to - segment.from, 0);

/** Stretches without a break, in the order of the week: what ends Sunday at midnight goes on with what starts there. */
export const stretches = (week: Week): readonly Segment[] => {
  const first = week[0];
  const last = week.at(-1);
  if (first === undefined || last === undefined || first === last) return week;
  return first.from === 0 && last.to === minutesPerWeek
    ? [...week.slice(1, -1), { from: last.from, to: last.to + first.to }]
    : week;
};
