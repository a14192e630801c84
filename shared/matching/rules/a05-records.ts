import { dailyRecordLimit, recordWindowMonths } from '../requirements.ts';
import { monthsBefore } from '../dates.ts';
import { row, rule } from './rule.ts';

export const A5 = rule({
  id: 'A5',
  kind: 'note',
  source: 'A',
  title: 'Limit of recorded procedures a day',
  rows: { 'daily-limit': ['pass', 'always told'] },
  judge: ({ request: { wishes } }) =>
    row('daily-limit', {
      records: dailyRecordLimit[wishes.discipline].value,
      discipline: wishes.discipline,
    }),
});

export const A6 = rule({
  id: 'A6',
  kind: 'note',
  source: 'A',
  title: 'Records older than the window do not count',
  rows: {
    'records-window': ['pass', 'always told'],
    'records-lapse': ['note', 'the earliest counted record leaves the window before the intake ends'],
  },
  judge: ({ request: { wishes }, site: { intake } }) => {
    const months = recordWindowMonths.value;
    const told = row('records-window', { months });
    const before = monthsBefore(intake.endsOn, months);
    return wishes.recordsSince !== null && wishes.recordsSince < before
      ? [told, row('records-lapse', { before })]
      : told;
  },
});
