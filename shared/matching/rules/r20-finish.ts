import type { Pair } from '../types.ts';
import { ofRequest, rule, sure } from './rule.ts';

/** How surely the finish is told; null: none is known. */
const tellingOf = ({ feasibility: { finishesOn, lapsing, atBest }, records }: Pair) => {
  if (finishesOn === null) return null;
  // The earliest record lapses before, and how many others do was not said.
  if (lapsing > 0 && records.othersUndated) return 'finish-not-before';
  return atBest ? 'finish-at-best' : 'finish-expected';
};

const dateOf = (pair: Pair) => ({ finishesOn: sure(pair.feasibility.finishesOn) });

export const R20 = rule({
  id: 'R20',
  kind: 'note',
  source: 'S A',
  title: 'Expected finish from volumes, hours and limits',
  rows: {
    'records-needed': ['pass', 'the records still needed are said'],
    'records-unsaid': ['pass', 'they are not: no date'],
  },
  notes: {
    'finish-expected': [
      'the first planned day on which all records are there, at the volume of the site',
      (pair) => tellingOf(pair) === 'finish-expected',
    ],
    'finish-at-best': [
      'the same with the daily limit on every planned day, because the volume is unknown',
      (pair) => tellingOf(pair) === 'finish-at-best',
    ],
    'finish-not-before': [
      'the earliest counted record drops out before, and the dates of the others are unknown',
      (pair) => tellingOf(pair) === 'finish-not-before',
    ],
    'records-short': ['the intake ends first', (pair) => (pair.feasibility.shortBy ?? 0) > 0],
    'finish-without-hours': [
      'the hours of a side are unknown: no date',
      ({ request: { wishes }, hours }) => wishes.recordsNeeded !== null && hours.plan === null,
    ],
  },
  judge: ({ request: { wishes } }) => (wishes.recordsNeeded === null ? 'records-unsaid' : 'records-needed'),
  facts: {
    'records-needed': ofRequest(({ request: { wishes } }) => ({ records: sure(wishes.recordsNeeded) })),
    'records-unsaid': ofRequest(({ request: { wishes }, context: { requirements } }) => {
      const { value, source } = requirements.recordsNeededInAll[wishes.discipline];
      return { inAll: value, totalSource: source };
    }),
    'finish-expected': dateOf,
    'finish-at-best': dateOf,
    'finish-not-before': dateOf,
    'records-short': (pair) => {
      const { needed, reachable, lapsing } = pair.feasibility;
      return { reachable: sure(reachable), records: sure(needed) + lapsing };
    },
  },
});
