import * as z from 'zod';

/** Ids carry the kind they name and only characters that URLs, table keys and SES message tags all allow. */
const id = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}_[A-Za-z0-9]{4,80}$`), `an id that starts with "${prefix}_"`);

export const RequestId = id('req');
export const FacilityId = id('fac');
export const ProgramId = id('prg');
export const HealthSystemId = id('sys');
export const RoundId = id('rnd');
export type RequestId = z.infer<typeof RequestId>;
export type FacilityId = z.infer<typeof FacilityId>;
export type ProgramId = z.infer<typeof ProgramId>;
export type HealthSystemId = z.infer<typeof HealthSystemId>;
export type RoundId = z.infer<typeof RoundId>;

// Control characters (CR and LF among them) and bidirectional overrides have no place in a one-line text:
// they are how headers are injected and names are made to look like others.
const unprintable = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;
const unprintableButLineBreaks = /[^\P{Cc}\n\r\t]|[\u202A-\u202E\u2066-\u2069]/u;

// One call of `check` and not a chain: every link of a chain is one more schema to build, some thirty times over, at
// every cold start.

/** One line of text written by a person, 1 to `max` characters after trimming. */
export const line = (max: number) =>
  z.string().check(
    z.trim(),
    z.minLength(1, 'must not be empty'),
    z.maxLength(max),
    z.refine((text: string) => !unprintable.test(text), 'must be one line without control characters'),
  );

/** A few sentences written by a person, line breaks allowed. */
export const prose = (max: number) =>
  z.string().check(
    z.trim(),
    z.minLength(1, 'must not be empty'),
    z.maxLength(max),
    z.refine((text: string) => !unprintableButLineBreaks.test(text), 'must not hold control characters'),
  );

export const EmailAddress = z.email('must be an e-mail address such as name@example.org').max(254).toLowerCase();

/** A ZIP code of five digits; leading zeros count. */
export const Zip = z.string().regex(/^\d{5}$/, 'must be a ZIP code of five digits, such as 02139');

/** An instant in UTC, ISO 8601 with milliseconds: `2027-01-04T13:00:00.000Z`. */
export const Instant = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof Instant>;

/** A calendar date without a time, `2027-01-04`. */
export const CalendarDate = z.iso.date('must be a date such as 2027-01-04');
export type CalendarDate = z.infer<typeof CalendarDate>;

/** US cents, whole and not negative, up to ten million dollars: the usual liability cover ends at three. */
export const Cents = z.int().min(0).max(1_000_000_000);
/** One-way straight-line miles. */
export const Miles = z.number().min(0).max(3000);
/** Minutes of working time. */
export const Minutes = z.int().min(0).max(10_080);

/** What a person may say, or leave open. `unknown` is never read as `no`: it becomes a question. */
export const Answer = z.enum(['yes', 'no', 'unknown']);
export type Answer = z.infer<typeof Answer>;

/** A point on the earth, degrees (WGS 84). */
export const Point = z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) });
export type Point = z.infer<typeof Point>;

/** Where something is: the ZIP as given, and what the service derived from it. */
export const Place = z.lazy(() =>
  z.object({
    zip: Zip,
    /** The ZIP's point; null when the ZIP is not in the table (the distance is then a question, not a guess). */
    point: Point.nullable(),
    /** IANA zone of the point, such as America/Chicago. */
    zone: z.string().max(60).nullable(),
    state: z.string().length(2).nullable(),
    town: z.string().max(80).nullable(),
  }),
);
export type Place = z.infer<typeof Place>;
