import type { Actor } from '../domain/audit.ts';
import type { Decider } from '../domain/machine.ts';
import type { CalendarDate, Instant } from '../domain/primitives.ts';
import type { Clock } from './ports.ts';

export const nowOf = (clock: Clock): Instant => clock.now().toISOString();

export const deciderOf = (clock: Clock, actor: Actor): Decider => ({ now: nowOf(clock), actor });

/** The date that people at a place read on their calendars at an instant; in UTC where the zone is not known. */
export const dateAt = (instant: Instant, zone: string | null): CalendarDate =>
  // Swedish writes dates as ISO 8601 does.
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone ?? 'UTC' }).format(new Date(instant));

/** The day under which the service counts mails. */
export const countingDay = (instant: Instant): CalendarDate => instant.slice(0, 10);
