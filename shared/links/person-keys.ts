import { createHmac } from 'node:crypto';
import type { PersonKeys } from '../usecases/ports.ts';
import type { LinkSecretSource } from './secret.ts';

const dotlessDomains = new Set(['gmail.com', 'googlemail.com']);

/**
 * The mailbox behind an address: lower case, no plus-part, and no dots where the provider ignores them.
 * Only for counting and comparing; mail goes to the address as it was written.
 */
export const mailboxOf = (email: string): string => {
  const address = email.trim().toLowerCase();
  const at = address.lastIndexOf('@');
  const [local = ''] = address.slice(0, at).split('+');
  const domain = address.slice(at + 1);
  return dotlessDomains.has(domain) ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`;
};

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
