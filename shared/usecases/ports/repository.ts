/** How everything that is kept is read and written. */

import type { AuditLine } from '../../domain/audit.ts';
import type { Instant } from '../../domain/primitives.ts';
import type { RefusalCode } from '../../domain/refusal.ts';
import type { Result } from '../../domain/result.ts';

/**
 * One conditional write, made by a store and committed with others or not at all.
 * `refusal` is what the caller is told when this write's condition is what failed.
 */
export interface Write {
  readonly refusal: RefusalCode;
  /** The store's own form of the write; nobody else looks inside. */
  readonly item: unknown;
}

/**
 * A page of a list, and the cursor to the next one (signed by the store; null at the end).
 * A list refuses a cursor that was altered or belongs to another list: `invalid-input`, field `cursor`.
 */
export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor: string | null;
}

/** `relaxed`: perhaps a moment behind, at half the price. For what is only shown: nothing may be decided on it. */
export interface Reading {
  readonly relaxed?: boolean;
}

/** Reads an aggregate whole or not at all; writes are handed out, not done. */
export interface Repository<T, Id> {
  readonly get: (id: Id) => Promise<T | null>;
  readonly create: (item: T) => Write;
  /** Writes what changed, if the stored status and version are still those of `before`. */
  readonly update: (before: T, after: T) => Write;
  /** Changes nothing, but lets nothing else of the transaction through unless this is still as it was read. */
  readonly requireUnchanged: (item: T) => Write;
}

export interface AuditLog {
  readonly append: (line: AuditLine) => Write;
  /** The chain of one aggregate, first line first. */
  readonly of: (aggregateId: string, reading?: Reading) => Promise<readonly AuditLine[]>;
  /** The chains of something and of its parts, such as a request's offers, in the order of time. */
  readonly withParts: (id: string) => Promise<readonly AuditLine[]>;
  /** What people who sign in did, newest first; a page may be shorter than asked for, and go on all the same. */
  readonly acts: (filter: ActFilter, cursor: string | null, limit: number) => Promise<Result<Page<AuditLine>>>;
}

/** Acts of coordinators and admins. What is left out is not asked. */
export interface ActFilter {
  readonly from?: Instant | undefined;
  readonly before?: Instant | undefined;
  readonly actorId?: string | undefined;
  /** What the id begins with of what it was done to. */
  readonly prefix?: string | undefined;
}

/** A repeated POST with one `Idempotency-Key` has one effect: its answer is stored by the transaction that has the effect. */
export interface IdempotencyRecord {
  /** Hash of caller, route and key. */
  readonly key: string;
  /** Hash of the body: the same key with another body is a mistake, not a repeat. */
  readonly bodyHash: string;
}

export interface StoredAnswer {
  readonly bodyHash: string;
  readonly answer: unknown;
}

export interface UnitOfWork {
  /**
   * All of the writes or none; a failed condition comes back as the refusal of its write, the first of them when
   * several failed. `duplicate` of the field `Idempotency-Key`: the same call was made before, and `answerTo` has its
   * answer. `busy`: nothing was written. Throws when the outcome stays unknown, because no answer came.
   */
  readonly commit: (
    writes: readonly Write[],
    idempotency?: IdempotencyRecord & { readonly answer: unknown },
  ) => Promise<Result<void>>;
  readonly answerTo: (key: string) => Promise<StoredAnswer | null>;
}
