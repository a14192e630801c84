import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkPurposes, type LinkPurpose } from '../../../shared/contracts/route.ts';
import type { LinkSecret } from '../../../shared/links/secret.ts';
import { linkTokens } from '../../../shared/links/tokens.ts';
import { alteredTokens } from '../../support/altered-tokens.ts';

const secret = (current: string, ...keyIds: string[]): LinkSecret => ({
  current,
  keys: new Map(keyIds.map((keyId) => [keyId, `${keyId}-`.padEnd(64, keyId)])),
});
const tokens = linkTokens(secret('k1', 'k1'));
const link = { purpose: 'answer', subject: 'req_abcd1234-1', version: 3 } as const;
const end = '2027-01-04T13:00:00.000Z';
const before = new Date('2027-01-04T12:59:59.999Z');
const refused = { ok: false, refusal: { code: 'link-refused' } };

describe('tokens of mailed links', () => {
  it('tell what they were issued for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...linkPurposes), fc.nat(), fc.boolean(), (purpose, version, endless) => {
        const issued = { purpose, subject: 'fac_abcd', version };
        expect(tokens.verify(tokens.issue(issued, endless ? null : end), before, [purpose])).toEqual({
          ok: true,
          value: issued,
        });
      }),
    );
  });

  it('are the same whenever they are issued again', () => {
    expect(tokens.issue(link, end)).toBe(tokens.issue({ ...link }, end));
  });

  it('hold until their end and not at it, to the second rounded up', () => {
    const token = tokens.issue(link, '2027-01-04T12:59:59.001Z');
    expect(tokens.verify(token, before, ['answer']).ok).toBe(true);
    expect(tokens.verify(token, new Date(end), ['answer'])).toEqual(refused);
  });

  it('without an end hold for ever', () => {
    expect(tokens.verify(tokens.issue(link, null), new Date('2999-01-01'), ['answer']).ok).toBe(true);
  });

  it('open nothing but their own purpose, and are refused in the same words', () => {
    for (const purpose of linkPurposes) {
      const others: LinkPurpose[] = linkPurposes.filter((other) => other !== purpose);
      expect(tokens.verify(tokens.issue({ ...link, purpose }, end), before, others)).toEqual(refused);
    }
  });

  it('are refused in one same way a hundred thousand times over, however they were altered', () => {
    const others = linkPurposes.map((purpose) => tokens.issue({ purpose, subject: 'fac_wxyz9876', version: 7 }, null));
    const answers = new Set<string>();
    for (const token of alteredTokens([tokens.issue(link, end), ...others], 100_000))
      answers.add(JSON.stringify(tokens.verify(token, before, linkPurposes)));
    expect([...answers]).toEqual([JSON.stringify(refused)]);
  });

  it('are refused when any one character is changed, dropped or doubled', () => {
    const token = tokens.issue(link, end);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_. =';
    for (let at = 0; at < token.length; at += 1) {
      const [head, char, tail] = [token.slice(0, at), token.charAt(at), token.slice(at + 1)];
      const others = alphabet.split('').filter((other) => other !== char);
      for (const changed of ['', char + char, ...others])
        expect(tokens.verify(head + changed + tail, before, linkPurposes)).toEqual(refused);
    }
    expect(tokens.verify(token, before, linkPurposes).ok).toBe(true);
  });

  it('are refused for any text that was not issued', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        expect(tokens.verify(text, before, linkPurposes)).toEqual(refused);
      }),
    );
  });

  it('outlive a rotation of the key while the older key is kept, and not longer', () => {
    const token = tokens.issue(link, end);
    expect(linkTokens(secret('k2', 'k1', 'k2')).verify(token, before, ['answer']).ok).toBe(true);
    expect(linkTokens(secret('k2', 'k2')).verify(token, before, ['answer'])).toEqual(refused);
    expect(linkTokens(secret('k2', 'k1', 'k2')).issue(link, end)).not.toBe(token);
  });

  it('signed under another key id are refused, though both keys are known', () => {
    const rotated = linkTokens(secret('k2', 'k1', 'k2'));
    expect(rotated.verify(tokens.issue(link, end).replace('v1.k1.', 'v1.k2.'), before, ['answer'])).toEqual(refused);
  });
});
