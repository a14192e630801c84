import * as z from 'zod';
import { isOutreach, MailKind } from './mail.ts';
import { Instant, prose } from './primitives.ts';
import { Versioned } from './versioned.ts';

export const mailingId = 'mailing';

/** Why outreach stands still. */
export const Brake = z.lazy(() =>
  z.object({
    cause: z.enum(['bounces', 'complaints', 'coordinator']),
    since: Instant,
    /** Of a coordinator who stopped it; null: it stopped by itself. */
    reason: prose(1000).nullable(),
  }),
);
export type Brake = z.infer<typeof Brake>;

/** What mails may leave at the moment, all in one item. */
export const Mailing = z.lazy(() =>
  z.object({
    ...Versioned.shape,
    id: z.literal(mailingId),
    /** Null: outreach goes on. */
    brake: Brake.nullable(),
    /** Bounces and complaints of mails queued before this are not counted any more: a coordinator looked into them. */
    countsFrom: Instant,
    /** Kinds that are switched off. */
    kindsOff: z.array(MailKind),
    /** Why somebody resumed outreach or switched a kind, the last time. */
    reason: prose(1000).nullable(),
  }),
);
export type Mailing = z.infer<typeof Mailing>;

/** Why mails of a kind wait at the moment, in words; null: they leave. A mailing of null is one that nobody ever touched. */
export const whyWaiting = (mailing: Mailing | null, kind: MailKind): string | null => {
  if (mailing?.kindsOff.includes(kind) === true) return 'this kind of mail is switched off';
  return mailing !== null && mailing.brake !== null && isOutreach(kind) ? 'outreach is stopped' : null;
};

/**
 * SES puts an account under review at 5 % hard bounces or 0.1 % complaints. A share of fewer mails than the window says
 * little, so it is always taken of the whole window.
 */
export const brakeLimits = {
  bounces: { ofTheLast: 200, mostPercent: 5, atLeast: 1 },
  complaints: { ofTheLast: 2000, mostPercent: 0.1, atLeast: 3 },
} as const;

/** Whether the next one would reach the limit: that is when outreach has to stop. Fewer than `atLeast` are chance. */
export const reachesLimit = (
  count: number,
  { ofTheLast, mostPercent, atLeast }: (typeof brakeLimits)[keyof typeof brakeLimits],
): boolean => count >= atLeast && (count + 1) * 100 >= mostPercent * ofTheLast;
