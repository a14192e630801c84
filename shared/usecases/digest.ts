import { type Digest, needsAttention, type Waiting } from '../domain/digest.ts';
import { later, millisecondsADay } from '../domain/durations.ts';
import { type MailIntent, mailIdOf } from '../domain/mail.ts';
import type { Instant } from '../domain/primitives.ts';
import { daysAfter, isQuietDay } from '../domain/quiet-days.ts';
import { ok, type Result } from '../domain/result.ts';
import { type Attention, readAttention } from './attention.ts';
import { nowOf } from './moments.ts';
import { perform } from './perform.ts';
import type { DigestTime, Page, Ports } from './ports.ts';
import { queueMail } from './queue-mail.ts';
import { localTime } from './quiet-times.ts';

const waiting = <T>({ items, cursor }: Page<T>, sinceOf: (item: T) => Instant): Waiting => ({
  count: items.length,
  more: cursor !== null,
  since: items[0] === undefined ? null : sinceOf(items[0]),
});

const counted = (found: Attention): Omit<Digest, 'zone'> => ({
  toVet: waiting(found.toVet, ({ claimedAt }) => claimedAt),
  toReview: waiting(found.toReview, ({ submittedAt }) => submittedAt),
  questions: waiting({ items: found.questions, cursor: null }, ({ askedAt }) => askedAt),
  lapsing: found.lapsing.length,
  doubtfulMails: found.doubtfulMails,
  failedMails: found.failedMails,
  stoppedSince: found.brake?.since ?? null,
});

/** One a day: its number counts the days since 1970. */
const digestOn = (date: string): MailIntent => ({
  kind: 'digest',
  subject: 'coordinators',
  round: Date.parse(`${date}T00:00:00.000Z`) / millisecondsADay,
});

const daysSinceLastMorning = (date: string): number => {
  let days = 1;
  while (isQuietDay(daysAfter(date, -days), [])) days += 1;
  return days;
};

/**
 * On working days, within one hour of the coordinators' morning: a mail that tells what needs them, if anything does.
 * Called every minute; what is written already is found by its number, and outside the hour nothing is read at all.
 */
export const queueDigest =
  ({ store, clock, digest: { zone, hour } }: Pick<Ports, 'store' | 'clock'> & { readonly digest: DigestTime }) =>
  async (): Promise<Result<{ readonly queued: boolean }>> =>
    perform<{ readonly queued: boolean }>(store, {}, async () => {
      const now = nowOf(clock);
      const local = localTime(now, { zone });
      const nothing = ok({ writes: [], answer: { queued: false } });
      if (local.hour !== hour || isQuietDay(local.date, [])) return nothing;
      const intent = digestOn(local.date);
      if ((await store.outbox.get(mailIdOf(intent))) !== null) return nothing;
      const lastMorning = later(now, -daysSinceLastMorning(local.date), 'day');
      const digest = counted(await readAttention(store, { since: lastMorning, now }));
      if (!needsAttention(digest)) return nothing;
      const mail = { ...queueMail({ intent, subjectVersion: 1, link: null, now }), digest: { zone, ...digest } };
      return ok({ writes: [store.outbox.enqueue(mail)], answer: { queued: true } });
    });
