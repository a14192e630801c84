import * as z from 'zod';

/** Does this runtime know the time zone by name? An offset such as +05:00 is no zone: it never changes its clock. */
export const isZone = (name: string): boolean => {
  if (!/^[A-Z]/i.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
};

/** A time zone as somebody writes it. Stored places are read without asking whether the runtime still knows theirs. */
export const Zone = z.string().max(60).refine(isZone, 'must be an IANA time zone such as America/Chicago');
