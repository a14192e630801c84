import { dateOfDay } from '../dates.ts';
import { ofRequest, rule, sure } from './rule.ts';

export const A5 = rule({
  id: 'A5',
  kind: 'note',
  source: 'A',
  title: 'Limit of recorded procedures a day',
  rows: { 'daily-limit': ['pass', 'always told'] },
  judge: () => 'daily-limit',
  facts: {
    'daily-limit': ofRequest(({ request: { wishes }, records }) => ({
      records: records.dailyLimit,
      discipline: wishes.discipline,
    })),
  },
});

export const A6 = rule({
  id: 'A6',
  kind: 'note',
  source: 'A',
  title: 'Records older than the window do not count',
  rows: { 'records-window': ['pass', 'always told'] },
  notes: {
    'records-lapse': [
      'counted records leave the window before the finish, or before the intake ends',
      (pair) => !pair.records.othersUndated && pair.feasibility.lapsing > 0,
    ],
    'earliest-record-lapses': [
      'the earliest one does, and the dates of the others are unknown',
      (pair) => pair.records.othersUndated && pair.feasibility.lapsing > 0,
    ],
  },
  judge: () => 'records-window',
  facts: {
    'records-window': ofRequest(({ records }) => ({ months: records.windowMonths })),
    'records-lapse': (pair) => ({ records: pair.feasibility.lapsing }),
    'earliest-record-lapses': ({ records: { counted } }) => ({ countsTo: dateOfDay(sure(counted[0]).countsTo) }),
  },
});
