import { expect, test } from 'vitest';
import { weekOf } from '../../../shared/matching/week.ts';
import { clocksDiffer, weeksToJudge } from '../../../shared/matching/real-weeks.ts';
import { weekly, workdays } from '../../support/builders.ts';

const year = { from: '2027-01-01', to: '2027-12-31' };
const days = weekOf(weekly(workdays, '07:00', '19:00'));
const always = weekOf(weekly(`${workdays} sat sun`, '00:00', '00:00'));

const mondays = (windows: typeof days, site: string | null, home: string | null, dates = year): readonly string[] =>
  weeksToJudge({ windows, blockMinutes: 480, restMinutes: 0 }, { site, home }, [dates]).map(({ monday }) => monday);

test('R12 where nobody trains while clocks change one week stands for all', () => {
  expect(mondays(days, 'America/New_York', 'America/New_York')).toEqual(['2027-01-04']);
  expect(mondays(days, 'America/Chicago', 'America/New_York')).toEqual(['2027-01-04']);
  expect(mondays(always, 'America/Phoenix', 'Pacific/Honolulu')).toEqual(['2027-01-04']);
});

test('R12 each way in which clocks stand to each other is a week of its own', () => {
  expect(mondays(days, 'America/Los_Angeles', 'America/Phoenix')).toEqual(['2027-01-04', '2027-03-15']);
  // From March to November Los Angeles keeps the time of Phoenix.
  const summer = { from: '2027-03-15', to: '2027-10-31' };
  expect(mondays(days, 'America/Los_Angeles', 'America/Phoenix', summer)).toEqual(['2027-03-15']);
  expect(clocksDiffer({ site: 'America/Los_Angeles', home: 'America/Phoenix' }, summer)).toBe(false);
  expect(clocksDiffer({ site: 'America/Los_Angeles', home: 'America/Phoenix' }, year)).toBe(true);
});

test('R12 a change of clocks that is felt is a week of its own', () => {
  expect(mondays(always, 'America/New_York', 'America/New_York')).toEqual(['2027-01-04', '2027-03-08', '2027-11-01']);
  // The European Union changes on the last Sundays of March and October.
  expect(mondays(always, 'Europe/Berlin', 'Europe/Berlin')).toEqual(['2027-01-04', '2027-03-22', '2027-10-25']);
});

test('R12 a zone that is not known is taken to be that of the other side', () => {
  const known = mondays(always, 'America/New_York', 'America/New_York');
  expect(mondays(always, null, 'America/New_York')).toEqual(known);
  expect(mondays(always, 'America/New_York', null)).toEqual(known);
  expect(mondays(always, null, null)).toEqual(['2027-01-04']);
  expect(mondays(always, 'Mars/Olympus_Mons', 'America/New_York')).toEqual(known);
});

test('R12 dates without an end in sight are judged by two years', () => {
  expect(
    mondays(always, 'America/New_York', 'America/New_York', { from: '2027-01-01', to: '9999-12-31' }),
  ).toHaveLength(3);
});
