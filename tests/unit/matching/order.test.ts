import { describe, expect, test } from 'vitest';
import { tracks } from '../../../shared/domain/discipline.ts';
import { findCandidates } from '../../../shared/matching/find-candidates.ts';
import { compareRanks, whyAboveNext } from '../../../shared/matching/order.ts';
import { explainAboveNext } from '../../../shared/matching/phrases/order.ts';
import { lastPlace, rankSteps } from '../../../shared/matching/matching-types.ts';
import {
  aContext,
  anEmployment,
  aReadiness,
  aProgram,
  aRequest,
  aSite,
  milesNorth,
  weekly,
  workdays,
  type SiteChange,
} from '../../support/builders.ts';
import type { Scene } from './decision-table.ts';

const insuranceUnknown = { insurance: { required: 'unknown' } } as const;
const hostTrains = { hipaa: { policy: 'trains-newcomers' } } as const;

/** The ids of the candidates, best first; a site is named by the last part of its facility's id. */
const order = (sites: Readonly<Record<string, SiteChange>>, { wishes, context }: Scene = {}): string[] => {
  const named = Object.entries(sites).map(([name, site]) => aSite({ ...site, facilityId: `fac_site${name}` }));
  return findCandidates(aRequest({ wishes, employmentConfirmed: true }), named, aContext(context)).candidates.map(
    ({ facilityId }) => facilityId.slice('fac_site'.length),
  );
};

const at = (miles: number, terms: SiteChange['terms'] = {}): SiteChange => ({
  facility: { place: milesNorth(miles) },
  terms,
});

const alike = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, {}]));

