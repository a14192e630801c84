import { expect, test } from 'vitest';
import { disciplines } from '../../../shared/domain/discipline.ts';
import {
  dailyRecordLimit,
  mammographyQualificationFirst,
  recordsNeededInAll,
  recordWindowMonths,
  supportingCredentials,
} from '../../../shared/matching/requirements.ts';

const every = [
  ...Object.values(supportingCredentials),
  ...Object.values(dailyRecordLimit),
  ...Object.values(recordsNeededInAll),
  recordWindowMonths,
  mammographyQualificationFirst,
];

test('every figure carries version, effective date, source and grade', () => {
  for (const figure of every) {
    expect(figure.version).toBeGreaterThanOrEqual(1);
    expect(figure.source).not.toBe('');
    expect(figure.value === null).toBe(figure.grade === 'none');
  }
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
