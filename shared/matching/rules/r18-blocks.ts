import { change, mendable, row, rule } from './rule.ts';

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
  judge: ({ request: { wishes }, site: { intake }, hours }) => {
    if (wishes.blocks.length === 0) return row('no-blocks-asked');
    if (hours.mode === 'weekly') return row('weekly-hours-instead');
    const { startsOn, endsOn } = intake;
    return hours.blocks.length > 0
      ? row('block-fits', { blocks: hours.blocks.map(({ from, to }) => `${from}/${to}`) })
      : mendable(row('no-block-fits', { startsOn, endsOn }), change('blocks', 'free-whole-week', { startsOn, endsOn }));
  },
});