describe('order of candidates: each step decides only where all before it are equal', () => {
  test('track: employer, sister, program, other-provider, other', () => {
    const wishes = { employment: anEmployment({ facilityId: 'fac_siteemployer' }), programId: 'prg_cedar' };
    const context = {
      employer: { facilityId: 'fac_siteemployer', legalEmployer: 'Laurel East LLC', healthSystemId: 'sys_laurel' },
      programs: [
        aProgram({ affiliations: [{ facilityId: 'fac_siteprogram', disciplines: ['CT'], validTo: '2028-01-01' }] }),
      ],
    };
    const sites = {
      other: { facility: { healthCareProvider: false } },
      provider: {},
      program: {},
      sister: { facility: { healthSystemId: 'sys_laurel', legalEmployer: 'Laurel West LLC' } },
      // Worst in everything but its track.
      employer: at(50, {
        ...insuranceUnknown,
        ...hostTrains,
        housing: 'every-night',
        feeCents: 90_000,
        employeesOnly: 'unknown',
      }),
    };
    expect(order(sites, { wishes, context })).toEqual(['employer', 'sister', 'program', 'provider', 'other']);
    expect(tracks).toEqual(['employer', 'sister', 'program', 'other-provider', 'other']);
  });

  test('fewer open questions first, whatever the conditions', () => {
    expect(order({ asked: { terms: insuranceUnknown }, trains: { terms: hostTrains } })).toEqual(['trains', 'asked']);
  });

  test('a question that several rules raise counts once', () => {
    const elsewhere: SiteChange = { facility: { place: { ...milesNorth(1), point: null } } };
    const both = { terms: { ...insuranceUnknown, feeCents: null } };
    expect(order({ twoquestions: both, nodistance: elsewhere })).toEqual(['nodistance', 'twoquestions']);
  });

  test('two people to be named are two questions', () => {
    const people = { terms: { supervisor: 'unknown', verifier: 'unknown' } } as const;
    const single = { terms: { supervisor: 'unknown' }, ...at(39) } as const;
    expect(order({ people, single: { ...single, terms: { supervisor: 'unknown' } } })).toEqual(['single', 'people']);
  });

  test('fewer conditions first, whatever the coverage', () => {
    const covered = { volumeByCategory: { head: 5 } };
    const wishes = { requiredCategories: ['head'] };
    expect(order({ trains: { terms: { ...hostTrains, ...covered } }, plain: {} }, { wishes })).toEqual([
      'plain',
      'trains',
    ]);
  });

  test('more required categories with volume first, sites that say nothing about them last, whatever the distance', () => {
    const wishes = { requiredCategories: ['head', 'neck'] };
    const sites = {
      silent: at(1),
      none: at(2, { volumeByCategory: { head: 0 } }),
      one: at(3, { volumeByCategory: { head: 9 } }),
      both: at(39, { volumeByCategory: { head: 1, neck: 1 } }),
    };
    expect(order(sites, { wishes })).toEqual(['both', 'one', 'none', 'silent']);
  });

  test('commute, then housing offered, then own lodging, whatever the bands of miles', () => {
    const wishes = { acceptsLodging: 'yes' } as const;
    const sites = { lodging: at(41), housing: at(59, { housing: 'every-night' }), commute: at(39) };
    expect(order(sites, { wishes })).toEqual(['commute', 'housing', 'lodging']);
  });

  test('nearer by bands of 10 miles, whatever the cost', () => {
    expect(order({ far: at(21), near: at(12, { feeCents: 90_000 }) })).toEqual(['near', 'far']);
  });

  test('within one band of miles the cost decides, by bands of $100', () => {
    expect(order({ dear: at(11, { feeCents: 20_000 }), cheap: at(19, { feeCents: 19_999 }) })).toEqual([
      'cheap',
      'dear',
    ]);
  });

  test('a fee that is not said comes after one that is', () => {
    const wishes = { travelMiles: 60 };
    expect(
      order(
        { silent: { terms: { feeCents: null } }, dear: { terms: { employeesOnly: 'unknown', feeCents: 90_000 } } },
        { wishes },
      ),
    ).toEqual(['dear', 'silent']);
  });

  test('a premium that has no price counts as a cost that is not known', () => {
    const toBuy: SiteChange['terms'] = {
      insurance: {
        required: 'yes',
        perClaimCents: 100,
        aggregateCents: 100,
        policyTypes: ['occurrence'],
        ofOwnEmployeesToo: false,
      },
    };
    const wishes = { readiness: aReadiness({ insurance: { cover: null, willBuy: 'yes' } }) };
    const sites = { insured: { terms: toBuy }, trains: { terms: { ...hostTrains, feeCents: 90_000 } } };
    expect(order(sites, { wishes })).toEqual(['trains', 'insured']);
  });

  test('fewer hours missing to those wanted first, by bands of 60 minutes, whatever the setting', () => {
    const wishes = { wantedWeeklyMinutes: 1440, wishedSettings: ['hospital' as const] };
    const sites = {
      short: { terms: { windows: weekly('mon tue', '08:00', '16:00') }, facility: { setting: 'hospital' as const } },
      full: { terms: { windows: weekly('mon tue wed', '08:00', '16:00') } },
    };
    expect(order(sites, { wishes })).toEqual(['full', 'short']);
  });

  test('wider windows at a site never count against it', () => {
    const wishes = { wantedWeeklyMinutes: 600, wishedSettings: ['hospital' as const] };
    const sites = {
      narrow: { terms: { windows: weekly('mon', '08:00', '18:00') } },
      wide: { terms: { windows: weekly(workdays, '08:00', '18:00') }, facility: { setting: 'hospital' as const } },
    };
    expect(order(sites, { wishes })).toEqual(['wide', 'narrow']);
  });

  test('R10 wished settings order and never exclude; small clinics are never dropped', () => {
    const sites = {
      clinic: { facility: { setting: 'small-clinic' as const } },
      hospital: { facility: { setting: 'hospital' as const } },
    };
    expect(order(sites, { wishes: { wishedSettings: ['hospital'] } })).toEqual(['hospital', 'clinic']);
    expect(order(sites, { wishes: { wishedSettings: ['small-clinic'] } })).toEqual(['clinic', 'hospital']);
  });

  test('what is equal in everything is ordered by the hash of request and intake, not by names or input', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => letter.repeat(4));
    const found = order(alike(names));
    expect(order(alike(names.toReversed()))).toEqual(found);
    expect(found).not.toEqual(names);
  });
});

