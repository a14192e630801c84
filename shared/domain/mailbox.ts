import { domainToASCII } from 'node:url';

/** Google reads these two as one, and no dots in what stands before the @. */
const googleDomains = new Set(['gmail.com', 'googlemail.com']);

/** What stands before and after the last @ of an address, in lower case; the domain as DNS knows it, in ASCII. */
export const partsOfAddress = (email: string): { readonly local: string; readonly domain: string } => {
  const address = email.trim().toLowerCase();
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).replace(/\.$/, '');
  return { local: address.slice(0, at), domain: domainToASCII(domain) || domain };
};

/** Without the part after a plus, which most providers hand to the same mailbox; what begins with one is all name. */
export const withoutPlusPart = (local: string): string => {
  const plus = local.indexOf('+');
  return plus > 0 && !local.startsWith('"') ? local.slice(0, plus) : local;
};

/**
 * The mailbox behind an address, the same for all its variants: lower case, a domain in ASCII (punycode), no plus-part
 * at any provider, no dots where the provider ignores them. Two people may become one by it where a provider takes a
 * plus for a letter; so it only counts and compares, and mail goes to the address as it was written.
 */
export const mailboxOf = (email: string): string => {
  const { local, domain } = partsOfAddress(email);
  const name = withoutPlusPart(local);
  return googleDomains.has(domain) ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${domain}`;
};
