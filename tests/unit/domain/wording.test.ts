import { describe, expect, it } from 'vitest';
import type { WeeklyWindow } from '../../../shared/domain/schedule.ts';
import { atInstant, digits, dollars, fromTo, hours, listed, windowsInWords } from '../../../shared/domain/wording.ts';

const window = (day: WeeklyWindow['day'], from = '08:00', to = '16:00'): WeeklyWindow => ({ day, from, to });

describe('values in words', () => {
  it('say an instant in the reader’s zone, on both sides of a change of the clocks', () => {
    expect(atInstant('2027-03-14T06:59:00.000Z', 'America/New_York')).toBe('Sunday, March 14, 2027 at 1:59 AM EST');
    expect(atInstant('2027-03-14T07:00:00.000Z', 'America/New_York')).toBe('Sunday, March 14, 2027 at 3:00 AM EDT');
  });

  it('say an instant in UTC where the zone is unknown', () => {
    expect(atInstant('2027-01-04T13:00:00.000Z', null)).toBe('Monday, January 4, 2027 at 1:00 PM UTC');
  });

  it('say dates without shifting them to another zone', () => {
    expect(fromTo('2027-01-01', '2028-02-29')).toBe('January 1, 2027, to February 29, 2028');
  });

  it.each([
    [60, '1 hour'],
    [450, '7.5 hours'],
    [0, '0 hours'],
  ])('say %i minutes as %s', (minutes, words) => {
    expect(hours(minutes)).toBe(words);
  });

  it.each([
    [0, '$0'],
    [125_000, '$1,250'],
    [125_050, '$1,250.50'],
    [5, '$0.05'],
  ])('say %i cents as %s', (cents, words) => {
    expect(dollars(cents)).toBe(words);
  });

  it.each([
    [0, 0],
    [2, 0],
    [2, 2],
    [1, 0],
  ])('write numbers with at most %i and at least %i decimals as the US English number format does', (most, least) => {
    const format = new Intl.NumberFormat('en-US', { maximumFractionDigits: most, minimumFractionDigits: least });
    for (const value of [0, 0.04, 0.05, 0.5, 1, 7.25, 9.999, 41.34, -3.5, 999.5, 1000, 1234.5, 1_000_000, 98_765_432.1])
      expect(digits(value, most, least)).toBe(format.format(value));
  });

  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('list %j as %j', (words, list) => {
    expect(listed(words)).toBe(list);
  });

  it.each<[WeeklyWindow[], string]>([
    [[window('mon'), window('tue'), window('wed')], 'Mon–Wed 8 AM to 4 PM'],
    [[window('sat'), window('mon'), window('tue')], 'Mon, Tue, Sat 8 AM to 4 PM'],
    [[window('mon'), window('sat', '00:00', '00:00')], 'Mon 8 AM to 4 PM; Sat all day'],
    [[window('fri', '22:00', '06:00')], 'Fri 10 PM to 6 AM the next day'],
    [[window('fri', '16:00', '00:00')], 'Fri 4 PM to midnight'],
    [[window('fri', '07:00', '07:00')], 'Fri 7 AM to 7 AM the next day'],
    [[], ''],
  ])('say windows of the week by time of day: %#', (windows, words) => {
    expect(windowsInWords(windows)).toBe(words);
  });
});
