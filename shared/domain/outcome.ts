import * as z from 'zod';
import { Answer, prose } from './primitives.ts';

/** What one side says of a placement that is over. The comment is for the coordinators, and shown to nobody else. */
export const Outcome = z.lazy(() =>
  z.object({
    /** Both are an end. */
    ending: z.enum(['finished', 'ended-early']),
    /** Were the records that were to be earned there earned, and signed? */
    records: z.enum(['all', 'some', 'none', 'not-known']),
    /** Would they train there, or train somebody, again? */
    again: Answer,
    comment: prose(1000).nullable(),
  }),
);
export type Outcome = z.infer<typeof Outcome>;
