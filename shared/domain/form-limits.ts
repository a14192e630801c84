import { isIP } from 'node:net';

/** How many forms the service takes that cause a mail to an address somebody typed. Settings of the stage. */
export interface FormLimits {
  /** From one network in a day (UTC). Whole classes and hospitals share one, so it is no small number. */
  readonly perNetworkADay: number;
  /** From everywhere in an hour: holds where every form comes from another network. */
  readonly anHour: number;
}

/** The eight groups of an IPv6 address as numbers, its end in IPv4 form included; null for what is none. */
const groupsOf = (address: string): readonly number[] | null => {
  if (isIP(address) !== 6) return null;
  const end = /(?<=:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const [a = 0, b = 0, c = 0, d = 0] = end?.slice(1).map(Number) ?? [];
  const hex =
    end === null
      ? address
      : `${address.slice(0, end.index)}${[a * 256 + b, c * 256 + d].map((group) => group.toString(16)).join(':')}`;
  const [head = [], tail] = hex.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: 8 - head.length - (tail?.length ?? 0) }, () => '0');
  return [...head, ...(tail === undefined ? [] : [...zeros, ...tail])].map((group) => Number.parseInt(group, 16));
};

const ipv4Network = (bytes: readonly (string | number)[]): string => `${bytes.slice(0, 3).join('.')}.0/24`;

/**
 * The network that an address is counted under: 24 bits of IPv4, the smallest block that is routed by itself, and 48 of
 * IPv6, as much as one customer gets. One address more is then no new sender. IPv4 written as IPv6 is IPv4.
 * What is no address is one network of its own.
 */
export const networkOf = (address: string): string => {
  if (isIP(address) === 4) return ipv4Network(address.split('.'));
  const groups = groupsOf(address.split('%', 1)[0] ?? '');
  if (groups === null) return 'unknown';
  const [high = 0, low = 0] = groups.slice(6);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped) return ipv4Network([high >> 8, high & 255, low >> 8]);
  return `${groups
    .slice(0, 3)
    .map((group) => group.toString(16))
    .join(':')}::/48`;
};
