/** What decides on mails: people and forms as they are counted, the outbox, who gets none. */

import type { Mail, MailId, MailStatus } from '../../domain/mail.ts';
import type { Mailing } from '../../domain/mailing.ts';
import type { CalendarDate, FacilityId, Instant, RequestId } from '../../domain/primitives.ts';
import type { Result } from '../../domain/result.ts';
import type { Suppression, SuppressionId } from '../../domain/suppression.ts';
import type { Page, Reading, Repository, Write } from './repository.ts';

/** Mails that anybody can cause by typing an address into a form: counted, so that no mailbox can be flooded. */
export type CountedMail = 'confirmation' | 'access-link';

/** A stretch of time in which forms are counted that came from somewhere. */
export interface FormWindow {
  /** A network's key, or `everywhere`. */
  readonly source: string;
  /** The day or the hour. */
  readonly window: string;
  readonly ends: Instant;
  readonly most: number;
}

/** Counts forms that cause a mail. */
export interface FormCounts {
  readonly of: (window: FormWindow) => Promise<number>;
  /** Counts one more; refusal `limit-reached` when `most` are counted already. */
  readonly count: (window: FormWindow) => Write;
}

/** Counts a person's open requests; the write fails (`too-many-open-requests`) instead of passing the limit. */
export interface People {
  readonly openRequest: (personKey: string, requestId: RequestId) => Write;
  /** It is over, and still the person's: what is held of somebody can be found. */
  readonly closeRequest: (personKey: string, requestId: RequestId) => Write;
  /** The request is erased: it is nobody's any more. */
  readonly forgetRequest: (personKey: string, requestId: RequestId) => Write;
  /** From now on the address is one that a facility was confirmed under. */
  readonly speakFor: (personKey: string, facilityId: FacilityId) => Write;
  /** The address speaks for it no more. */
  readonly speakForNoMore: (personKey: string, facilityId: FacilityId) => Write;
  /**
   * What may have links mailed to the address, and `over`: its requests that go on no more. A facility may have another
   * contact by now, or have left.
   */
  readonly linkedTo: (personKey: string) => Promise<{
    readonly requests: readonly RequestId[];
    readonly over: readonly RequestId[];
    readonly facilities: readonly FacilityId[];
  }>;
  /** How many mails of the kind an address was sent on a day. */
  readonly mailsOn: (personKey: string, kind: CountedMail, day: CalendarDate) => Promise<number>;
  /**
   * Counts one more; refusal `duplicate` when `most` are counted already. An item of its own, so that one transaction
   * can hold it beside `openRequest`.
   */
  readonly noteMail: (personKey: string, kind: CountedMail, day: CalendarDate, most: number) => Write;
  /** Starts the day's count anew: the address answered, so the mails were wanted. */
  readonly forgetMails: (personKey: string, kind: CountedMail, day: CalendarDate) => Write;
  /** Is the address one that was never invited (R25), and of nobody who left the service? */
  readonly mayBeInvited: (personKey: string) => Promise<boolean>;
  /** From now on the address is not invited any more; refusal `duplicate` when that is so already. */
  readonly noteInvitation: (personKey: string) => Write;
  /** The same, whatever was before: who leaves is not invited back. */
  readonly refuseInvitations: (personKey: string) => Write;
  /** Remembers that the address of this request or facility is still to be confirmed, until the time to do so is over. */
  readonly notePending: (personKey: string, subject: string, until: Instant) => Write;
  /** Some of those (25 at most); each may have been confirmed or ended meanwhile. */
  readonly pendingOf: (personKey: string) => Promise<readonly string[]>;
}

/** What changes in a mail when it moves; the instant always does. */
export type MailChange = Pick<Mail, 'updatedAt'> &
  Partial<Pick<Mail, 'attempts' | 'leaseUntil' | 'addressId' | 'bounce' | 'sesMessageId' | 'trouble'>>;

export interface Outbox {
  readonly get: (id: MailId, reading?: Reading) => Promise<Mail | null>;
  /** A second mail with the same subject, kind and round is refused as `duplicate`. */
  readonly enqueue: (mail: Mail) => Write;
  /** Moves a mail forward, if it still is as it was read. False: someone else moved it, or it can't move so. */
  readonly move: (mail: Mail, to: MailStatus, change: MailChange) => Promise<boolean>;
  /** Notes that a mail arrived, without reading it. False: it is not `sent`, or not there. */
  readonly noteArrival: (id: MailId, at: Instant) => Promise<boolean>;
  /** Mails that wait since before `since`: pending ones, and claims whose lease ended before it. Longest first. */
  readonly overdue: (since: Instant, limit: number) => Promise<readonly Mail[]>;
  /** Mails of a state with something doubtful or wrong about them that nobody dealt with, newest first. */
  readonly inTrouble: (status: MailStatus, cursor: string | null, limit: number) => Promise<Result<Page<Mail>>>;
  /** Mails in doubt that nobody dealt with, longest first. */
  readonly inDoubt: (limit: number) => Promise<readonly Mail[]>;
  readonly ofSubject: (subject: string, reading?: Reading) => Promise<readonly Mail[]>;
  /** The same by pages. */
  readonly about: (subject: string, cursor: string | null, limit: number) => Promise<Result<Page<Mail>>>;
  /** Notes how a coordinator dealt with a mail in trouble; refusal `stale-version` when it moved since it was read. */
  readonly dealtWith: (mail: Mail, how: Partial<Pick<Mail, 'sentAgainAs' | 'closedBecause'>>) => Write;
  /** Takes a mail out of the outbox for good, whatever became of it. */
  readonly remove: (mail: Mail) => Write;
  /**
   * Of the last so many outreach mails that left, counting those queued since an instant: how many bounced hard, and how
   * many were complained about. `latest` has just moved, which a list may show a moment later.
   */
  readonly outreachTally: (since: Instant, ofTheLast: number, latest: Mail) => Promise<OutreachTally>;
}

export interface OutreachTally {
  readonly bounces: number;
  readonly complaints: number;
}

/** Addresses that get no mail, or no outreach. */
export interface Suppressions extends Repository<Suppression, SuppressionId> {
  /** Those that are on the list now, newest first. */
  readonly latest: (cursor: string | null, limit: number) => Promise<Result<Page<Suppression>>>;
}

/** What mails may leave at the moment; null while nobody and nothing ever stopped any. */
export interface MailingSwitches extends Repository<Mailing, Mailing['id']> {
  /** As it was a few seconds ago at most: what delivery reads. */
  readonly current: () => Promise<Mailing | null>;
}
