import type { Wishes } from './placement-request.ts';

/** Wishes that say nothing but what no request leaves open: what is sought, by which credential, and from when. */
export const unsaidWishes: Omit<Wishes, 'discipline' | 'credentials' | 'earliestStart'> = {
  travelMiles: null,
  commuteMiles: 0,
  acceptsLodging: 'unknown',
  availability: null,
  blocks: [],
  minWeeklyMinutes: 60,
  wantedWeeklyMinutes: 60,
  latestEnd: null,
  employment: null,
  otherShifts: [],
  programId: null,
  readiness: {
    hipaa: { source: null, expiresOn: null, willComplete: 'unknown' },
    insurance: { cover: null, willBuy: 'unknown' },
    basicLifeSupport: { attested: false, expiresOn: null },
    backgroundCheck: { attested: false, expiresOn: null },
    meetsHealthRequirements: false,
    structuredEducation: 'unknown',
  },
  maxChargesCents: null,
  paidOnly: false,
  wishedSettings: [],
  requiredCategories: [],
  recordsNeeded: null,
  recordsSince: null,
  recordsCounted: [],
  introductionConsent: { scope: 'ask-each-time' },
  siteOrder: [],
  namedSite: null,
};
