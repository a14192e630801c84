import { createHmac, timingSafeEqual } from 'node:crypto';
import { linkPurposes, type LinkPurpose } from '../contracts/route.ts';
import type { Instant } from '../domain/primitives.ts';
import { refuse, type Result } from '../domain/result.ts';
import type { LinkSecret } from './secret.ts';

/** What the token of a mailed link says. */
export interface Link {
  readonly purpose: LinkPurpose;
  /** Id of the request, offer or facility that the link leads to. */
  readonly subject: string;
  /**
   * Must equal the subject's own number when the link is used: `accessVersion` for confirm and access links,
   * an offer's `linkVersion` for answer links. A link of an older number is superseded or revoked.
   */
  readonly version: number;
}

export interface LinkTokens {
  /** `expiresAt` null: the link has no end of its own. The same arguments give the same token. */
  readonly issue: (link: Link, expiresAt: Instant | null) => string;
  /** One same refusal, `link-refused`, for a token that is altered, invented, too old or for another purpose. */
  readonly verify: (token: string, now: Date, purposes: readonly LinkPurpose[]) => Result<Link>;
}

const format = 'v1';
/** Longer than any token we issue: nothing longer is hashed. */
const maxLength = 300;

const isPurpose = (text: string): text is LinkPurpose => (linkPurposes as readonly string[]).includes(text);

const macOf = (key: string, signed: string): string => createHmac('sha256', key).update(signed).digest('base64url');

/** Compares the texts and not the bytes they encode: the last character of base64url has bits that decoding ignores. */
const sameText = (left: string, right: string): boolean => {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/**
 * Tokens `v1.<keyId>.<purpose>.<subject>.<version>.<expiry>.<mac>`; `expiry` in seconds of the epoch, 0 for none;
 * `mac` is the HMAC-SHA256 over all that precedes it, so nothing about a token needs to be stored.
 */
export const linkTokens = (secret: LinkSecret): LinkTokens => ({
  issue: ({ purpose, subject, version }, expiresAt) => {
    const key = secret.keys.get(secret.current);
    if (key === undefined) throw new Error('The link secret names a current key that it does not hold.');
    // Rounded up: the subject's own deadline is the exact one, and the link must not end before it.
    const expiry = expiresAt === null ? 0 : Math.ceil(Date.parse(expiresAt) / 1000);
    const signed = [format, secret.current, purpose, subject, version, expiry].join('.');
    return `${signed}.${macOf(key, signed)}`;
  },

  verify: (token, now, purposes) => {
    const refusal = refuse('link-refused');
    if (token.length > maxLength) return refusal;
    const parts = token.split('.');
    const [version, keyId, purpose, subject, number, expiry, mac] = parts;
    if (parts.length !== 7 || version !== format || mac === undefined) return refusal;
    const key = secret.keys.get(keyId ?? '');
    if (key === undefined || !sameText(mac, macOf(key, parts.slice(0, 6).join('.')))) return refusal;
    if (purpose === undefined || subject === undefined || !isPurpose(purpose) || !purposes.includes(purpose))
      return refusal;
    const expires = Number(expiry);
    if (expires !== 0 && now.getTime() >= expires * 1000) return refusal;
    return { ok: true, value: { purpose, subject, version: Number(number) } };
  },
});
