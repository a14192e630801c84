import type * as contract from '../contracts/mailing.ts';
import { auditLine, noHash } from '../domain/audit.ts';
import { type Mail, mailIdOf, type MailStatus } from '../domain/mail.ts';
import type { Decider } from '../domain/machine.ts';
import type { Instant } from '../domain/primitives.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { deciderOf, later } from './moments.ts';
import { perform } from './perform.ts';
import type { Ports, Store } from './ports.ts';
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

/** The copies of a mail are a chain, under the id of the first: its first line is written with the second copy. */
const lineOfCopy = async ({ audit }: Pick<Store, 'audit'>, mail: Mail, copy: Mail, { now, actor }: Decider) => {
  const of = mailIdOf(mail);
  const previousHash = (await audit.of(of)).at(-1)?.hash ?? noHash;
  return auditLine({
    of,
    version: mail.copy,
    at: now,
    actor,
    action: 'send again',
    from: mail.status,
    to: copy.status,
    previousHash,
  });
};

const knownMail = (mail: Mail | null): Result<Mail> => (mail === null ? refuse('not-found') : ok(mail));

/**
 * Sends a mail again because a coordinator takes it upon himself: a new copy, while the old one keeps what is known of
 * it. A mail in doubt may reach its reader twice by this, which the service never risks of its own accord.
 */
export const sendMailAgain =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>): UseCase<typeof contract.sendMailAgain> =>
  async ({ mailId, reason }, call) =>
    perform(store, call, async () => {
      const found = knownMail(await store.outbox.get(mailId));
      if (!found.ok) return found;
      const mail = found.value;
      const decider = deciderOf(clock, call.actor);
      const detail = whyNotAgain(mail, decider.now);
      if (detail !== null) return refuse('action-not-possible', { detail });
      const copy = nextCopy(mail, reason, decider.now);
      return ok({
        writes: [
          store.outbox.sentAgain(mail, copy),
          store.outbox.enqueue(copy),
          store.audit.append(await lineOfCopy(store, mail, copy, decider)),
        ],
        answer: { mailId: copy.id },
      });
    });
