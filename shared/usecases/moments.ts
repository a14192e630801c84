import type { Actor } from '../domain/audit.ts';
import type { Decider } from '../domain/machine.ts';
import type { CalendarDate, Instant } from '../domain/primitives.ts';
import type { Clock } from './ports.ts';

const milliseconds = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

export const nowOf = (clock: Clock): Instant => clock.now().toISOString();

export const deciderOf = (clock: Clock, actor: Actor): Decider => ({ now: nowOf(clock), actor });

export const later = (from: Instant, amount: number, unit: keyof typeof milliseconds): Instant =>
  new Date(Date.parse(from) + amount * milliseconds[unit]).toISOString();

/** The date that people at a place read on their calendars at an instant; in UTC where the zone is not known. */
export const dateAt = (instant: Instant, zone: string | null): CalendarDate =>
  // Swedish writes dates as ISO 8601 does.
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone ?? 'UTC' }).format(new Date(instant));

/** The day under which the service counts mails. */
export const countingDay = (instant: Instant): CalendarDate => instant.slice(0, 10);
