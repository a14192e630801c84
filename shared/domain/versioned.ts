import * as z from 'zod';
import { Instant } from './primitives.ts';

/**
 * What every aggregate carries: the lock number that a write's condition names, and the head of its audit chain.
 * `auditHash` is the hash of the last audit line, so that the next line can be chained without another read.
 */
export const Versioned = z.object({
  version: z.int().min(1),
  updatedAt: Instant,
  auditHash: z.string(),
});
export type Versioned = z.infer<typeof Versioned>;

/** An aggregate as readers see it who never write it. */
export type Unversioned<T> = Omit<T, keyof Versioned>;
