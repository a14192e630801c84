import * as z from 'zod';
import { Digest } from './digest.ts';
import { Instant, prose } from './primitives.ts';

/** Every kind of mail the service sends, named for what it tells. */
export const MailKind = z.enum([
  'draft-begun',
  'confirm-request',
  'request-received',
  'request-status',
  'shortlist-ready',
  'next-candidate',
  'confirm-facility',
  'facility-open',
  'facility-access',
  'brief',
  'brief-reminder',
  'brief-reply',
  'introduction-technologist',
  'introduction-facility',
  'consent-question',
  'offer-declined',
  'offer-lapsed',
  'brief-lapsed',
  'placement-start-technologist',
  'placement-start-facility',
  'completion-question-technologist',
  'completion-question-facility',
  'outcome-question-technologist',
  'outcome-question-facility',
  'offer-cancelled-technologist',
  'offer-cancelled-facility',
  'question-raised',
  'digest',
  'suppression-notice',
  'outreach-stopped',
  'invitation',
]);
export type MailKind = z.infer<typeof MailKind>;

/** What the service knows of a kind of mail beside its words. */
interface KindOfMail {
  /** Coordinators have one shared address, a setting of the stage. */
  readonly recipient: 'technologist' | 'facility' | 'named-site' | 'coordinator';
  /**
   * `outreach` is sent unasked, to win somebody: the brake stops it, an unsubscription ends it, and it carries
   * List-Unsubscribe. `essential` mail is waited for, or belongs to an arrangement that its reader is part of: it goes
   * on, and ends only with an address that takes no mail or complained.
   */
  readonly purpose: 'essential' | 'outreach';
}

const essentialTo = (recipient: KindOfMail['recipient']): KindOfMail => ({ recipient, purpose: 'essential' });
const outreachTo = (recipient: KindOfMail['recipient']): KindOfMail => ({ recipient, purpose: 'outreach' });

export const mailKinds: Readonly<Record<MailKind, KindOfMail>> = {
  'draft-begun': essentialTo('technologist'),
  'confirm-request': essentialTo('technologist'),
  'request-received': essentialTo('technologist'),
  'request-status': essentialTo('technologist'),
  'shortlist-ready': essentialTo('technologist'),
  'next-candidate': essentialTo('technologist'),
  'confirm-facility': essentialTo('facility'),
  'facility-open': essentialTo('facility'),
  'facility-access': essentialTo('facility'),
  brief: outreachTo('facility'),
  'brief-reminder': outreachTo('facility'),
  // The facility asked.
  'brief-reply': essentialTo('facility'),
  'introduction-technologist': essentialTo('technologist'),
  'introduction-facility': essentialTo('facility'),
  'consent-question': essentialTo('technologist'),
  'offer-declined': essentialTo('technologist'),
  'offer-lapsed': essentialTo('technologist'),
  // Follows a brief that nobody answered.
  'brief-lapsed': outreachTo('facility'),
  'placement-start-technologist': essentialTo('technologist'),
  'placement-start-facility': essentialTo('facility'),
  'completion-question-technologist': essentialTo('technologist'),
  'completion-question-facility': essentialTo('facility'),
  'outcome-question-technologist': essentialTo('technologist'),
  'outcome-question-facility': essentialTo('facility'),
  'offer-cancelled-technologist': essentialTo('technologist'),
  'offer-cancelled-facility': essentialTo('facility'),
  'question-raised': essentialTo('coordinator'),
  digest: essentialTo('coordinator'),
  'suppression-notice': essentialTo('coordinator'),
  'outreach-stopped': essentialTo('coordinator'),
  invitation: outreachTo('named-site'),
};

export const isOutreach = (kind: MailKind): boolean => mailKinds[kind].purpose === 'outreach';

/** SES message tags allow letters, digits, `_` and `-`: so do mail ids. */
export const MailId = z.string().regex(/^mail_[A-Za-z0-9_-]{4,200}$/);
export type MailId = z.infer<typeof MailId>;

