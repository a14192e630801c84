import type { EmailEvent } from '../contracts/events.ts';
import { canBecome, type MailStatus } from '../domain/mail.ts';
import { nowOf } from '../usecases/moments.ts';
import type { Clock, Store } from '../usecases/ports.ts';

interface News {
  readonly status: MailStatus;
  readonly trouble: string | null;
}

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
      return { status: 'bounced', trouble: `Bounced: ${bounce?.bounceType ?? '?'}, ${bounce?.bounceSubType ?? '?'}.` };
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

export type Recorded = 'recorded' | 'nothing-new' | 'no-such-mail';

/**
 * Notes what SES reports, in whatever order and however often it comes: a status only moves forward, so a late or
 * repeated event changes nothing. It is also what settles a mail whose answer was lost.
 */
export const recordEmailEvent =
  ({ store, clock }: { readonly store: Pick<Store, 'outbox'>; readonly clock: Clock }) =>
  async ({ detail }: EmailEvent): Promise<Recorded> => {
    const [mailId] = detail.mail.tags['mail-id'];
    const news = newsOf(detail);
    if (news === null) return 'nothing-new';
    for (;;) {
      const mail = await store.outbox.get(mailId);
      if (mail === null) return 'no-such-mail';
      if (!canBecome(mail.status, news.status)) return 'nothing-new';
      const change = {
        updatedAt: nowOf(clock),
        leaseUntil: null,
        trouble: news.trouble,
        sesMessageId: mail.sesMessageId ?? detail.mail.messageId,
      };
      if (await store.outbox.move(mail, news.status, change)) return 'recorded';
      // Somebody else moved it meanwhile: what the event says is judged against the new status.
    }
  };
