import * as z from 'zod';
import { EmailAddress, Instant } from './primitives.ts';

/** Every kind of mail the service sends, named for what it tells. */
export const MailKind = z.enum([
  'confirm-request',
  'request-received',
  'request-status',
  'confirm-facility',
  'facility-open',
  'facility-access',
  'brief',
  'brief-reply',
  'introduction-technologist',
  'introduction-facility',
  'consent-question',
  'offer-declined',
  'offer-lapsed',
  'brief-lapsed',
  'offer-cancelled-technologist',
  'offer-cancelled-facility',
  'question-raised',
  'invitation',
]);
export type MailKind = z.infer<typeof MailKind>;

/** Whom a kind of mail goes to. Coordinators have one shared address, a setting of the stage. */
export const recipientOf: Record<MailKind, 'technologist' | 'facility' | 'named-site' | 'coordinator'> = {
  'confirm-request': 'technologist',
  'request-received': 'technologist',
  'request-status': 'technologist',
  'confirm-facility': 'facility',
  'facility-open': 'facility',
  'facility-access': 'facility',
  brief: 'facility',
  'brief-reply': 'facility',
  'introduction-technologist': 'technologist',
  'introduction-facility': 'facility',
  'consent-question': 'technologist',
  'offer-declined': 'technologist',
  'offer-lapsed': 'technologist',
  'brief-lapsed': 'facility',
  'offer-cancelled-technologist': 'technologist',
  'offer-cancelled-facility': 'facility',
  'question-raised': 'coordinator',
  invitation: 'named-site',
};

/** SES message tags allow letters, digits, `_` and `-`: so do mail ids. */
export const MailId = z.string().regex(/^mail_[A-Za-z0-9_-]{4,200}$/);
export type MailId = z.infer<typeof MailId>;

/**
 * Forward only. `unknown`: the answer of SES was lost, so the mail may have left; only an SES event settles it,
 * never a second sending.
 */
export const MailStatus = z.enum([
  'pending',
  'sending',
  'sent',
  'unknown',
  'delivered',
  'bounced',
  'complained',
  'failed',
  'cancelled',
]);
export type MailStatus = z.infer<typeof MailStatus>;

/** Steps that a mail may take. A status that is absent here is final. */
export const mailTransitions: Record<MailStatus, readonly MailStatus[]> = {
  pending: ['sending', 'cancelled'],
  sending: ['sent', 'unknown', 'failed', 'pending', 'delivered', 'bounced', 'complained'],
  unknown: ['sent', 'delivered', 'bounced', 'complained', 'failed'],
  // SES may reject a mail after it took it, for instance for a virus.
  sent: ['delivered', 'bounced', 'complained', 'failed'],
  delivered: ['bounced', 'complained'],
  bounced: [],
  complained: [],
  failed: [],
  cancelled: [],
};

/** What a mail is about and to whom: enough to render it, with no address, name or token in it. */
export const MailIntent = z.object({
  kind: MailKind,
  /** The aggregate whose data the mail tells: a request, an offer or a facility id. */
  subject: z.string().max(120),
  /** Which mail of this kind for this subject: a second one with the same number cannot be written. */
  round: z.int().min(1),
});
export type MailIntent = z.infer<typeof MailIntent>;

/** The dedupe key is the id: subject, kind and round. */
export const mailIdOf = (intent: MailIntent): MailId => `mail_${intent.subject}_${intent.kind}_${intent.round}`;

/** An item of the outbox. */
export const Mail = z.lazy(() =>
  z.object({
    id: MailId,
    ...MailIntent.shape,
    /** Version of the subject when the mail was queued: what the mail tells is fixed then. */
    subjectVersion: z.int(),
    /** The link version that the mail's token carries. */
    linkVersion: z.int(),
    /** Until when the mail's link holds; null: no link, or one without an end. */
    linkExpiresAt: Instant.nullable(),
    status: MailStatus,
    createdAt: Instant,
    updatedAt: Instant,
    /** Claims so far; a claim holds until `leaseUntil`. */
    attempts: z.int(),
    leaseUntil: Instant.nullable(),
    /** SES's id once it accepted the mail. */
    sesMessageId: z.string().nullable(),
    /** In words, for the coordinator: what is doubtful or went wrong. */
    trouble: z.string().max(500).nullable(),
  }),
);
export type Mail = z.infer<typeof Mail>;

export const canBecome = (from: MailStatus, to: MailStatus): boolean => mailTransitions[from].includes(to);

/** A mail ready to leave. */
export interface Letter {
  readonly to: z.infer<typeof EmailAddress>;
  readonly replyTo: string | null;
  /** Where the reader can end mails like this one (List-Unsubscribe); null where no such mail follows by itself. */
  readonly optOutPage: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
