import { expect, test } from 'vitest';
import { dateOfDay, dayNumber, daysIn, monthsAfter, weekdayOf } from '../../../shared/matching/dates.ts';

test.each([
  ['2025-03-26', 24, '2027-03-26'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-02-28', 24, '2028-02-28'],
  ['2024-02-29', 24, '2026-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
])('%s and %i months are %s', (date, months, after) => {
  expect(dateOfDay(monthsAfter(dayNumber(date), months))).toBe(after);
});

test('a day as a number, and its weekday', () => {
  expect(dayNumber('1970-01-01')).toBe(0);
  expect(dateOfDay(dayNumber('2028-02-29'))).toBe('2028-02-29');
  expect(['2027-01-04', '2027-01-10', '1969-12-28'].map((date) => weekdayOf(dayNumber(date)))).toEqual([0, 6, 6]);
});

test('days count both ends, over a change of daylight saving time and a leap day', () => {
  expect(daysIn('2027-01-04', '2027-01-04')).toBe(1);
  expect(daysIn('2027-03-08', '2027-03-21')).toBe(14);
  expect(daysIn('2028-02-28', '2028-03-01')).toBe(3);
  expect(daysIn('2027-01-10', '2027-01-04')).toBe(-5);
});
