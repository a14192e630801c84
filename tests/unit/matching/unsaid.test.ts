import { describe, expect, test } from 'vitest';
import type { SiteOfferTerms } from '../../../shared/domain/site-offer.ts';
import { assess } from '../../../shared/matching/find-candidates.ts';
import { explain } from '../../../shared/matching/phrases.ts';
import { questionsLeftBy, unsaidCodes } from '../../../shared/matching/unsaid.ts';
import { aContext, aReadiness, aRequest, aSite, milesNorth, someTerms } from '../../support/builders.ts';

/** Whoever depends on everything that a site may say, and has left nothing open: only the site can cause a question. */
const dependent = aRequest({
  home: milesNorth(50),
  wishes: {
    paidOnly: true,
    acceptsLodging: 'no',
    readiness: aReadiness({ structuredEducation: 'none', insurance: { cover: null, willBuy: 'yes' } }),
  },
});

/** What the rules ask about a site with these terms. */
const asked = (terms: Partial<SiteOfferTerms>) => {
  const { verdicts } = assess(dependent, aSite({ terms }), aContext());
  return [...verdicts, ...verdicts.flatMap(({ also }) => also)].filter(({ outcome }) => outcome === 'ask');
};

const yes = { required: 'yes', perClaimCents: null, aggregateCents: null, policyTypes: null } as const;

const openPoints: readonly (readonly [string, Partial<SiteOfferTerms>])[] = [
  ['hours', { windows: null }],
  ['volume', { monthlyVolume: null }],
  ['employees only', { employeesOnly: 'unknown' }],
  ['affiliation', { affiliation: { demanded: 'unknown', ofOwnEmployeesToo: false } }],
  ['insurance', { insurance: { required: 'unknown' } }],
  ['limits of the insurance', { insurance: { ...yes, ofOwnEmployeesToo: false } }],
  ['HIPAA', { hipaa: { policy: 'unknown' } }],
  ['structured education', { structuredEducationDemanded: 'unknown' }],
  ['supervisor', { supervisor: 'unknown' }],
  ['verifier', { verifier: 'unknown' }],
  ['staff', { staffAgrees: 'unknown' }],
  ['fee', { feeCents: null }],
  ['pay', { paysTrainee: 'unknown' }],
  ['housing', { housing: 'unknown' }],
  ['housing for some nights', { housing: 'some' }],
];

describe('what a site leaves open is announced as exactly the questions that the rules ask', () => {
  test('a site that says everything causes none', () => {
    expect([asked({}), unsaidCodes(someTerms())]).toEqual([[], []]);
  });

  test.each(openPoints)('%s', (_, terms) => {
    const found = asked(terms);
    expect(found.length).toBeGreaterThan(0);
    expect(unsaidCodes(someTerms(terms))).toEqual(found.map(({ code }) => code));
    expect(questionsLeftBy(someTerms(terms))).toEqual(found.map(explain));
  });
});
