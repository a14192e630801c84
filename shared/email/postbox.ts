import type { MailId } from '../domain/mail.ts';

/**
 * What became of a letter handed over for sending.
 * - `accepted`: it is on its way
 * - `throttled`: too many at this moment; it did not leave
 * - `quota-used-up`: the day's number of mails is reached; it did not leave
 * - `unavailable`: no fault of this letter (not reached, paused, not allowed); it did not leave
 * - `rejected`: this letter will never be taken
 * - `lost`: no answer, or none that can be understood: it may have left
 */
export type PostboxAnswer =
  | { readonly is: 'accepted'; readonly sesMessageId: string }
  | { readonly is: 'throttled' | 'quota-used-up' }
  | { readonly is: 'unavailable' | 'rejected' | 'lost'; readonly why: string };

/** A letter ready to leave. */
export interface Parcel {
  /** The mail's id, which comes back with every event about it. */
  readonly mailId: MailId;
  readonly from: string;
  readonly to: string;
  /** The raw message. */
  readonly message: Uint8Array;
}

export interface Postbox {
  /** Hands a parcel over once. Does not throw: every failure is an answer. */
  readonly send: (parcel: Parcel) => Promise<PostboxAnswer>;
}
