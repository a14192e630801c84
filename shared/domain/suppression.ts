import * as z from 'zod';
import { isOutreach, MailId, type MailKind } from './mail.ts';
import { Instant, prose } from './primitives.ts';
import { Versioned } from './versioned.ts';

/**
 * An address by the key that its person is counted under (an HMAC): the list holds no address, and tells nobody who does
 * not know one already whether it is on it.
 */
export const SuppressionId = z.string().regex(/^sup_[A-Za-z0-9_-]{4,80}$/, 'an id that starts with "sup_"');
export type SuppressionId = z.infer<typeof SuppressionId>;

export const suppressionIdOf = (personKey: string): SuppressionId => `sup_${personKey}`;

/** The key of the person whose address it is. */
export const personKeyOf = (id: SuppressionId): string => id.slice('sup_'.length);

/** Which mails an address does not get; `none`: it was taken off the list. */
export const SuppressionScope = z.enum(['none', 'outreach', 'all']);
export type SuppressionScope = z.infer<typeof SuppressionScope>;

export const SuppressionCause = z.enum(['hard-bounce', 'complaint', 'unsubscribed', 'coordinator']);
export type SuppressionCause = z.infer<typeof SuppressionCause>;

/** An address on the suppression list, or one that was on it. */
export const Suppression = z.lazy(() =>
  z.object({
    ...Versioned.shape,
    id: SuppressionId,
    scope: SuppressionScope,
    cause: SuppressionCause,
    since: Instant,
    /** The mail that bounced, was complained about, or held the link to unsubscribe; null: there was none. */
    mailId: MailId.nullable(),
    /** Why a coordinator put it on the list or took it off; null: no coordinator did. */
    reason: prose(1000).nullable(),
  }),
);
export type Suppression = z.infer<typeof Suppression>;

/** Whether an address is to get no mail of a kind. Null: it was never on the list. */
export const suppresses = (suppression: Suppression | null, kind: MailKind): boolean => {
  const scope = suppression?.scope ?? 'none';
  return scope === 'all' || (scope === 'outreach' && isOutreach(kind));
};

/** Whether `scope` keeps back more than what the address has already: the list is only ever lengthened by events. */
export const isWider = (scope: SuppressionScope, before: Suppression | null): boolean =>
  SuppressionScope.options.indexOf(scope) > SuppressionScope.options.indexOf(before?.scope ?? 'none');
