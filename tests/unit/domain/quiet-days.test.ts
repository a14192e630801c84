import { describe, expect, test } from 'vitest';
import { daysAfter, isFederalHoliday, isQuietDay } from '../../../shared/domain/quiet-days.ts';

const daysOf = (year: number): string[] =>
  Array.from({ length: 366 }, (_, day) => daysAfter(`${year}-01-01`, day)).filter((date) => date.startsWith(`${year}`));

/** The days on which federal offices are closed, as the Office of Personnel Management lists them. */
const published: Readonly<Record<number, readonly string[]>> = {
  2026: ['01-01', '01-19', '02-16', '05-25', '06-19', '07-03', '09-07', '10-12', '11-11', '11-26', '12-25'],
  2027: ['01-01', '01-18', '02-15', '05-31', '06-18', '07-05', '09-06', '10-11', '11-11', '11-25', '12-24', '12-31'],
  2028: ['01-17', '02-21', '05-29', '06-19', '07-04', '09-04', '10-09', '11-10', '11-23', '12-25'],
};

describe('federal holidays', () => {
  test.for([2026, 2027, 2028])('of %i fall on the weekdays that are published', (year) => {
    const weekdays = daysOf(year).filter((date) => ![0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay()));
    expect(weekdays.filter(isFederalHoliday)).toEqual(published[year]?.map((day) => `${year}-${day}`));
  });
});

test('a quiet day is a weekend, a holiday, or one that the facility named', () => {
  const quiet = ['2026-12-05', '2026-12-06', '2026-12-25', '2026-12-28'];
  expect(quiet.map((date) => isQuietDay(date, ['2026-12-28']))).toEqual([true, true, true, true]);
  expect(['2026-12-04', '2026-12-07', '2026-12-28'].map((date) => isQuietDay(date, []))).toEqual([false, false, false]);
});
