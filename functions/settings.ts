import * as z from 'zod';
import type { ContactBudget } from '../shared/domain/contact-budget.ts';
import type { FormLimits } from '../shared/domain/form-limits.ts';
import type { DigestTime, Periods } from '../shared/usecases/ports.ts';
import type { MatchingSettings } from '../shared/matching/types.ts';

/**
 * The settings that functions share, in the groups in which they are needed. A function's `env.ts` puts its own
 * groups together, each made when it is asked for; its construct in the stack is typed by that schema, so neither side can name what the other lacks.
 */

/** The settings of a function. They are parsed once: to compile a parser for them, as zod does by itself, takes longer. */
export const settingsOf = <S extends z.ZodType>(env: S, given: NodeJS.ProcessEnv): z.output<S> =>
  env.parse(given, { jitless: true });

const name = z.string().min(1, 'must not be empty');

/**
 * A number in the environment, where everything is text: whole, unless it may be a fraction. Read by one step and not
 * by a chain of schemas, which every cold start would build for each setting.
 */
const amount = (least: number, { most = Infinity, fraction = false } = {}) =>
  z.string().transform((text, { issues }) => {
    const value = Number(text);
    const isNumber = fraction ? /^\d+(\.\d+)?$/.test(text) : /^\d+$/.test(text);
    if (!isNumber || value < least || value > most) {
      const bounds = most === Infinity ? `of at least ${least}` : `from ${least} to ${most}`;
      issues.push({ code: 'custom', input: text, message: `must be a ${fraction ? '' : 'whole '}number ${bounds}` });
    }
    return value;
  });

export const table = () => ({ TABLE_NAME: name });
export const linkSecret = () => ({ LINK_SECRET_ARN: name });
export const mailQueue = () => ({ MAIL_QUEUE_URL: z.url() });
export const directoryQueue = () => ({ DIRECTORY_QUEUE_URL: z.url() });
export const matchQueue = () => ({ MATCH_QUEUE_URL: z.url() });
export const shortlistQueue = () => ({ SHORTLIST_QUEUE_URL: z.url() });
export const roundQueue = () => ({ ROUND_QUEUE_URL: z.url() });

/** Where people write to, and where questions go that a person of the service must answer. */
export const coordinator = () => ({ COORDINATOR_EMAIL: z.email() });

export const mailing = () => ({
  /** The address that mails come from. */
  MAIL_FROM: z.email(),
  MAIL_CONFIGURATION_SET: name,
  /** The sender's postal address at the foot of every mail. */
  POSTAL_ADDRESS: name,
  /** What links in mails begin with, without a slash at the end. */
  SITE_URL: z.url().regex(/[^/]$/, 'must not end with a slash'),
});

/** Milliseconds between two mails of one worker. */
export const sendRate = () => ({ SEND_INTERVAL_MS: amount(1) });

/** Where coordinators sign in, and what the pages that they come back to begin with. */
export const signIn = () => ({
  SIGN_IN_ISSUER: z.url(),
  SIGN_IN_CLIENT_ID: name,
  SITE_URL: z.url().regex(/[^/]$/, 'must not end with a slash'),
});

/** Where events about mails come from. */
export const mailOrigin = () => ({
  ACCOUNT_ID: z.string().regex(/^\d{12}$/, 'must be an account of 12 digits'),
  MAIL_CONFIGURATION_SET: name,
});

export const periods = () => ({
  CONFIRM_HOURS: amount(1),
  ANSWER_DAYS: amount(1),
  REMINDERS: amount(0, { most: 2 }),
  UNDO_MINUTES: amount(1),
  SWEEP_MINUTES: amount(1),
});

/** When coordinators get their digest. */
export const digest = () => ({
  DIGEST_ZONE: name,
  DIGEST_HOUR: amount(0, { most: 23 }),
});

export const contactBudget = () => ({
  MAX_OPEN_BRIEFS: amount(1),
  MAX_BRIEFS_A_MONTH: amount(1),
  REST_DAYS_AFTER_NO: amount(0),
});

export const formLimits = () => ({
  MAX_FORMS_A_NETWORK_A_DAY: amount(1),
  MAX_FORMS_AN_HOUR: amount(1),
});

export const matching = () => ({
  DETOUR_FACTOR: amount(1, { fraction: true }),
  MILES_PER_HOUR: amount(1, { fraction: true }),
  REST_MINUTES: amount(0),
});

/** What a group of settings is, once the environment is parsed. */
type Parsed<Group extends () => z.core.$ZodLooseShape> = z.infer<z.ZodObject<ReturnType<Group>>>;

export const periodsOf = (env: Parsed<typeof periods>): Periods => ({
  confirmHours: env.CONFIRM_HOURS,
  answerDays: env.ANSWER_DAYS,
  reminders: env.REMINDERS,
  undoMinutes: env.UNDO_MINUTES,
  sweepMinutes: env.SWEEP_MINUTES,
});

export const digestOf = (env: Parsed<typeof digest>): DigestTime => ({ zone: env.DIGEST_ZONE, hour: env.DIGEST_HOUR });

export const matchingOf = (env: Parsed<typeof matching>): MatchingSettings => ({
  detourFactor: env.DETOUR_FACTOR,
  milesPerHour: env.MILES_PER_HOUR,
  restMinutes: env.REST_MINUTES,
});

export const formLimitsOf = (env: Parsed<typeof formLimits>): FormLimits => ({
  perNetworkADay: env.MAX_FORMS_A_NETWORK_A_DAY,
  anHour: env.MAX_FORMS_AN_HOUR,
});

export const contactBudgetOf = (env: Parsed<typeof contactBudget>): ContactBudget => ({
  maxOpenBriefs: env.MAX_OPEN_BRIEFS,
  maxBriefsAMonth: env.MAX_BRIEFS_A_MONTH,
  restDaysAfterNo: env.REST_DAYS_AFTER_NO,
});
