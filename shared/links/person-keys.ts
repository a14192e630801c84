import { mailboxOf } from '../domain/mailbox.ts';
import type { PersonKeys } from '../usecases/ports.ts';
import { keyedHash } from './keyed-hash.ts';
import type { LinkSecretSource } from './secret.ts';

/** Keys that people are counted under: one for all variants of a mailbox. */
export const personKeys = (secretSource: LinkSecretSource): PersonKeys => ({
  of: (email) => keyedHash(secretSource, 'person', mailboxOf(email)),
});
