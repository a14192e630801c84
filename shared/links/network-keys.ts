import { networkOf } from '../domain/form-limits.ts';
import type { NetworkKeys } from '../usecases/ports.ts';
import { keyedHash } from './keyed-hash.ts';
import type { LinkSecretSource } from './secret.ts';

/** Keys that networks are counted under, others each day: nobody's network can be followed from one day to the next. */
export const networkKeys = (secretSource: LinkSecretSource): NetworkKeys => ({
  of: (sourceIp, day) => keyedHash(secretSource, `network ${day}`, networkOf(sourceIp)),
});
