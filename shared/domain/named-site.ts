import * as z from 'zod';
import { EmailAddress, Instant, line, prose } from './primitives.ts';

/** R25: a site outside the list at which a technologist would like to train. */
export const NamedSite = z.lazy(() =>
  z.object({
    name: line(160),
    town: line(80),
    /** Of whoever decides there, such as the imaging manager; null: not known. */
    email: EmailAddress.nullable(),
  }),
);
export type NamedSite = z.infer<typeof NamedSite>;

/** What became of a named site: one invitation to take part, after a coordinator looked at it, or none. */
export const Invitation = z.lazy(() =>
  z.discriminatedUnion('status', [
    z.object({
      status: z.literal('invited'),
      /** Where the invitation goes: the coordinator's word, not the technologist's. */
      email: EmailAddress,
      /** How the coordinator knows that the address is the site's. */
      evidence: prose(1000),
      by: z.string(),
      at: Instant,
    }),
    z.object({ status: z.literal('declined'), reason: prose(1000), by: z.string(), at: Instant }),
  ]),
);
export type Invitation = z.infer<typeof Invitation>;
