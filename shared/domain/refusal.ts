import type { Instant } from './primitives.ts';

/**
 * The closed set of reasons for which the service says no. Nouns, in the field's words.
 * The HTTP edge maps each to a status and a sentence, once (`shared/http/problems.ts`).
 */
export const refusalCodes = [
  'invalid-input',
  'not-found',
  'action-not-possible',
  'stale-version',
  'too-many-open-requests',
  'seat-taken',
  'intake-not-open',
  'site-not-matching',
  'facility-not-open',
  'reason-missing',
  'consent-missing',
  'contact-budget',
  'limit-reached',
  'unknown-place',
  'duplicate',
  'link-refused',
  'idempotency-mismatch',
  'not-signed-in',
  'not-allowed',
  'busy',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

export interface Refusal {
  readonly code: RefusalCode;
  /** The input's field at fault, as a JSON path such as `availability[2].from`. */
  readonly field?: string;
  /** A sentence for the reader, when the code's own words are not enough. No personal data. */
  readonly detail?: string;
  /** From when on the same may be tried again, where that is known. */
  readonly retryAt?: Instant;
}
