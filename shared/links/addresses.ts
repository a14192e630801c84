import type { LinkPurpose } from '../contracts/route.ts';

const pages: Record<LinkPurpose, string> = {
  'confirm-request': 'confirm',
  'confirm-facility': 'confirm',
  'request-access': 'status',
  draft: 'request',
  'facility-access': 'facility',
  answer: 'answer',
  unsubscribe: 'unsubscribe',
};

/** The page that a mailed link opens. */
export const pageAddress = (siteUrl: string, purpose: LinkPurpose, token: string): string =>
  `${siteUrl}/${pages[purpose]}/${token}`;

/** A page behind the coordinators' sign-in, such as `/mailing`; without one, where they begin. */
export const coordinatorsAddress = (siteUrl: string, page = ''): string => `${siteUrl}/coordinator${page}`;
