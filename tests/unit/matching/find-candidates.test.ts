import { describe, expect, test } from 'vitest';
import { assess, exclusionsTold, findCandidates, isCandidate } from '../../../shared/matching/find-candidates.ts';
import { explain, explainRemedy } from '../../../shared/matching/phrases.ts';
import {
  aContext,
  anEmployment,
  aReadiness,
  aRequest,
  aSite,
  milesNorth,
  type SiteChange,
} from '../../support/builders.ts';

const find = (sites: readonly SiteChange[], wishes: Parameters<typeof aRequest>[0] = {}) =>
  findCandidates(
    aRequest(wishes),
    sites.map((site) => aSite(site)),
    aContext(),
  );

const requiresCover: SiteChange['terms'] = {
  insurance: {
    required: 'yes',
    perClaimCents: 100_000_000,
    aggregateCents: 300_000_000,
    policyTypes: ['occurrence'],
    ofOwnEmployeesToo: false,
  },
};
const uninsured = { readiness: aReadiness({ insurance: { cover: null, willBuy: 'no' } }) };

describe('candidates', () => {
  test('a site that fits in everything is a candidate without a question or condition', () => {
    const { candidates, ...others } = find([{}]);
    expect(candidates).toHaveLength(1);
    expect(candidates[0]?.verdicts.every(({ outcome }) => outcome === 'pass')).toBe(true);
    expect(others).toMatchObject({ nearMisses: [], excluded: {}, exclusions: [], sitesConsidered: 1 });
  });

  test('questions and conditions do not exclude', () => {
    const { candidates } = find([{ terms: { feeCents: null, hipaa: { policy: 'trains-newcomers' } } }]);
    expect(candidates).toHaveLength(1);
  });

  test('each intake of a site is a candidate of its own', () => {
    const { candidates } = find([{ mark: 'k3f9' }, { mark: 'm7q2', intake: { startsOn: '2027-02-01' } }]);
    expect(candidates.map(({ intakeId }) => intakeId).toSorted()).toEqual(['fac_birch-CT-k3f9', 'fac_birch-CT-m7q2']);
  });
});

const at = (facilityId: string, miles: number, terms: SiteChange['terms'] = {}): SiteChange => ({
  facilityId,
  facility: { place: milesNorth(miles) },
  terms: { housing: 'every-night', ...terms },
});

describe('near misses', () => {
  test('a site that fails by what the technologist could change is one, with the change in words', () => {
    const { candidates, nearMisses } = find([{ terms: requiresCover }], { wishes: uninsured });
    expect(candidates).toEqual([]);
    expect(nearMisses.map(({ changes }) => changes.map(explainRemedy))).toEqual([
      ['buying liability insurance of $1,000,000 / $3,000,000 (occurrence policy) before the start on January 4, 2027'],
    ]);
    expect(nearMisses[0]?.changes[0]?.field).toBe('readiness.insurance.willBuy');
  });

  test('one failure that only others could change makes it none, whatever else could be changed', () => {
    const { nearMisses, excluded } = find([{ terms: { ...requiresCover, monthlyVolume: 0 } }], { wishes: uninsured });
    expect(nearMisses).toEqual([]);
    expect(excluded).toEqual({ R19: 1 });
  });

  test('R21 a site that did not opt in is none, whatever the technologist changes', () => {
    const { nearMisses, excluded } = find([{ terms: { optedIn: false } }, { facility: { open: false } }]);
    expect(nearMisses).toEqual([]);
    expect(excluded).toEqual({ R21: 2 });
  });

  test('fewest changes first, then nearly in reach, then the order of candidates', () => {
    const { nearMisses } = find(
      [
        at('fac_both', 62, requiresCover),
        at('fac_farthest', 140),
        at('fac_farther', 74.5, { supervisor: 'promised' }),
        at('fac_reach', 60.5, { supervisor: 'unknown' }),
        at('fac_cover', 30, requiresCover),
      ],
      { wishes: uninsured },
    );
    expect(nearMisses.map(({ facilityId }) => facilityId)).toEqual([
      'fac_cover',
      'fac_reach',
      'fac_farther',
      'fac_farthest',
      'fac_both',
    ]);
    expect(nearMisses.map(({ changes }) => changes.length)).toEqual([1, 1, 1, 1, 2]);
    expect(nearMisses[2]?.changes.map(explainRemedy)).toEqual(['15 more miles of travel each way']);
    expect(nearMisses[1]?.changes.map(explainRemedy)).toEqual(['1 more mile of travel each way']);
  });

  test('R2 dates that miss at both ends are two changes', () => {
    const { nearMisses } = find([{}], { wishes: { earliestStart: '2027-01-05', latestEnd: '2027-03-25' } });
    expect(nearMisses[0]?.changes.map(explainRemedy)).toEqual([
      'an earliest start of January 4, 2027',
      'a latest end of March 26, 2027',
    ]);
  });

  test('a site excluded by several rules counts once', () => {
    const { excluded, sitesConsidered, candidates, nearMisses } = find([
      { intake: { closed: true }, terms: { optedIn: false, monthlyVolume: 0 } },
      {},
    ]);
    expect(excluded).toEqual({ R2: 1 });
    expect(candidates.length + nearMisses.length + 1).toBe(sitesConsidered);
  });
});

describe('exclusions', () => {
  test('each excluded site is told with the first row that excluded it, nearest first, those without a place last', () => {
    const { exclusions, excluded } = find([
      { ...at('fac_distant', 50, { monthlyVolume: 0 }), intake: { closed: true } },
      { facilityId: 'fac_nowhere', facility: { place: { ...milesNorth(1), point: null }, open: false } },
      at('fac_nearby', 10, { employeesOnly: 'yes' }),
      at('fac_fitting', 5),
    ]);
    expect(exclusions.map(({ facilityId, rule, code }) => `${facilityId} ${rule} ${code}`)).toEqual([
      'fac_nearby R22 employees-only',
      'fac_distant R2 intake-closed',
      'fac_nowhere R21 facility-not-open',
    ]);
    expect(excluded).toEqual({ R2: 1, R21: 1, R22: 1 });
    expect(exclusions.map(explain)[0]).toBe('The site trains its own employees only.');
    expect(exclusions[2]?.miles).toBeNull();
  });

  test('their number is bounded, their counts are not', () => {
    const many = Array.from({ length: exclusionsTold + 5 }, (_, index) =>
      at(`fac_site${index}`, index, { optedIn: false }),
    );
    const { exclusions, excluded } = find(many);
    expect(exclusions.map(({ facilityId }) => facilityId)).toEqual(
      many.slice(0, exclusionsTold).map(({ facilityId }) => facilityId),
    );
    expect(excluded).toEqual({ R21: many.length });
  });
});

describe('assess', () => {
  test('says of one site what the list says of it', () => {
    const request = aRequest({ wishes: { employment: anEmployment({ contactConsent: 'unknown' }) } });
    const { candidates } = findCandidates(request, [aSite()], aContext());
    expect(assess(request, aSite(), aContext())).toEqual(candidates[0]);
  });

  test('gives every verdict of an excluded site too, and it is no candidate', () => {
    const assessment = assess(aRequest(), aSite({ intake: { seatsTaken: 2 }, terms: { optedIn: false } }), aContext());
    expect(isCandidate(assessment)).toBe(false);
    expect(assessment.verdicts.filter(({ outcome }) => outcome === 'fail').map(({ rule }) => rule)).toEqual([
      'R2',
      'R21',
    ]);
    expect(isCandidate(assess(aRequest(), aSite(), aContext()))).toBe(true);
  });
});
