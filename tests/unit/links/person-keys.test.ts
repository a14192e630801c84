import { describe, expect, it } from 'vitest';
import { personKeys } from '../../../shared/links/person-keys.ts';

const key = 'a'.repeat(64);
const secretOf = (...keyIds: string[]) =>
  personKeys(() =>
    Promise.resolve({ current: keyIds.at(-1) ?? '', keys: new Map(keyIds.map((id) => [id, id + key])) }),
  );

describe('person keys', () => {
  it('count variants of one mailbox as one, and tell nothing of the address', async () => {
    const keys = secretOf('k1');
    const one = await keys.of('ada@example.org');
    expect(await keys.of('ADA+again@example.org')).toBe(one);
    expect(await keys.of('eve@example.org')).not.toBe(one);
    expect(one).toMatch(/^[\w-]{43}$/);
  });

  it('stay the same when the link key is rotated', async () => {
    expect(await secretOf('k1', 'k2').of('ada@example.org')).toBe(await secretOf('k1').of('ada@example.org'));
  });
});
