import type { SiteOfferTerms } from '../domain/site-offer.ts';
import { siteQuestions } from './phrases/site-questions.ts';

/** What a site has left open that the rules ask about, each under the code of its finding. */
const asked = {
  'employees-only-unknown': ({ employeesOnly }) => employeesOnly === 'unknown',
  'affiliation-demand-unknown': ({ affiliation }) => affiliation.demanded === 'unknown',
  'site-hours-unknown': ({ windows }) => windows === null,
  'cover-demand-unknown': ({ insurance }) => insurance.required === 'unknown',
  'cover-limits-unknown': ({ insurance }) =>
    insurance.required === 'yes' &&
    [insurance.perClaimCents, insurance.aggregateCents, insurance.policyTypes].includes(null),
  'hipaa-demand-unknown': ({ hipaa }) => hipaa.policy === 'unknown',
  'education-demand-unknown': ({ structuredEducationDemanded }) => structuredEducationDemanded === 'unknown',
  'supervisor-unknown': ({ supervisor }) => supervisor === 'unknown',
  'verifier-unknown': ({ verifier }) => verifier === 'unknown',
  'staff-unknown': ({ staffAgrees }) => staffAgrees === 'unknown',
  'volume-unknown': ({ monthlyVolume }) => monthlyVolume === null,
  'pay-unknown': ({ paysTrainee }) => paysTrainee === 'unknown',
} satisfies Partial<Record<keyof typeof siteQuestions, (terms: SiteOfferTerms) => boolean>>;

type UnsaidCode = keyof typeof asked | 'charges-unknown' | 'lodging-open';

/** Which findings an open point of the terms leads to; the two of the end depend on who comes. */
export const unsaidCodes = (terms: SiteOfferTerms): readonly UnsaidCode[] => [
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the object above, and no others
  ...(Object.keys(asked) as (keyof typeof asked)[]).filter((code) => asked[code](terms)),
  ...(terms.feeCents === null ? (['charges-unknown'] as const) : []),
  ...(terms.housing === 'unknown' || terms.housing === 'some' ? (['lodging-open'] as const) : []),
];

/**
 * The questions that people are asked because a site left something open, in the words in which they are asked. What
 * somebody is asked depends on them too: whoever has done the structured education, for instance, is not asked about it.
 */
export const questionsLeftBy = (terms: SiteOfferTerms): readonly string[] =>
  unsaidCodes(terms).map((code) =>
    code === 'charges-unknown' ? siteQuestions[code]({ parts: ['host-fee'] }) : siteQuestions[code](),
  );
