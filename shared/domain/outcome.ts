import * as z from 'zod';
import { Answer, prose } from './primitives.ts';

/** How a training ended. Both are an end: the placement is over. */
export const Ending = z.enum(['finished', 'ended-early']);
export type Ending = z.infer<typeof Ending>;

export const endingNames: Record<Ending, string> = {
  finished: 'finished as planned',
  'ended-early': 'ended early',
};

/** Were the records that were to be earned there earned, and signed? */
export const RecordsEarned = z.enum(['all', 'some', 'none', 'not-known']);
export type RecordsEarned = z.infer<typeof RecordsEarned>;

export const recordsEarnedNames: Record<RecordsEarned, string> = {
  all: 'all of them',
  some: 'some of them',
  none: 'none',
  'not-known': 'not known to us',
};

/** What one side says of a placement that is over. The comment is for the coordinators, and shown to nobody else. */
export const Outcome = z.lazy(() =>
  z.object({
    ending: Ending,
    records: RecordsEarned,
    /** Would they train there, or train somebody, again? */
    again: Answer,
    comment: prose(1000).nullable(),
  }),
);
export type Outcome = z.infer<typeof Outcome>;
