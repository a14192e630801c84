import { createHmac } from 'node:crypto';
import type { LinkSecretSource } from './secret.ts';

/**
 * A text as only this service can hash it, by the oldest key of the link secret: a rotation must not make anything new
 * that is counted by it. `purpose` keeps hashes for different uses apart.
 */
export const keyedHash = async (secretSource: LinkSecretSource, purpose: string, text: string): Promise<string> => {
  const [oldest] = (await secretSource()).keys.values();
  if (oldest === undefined) throw new Error('The link secret holds no key.');
  return createHmac('sha256', oldest).update(`${purpose}:${text}`).digest('base64url');
};
