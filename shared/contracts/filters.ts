import * as z from 'zod';
import { lazily } from '../domain/lazily.ts';
import { CalendarDate } from '../domain/primitives.ts';

/** Browsers send the fields of a filter that were left empty, too. */
export const filled = <T extends z.ZodType>(field: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), field.optional());

/** What the history can be asked for by kind. */
export const auditKinds = [
  'requests',
  'facilities',
  'rounds',
  'mails',
  'suppressions',
  'mailing',
  'programs',
  'systems',
  'requirements',
] as const;
export type AuditKind = (typeof auditKinds)[number];

/** What the history is narrowed down to, on its page and in its file. */
export const actFilter = lazily(() => ({
  by: filled(z.string().max(120)),
  kind: filled(z.enum(auditKinds)),
  from: filled(CalendarDate),
  to: filled(CalendarDate),
}));
