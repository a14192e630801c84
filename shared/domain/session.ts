import * as z from 'zod';
import { Instant } from './primitives.ts';

/** What a person who signs in may do. */
export const Role = z.enum(['coordinator', 'admin']);
export type Role = z.infer<typeof Role>;

/** A coordinator who is signed in to the pages, from the sign-in to the sign-out or `endsAt`. */
export const Session = z.lazy(() =>
  z.object({
    /** A hash of what the browser holds: whoever reads the table cannot go on with a session. */
    id: z.string().min(20).max(80),
    /** Who it is, as the user pool and the audit know them. */
    actorId: z.string().min(1).max(120),
    /** The address by which they signed in, to be shown to themselves. */
    email: z.string().max(320),
    roles: z.array(Role).min(1),
    endsAt: Instant,
  }),
);
export type Session = z.infer<typeof Session>;

/** A working day and a little more: then one signs in again. */
export const sessionHours = 12;
