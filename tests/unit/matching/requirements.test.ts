import { describe, expect, test } from 'vitest';
import { disciplines } from '../../../shared/domain/discipline.ts';
import { Figure, FigureTerms, mostCorrections } from '../../../shared/domain/requirements.ts';
import {
  figuresOn,
  nextVersion,
  publishedRequirements,
  requirementsOn,
} from '../../../shared/matching/requirements.ts';

const { dailyRecordLimit, recordsNeededInAll, supportingCredentials } = publishedRequirements;

const published = figuresOn('2026-12-01', []).map(({ figure }) => figure);

test('R1 every figure of every discipline carries version, effective date, source and grade', () => {
  expect(published).toHaveLength(3 * disciplines.length + 2);
  for (const figure of published) expect(Figure.parse(figure)).toEqual(figure);
});

test('A5 recorded procedures a day, as ARRT gives them since January 2020', () => {
  expect(disciplines.map((discipline) => [discipline, dailyRecordLimit[discipline].value])).toEqual([
    ['CT', 9],
    ['MRI', 7],
    ['M', 16],
    ['BD', 15],
    ['VI', 6],
    ['CI', 8],
    ['BS', 9],
    ['VS', 28],
  ]);
  expect(new Set(Object.values(dailyRecordLimit).map(({ effectiveFrom }) => effectiveFrom))).toEqual(
    new Set(['2020-01-01']),
  );
});

const admittedBy = (...held: string[]) =>
  disciplines.filter((discipline) =>
    supportingCredentials[discipline].value.some((set) => set.every((credential) => held.includes(credential))),
  );

test('R30 each credential admits to exactly the disciplines that ARRT lists for it', () => {
  expect(admittedBy('radiography')).toEqual(['CT', 'MRI', 'M', 'BD', 'VI', 'CI', 'VS']);
  expect(admittedBy('radiography', 'mammography')).toEqual([...disciplines]);
  expect(admittedBy('nuclear-medicine')).toEqual(['CT', 'MRI', 'BD', 'VS']);
  expect(admittedBy('radiation-therapy')).toEqual(['CT', 'MRI', 'BD', 'VS']);
  expect(admittedBy('sonography')).toEqual(['MRI', 'BS', 'VS']);
  expect(admittedBy('mammography')).toEqual([]);
});

test('totals without a source are null, never invented', () => {
  const known = disciplines.filter((discipline) => recordsNeededInAll[discipline].value !== null);
  expect(known).toEqual(['CT', 'BD']);
});

const sourced = { effectiveFrom: '2027-07-01', source: 'a change invented for this test', grade: 'published' } as const;
const eight: FigureTerms = { figure: 'daily-record-limit', discipline: 'CT', value: 8, ...sourced };

const corrections = [nextVersion([], eight)];
const standingsOn = (date: string) =>
  figuresOn(date, corrections).flatMap(({ figure, standing }) =>
    figure.figure === 'daily-record-limit' && figure.discipline === 'CT' ? [`${figure.value} ${standing}`] : [],
  );
const fieldAtFault = (terms: object) => FigureTerms.safeParse(terms).error?.issues[0]?.path;

describe('R1 a corrected figure', () => {
  test('is its next version, and holds from its day on', () => {
    expect(corrections).toEqual([{ ...eight, version: 2 }]);
    const limitOn = (date: string) => requirementsOn(date, corrections).dailyRecordLimit;
    expect(limitOn('2027-06-30').CT).toMatchObject({ value: 9, version: 1 });
    expect(limitOn('2027-07-01').CT).toMatchObject({ value: 8, version: 2 });
    expect(limitOn('2027-07-01').MRI.value).toBe(7);
  });

  test('without a date holds at once, and the newest version counts', () => {
    const again = [...corrections, nextVersion(corrections, { ...eight, value: 10, effectiveFrom: null })];
    expect(requirementsOn('2026-12-01', again).dailyRecordLimit.CT).toMatchObject({ value: 10, version: 3 });
    expect(requirementsOn('2028-01-01', again).dailyRecordLimit.CT.value).toBe(10);
  });

  test('leaves the other figures as they were published', () => {
    const { dailyRecordLimit: limits, ...others } = requirementsOn('2028-01-01', corrections);
    const { dailyRecordLimit: before, ...rest } = publishedRequirements;
    expect(others).toEqual(rest);
    expect(limits.M).toEqual(before.M);
  });

  test('is listed with all its versions and how each stands', () => {
    expect(standingsOn('2027-06-30')).toEqual(['9 in-force', '8 later']);
    expect(standingsOn('2027-07-01')).toEqual(['9 replaced', '8 in-force']);
  });

  test.each<readonly [string, FigureTerms]>([
    ['supporting credentials', { ...eight, figure: 'supporting-credentials', value: [['other']] }],
    ['repetitions in all', { ...eight, figure: 'records-in-all', value: '150' }],
    ['months of the window', { figure: 'record-window-months', value: 36, ...sourced }],
    ['MQSA first', { figure: 'mammography-qualification-first', value: false, ...sourced }],
  ])('may be any: %s', (_, terms) => {
    const inForce = figuresOn('2027-07-01', [nextVersion([], terms)]).filter(
      ({ figure, standing }) => figure.version === 2 && standing === 'in-force',
    );
    expect(inForce.map(({ figure }) => figure.value)).toEqual([terms.value]);
  });

  test('has a value or the grade `none`, never both and never neither', () => {
    const total = { ...eight, figure: 'records-in-all' } as const;
    expect(fieldAtFault({ ...total, value: null })).toEqual(['grade']);
    expect(fieldAtFault({ ...total, value: '125', grade: 'none' })).toEqual(['grade']);
    expect(fieldAtFault({ ...total, value: null, grade: 'none' })).toBeUndefined();
  });
});

test('all corrections there may be fit one item of the table (400 kB)', () => {
  const longest = { ...eight, figure: 'supporting-credentials', source: 'x'.repeat(300), version: 400 };
  const sets = Array.from({ length: 12 }, () => Array.from({ length: 4 }, () => 'nuclear-medicine'));
  expect(JSON.stringify({ ...longest, value: sets }).length * mostCorrections).toBeLessThan(400_000);
});
