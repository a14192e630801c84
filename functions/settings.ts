import * as z from 'zod';
import type { ContactBudget } from '../shared/domain/contact-budget.ts';
import type { Periods } from '../shared/usecases/ports.ts';
import type { MatchingSettings } from '../shared/matching/types.ts';

/**
 * The settings that functions share, in the groups in which they are needed. A function's `env.ts` puts its own
 * groups together; its construct in the stack is typed by that schema, so neither side can name what the other lacks.
 */

const name = z.string().min(1, 'must not be empty');

/** A number in the environment, where everything is text. */
const amount = (number: z.ZodNumber) =>
  z
    .string()
    .regex(/^\d+(\.\d+)?$/, 'must be a number')
    .transform(Number)
    .pipe(number);

export const table = { TABLE_NAME: name };
export const linkSecret = { LINK_SECRET_ARN: name };
export const mailQueue = { MAIL_QUEUE_URL: z.url() };
export const directoryQueue = { DIRECTORY_QUEUE_URL: z.url() };
export const matchQueue = { MATCH_QUEUE_URL: z.url() };
export const shortlistQueue = { SHORTLIST_QUEUE_URL: z.url() };
export const roundQueue = { ROUND_QUEUE_URL: z.url() };

/** Where people write to, and where questions go that a person of the service must answer. */
export const coordinator = { COORDINATOR_EMAIL: z.email() };

export const mailing = {
  /** The address that mails come from. */
  MAIL_FROM: z.email(),
  MAIL_CONFIGURATION_SET: name,
  /** The sender's postal address at the foot of every mail. */
  POSTAL_ADDRESS: name,
  /** What links in mails begin with, without a slash at the end. */
  SITE_URL: z.url().regex(/[^/]$/, 'must not end with a slash'),
};

export const periods = {
  CONFIRM_HOURS: amount(z.int().min(1)),
  ANSWER_DAYS: amount(z.int().min(1)),
  UNDO_MINUTES: amount(z.int().min(1)),
  SWEEP_MINUTES: amount(z.int().min(1)),
};

export const contactBudget = {
  MAX_OPEN_BRIEFS: amount(z.int().min(1)),
  MAX_BRIEFS_A_MONTH: amount(z.int().min(1)),
  REST_DAYS_AFTER_NO: amount(z.int().min(0)),
};

export const matching = {
  DETOUR_FACTOR: amount(z.number().min(1)),
  MILES_PER_HOUR: amount(z.number().positive()),
  REST_MINUTES: amount(z.int().min(0)),
};

const Periods = z.object(periods);
const Matching = z.object(matching);
const Budget = z.object(contactBudget);

export const periodsOf = (env: z.infer<typeof Periods>): Periods => ({
  confirmHours: env.CONFIRM_HOURS,
  answerDays: env.ANSWER_DAYS,
  undoMinutes: env.UNDO_MINUTES,
  sweepMinutes: env.SWEEP_MINUTES,
});

export const matchingOf = (env: z.infer<typeof Matching>): MatchingSettings => ({
  detourFactor: env.DETOUR_FACTOR,
  milesPerHour: env.MILES_PER_HOUR,
  restMinutes: env.REST_MINUTES,
});

export const contactBudgetOf = (env: z.infer<typeof Budget>): ContactBudget => ({
  maxOpenBriefs: env.MAX_OPEN_BRIEFS,
  maxBriefsAMonth: env.MAX_BRIEFS_A_MONTH,
  restDaysAfterNo: env.REST_DAYS_AFTER_NO,
});