/**
 * Forward only.
 * - `unknown`: the answer of SES was lost, so the mail may have left; only an SES event settles it, never a second
 *   sending of the service's own accord
 * - `suppressed`: not sent, because its address is on the suppression list
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
  'suppressed',
]);
export type MailStatus = z.infer<typeof MailStatus>;

/**
 * What SES tells of a mail that left, each worth more than those before it: what is told late or again changes nothing,
 * so that every order of telling ends alike. `failed` here: taken, and rejected after all, for instance for a virus.
 */
const told = ['sent', 'failed', 'delivered', 'bounced', 'complained'] as const;

/** Steps that a mail may take. A status without any is final. */
export const mailTransitions: Record<MailStatus, readonly MailStatus[]> = {
  // It stays pending when it has to wait. News of a mail that should not have left are taken as the truth.
  pending: ['pending', 'sending', 'cancelled', 'suppressed', ...told],
  sending: ['unknown', 'pending', ...told],
  unknown: told,
  sent: ['failed', 'delivered', 'bounced', 'complained'],
  failed: ['delivered', 'bounced', 'complained'],
  delivered: ['bounced', 'complained'],
  // A soft bounce may turn out to be a hard one.
  bounced: ['bounced', 'complained'],
  complained: [],
  cancelled: [],
  suppressed: [],
};

/**
 * `hard`: the mailbox does not exist or never takes our mail. `soft`: it did not take this one, after SES had tried for
 * a while.
 */
export const Bounce = z.enum(['hard', 'soft']);
export type Bounce = z.infer<typeof Bounce>;

/** What a mail is about and to whom: enough to render it, with no address, name or token in it. */
export const MailIntent = z.object({
  kind: MailKind,
  /** The aggregate whose data the mail tells: a request, an offer or a facility id. */
  subject: z.string().max(120),
  /** Which mail of this kind for this subject: a second one with the same number cannot be written. */
  round: z.int().min(1),
});
export type MailIntent = z.infer<typeof MailIntent>;

/** Sent of the service's own accord: it waits for a working day. A brief that its facility asked for again does not. */
export const isUnasked = ({ kind, round }: MailIntent): boolean =>
  isOutreach(kind) && (kind !== 'brief' || round === 1);

/**
 * The dedupe key is the id: subject, kind and round; and which copy it is, where a coordinator had it sent again. Rounds
 * are not used for that: they mean something to the kinds, and the next one may be asked for by a use-case.
 */
export const mailIdOf = ({ subject, kind, round }: MailIntent, copy = 1): MailId =>
  `mail_${subject}_${kind}_${round}${copy === 1 ? '' : `-${copy}`}`;

/** An item of the outbox. */
export const Mail = z.lazy(() =>
  z.object({
    id: MailId,
    ...MailIntent.shape,
    /** 1: as a use-case queued it; each sending again by a coordinator is the next one. */
    copy: z.int().min(1).default(1),
    /** Why a coordinator had it sent again; null: nobody did, it is the first copy. */
    copyReason: prose(1000).nullable().default(null),
    /** The next copy, where there is one. */
    sentAgainAs: MailId.nullable().default(null),
    /** Why a coordinator closed what was doubtful or wrong about it without sending it again; null: nobody did. */
    closedBecause: prose(1000).nullable().default(null),
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
    /** Whom it went to: the id that the address has on the suppression list, on it or not. Null until it is claimed. */
    addressId: z.string().max(80).nullable().default(null),
    /** How it bounced, if it did. */
    bounce: Bounce.nullable().default(null),
    /** SES's id once it accepted the mail. */
    sesMessageId: z.string().nullable(),
    /** What a digest tells; null: it is another kind of mail, and tells what its subject is when it leaves. */
    digest: Digest.nullable().default(null),
    /** In words, for the coordinator: what is doubtful or went wrong. */
    trouble: z.string().max(500).nullable(),
  }),
);
export type Mail = z.infer<typeof Mail>;

export const canBecome = (from: MailStatus, to: MailStatus): boolean => mailTransitions[from].includes(to);
