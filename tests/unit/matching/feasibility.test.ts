import { describe, expect, test } from 'vitest';
import { feasibilityOf, finishStepOf } from '../../../shared/matching/feasibility.ts';
import { verdictOf } from '../../../shared/matching/judgement.ts';
import { explain } from '../../../shared/matching/phrases.ts';
import { publishedRequirements, requirementsOn } from '../../../shared/matching/requirements.ts';
import { R20 } from '../../../shared/matching/rules/r20-finish.ts';
import { weekly, workdays } from '../../support/builders.ts';
import { decisionTable, pairIn, type Scene } from './decision-table.ts';

/** From Monday, January 4, two whole working weeks of 8 hours a day. */
const twoWeeks: Scene = {
  wishes: { wantedWeeklyMinutes: 2400 },
  site: { intake: { startsOn: '2027-01-04', endsOn: '2027-01-17' } },
};

const scene = (wishes: Scene['wishes'], site: Scene['site'] = {}): Scene => ({
  wishes: { ...twoWeeks.wishes, ...wishes },
  site: { ...twoWeeks.site, ...site },
});

const feasible = (of: Scene) => feasibilityOf(pairIn(of));

describe('R20 expected finish', () => {
  test('10 weekdays at 9 a day give 90 of 125 CT records', () => {
    expect(feasible(twoWeeks)).toEqual({
      needed: 125,
      finishesOn: null,
      atBest: false,
      reachable: 90,
      shortBy: 35,
      lapsing: 0,
      window: 'outside',
      missingCategories: [],
    });
  });

  test('is the first planned day on which all records are there', () => {
    expect(feasible(scene({ recordsNeeded: 90 }))).toMatchObject({
      finishesOn: '2027-01-15',
      reachable: 90,
      shortBy: 0,
      window: 'inside',
    });
    expect(feasible(scene({ recordsNeeded: 45 })).finishesOn).toBe('2027-01-08');
    expect(feasible(scene({ recordsNeeded: 46 })).finishesOn).toBe('2027-01-11');
    expect(feasible(scene({ recordsNeeded: 0 })).finishesOn).toBe('2027-01-04');
  });

  test("a day gives the volume's share of its hours where that is less than the daily limit", () => {
    // 100 a month are 23 a week, 4.6 in each of five days: on the fourth day 18.4 are there, on the fifth 23.
    const site = { terms: { monthlyVolume: 100 } };
    expect(feasible(scene({ recordsNeeded: 18 }, { ...twoWeeks.site, ...site })).finishesOn).toBe('2027-01-07');
    expect(feasible(scene({ recordsNeeded: 19 }, { ...twoWeeks.site, ...site })).finishesOn).toBe('2027-01-08');
    expect(feasible(scene({ recordsNeeded: 100 }, { ...twoWeeks.site, ...site }))).toMatchObject({ reachable: 45 });
  });

  test('half of the hours give half of the volume', () => {
    const site = { ...twoWeeks.site, terms: { monthlyVolume: 100, windows: weekly(workdays, '08:00', '16:00') } };
    const mornings = { availability: weekly(workdays, '08:00', '12:00') };
    expect(feasible(scene({ ...mornings, recordsNeeded: 100 }, site)).reachable).toBe(22);
  });

  test('a night shift counts for both of its days', () => {
    const site = {
      ...twoWeeks.site,
      terms: { monthlyVolume: null, windows: weekly('mon', '20:00', '04:00') },
    };
    const wishes = { availability: weekly('mon', '20:00', '04:00'), wantedWeeklyMinutes: 480, recordsNeeded: 18 };
    expect(feasible(scene(wishes, site)).finishesOn).toBe('2027-01-05');
  });

  test('with an unknown volume every planned day gives the limit, and the date is one at best', () => {
    expect(feasible(scene({ recordsNeeded: 90 }, { ...twoWeeks.site, terms: { monthlyVolume: null } }))).toMatchObject({
      finishesOn: '2027-01-15',
      atBest: true,
      window: 'unknown',
    });
  });

  test('each discipline has its own limit', () => {
    const wishes = { discipline: 'VI', recordsNeeded: 200 } as const;
    expect(feasible(scene(wishes, { ...twoWeeks.site, discipline: 'VI' })).reachable).toBe(60);
  });

  test('a block rotation is counted on the days of its blocks only, overlapping blocks once', () => {
    const wishes = {
      availability: [],
      blocks: [
        { from: '2027-01-11', to: '2027-01-17' },
        { from: '2027-02-01', to: '2027-02-10' },
        { from: '2027-02-08', to: '2027-02-14' },
      ],
      wantedWeeklyMinutes: 2400,
    };
    expect(feasible({ wishes }).finishesOn).toBe('2027-02-11');
    expect(feasible({ wishes: { ...wishes, recordsNeeded: 136 } })).toMatchObject({ finishesOn: null, reachable: 135 });
  });

  test('without the number of records, or the hours of a side, there is no date', () => {
    const none = { finishesOn: null, reachable: null, shortBy: null, window: 'unknown' };
    expect(feasible({ wishes: { recordsNeeded: null } })).toMatchObject({ needed: null, ...none });
    expect(feasible({ wishes: { availability: null } })).toMatchObject({ needed: 125, ...none });
    expect(feasible({ site: { terms: { windows: null } } })).toMatchObject({ needed: 125, ...none });
  });

  test('names the required categories of which the site does none', () => {
    expect(
      feasible({
        wishes: { requiredCategories: ['head', 'chest', 'spine'] },
        site: { terms: { volumeByCategory: { head: 0, chest: 12 } } },
      }).missingCategories,
    ).toEqual(['head']);
  });
});