test('order of candidates: the steps are those of the table, in its order', () => {
  expect(rankSteps).toEqual([
    'track',
    'open questions',
    'conditions',
    'finish',
    'coverage',
    'lodging',
    'distance, bands of 10 miles',
    'costs without a price',
    'cost, bands of $100',
    'hours missing to those wanted, bands of 60 minutes',
    'setting',
  ]);
});

test('order of candidates: lexicographic, a later step never outweighs an earlier one', () => {
  expect(compareRanks([0, 9, 9], [1, 0, 0])).toBeLessThan(0);
  expect(compareRanks([1, 2, 0], [1, 1, 9])).toBeGreaterThan(0);
  expect(compareRanks([1, 1, 0], [1, 1, 1])).toBeLessThan(0);
  expect(compareRanks([1, 1, 0], [1, 1, 0])).toBe(0);
});

const reason = (better: SiteChange, worse: SiteChange, wishes: Scene['wishes'] = {}): string => {
  const sites = [aSite({ ...better, facilityId: 'fac_better' }), aSite({ ...worse, facilityId: 'fac_worse' })];
  const { candidates } = findCandidates(aRequest({ wishes }), sites, aContext());
  const [first, second] = candidates;
  expect([first?.facilityId, second?.facilityId]).toEqual(['fac_better', 'fac_worse']);
  return explainAboveNext(whyAboveNext(first?.rank ?? [], second?.rank ?? []));
};

describe('every place in the order says why it is above the next', () => {
  const categories = { requiredCategories: ['head', 'neck'] };

  test.each<[string, string, SiteChange, SiteChange, Scene['wishes']?]>([
    [
      'track',
      'a better track: another health care provider, against another way',
      {},
      { facility: { healthCareProvider: false } },
    ],
    ['questions', 'fewer open questions: 0 against 1', {}, { terms: insuranceUnknown }],
    ['conditions', 'fewer conditions before the start: 0 against 1', {}, { terms: hostTrains }],
    [
      'coverage',
      'more of the required categories: 1 missing, against a site that has said nothing about them',
      { terms: { volumeByCategory: { head: 5 } } },
      {},
      categories,
    ],
    ['distance', 'a shorter way: 0 to 10 miles, against 20 to 30 miles', at(5), at(25)],
    [
      'lodging',
      'easier lodging: none is needed, against housing is offered',
      at(25),
      at(45, { housing: 'every-night' }),
    ],
    ['cost', 'a lower known cost: $0 to $99.99, against $200 to $299.99', {}, { terms: { feeCents: 20_000 } }],
    [
      'finish',
      'the finish: all records in time, against not all records in time',
      {},
      { terms: { windows: weekly('mon', '08:00', '16:00') } },
    ],
    [
      'hours',
      'fewer hours a week missing to those wanted: none, against up to 8 hours',
      {},
      { terms: { windows: weekly('mon', '08:00', '16:00') } },
      { recordsNeeded: null },
    ],
    [
      'setting',
      'a setting that is wished for',
      { facility: { setting: 'hospital' } },
      {},
      { wishedSettings: ['hospital'] },
    ],
  ])('%s', (_step, words, better, worse, wishes) => {
    expect(reason(better, worse, wishes)).toBe(`Above the next by ${words}.`);
  });

  test('what is equal in every step was decided by lot', () => {
    const rank = rankSteps.map(() => 0);
    expect(whyAboveNext(rank, rank).step).toBe('lot');
    expect(explainAboveNext(whyAboveNext(rank, rank))).toContain('lot');
  });

  test('every step has words for what is known and for what is not', () => {
    for (const step of rankSteps)
      for (const next of [1, 2, 3, lastPlace]) {
        const words = explainAboveNext({ step, mine: 0, next });
        expect(words).toMatch(/^Above the next by .*[.]$/);
        expect(words).not.toMatch(/undefined|NaN/);
      }
  });
});
