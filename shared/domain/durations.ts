import type { Instant } from './primitives.ts';

/** A day is 24 hours here, whatever the clocks of a place do. */
export const millisecondsADay = 86_400_000;
export const secondsADay = 86_400;

const milliseconds = { minute: 60_000, hour: 3_600_000, day: millisecondsADay } as const;

/** The instant so long after another; an amount below 0 is before it. */
export const later = (from: Instant, amount: number, unit: keyof typeof milliseconds): Instant =>
  new Date(Date.parse(from) + amount * milliseconds[unit]).toISOString();
