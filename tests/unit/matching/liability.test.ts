import { describe, expect, test } from 'vitest';
import type { Cover, Insurance } from '../../../shared/domain/readiness.ts';
import type { InsuranceDemand } from '../../../shared/domain/site-offer.ts';
import { describeHours } from '../../../shared/matching/phrases.ts';
import { R5, R6 } from '../../../shared/matching/rules/r05-liability.ts';
import { aCover, aProgram, aReadiness, weekly, type SiteChange } from '../../support/builders.ts';
import { decisionTable, pairIn, type Scene } from './decision-table.ts';
import { anEmployeeOf, aSisterOf } from './scenes.ts';

type Demanded = Extract<InsuranceDemand, { required: 'yes' }>;

/** The host requires $1,000,000 a claim and $3,000,000 in all, of either type. */
const requires = (change: Partial<Demanded> = {}): SiteChange => ({
  terms: {
    insurance: {
      required: 'yes',
      perClaimCents: 100_000_000,
      aggregateCents: 300_000_000,
      policyTypes: ['occurrence', 'claims-made'],
      ofOwnEmployeesToo: false,
      ...change,
    },
  },
});

const enough: Cover = aCover({
  perClaimCents: 100_000_000,
  aggregateCents: 300_000_000,
  validFrom: '2027-01-04',
  validTo: '2027-03-26',
});

const insured = (insurance: Partial<Insurance>) => ({
  readiness: aReadiness({ insurance: { cover: null, willBuy: 'unknown', ...insurance } }),
});

const host = (change: Partial<Demanded>, insurance: Partial<Insurance>): Scene => ({
  wishes: insured(insurance),
  site: requires(change),
});

/** Works Monday to Wednesday 8 to 16 at the site, and is free in the evenings only: no plan can do without both. */
const shiftsAndEvenings = (site: SiteChange, insurance: Partial<Insurance> = {}): Scene =>
  anEmployeeOf(
    { ...site, terms: { windows: weekly('mon', '12:00', '20:00'), minWeeklyMinutes: 480, ...site.terms } },
    { wishes: { ...insured(insurance), availability: weekly('mon', '16:00', '20:00') } },
  );

const moving = (status: 'unanswered' | 'confirmed'): Scene =>
  anEmployeeOf(
    { terms: { windows: weekly('thu fri', '08:00', '16:00') } },
    {
      employment: { adjustment: { status, hours: weekly('wed thu fri', '08:00', '16:00') } },
      wishes: { availability: [] },
    },
  );

decisionTable(R5, [
  ['another track', 'pass not-own-employer', {}],
  ['own site, inside regular hours', 'pass inside-regular-hours', anEmployeeOf()],
  [
    'own site, inside, employment not confirmed',
    'condition employment-unconfirmed',
    { ...anEmployeeOf({}, { wishes: { availability: [] } }), employmentConfirmed: false },
  ],
  [
    'own site, outside regular hours',
    'pass outside-regular-hours',
    anEmployeeOf({ terms: { windows: weekly('thu fri', '08:00', '16:00') } }),
  ],
  ['own site, partly outside', 'pass outside-regular-hours', shiftsAndEvenings({})],
  [
    'own site, partly outside, employment not confirmed',
    'condition employment-unconfirmed',
    { ...shiftsAndEvenings({}), employmentConfirmed: false },
  ],
  [
    'own site, rotating hours',
    'ask shifts-unknown',
    anEmployeeOf({}, { employment: { regularHours: { kind: 'rotating' } } }),
  ],
  [
    'own site, rotating hours, and nothing in common with the rest',
    'ask shifts-unknown',
    anEmployeeOf({ terms: { windows: [] } }, { employment: { regularHours: { kind: 'rotating' } } }),
  ],
  [
    'own site, per-diem hours',
    'ask shifts-unknown',
    anEmployeeOf({}, { employment: { regularHours: { kind: 'per-diem' } } }),
  ],
  [
    'own site, hours unknown',
    'ask shifts-unknown',
    anEmployeeOf({}, { employment: { regularHours: { kind: 'unknown' } } }),
  ],
  ['own site, adjusted hours confirmed', 'pass inside-regular-hours', moving('confirmed')],
  ['own site, adjusted hours unconfirmed', 'ask adjustment-unanswered', moving('unanswered')],
  [
    'own site, rotating hours that were adjusted and confirmed',
    'pass inside-regular-hours',
    anEmployeeOf(
      {},
      {
        employment: {
          regularHours: { kind: 'rotating' },
          adjustment: { status: 'confirmed', hours: weekly('mon tue', '08:00', '16:00') },
        },
      },
    ),
  ],
  ["own site, the site's hours unknown", 'ask site-hours-unknown', anEmployeeOf({ terms: { windows: null } })],
  ['own site, free hours unknown', 'ask availability-unknown', anEmployeeOf({}, { wishes: { availability: null } })],
  [
    'own site that requires cover anyway',
    'pass employer-asks-anyway',
    anEmployeeOf(requires({ ofOwnEmployeesToo: true })),
  ],
  ['sister site, a different legal entity', 'pass not-own-employer', aSisterOf()],
  [
    'sister site, its legal entity unknown',
    'ask legal-entity-unknown',
    aSisterOf({ facility: { legalEmployer: null } }),
  ],
]);

