/*
 * Hours of a week as people write them, in rows of day, from and to; used by the pages, and by the script of the grid
 * that people paint hours on. Between, one flag a minute, Monday 00:00 first: nothing that was written exactly is
 * rounded by painting beside it.
 */

import { dayGroups } from '../domain/day-groups.ts';

export const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Day = (typeof days)[number];

/** A row of the form; any of its parts may still be empty. */
export interface Row {
  readonly day: string;
  readonly from: string;
  readonly to: string;
}

const dayLength = 1440;
const weekLength = 7 * dayLength;

/** Minutes of the week, `1` where hours were given. */
export type Week = Uint8Array;

export const emptyWeek = (): Week => new Uint8Array(weekLength);

const minuteOf = (time: string): number | null => {
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(time) ?? [];
  return hour === undefined || minute === undefined ? null : Number(hour) * 60 + Number(minute);
};

/** A row that is not complete yet marks nothing. `to` at or before `from` is the next day; the week wraps. */
export const weekOf = (rows: readonly Row[]): Week => {
  const week = emptyWeek();
  for (const { day, from, to } of rows) {
    const [start, end] = [minuteOf(from), minuteOf(to)];
    if (start === null || end === null) continue;
    const length = end <= start ? end + dayLength - start : end - start;
    for (const one of dayGroups[day] ?? days.filter((name) => name === day)) {
      const first = days.indexOf(one) * dayLength + start;
      for (let minute = first; minute < first + length; minute++) week[minute % weekLength] = 1;
    }
  }
  return week;
};

const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Spans of one day, at most to the next midnight, so that each reads as a row of that day. */
const spansOf = (week: Week, day: number): readonly Omit<Row, 'day'>[] => {
  const spans: Omit<Row, 'day'>[] = [];
  let start = -1;
  for (let minute = 0; minute <= dayLength; minute++) {
    const on = minute < dayLength && week[day * dayLength + minute] === 1;
    if (on && start === -1) start = minute;
    if (!on && start !== -1) {
      spans.push({ from: timeOf(start), to: timeOf(minute) });
      start = -1;
    }
  }
  return spans;
};

interface Span extends Omit<Row, 'day'> {
  readonly on: Day;
}

/** Rows of spans of single days, Monday to Friday in one where all five are alike. */
const rowsOfSpans = (all: readonly Span[]): readonly Row[] => {
  const alike = new Map<string, { readonly from: string; readonly to: string; readonly on: Day[] }>();
  for (const { from, to, on } of all) {
    const span = alike.get(`${from}-${to}`) ?? { from, to, on: [] };
    span.on.push(on);
    alike.set(`${from}-${to}`, span);
  }
  return [...alike.values()].flatMap(({ from, to, on }) => {
    const whole = Object.entries(dayGroups)
      .toSorted(([, a], [, b]) => b.length - a.length)
      .find(([, members]) => members.every((day) => on.includes(day)));
    const [name, members]: readonly [string | null, readonly Day[]] = whole ?? [null, []];
    const named = [...(name === null ? [] : [name]), ...on.filter((day) => !members.includes(day))];
    return named.map((day) => ({ day, from, to }));
  });
};

/** The rows that say the same as the hours that are marked. */
export const rowsOf = (week: Week): readonly Row[] =>
  rowsOfSpans(days.flatMap((on, index) => spansOf(week, index).map(({ from, to }) => ({ from, to, on }))));

/** The rows that say the same as windows which are kept, each as it was written. */
export const rowsOfWindows = (windows: readonly (Omit<Row, 'day'> & { readonly day: Day })[]): readonly Row[] =>
  rowsOfSpans(windows.map(({ day, from, to }) => ({ from, to, on: day })));

/** How much of an hour is marked: nothing, a part, all. */
export const hourState = (week: Week, day: number, hour: number): 'none' | 'part' | 'all' => {
  const first = day * dayLength + hour * 60;
  const marked = week.subarray(first, first + 60).reduce((sum, minute) => sum + minute, 0);
  return marked === 0 ? 'none' : marked === 60 ? 'all' : 'part';
};

export const markHour = (week: Week, day: number, hour: number, on: boolean): void => {
  const first = day * dayLength + hour * 60;
  week.fill(on ? 1 : 0, first, first + 60);
};

export const hoursIn = (week: Week): number => week.reduce((sum, minute) => sum + minute, 0) / 60;
