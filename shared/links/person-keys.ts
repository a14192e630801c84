import { createHmac } from 'node:crypto';
import { mailboxOf } from '../domain/mailbox.ts';
import type { PersonKeys } from '../usecases/ports.ts';
import type { LinkSecretSource } from './secret.ts';

/** Keys that people are counted under, by the oldest key of the link secret: a rotation must not make a person new. */
export const personKeys = (secretSource: LinkSecretSource): PersonKeys => ({
  of: async (email) => {
    const [oldest] = (await secretSource()).keys.values();
    if (oldest === undefined) throw new Error('The link secret holds no key.');
    return createHmac('sha256', oldest)
      .update(`person:${mailboxOf(email)}`)
      .digest('base64url');
  },
});
