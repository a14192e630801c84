import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkOf } from '../../../shared/domain/form-limits.ts';

describe('the network that an address is counted under', () => {
  it.each([
    ['192.0.2.7', '192.0.2.0/24'],
    ['192.0.2.255', '192.0.2.0/24'],
    ['192.0.3.7', '192.0.3.0/24'],
    ['::ffff:192.0.2.7', '192.0.2.0/24'],
    ['::ffff:c000:207', '192.0.2.0/24'],
    ['2001:db8:a:b:c:d:e:f', '2001:db8:a::/48'],
    ['2001:0DB8:000A:ffff::1', '2001:db8:a::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['64:ff9b::192.0.2.7', '64:ff9b:0::/48'],
    ['192.0.2.7, 198.51.100.1', 'unknown'],
    ['', 'unknown'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('is one for every way to write an address, and for all that share its first 48 bits', () => {
    const group = fc.integer({ min: 0, max: 0xffff });
    // Zeros in front may be an address of IPv4.
    const first = fc.integer({ min: 1, max: 0xffff });
    const eight = fc.tuple(first, group, group, group, group, group, group, group);
    fc.assert(
      fc.property(eight, fc.tuple(group, group, group, group, group), (groups, others) => {
        const long = groups.map((one) => one.toString(16).padStart(4, '0')).join(':');
        const short = new URL(`http://[${long}]`).hostname.slice(1, -1);
        expect(networkOf(short)).toBe(networkOf(long));
        const neighbor = [...groups.slice(0, 3), ...others].map((one) => one.toString(16)).join(':');
        expect(networkOf(neighbor)).toBe(networkOf(long));
      }),
    );
  });
});
