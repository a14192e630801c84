import * as z from 'zod';
import { Instant } from './primitives.ts';

/** How many wait; `more`: at least so many, they were not counted further. */
const Waiting = z.object({
  count: z.int().min(0),
  more: z.boolean(),
  /** Since when the first of them waits; null: nobody does. */
  since: Instant.nullable(),
});
export type Waiting = z.infer<typeof Waiting>;

/** What needs a coordinator, as it was on a morning. */
export const Digest = z.lazy(() =>
  z.object({
    /** The coordinators' time zone, in which its times are told. */
    zone: z.string(),
    /** Facilities that wait to be vetted. */
    toVet: Waiting,
    /** Requests that wait to be reviewed. */
    toReview: Waiting,
    /** Questions of facilities that wait for a reply. */
    questions: Waiting,
    /** Offers that lapse within a day, unless somebody answers. */
    lapsing: z.int().min(0),
    /** Mails that may or may not have left. */
    doubtfulMails: z.int().min(0),
    /** Mails that came back, were complained about or never left, since the last morning. */
    failedMails: z.int().min(0),
    /** Since when outreach stands still; null: it goes on. */
    stoppedSince: Instant.nullable(),
  }),
);
export type Digest = z.infer<typeof Digest>;

export const needsAttention = (digest: Omit<Digest, 'zone'>): boolean =>
  [digest.toVet, digest.toReview, digest.questions].some(({ count }) => count > 0) ||
  digest.lapsing + digest.doubtfulMails + digest.failedMails > 0 ||
  digest.stoppedSince !== null;
