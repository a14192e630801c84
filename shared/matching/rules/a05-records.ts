import { dailyRecordLimit, recordWindowMonths } from '../requirements.ts';
import { monthsBefore } from '../dates.ts';
import type { Pair } from '../types.ts';
import { rule } from './rule.ts';

export const A5 = rule({
  id: 'A5',
  kind: 'note',
  source: 'A',
  title: 'Limit of recorded procedures a day',
  rows: { 'daily-limit': ['pass', 'always told'] },
  judge: () => 'daily-limit',
  facts: {
    'daily-limit': ({
      request: {
        wishes: { discipline },
      },
    }) => ({ records: dailyRecordLimit[discipline].value, discipline }),
  },
});

/** Records from before this day no longer count when the intake ends. */
const countedFrom = ({ site: { intake } }: Pair) => monthsBefore(intake.endsOn, recordWindowMonths.value);

export const A6 = rule({
  id: 'A6',
  kind: 'note',
  source: 'A',
  title: 'Records older than the window do not count',
  rows: { 'records-window': ['pass', 'always told'] },
  notes: {
    'records-lapse': [
      'the earliest counted record leaves the window before the intake ends',
      (pair) => {
        const { recordsSince } = pair.request.wishes;
        return recordsSince !== null && recordsSince < countedFrom(pair);
      },
    ],
  },
  judge: () => 'records-window',
  facts: {
    'records-window': () => ({ months: recordWindowMonths.value }),
    'records-lapse': (pair) => ({ before: countedFrom(pair) }),
  },
});
