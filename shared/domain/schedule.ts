import * as z from 'zod';
import { CalendarDate, Minutes } from './primitives.ts';

export const Weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
export type Weekday = z.infer<typeof Weekday>;
export const weekdays = Weekday.options;

/** A time of day, `07:30`. */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 07:30');

/**
 * A window of the week in local time, half-open: `from` is in, `to` is not.
 * `to` at or before `from` means the next day (a night shift; the week wraps from Sunday to Monday).
 * `00:00` to `00:00` is the whole day.
 */
export const WeeklyWindow = z.object({ day: Weekday, from: TimeOfDay, to: TimeOfDay });
export type WeeklyWindow = z.infer<typeof WeeklyWindow>;

/** At most one window an hour of the week: more is not a schedule. */
export const WeeklyWindows = z.array(WeeklyWindow).max(168);

export const minutesPerDay = 1440;
export const minutesPerWeek = 7 * minutesPerDay;

const digit = (text: string, index: number): number => text.charCodeAt(index) - 48;

/** `07:30`, read digit by digit: a round reads the windows of everybody. */
const minuteOfDay = (time: string): number =>
  (digit(time, 0) * 10 + digit(time, 1)) * 60 + digit(time, 3) * 10 + digit(time, 4);

/** Minutes of the week, Monday 00:00 = 0; a window that goes on from Sunday into Monday ends past 10,080. */
export const spanOf = ({ day, from, to }: WeeklyWindow): { readonly from: number; readonly to: number } => {
  const midnight = weekdays.indexOf(day) * minutesPerDay;
  const start = minuteOfDay(from);
  const end = minuteOfDay(to);
  return { from: midnight + start, to: midnight + (end <= start ? end + minutesPerDay : end) };
};

/** What is wrong with a field, told to whoever wrote it. */
export interface Contradiction {
  /** A JSON path such as `availability[2]`. */
  readonly field: string;
  readonly detail: string;
}

/** Does the second window begin within the first? The week is a circle. */
const beginsIn = (first: WeeklyWindow, second: WeeklyWindow): boolean => {
  const { from, to } = spanOf(first);
  return (spanOf(second).from - from + minutesPerWeek) % minutesPerWeek < to - from;
};

const overlap = (a: WeeklyWindow, b: WeeklyWindow): boolean => beginsIn(a, b) || beginsIn(b, a);

const said = ({ day, from, to }: WeeklyWindow): string => `${day} ${from} to ${to}`;

/** Of two windows of one list that overlap nobody knows which is meant; those that touch are fine. */
export const overlapAmong = (field: string, windows: readonly WeeklyWindow[]): Contradiction | null => {
  for (const [index, window] of windows.entries()) {
    const earlier = windows.slice(0, index).findIndex((other) => overlap(other, window));
    const other = windows[earlier];
    if (other !== undefined)
      return { field: `${field}[${index}]`, detail: `It overlaps ${field}[${earlier}], ${said(other)}.` };
  }
  return null;
};

/** Nobody works at two places at once. */
export const overlapBetween = (
  field: string,
  windows: readonly WeeklyWindow[],
  others: readonly WeeklyWindow[],
  whose: string,
): Contradiction | null => {
  for (const [index, window] of windows.entries()) {
    const other = others.find((one) => overlap(one, window));
    if (other !== undefined) return { field: `${field}[${index}]`, detail: `It overlaps ${whose}, ${said(other)}.` };
  }
  return null;
};

/** Whole weeks that are free (R18, block rotations): both dates included. */
export const Block = z.lazy(() =>
  z
    .object({ from: CalendarDate, to: CalendarDate })
    .refine((block) => block.from <= block.to, { message: 'must not end before it starts', path: ['to'] }),
);
export type Block = z.infer<typeof Block>;

export const overlapOfBlocks = (field: string, blocks: readonly Block[]): Contradiction | null => {
  for (const [index, { from, to }] of blocks.entries()) {
    const earlier = blocks.slice(0, index).findIndex((other) => other.from <= to && from <= other.to);
    if (earlier !== -1) return { field: `${field}[${index}]`, detail: `It overlaps ${field}[${earlier}].` };
  }
  return null;
};

/** Regular working hours at an employer. Only weekly ones can be compared; the others become a question (R5). */
export const RegularHours = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('weekly'), windows: WeeklyWindows }),
    z.object({ kind: z.literal('rotating') }),
    z.object({ kind: z.literal('per-diem') }),
    z.object({ kind: z.literal('unknown') }),
  ]),
);
export type RegularHours = z.infer<typeof RegularHours>;

export const WeeklyMinutes = Minutes;
