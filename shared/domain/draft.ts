import * as z from 'zod';
import { EmailAddress, Instant, RequestId } from './primitives.ts';
import { Versioned } from './versioned.ts';

export const DraftId = z.string().regex(/^drf_[A-Za-z0-9]{4,80}$/, 'an id that starts with "drf_"');
export type DraftId = z.infer<typeof DraftId>;

/** The request that a draft becomes has the draft's own mark, so that either is found by the other. */
export const requestIdOf = (id: DraftId): RequestId => id.replace(/^drf_/, 'req_');
export const draftIdOf = (id: RequestId): DraftId => id.replace(/^req_/, 'drf_');

/** A request that was sent has one draft at most in which it is changed. */
export const editDraftIdOf = (id: RequestId): DraftId => id.replace(/^req_/, 'drf_edit');

/** How long a draft is kept from its beginning, days; then it is gone with everything that was written in it. */
export const draftDays = 14;

/** Fields of a form as they were typed, by their names: what is wrong or missing is kept too. */
export const DraftFields = z.record(z.string().max(80), z.string().max(4000));
export type DraftFields = z.infer<typeof DraftFields>;

/**
 * A request that is being written. It belongs to whoever reads the mail at its address: the link in the one mail that
 * is sent about it is the only way in, so that writing it proves the address, and sending it needs no second mail.
 */
export const Draft = z.lazy(() =>
  z.object({
    ...Versioned.pick({ version: true, updatedAt: true }).shape,
    id: DraftId,
    email: EmailAddress,
    personKey: z.string(),
    begunAt: Instant,
    expiresAt: Instant,
    /** Number of the link that opens it. */
    accessVersion: z.int(),
    fields: DraftFields,
    /** The request that it is to change, and that request's version when it was begun; null: it is a new one. */
    edits: z.object({ requestId: RequestId, version: z.int() }).nullable().default(null),
    /** The request that it became; what was written in it is there then, and here no more. Null: not sent yet. */
    requestId: RequestId.nullable(),
  }),
);
export type Draft = z.infer<typeof Draft>;
