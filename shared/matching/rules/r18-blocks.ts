import type { Pair } from '../types.ts';
import { change, rule } from './rule.ts';

const datesOf = ({ site: { intake } }: Pair) => ({ startsOn: intake.startsOn, endsOn: intake.endsOn });

export const R18 = rule({
  id: 'R18',
  kind: 'H',
  source: 'S',
  title: 'Block rotations of whole weeks, beside weekly hours',
  rows: {
    'no-blocks-asked': ['pass', 'no free whole weeks are named'],
    'weekly-hours-instead': ['pass', 'weekly hours fit already, or may once a question is answered'],
    'block-fits': ['pass', "a named block shares at least one whole week with the intake's dates"],
    'no-block-fits': ['fail', 'weekly hours do not fit, and no named block does'],
  },
  judge: ({ request: { wishes }, hours }) => {
    if (wishes.blocks.length === 0) return 'no-blocks-asked';
    if (hours.mode === 'weekly') return 'weekly-hours-instead';
    return hours.blocks.length > 0 ? 'block-fits' : 'no-block-fits';
  },
  facts: {
    'block-fits': ({ hours }) => ({ blocks: hours.blocks.map(({ from, to }) => `${from}/${to}`) }),
    'no-block-fits': datesOf,
  },
  remedies: {
    'no-block-fits': (pair) => change('blocks', 'free-whole-week', datesOf(pair)),
  },
});
