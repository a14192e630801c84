import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { refreshed } from '../domain/refreshed.ts';
import type { Clock } from '../usecases/ports.ts';

/** The keys that sign mailed links, by key id, oldest first. */
export interface LinkSecret {
  readonly keys: ReadonlyMap<string, string>;
  /** The id of the key that signs new links; links signed by the others still hold. */
  readonly current: string;
}

/** Gives the secret, from a short-lived copy where there is one. */
export type LinkSecretSource = () => Promise<LinkSecret>;

/** 32 characters and more: what Secrets Manager generates, or base64url of 32 random bytes. */
const shortestKey = 32;

/**
 * The secret as it is kept, such as `{"current":"k1","k1":"…"}`: flat, because Secrets Manager can generate a random
 * string only for a key of the first level. To rotate: append `k2`; after five minutes, when every copy
 * holds it, make it `current`; keep `k1`, by which people are counted.
 */
const StoredSecret = z.lazy(() =>
  z
    .object({ current: z.string().regex(/^k\d{1,6}$/) })
    .catchall(z.string().min(shortestKey))
    .transform(({ current, ...rest }): LinkSecret => ({
      current,
      keys: new Map(Object.entries(rest as Record<string, string>)),
    }))
    .refine(({ current, keys }) => keys.has(current), 'names a current key that it does not hold'),
);

const parseSecret = (text: string): LinkSecret => {
  try {
    return StoredSecret.parse(JSON.parse(text));
  } catch {
    // The cause would quote the secret into a log.
    throw new Error('The link secret is not of the form {"current":"k1","k1":"…"}.');
  }
};

const copyHoldsMs = 5 * 60_000;

/** Reads the link secret from Secrets Manager, at most once in five minutes. */
export const storedLinkSecret = (from: {
  readonly client: SecretsManagerClient;
  readonly secretArn: string;
  readonly clock: Clock;
}): LinkSecretSource => {
  const fetchSecret = async (): Promise<LinkSecret> => {
    const { SecretString: text } = await from.client.send(new GetSecretValueCommand({ SecretId: from.secretArn }));
    return parseSecret(text ?? '');
  };

  return refreshed(fetchSecret, copyHoldsMs, from.clock);
};
