import type * as contract from '../contracts/mailing.ts';
import { type AuditLine, auditLine, noHash } from '../domain/audit.ts';
import { later } from '../domain/durations.ts';
import { type Mail, type MailId, mailIdOf, type MailStatus } from '../domain/mail.ts';
import type { Decider } from '../domain/machine.ts';
import type { Instant } from '../domain/primitives.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { deciderOf, nowOf } from './moments.ts';
import { type Decided, perform } from './perform.ts';
import type { Call, Ports, Store, Write } from './ports.ts';
import type { UseCase } from './use-case.ts';

/** Mails of a state with something doubtful or wrong about them: what a person should look into. */
export const listMails =
  ({ store }: Pick<Ports, 'store'>): UseCase<typeof contract.listMails> =>
  async ({ status, cursor = null, limit }) => {
    const page = await store.outbox.inTrouble(status, cursor, limit);
    return page.ok ? ok({ items: [...page.value.items], cursor: page.value.cursor }) : page;
  };

/** All mails about one request, offer or facility, whatever became of them. */
export const listMailsAbout =
  ({ store }: Pick<Ports, 'store'>): UseCase<typeof contract.listMailsAbout> =>
  async ({ subject, cursor = null, limit }) => {
    const page = await store.outbox.about(subject, cursor, limit);
    return page.ok ? ok({ items: [...page.value.items], cursor: page.value.cursor }) : page;
  };

/** So long an event of SES may take to settle a doubt: before, sending again would be a gamble. */
const doubtMinutes = 15;

/** States from which a person may say: it has not reached anybody, send it again. */
const mayBeSentAgain: ReadonlySet<MailStatus> = new Set(['unknown', 'failed', 'bounced', 'suppressed', 'cancelled']);

/** A bounce stays, because the brake counts it; a complaint ends all mail to its reader. */
const mayBeClosed: ReadonlySet<MailStatus> = new Set(['unknown', 'failed', 'suppressed', 'cancelled']);

const whyNotClosed = ({ status, trouble, sentAgainAs, closedBecause }: Mail): string | null => {
  if (closedBecause !== null) return 'It was closed already.';
  if (sentAgainAs !== null) return `It was sent again already, as ${sentAgainAs}.`;
  return trouble === null || !mayBeClosed.has(status)
    ? `There is nothing to close in a mail that is "${status}".`
    : null;
};

const whyNotAgain = ({ status, sentAgainAs, updatedAt }: Mail, now: Instant): string | null => {
  if (sentAgainAs !== null) return `It was sent again already, as ${sentAgainAs}.`;
  if (!mayBeSentAgain.has(status)) return `A mail that is "${status}" is not sent again.`;
  return status === 'unknown' && now < later(updatedAt, doubtMinutes, 'minute')
    ? `Whether it left is in doubt for less than ${doubtMinutes} minutes: SES may still say.`
    : null;
};

/** The next copy of a mail: about the same, with the same link, judged anew by whether it is still due when it leaves. */
const nextCopy = (mail: Mail, reason: string, now: Instant): Mail => ({
  ...mail,
  id: mailIdOf(mail, mail.copy + 1),
  copy: mail.copy + 1,
  copyReason: reason,
  closedBecause: null,
  status: 'pending',
  createdAt: now,
  updatedAt: now,
  attempts: 0,
  leaseUntil: null,
  addressId: null,
  bounce: null,
  sesMessageId: null,
  trouble: null,
});

/** What coordinators did with a mail and its copies: one chain, under the id of the first copy. */
const chainOf = async ({ audit }: Pick<Store, 'audit'>, mail: Mail) => audit.of(mailIdOf(mail));

/** The next line of that chain: the first is written when a coordinator first deals with the mail. */
const nextLine = async (
  store: Pick<Store, 'audit'>,
  mail: Mail,
  step: { readonly action: string; readonly to: MailStatus },
  { now, actor }: Decider,
): Promise<Write> => {
  const last = (await chainOf(store, mail)).at(-1);
  return store.audit.append(
    auditLine({
      of: mailIdOf(mail),
      version: (last?.version ?? 0) + 1,
      at: now,
      actor,
      action: step.action,
      from: mail.status,
      to: step.to,
      previousHash: last?.hash ?? noHash,
    }),
  );
};

/** Changes how a mail is dealt with, on what it is now. */
const dealWith = async <T>(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  call: Call,
  mailId: MailId,
  decide: (mail: Mail, decider: Decider) => Promise<Result<Decided<T>>>,
): Promise<Result<T>> =>
  perform(store, call, async () => {
    const mail = await store.outbox.get(mailId);
    return mail === null ? refuse('not-found') : decide(mail, deciderOf(clock, call.actor));
  });

/**
 * Sends a mail again because a coordinator takes it upon himself: a new copy, while the old one keeps what is known of
 * it. A mail in doubt may reach its reader twice by this, which the service never risks of its own accord.
 */
export const sendMailAgain =
  (ports: Pick<Ports, 'store' | 'clock'>): UseCase<typeof contract.sendMailAgain> =>
  async ({ mailId, reason }, call) =>
    dealWith(ports, call, mailId, async (mail, decider) => {
      const { store } = ports;
      const detail = whyNotAgain(mail, decider.now);
      if (detail !== null) return refuse('action-not-possible', { detail });
      const copy = nextCopy(mail, reason, decider.now);
      return ok({
        writes: [
          store.outbox.dealtWith(mail, { sentAgainAs: copy.id }),
          store.outbox.enqueue(copy),
          await nextLine(store, mail, { action: 'send again', to: copy.status }, decider),
        ],
        answer: { mailId: copy.id },
      });
    });

/**
 * Closes what is doubtful or wrong about a mail without sending it again: a coordinator looked into it. The mail stays in
 * its state, and what SES still says of it counts.
 */
export const closeMail =
  (ports: Pick<Ports, 'store' | 'clock'>): UseCase<typeof contract.closeMail> =>
  async ({ mailId, reason }, call) =>
    dealWith(ports, call, mailId, async (mail, decider) => {
      const { store } = ports;
      const detail = whyNotClosed(mail);
      if (detail !== null) return refuse('action-not-possible', { detail });
      return ok({
        writes: [
          store.outbox.dealtWith(mail, { closedBecause: reason }),
          await nextLine(store, mail, { action: 'close', to: mail.status }, decider),
        ],
        answer: { mailId },
      });
    });

/** One mail, what coordinators did with it and its copies, and what they may do with it now. */
export interface MailCase {
  readonly mail: Mail;
  readonly audit: readonly AuditLine[];
  /** Why it is not sent again or closed; null: it may be. */
  readonly whyNot: { readonly sendAgain: string | null; readonly close: string | null };
}

export const readMail =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>) =>
  async (mailId: MailId): Promise<Result<MailCase>> => {
    const mail = await store.outbox.get(mailId);
    if (mail === null) return refuse('not-found');
    const whyNot = { sendAgain: whyNotAgain(mail, nowOf(clock)), close: whyNotClosed(mail) };
    return ok({ mail, audit: await chainOf(store, mail), whyNot });
  };
