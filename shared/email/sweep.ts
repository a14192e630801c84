import type { Mail, MailId } from '../domain/mail.ts';
import { later, nowOf } from '../usecases/moments.ts';
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
}

/** A run takes as many as it can finish; the next run takes the rest. */
const mailsARun = 500;

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
    return { queuedAgain, flagged };
  };
