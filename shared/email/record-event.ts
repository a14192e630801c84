import type { EmailEvent } from '../contracts/events.ts';
import type { Actor } from '../domain/audit.ts';
import { canBecome, isOutreach, type Mail, mailKinds, type Bounce, type MailStatus } from '../domain/mail.ts';
import { ok } from '../domain/result.ts';
import type { SuppressionCause, SuppressionId } from '../domain/suppression.ts';
import { brakeOutreach } from '../usecases/mailing.ts';
import { deciderOf, nowOf } from '../usecases/moments.ts';
import { perform } from '../usecases/perform.ts';
import type { Clock, Store } from '../usecases/ports.ts';
import { suppress } from '../usecases/suppressions.ts';

interface News {
  readonly status: MailStatus;
  readonly bounce?: Bounce;
  readonly trouble: string | null;
}

/** SES calls a bounce permanent when it is no use to try again; undetermined ones are no reason to give somebody up. */
const kindOfBounce = (bounceType: string | undefined): Bounce => (bounceType === 'Permanent' ? 'hard' : 'soft');

/** What an event says of its mail; null: nothing that we keep. No address is taken over from it. */
const newsOf = ({ eventType, bounce, complaint, reject }: EmailEvent['detail']): News | null => {
  switch (eventType) {
    case 'Send':
    // Whatever is delayed has left.
    case 'DeliveryDelay':
      return { status: 'sent', trouble: null };
    case 'Delivery':
      return { status: 'delivered', trouble: null };
    case 'Bounce':
      return {
        status: 'bounced',
        bounce: kindOfBounce(bounce?.bounceType),
        trouble: `Bounced: ${bounce?.bounceType ?? '?'}, ${bounce?.bounceSubType ?? '?'}.`,
      };
    case 'Complaint':
      return {
        status: 'complained',
        trouble: `Marked as spam (${complaint?.complaintFeedbackType ?? 'no type given'}).`,
      };
    case 'Reject':
      return { status: 'failed', trouble: `Rejected by SES after it took it: ${reject?.reason ?? 'no reason given'}.` };
    default:
      return null;
  }
};

const isNews = (mail: Mail, { status, bounce }: News): boolean =>
  canBecome(mail.status, status) &&
  (mail.status !== 'bounced' || status !== 'bounced' || (mail.bounce === 'soft' && bounce === 'hard'));

/** Why the address of a mail is not to be written to any more; null: it may. Coordinators' own address always may. */
const causeToSuppress = ({ kind }: Mail, { status, bounce }: News): SuppressionCause | null => {
  if (mailKinds[kind].recipient === 'coordinator') return null;
  if (status === 'complained') return 'complaint';
  return bounce === 'hard' ? 'hard-bounce' : null;
};

export type Recorded = 'recorded' | 'nothing-new' | 'no-such-mail';

export interface RecordPorts {
  readonly store: Pick<Store, 'outbox' | 'suppressions' | 'mailing' | 'audit' | 'commit' | 'answerTo'>;
  readonly clock: Clock;
}

/** Whoever reports: the bus, not a person. */
const actor: Actor = { kind: 'service', id: 'ses' };

const suppressAddressOf = async (
  { store, clock }: RecordPorts,
  { id: mailId, addressId }: Mail & { readonly addressId: SuppressionId },
  cause: SuppressionCause,
): Promise<void> => {
  const order = { id: addressId, scope: 'all', cause, mailId, reason: null } as const;
  const done = await perform(store, {}, async () =>
    ok({ writes: await suppress(store, order, deciderOf(clock, actor)), answer: null }),
  );
  if (!done.ok) throw new Error(`The address of ${mailId} was not suppressed: ${done.refusal.code}.`);
};

/**
 * Notes what SES reports, in whatever order and however often it comes: a status only moves forward, so a late or
 * repeated event changes nothing. It is also what settles a mail whose answer was lost.
 *
 * What follows from it is done before it is noted (suppression) or whether or not it was noted before (the brake), and
 * can be done twice without harm: an event that failed half way comes again and finds the rest still to do.
 */
export const recordEmailEvent =
  (ports: RecordPorts) =>
  async ({ detail }: Pick<EmailEvent, 'detail'>): Promise<Recorded> => {
    const { store, clock } = ports;
    const [mailId] = detail.mail.tags['mail-id'];
    const news = newsOf(detail);
    if (news === null) return 'nothing-new';
    // What becomes of most mails: nothing follows from it, so that they need not be read.
    if (news.status === 'delivered' && (await store.outbox.noteArrival(mailId, nowOf(clock)))) return 'recorded';
    const note = async (): Promise<Recorded> => {
      const mail = await store.outbox.get(mailId);
      if (mail === null) return 'no-such-mail';
      if (!isNews(mail, news)) return 'nothing-new';
      const cause = causeToSuppress(mail, news);
      const { addressId } = mail;
      if (cause !== null && addressId !== null) await suppressAddressOf(ports, { ...mail, addressId }, cause);
      const change = {
        updatedAt: nowOf(clock),
        leaseUntil: null,
        trouble: news.trouble,
        bounce: news.bounce ?? mail.bounce,
        sesMessageId: mail.sesMessageId ?? detail.mail.messageId,
      };
      // Where somebody else moved it meanwhile, what the event says is judged against the new status.
      return (await store.outbox.move(mail, news.status, change)) ? 'recorded' : note();
    };
    const recorded = await note();
    if (news.bounce === 'hard' || news.status === 'complained') {
      const mail = await store.outbox.get(mailId);
      if (mail !== null && isOutreach(mail.kind)) {
        const braked = await brakeOutreach(ports)(mail, actor);
        if (!braked.ok) throw new Error(`Outreach was not looked at after ${mailId}: ${braked.refusal.code}.`);
      }
    }
    return recorded;
  };
