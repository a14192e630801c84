import { expect, test } from 'vitest';
import { daysIn, monthsBefore } from '../../../shared/matching/dates.ts';

test.each([
  ['2027-03-26', 24, '2025-03-26'],
  ['2027-01-31', 2, '2026-11-30'],
  ['2028-02-29', 24, '2026-02-28'],
  ['2028-03-31', 1, '2028-02-29'],
  ['2027-01-15', 1, '2026-12-15'],
])('%s less %i months is %s', (date, months, before) => {
  expect(monthsBefore(date, months)).toBe(before);
});

test('days count both ends, over a change of daylight saving time and a leap day', () => {
  expect(daysIn('2027-01-04', '2027-01-04')).toBe(1);
  expect(daysIn('2027-03-08', '2027-03-21')).toBe(14);
  expect(daysIn('2028-02-28', '2028-03-01')).toBe(3);
  expect(daysIn('2027-01-10', '2027-01-04')).toBe(-5);
});
