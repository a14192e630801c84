import * as z from 'zod';
import { Answer, CalendarDate, line, Zip } from '../domain/primitives.ts';
import { Block, weekdays, WeeklyWindows } from '../domain/schedule.ts';
import { Zone } from '../domain/zone.ts';

/**
 * Fields as a person writes them in a file. What stands for several values may be a text, with `;` between them, or in
 * JSON a list. A field that is not there, empty or null has not been said.
 */

type Issues = z.core.$RefinementCtx;

/** The parts of a text, or of a list, that are texts themselves; anything else is left as it is. */
const parts = (value: unknown, part: (text: string) => unknown): unknown => {
  if (typeof value === 'string')
    return value
      .split(';')
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .map(part);
  return Array.isArray(value) ? value.map((item: unknown) => (typeof item === 'string' ? part(item) : item)) : value;
};

const wrong = (issues: Issues, text: string, example: string): typeof z.NEVER => {
  issues.addIssue({ code: 'custom', message: `"${text}" is not of the form ${example}` });
  return z.NEVER;
};

/** `night; day` or a list. */
export const listOf = <T extends z.ZodType>(item: T, max: number) =>
  z.preprocess((value) => parts(value, (text) => text), z.array(item).max(max));

/** Parts of one form, each read by a pattern. */
const formed = <T extends z.ZodType>(
  list: T,
  pattern: RegExp,
  example: string,
  partOf: (...groups: string[]) => unknown,
) =>
  z.preprocess(
    (value, issues) =>
      parts(value, (text) => {
        const found = pattern.exec(text);
        return found === null ? wrong(issues, text, example) : partOf(...found.slice(1).map((group) => group ?? ''));
      }),
    list,
  );

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const minutesOfDay = 1440;

/** `mon 07:00-15:30; tue 19:00-07:00`: two windows that overlap contradict each other. */
export const windows = formed(
  WeeklyWindows.superRefine((all, issues) => {
    const spans = all.map(({ day, from, to }) => {
      const start = weekdays.indexOf(day) * minutesOfDay + minuteOf(from);
      return { start, length: (minuteOf(to) - minuteOf(from) + minutesOfDay) % minutesOfDay || minutesOfDay };
    });
    const week = 7 * minutesOfDay;
    for (const [index, { start }] of spans.entries()) {
      const other = spans.findIndex(
        (one, place) =>
          place < index &&
          ((start - one.start + week) % week < one.length || (one.start - start + week) % week < spans[index]!.length),
      );
      if (other === -1) continue;
      const { day, from, to } = all[other]!;
      issues.addIssue({ code: 'custom', path: [index], message: `overlaps the window ${day} ${from}-${to}` });
    }
  }),
  /^(\S+)\s+(\S+?)\s*-\s*(\S+)$/,
  'mon 07:00-15:30',
  (day, from, to) => ({ day: day?.toLowerCase(), from, to }),
);

/** One of these words, or windows. */
export const windowsOr = <const W extends string>(words: readonly W[]) =>
  z.unknown().transform((value, issues): W | z.output<typeof windows> => {
    const word = words.find((one) => one === value);
    if (word !== undefined) return word;
    const result = windows.safeParse(value);
    if (result.success) return result.data;
    for (const { path, message } of result.error.issues) issues.addIssue({ code: 'custom', path: [...path], message });
    return z.NEVER;
  });

/** `2027-02-01 to 2027-02-28`. */
export const blocks = formed(
  z.array(Block).max(26),
  /^(\S+)\s+to\s+(\S+)$/,
  '2027-02-01 to 2027-02-28',
  (from, to) => ({
    from,
    to,
  }),
);

/** `head 120; spine 40`: names with numbers. */
export const volumes = formed(
  z
    .array(z.object({ name: line(60), volume: z.int().min(0).max(100_000) }))
    .max(60)
    .transform((all) => Object.fromEntries(all.map(({ name, volume }) => [name, volume]))),
  /^(.+?)\s+(\d+)$/,
  'head 120',
  (name, volume) => ({ name, volume: Number(volume) }),
);

/** `fac_birch until 2028-06-30; fac_cedar`. */
export const dated = <T extends z.ZodType>(item: T, max: number) =>
  formed(
    z.array(z.object({ of: item, until: CalendarDate.nullable() })).max(max),
    /^(\S+)(?:\s+until\s+(\S+))?$/,
    '… until 2028-12-31',
    (of, until) => ({ of, until: until === '' ? null : until }),
  );

/** `2026-09-14 12; 2026-09-15 9`: records that count, by day. */
export const records = formed(
  z.array(z.object({ on: CalendarDate, records: z.int().min(1).max(5000) })).max(60),
  /^(\S+)\s+(\d+)$/,
  '2026-09-14 12',
  (on, count) => ({ on, records: Number(count) }),
);

export const number = z.number();

/** Hours, kept in minutes. */
export const hours = number
  .min(0)
  .max(168)
  .transform((value) => Math.round(value * 60));

/** US dollars, kept in cents. */
export const dollars = number
  .min(0)
  .max(10_000_000)
  .transform((value) => Math.round(value * 100));

export const answer = Answer;
export const yesOrNo = z.enum(['yes', 'no']).transform((value) => value === 'yes');

/** Where something is: a ZIP, or a point. */
export const place = {
  zip: Zip.nullish(),
  lat: number.min(-90).max(90).nullish(),
  lon: number.min(-180).max(180).nullish(),
  /** Found from the point where it is not given. */
  zone: Zone.nullish(),
};
export const placeNumbers = ['lat', 'lon'] as const;
