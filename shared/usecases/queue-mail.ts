import { later } from '../domain/durations.ts';
import type { Facility } from '../domain/facility.ts';
import { mailIdOf, type Mail, type MailIntent, type MailKind } from '../domain/mail.ts';
import type { Offer } from '../domain/offer.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { Instant } from '../domain/primitives.ts';

/**
 * How long a link to a status page or to a facility's page holds, days: longer than most placements take to arrange.
 * A fresh one is mailed on request at any time.
 */
export const accessLinkDays = 180;

/** When an access link in a mail that was queued at `queuedAt` ends. */
export const accessLinkEnd = (queuedAt: Instant): Instant => later(queuedAt, accessLinkDays, 'day');

interface MailOrder {
  readonly intent: MailIntent;
  readonly subjectVersion: number;
  /** The link to the mail's own subject, fixed here so that rendering again gives the same token; null: it has none. */
  readonly link: { readonly version: number; readonly expiresAt: Instant } | null;
  readonly now: Instant;
  /** It leaves then; null: at once. */
  readonly notBefore?: Instant | null;
}

/** The outbox item of a mail that a decision asked for. */
export const queueMail = ({ intent, subjectVersion, link, now, notBefore = null }: MailOrder): Mail => ({
  id: mailIdOf(intent),
  ...intent,
  copy: 1,
  copyReason: null,
  closedBecause: null,
  sentAgainAs: null,
  subjectVersion,
  linkVersion: link?.version ?? 0,
  linkExpiresAt: link?.expiresAt ?? null,
  status: 'pending',
  createdAt: now,
  updatedAt: now,
  attempts: 0,
  // A mail that waits for its time is one that nobody may claim before it.
  leaseUntil: notBefore,
  addressId: null,
  bounce: null,
  sesMessageId: null,
  digest: null,
  trouble: null,
});

/**
 * Mails about an aggregate, as it is after the decision that asked for the mail.
 * Confirm links end with the time to confirm, access links after `accessLinkDays`; both carry the access version,
 * so that a changed contact ends every link the former one was sent.
 */
export const mailOfRequest = (intent: MailIntent, request: PlacementRequest, now: Instant): Mail =>
  queueMail({
    intent,
    subjectVersion: request.version,
    link: {
      version: request.accessVersion,
      expiresAt: request.status === 'submitted' ? request.confirmBy : accessLinkEnd(now),
    },
    now,
  });

export const mailOfFacility = (intent: MailIntent, facility: Facility, now: Instant): Mail =>
  queueMail({
    intent,
    subjectVersion: facility.version,
    link: {
      version: facility.accessVersion,
      expiresAt: facility.status === 'claimed' ? facility.confirmBy : accessLinkEnd(now),
    },
    now,
  });

/** Mails that lead to the page on which a brief is answered. */
const answerKinds: ReadonlySet<MailKind> = new Set(['brief', 'brief-reminder', 'brief-reply']);

/**
 * A brief carries the answer link of its number, and a reminder the same one. The other mails about an offer lead to a status page or a facility's
 * page: links to another aggregate than the mail's subject, made from that aggregate when the mail is rendered.
 */
export const mailOfOffer = (intent: MailIntent, offer: Offer, now: Instant, notBefore: Instant | null = null): Mail =>
  queueMail({
    intent,
    subjectVersion: offer.version,
    link: answerKinds.has(intent.kind) ? { version: offer.linkVersion, expiresAt: offer.answerBy } : null,
    now,
    notBefore,
  });
