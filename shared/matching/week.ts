import { minutesPerDay, minutesPerWeek, spanOf, weekdays, type WeeklyWindow } from '../domain/schedule.ts';
import type { Segment, Week } from './types.ts';

/** Arithmetic of sets of half-open minutes: segments in order, apart from each other. */

export const emptyWeek: Week = [];
export const wholeWeek: Week = [{ from: 0, to: minutesPerWeek }];

/** Sorts, and merges what overlaps or touches. */
export const merged = (segments: Segment[]): readonly Segment[] => {
  segments.sort((a, b) => a.from - b.from);
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of segments) {
    const last = result.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
};

/** Adds a span that may begin before Monday or end after Sunday, cut into parts that lie within the week. */
const addWrapped = (segments: Segment[], from: number, to: number): void => {
  if (to - from >= minutesPerWeek) {
    segments.push(...wholeWeek);
    return;
  }
  const start = ((from % minutesPerWeek) + minutesPerWeek) % minutesPerWeek;
  const end = start + (to - from);
  segments.push({ from: start, to: Math.min(end, minutesPerWeek) });
  if (end > minutesPerWeek) segments.push({ from: 0, to: end - minutesPerWeek });
};

/** Windows as a person writes them: `to` at or before `from` means the next day. */
export const weekOf = (windows: readonly WeeklyWindow[]): Week => {
  const segments: Segment[] = [];
  for (const window of windows) {
    const { from, to } = spanOf(window);
    addWrapped(segments, from, to);
  }
  return merged(segments);
};

export const weekOfSegments = (segments: readonly Segment[]): Week => {
  const parts: Segment[] = [];
  for (const { from, to } of segments) addWrapped(parts, from, to);
  return merged(parts);
};

export const union = (a: readonly Segment[], b: readonly Segment[]): readonly Segment[] => merged([...a, ...b]);

export const intersect = (a: readonly Segment[], b: readonly Segment[]): readonly Segment[] => {
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

/** The minutes of `intersect`, without the segments. */
export const sharedMinutes = (a: readonly Segment[], b: readonly Segment[]): number => {
  let minutes = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const x = a[i]!;
    const y = b[j]!;
    minutes += Math.max(0, Math.min(x.to, y.to) - Math.max(x.from, y.from));
    if (x.to < y.to) i += 1;
    else j += 1;
  }
  return minutes;
};

export const subtract = (a: readonly Segment[], b: readonly Segment[]): readonly Segment[] => {
  if (b.length === 0) return a;
  const result: Segment[] = [];
  let next = 0;
  for (const { from, to } of a) {
    let left = from;
    for (; next < b.length; next += 1) {
      const taken = b[next];
      if (taken === undefined || taken.from >= to) break;
      if (taken.from > left) result.push({ from: left, to: taken.from });
      left = Math.max(left, taken.to);
      // It may reach into the next segment too.
      if (taken.to > to) break;
    }
    if (left < to) result.push({ from: left, to });
  }
  return result;
};

/** Every segment longer by `minutes` on both sides. */
export const longer = (segments: readonly Segment[], minutes: number): readonly Segment[] =>
  minutes === 0 ? segments : merged(segments.map(({ from, to }) => ({ from: from - minutes, to: to + minutes })));

/** The same around the week. */
export const widen = (week: Week, minutes: number): Week =>
  minutes === 0 ? week : weekOfSegments(longer(week, minutes));

/** So many minutes later in the week. */
export const later = (week: Week, minutes: number): Week =>
  minutes === 0 ? week : weekOfSegments(week.map(({ from, to }) => ({ from: from + minutes, to: to + minutes })));

export const minutesOf = (segments: readonly Segment[]): number => {
  let sum = 0;
  for (const { from, to } of segments) sum += to - from;
  return sum;
};

/**
 * Stretches without a break, in the order of the week: what ends Sunday at midnight goes on with what starts there.
 * A week in which the clock changes is longer or shorter.
 */
export const stretches = (week: readonly Segment[], length = minutesPerWeek): readonly Segment[] => {
  const first = week[0];
  const last = week.at(-1);
  if (first === undefined || last === undefined || first === last) return week;
  return first.from === 0 && last.to === length
    ? [...week.slice(1, -1), { from: last.from, to: last.to + first.to }]
    : week;
};

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : `${value}`);
const time = (minute: number): string => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;

/** A segment as windows that a person would write: one of a day or less, longer ones cut at midnight. */
export const windowsOf = ({ from, to }: Segment): WeeklyWindow[] => {
  const end = to - from <= minutesPerDay ? to : (Math.floor(from / minutesPerDay) + 1) * minutesPerDay;
  const day = weekdays[Math.floor(from / minutesPerDay) % 7] ?? 'mon';
  const window = { day, from: time(from % minutesPerDay), to: time(end % minutesPerDay) };
  return end === to ? [window] : [window, ...windowsOf({ from: end, to })];
};
