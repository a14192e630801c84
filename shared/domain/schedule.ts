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

/** Whole weeks that are free (R18, block rotations): both dates included. */
export const Block = z
  .object({ from: CalendarDate, to: CalendarDate })
  .refine((block) => block.from <= block.to, { message: 'must not end before it starts', path: ['to'] });
export type Block = z.infer<typeof Block>;

/** Regular working hours at an employer. Only weekly ones can be compared; the others become a question (R5). */
export const RegularHours = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('weekly'), windows: WeeklyWindows }),
  z.object({ kind: z.literal('rotating') }),
  z.object({ kind: z.literal('per-diem') }),
  z.object({ kind: z.literal('unknown') }),
]);
export type RegularHours = z.infer<typeof RegularHours>;

export const WeeklyMinutes = Minutes;
