import { later } from '../domain/durations.ts';
import type { Mail, MailId } from '../domain/mail.ts';
import { nowOf } from '../usecases/moments.ts';
import type { Clock, Store } from '../usecases/ports.ts';

export interface SweepPorts {
  readonly store: Pick<Store, 'outbox'>;
  /** Puts mails into the mail queue. */
  readonly queueMails: (mailIds: readonly MailId[]) => Promise<unknown>;
  readonly clock: Clock;
  readonly sweepMinutes: number;
}

export interface Sweep {
  /** Mails that the stream or a worker lost before a claim: queued again. */
  readonly queuedAgain: readonly MailId[];
  /** Mails whose worker was lost between claim and answer: flagged, and not sent again by the service. */
  readonly flagged: readonly MailId[];
  /** Mails that SES has not said anything about for longer than it takes. */
  readonly inDoubt: readonly MailId[];
}

/** A run takes as many as it can finish; the next run takes the rest. */
const mailsARun = 500;
/** An event of SES comes within a minute or two; after this, a person has to look. */
const doubtMinutes = 10;

/** Finds mails of the outbox that were left behind. */
export const sweepOutbox =
  ({ store, queueMails, clock, sweepMinutes }: SweepPorts) =>
  async (): Promise<Sweep> => {
    const now = nowOf(clock);
    const overdue = await store.outbox.overdue(later(now, -sweepMinutes, 'minute'), mailsARun);
    const queuedAgain = overdue.filter(({ status }) => status === 'pending').map(({ id }) => id);
    if (queuedAgain.length > 0) await queueMails(queuedAgain);

    const flag = (mail: Mail): Promise<boolean> =>
      store.outbox.move(mail, 'unknown', {
        updatedAt: now,
        leaseUntil: null,
        trouble: 'May have been sent: its worker was lost before it noted the answer.',
      });
    const flagged: MailId[] = [];
    for (const mail of overdue) if (mail.status === 'sending' && (await flag(mail))) flagged.push(mail.id);
    const doubtful = await store.outbox.inDoubt(mailsARun);
    const since = later(now, -doubtMinutes, 'minute');
    const unsettled = doubtful.filter(({ updatedAt }) => updatedAt <= since).map(({ id }) => id);
    // A lost worker's mail was in doubt since its lease began.
    return { queuedAgain, flagged, inDoubt: [...flagged, ...unsettled] };
  };