decisionTable(R6, [
  ['every segment waived', 'pass cover-waived', anEmployeeOf(requires())],
  [
    'every segment waived, host unknown',
    'pass cover-waived',
    anEmployeeOf({ terms: { insurance: { required: 'unknown' } } }),
  ],
  ['host unknown', 'ask cover-demand-unknown', { site: { terms: { insurance: { required: 'unknown' } } } }],
  ['host not required', 'pass cover-not-required', {}],
  ['required, limit a claim unknown', 'ask cover-limits-unknown', host({ perClaimCents: null }, { cover: enough })],
  ['required, aggregate limit unknown', 'ask cover-limits-unknown', host({ aggregateCents: null }, { cover: enough })],
  ['required, policy type unknown', 'ask cover-limits-unknown', host({ policyTypes: null }, { cover: enough })],
  ['required, own cover at the very limits and dates', 'pass own-cover-enough', host({}, { cover: enough })],
  [
    "required, program's cover",
    'pass program-cover-enough',
    {
      wishes: { ...insured({ willBuy: 'no' }), programId: 'prg_cedar' },
      site: requires(),
      context: { programs: [aProgram({ cover: enough })] },
    },
  ],
  ['absent, will buy', ['condition cover-to-buy', 'note ways-to-cover'], host({}, { willBuy: 'yes' })],
  ['absent, will not', ['fail cover-refused', 'note ways-to-cover'], host({}, { willBuy: 'no' })],
  ['absent, unknown', ['ask cover-willingness-unknown', 'note ways-to-cover'], host({}, { willBuy: 'unknown' })],
  ...(
    [
      ['a cent short a claim', { perClaimCents: 99_999_999 }],
      ['a cent short in all', { aggregateCents: 299_999_999 }],
      ['valid a day too late', { validFrom: '2027-01-05' }],
      ['valid a day too short', { validTo: '2027-03-25' }],
    ] as const
  ).map(
    ([short, change]) =>
      [
        `${short}, will not buy`,
        ['fail cover-refused', 'note ways-to-cover'],
        host({}, { cover: { ...enough, ...change }, willBuy: 'no' }),
      ] as const,
  ),
  [
    'policy type not accepted, will not buy',
    ['fail cover-refused', 'note ways-to-cover'],
    host({ policyTypes: ['claims-made'] }, { cover: enough, willBuy: 'no' }),
  ],
  [
    'own employer that requires cover anyway, will not',
    ['fail cover-refused', 'note ways-to-cover'],
    anEmployeeOf(requires({ ofOwnEmployeesToo: true }), { wishes: insured({ willBuy: 'no' }) }),
  ],
  [
    "some segments waived: the worst segment's",
    ['fail cover-refused', 'note ways-to-cover'],
    shiftsAndEvenings(requires(), { willBuy: 'no' }),
  ],
  [
    'would fail, but R5 is still open',
    ['ask cover-if-outside', 'note ways-to-cover'],
    aSisterOf({ ...requires(), facility: { legalEmployer: null } }, { wishes: insured({ willBuy: 'no' }) }),
  ],
]);

/** Works Monday 8 to 16 at the site; it trains Monday and Tuesday, 8 to 20. */
const plan = (insurance: Partial<Insurance>, wantedWeeklyMinutes: number, employmentConfirmed = true): string => {
  const scene = anEmployeeOf(
    { ...requires(), terms: { ...requires().terms, windows: weekly('mon tue', '08:00', '20:00') } },
    {
      employment: { regularHours: { kind: 'weekly', windows: weekly('mon', '08:00', '16:00') } },
      wishes: { ...insured(insurance), wantedWeeklyMinutes },
    },
  );
  return describeHours(pairIn({ ...scene, employmentConfirmed }).hours.plan?.segments ?? []);
};

describe('R12 chooses a plan without a fail, then with the fewest asks and conditions', () => {
  test('R12 leaves out segments that would need cover which will not be bought', () => {
    expect(plan({ willBuy: 'no' }, 960)).toBe('Mon 8 AM to 4 PM');
  });

  test('R12 leaves out segments that raise a question or a condition, even where fewer hours than wanted are left', () => {
    expect(plan({ willBuy: 'unknown' }, 960)).toBe('Mon 8 AM to 4 PM');
    expect(plan({ willBuy: 'yes' }, 960)).toBe('Mon 8 AM to 4 PM');
  });

  test('R12 fills up to the wanted hours where that costs nothing, regular hours first', () => {
    expect(plan({ cover: enough }, 960)).toBe('Mon 8 AM to 4 PM; Mon 4 PM to 8 PM; Tue 8 AM to noon');
  });

  test('R12 prefers hours that need cover anyway to a condition that is not met yet', () => {
    expect(plan({ cover: enough }, 480, false)).toBe('Mon 4 PM to 8 PM; Tue 8 AM to noon');
  });
});

/** Works Mondays at the site, which trains on Wednesdays and Thursdays; would work on Wednesdays. */
const findingWith = (availability: string, adjusted = 'wed') =>
  pairIn(
    anEmployeeOf(
      { ...requires(), terms: { ...requires().terms, windows: weekly('wed thu', '08:00', '16:00') } },
      {
        employment: {
          regularHours: { kind: 'weekly', windows: weekly('mon', '08:00', '16:00') },
          adjustment: { status: 'unanswered', hours: weekly(adjusted, '08:00', '16:00') },
        },
        wishes: { ...insured({ willBuy: 'no' }), availability: weekly(availability, '08:00', '16:00') },
      },
    ),
  ).hours.finding;

describe('R12 an unanswered adjustment is asked about where it would do, and only there', () => {
  test('R12 too few hours without it', () => {
    expect(findingWith('tue')).toBe('adjustment-unanswered');
  });

  test('R12 free hours that fail, as no cover will be bought for them, do not hide the question', () => {
    expect(findingWith('tue thu')).toBe('adjustment-unanswered');
  });

  test('R12 an adjustment that would not bring enough hours is no question', () => {
    expect(findingWith('tue', 'fri')).toBe('too-few-hours');
  });
});