describe('A6 the window of 24 calendar months', () => {
  const ninety = { recordsNeeded: 90 };

  test('holds to the very day', () => {
    expect(feasible(scene({ ...ninety, recordsSince: '2025-01-15' })).window).toBe('inside');
  });

  test('the earliest record drops out: the day is a lower bound, and outside the window', () => {
    const found = feasible(
      scene({ ...ninety, recordsSince: '2025-01-14' }, { intake: { startsOn: '2027-01-04', endsOn: '2027-03-26' } }),
    );
    expect(found).toMatchObject({ finishesOn: '2027-01-18', atBest: true, lapsing: 1, window: 'outside' });
  });

  const dated = (...recordsCounted: { on: string; records: number }[]) => ({
    ...ninety,
    recordsSince: recordsCounted[0]?.on ?? null,
    recordsCounted,
  });
  const longEnough = { intake: { startsOn: '2027-01-04', endsOn: '2027-03-26' } };

  test('records that are dated drop out in turn until the finish is inside', () => {
    const wishes = dated(
      { on: '2025-01-10', records: 10 },
      { on: '2025-01-18', records: 5 },
      { on: '2026-01-01', records: 20 },
    );
    // 100 records take two days more, by when the five of January 18 have lapsed as well.
    expect(feasible(scene(wishes, longEnough))).toMatchObject({
      finishesOn: '2027-01-19',
      lapsing: 15,
      atBest: false,
      window: 'inside',
    });
  });

  test('one that counts to the new finish stays', () => {
    const wishes = dated({ on: '2025-01-10', records: 10 }, { on: '2025-01-19', records: 5 });
    expect(feasible(scene(wishes, longEnough))).toMatchObject({ finishesOn: '2027-01-19', lapsing: 10 });
  });

  test('what drops out is missing when the intake ends first', () => {
    expect(feasible(scene(dated({ on: '2025-01-10', records: 10 })))).toMatchObject({
      finishesOn: null,
      reachable: 90,
      shortBy: 10,
      window: 'outside',
    });
  });

  test('a corrected window counts', () => {
    const requirements = requirementsOn('2026-12-01', [
      {
        figure: 'record-window-months',
        value: 36,
        version: 2,
        effectiveFrom: null,
        source: 'invented for this test',
        grade: 'published',
      },
    ]);
    const old = scene({ ...ninety, recordsSince: '2024-02-01' });
    expect(feasible({ ...old, context: { requirements } }).window).toBe('inside');
    expect(feasible({ ...old, context: { requirements: publishedRequirements } }).window).toBe('outside');
  });
});

const stepOf = (of: Scene) => finishStepOf(pairIn(of));

test('in the order of candidates: inside 0, unknown 1, outside 2', () => {
  expect(stepOf(scene({ recordsNeeded: 90 }))).toBe(0);
  expect(stepOf(scene({ recordsNeeded: null }))).toBe(1);
  expect(stepOf(scene({ recordsNeeded: 90 }, { ...twoWeeks.site, terms: { monthlyVolume: null } }))).toBe(1);
  expect(stepOf(scene({ recordsNeeded: 91 }))).toBe(2);
  expect(stepOf(scene({ recordsNeeded: 91 }, { ...twoWeeks.site, terms: { monthlyVolume: null } }))).toBe(2);
});

const needs = 'pass records-needed';
decisionTable(R20, [
  ['all records inside the window', [needs, 'note finish-expected'], {}],
  ['how many are needed is unknown', 'pass records-unsaid', { wishes: { recordsNeeded: null } }],
  ['the volume is unknown', [needs, 'note finish-at-best'], { site: { terms: { monthlyVolume: null } } }],
  [
    'the earliest record drops out, the others are not dated',
    [needs, 'note finish-not-before'],
    { wishes: { recordsSince: '2025-01-10' } },
  ],
  ['the intake ends first', [needs, 'note records-short'], twoWeeks],
  ['the hours of a side are unknown', [needs, 'note finish-without-hours'], { wishes: { availability: null } }],
]);

const unsaidIn = (discipline: 'CT' | 'MRI') =>
  explain(verdictOf(R20, pairIn({ wishes: { discipline, recordsNeeded: null }, site: { discipline } })));

test('who names no number of records is told how many there are in all, or where that is to be found', () => {
  expect(unsaidIn('CT')).toContain('In all it is 125, with 3 to 5 for each chosen procedure (secondary source');
  expect(unsaidIn('MRI')).toContain('www.arrt.org');
});
