import { createHash } from 'node:crypto';
import * as z from 'zod';
import { Instant } from './primitives.ts';

/**
 * Who did it: ids only, so that erasing a person leaves the chain whole.
 * `technologist` and `facility` came by a mailed link of the aggregate named beside them.
 */
export const Actor = z.lazy(() =>
  z.object({
    kind: z.enum(['technologist', 'facility', 'coordinator', 'admin', 'service']),
    id: z.string().max(120),
  }),
);
export type Actor = z.infer<typeof Actor>;

/** Coordinators and admins; the others come by mailed links, or are the service itself. */
export const signsIn = ({ kind }: Actor): boolean => kind === 'coordinator' || kind === 'admin';

/** One line of an aggregate's audit chain: each holds the hash of the one before. */
export const AuditLine = z.lazy(() =>
  z.object({
    /** The aggregate's id. */
    of: z.string(),
    /** The aggregate's version after the change: numbers the lines without gaps. */
    version: z.int(),
    at: Instant,
    actor: Actor,
    action: z.string().max(60),
    from: z.string().nullable(),
    to: z.string(),
    previousHash: z.string(),
    hash: z.string(),
  }),
);
export type AuditLine = z.infer<typeof AuditLine>;

/** The chain of every aggregate starts here. */
export const noHash = '';

export const hashOf = (entry: Omit<AuditLine, 'hash'>): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        entry.previousHash,
        entry.of,
        entry.version,
        entry.at,
        entry.actor.kind,
        entry.actor.id,
        entry.action,
        entry.from,
        entry.to,
      ]),
    )
    .digest('base64url');

export const auditLine = (entry: Omit<AuditLine, 'hash'>): AuditLine => ({ ...entry, hash: hashOf(entry) });

/** The first broken link of a chain in version order, or null when it is whole. */
export const firstBreak = (lines: readonly AuditLine[]): AuditLine | null => {
  let previous = noHash;
  let version = 0;
  for (const entry of lines) {
    const { hash, ...rest } = entry;
    version += 1;
    if (entry.previousHash !== previous || entry.version !== version || hashOf(rest) !== hash) return entry;
    previous = hash;
  }
  return null;
};
