import { change, mendable, row, rule, type Found } from './rule.ts';

export const R2 = rule({
  id: 'R2',
  kind: 'H',
  source: 'S',
  title: 'The site offers the discipline, with a free seat in an intake that fits the dates',
  rows: {
    'intake-fits': ['pass', 'a seat is free, and the intake lies within the dates wished'],
    'other-discipline': ['fail', 'the site offers another discipline'],
    'intake-closed': ['fail', 'the intake takes nobody new'],
    'no-free-seat': ['fail', 'every seat is taken'],
    'intake-begun': ['fail', 'the intake began before today: a seat is held throughout'],
    'starts-too-early': ['fail', 'the intake starts before the earliest start'],
    'ends-too-late': ['fail', 'the intake ends after the latest end'],
  },
  judge: ({ request: { wishes }, site: { offer, intake }, context }) => {
    const { startsOn, endsOn } = intake;
    const { earliestStart, latestEnd } = wishes;
    const free = intake.seats - intake.seatsTaken;
    if (offer.discipline !== wishes.discipline) return row('other-discipline', { offered: offer.discipline });
    if (intake.closed) return row('intake-closed');
    if (free <= 0) return row('no-free-seat');
    if (startsOn < context.today) return row('intake-begun', { startsOn });
    const misfits: Found<'starts-too-early' | 'ends-too-late'>[] = [];
    if (startsOn < earliestStart)
      misfits.push(
        mendable(
          row('starts-too-early', { startsOn, earliestStart }),
          change('earliestStart', 'start-earlier', { date: startsOn }),
        ),
      );
    if (latestEnd !== null && endsOn > latestEnd)
      misfits.push(
        mendable(row('ends-too-late', { endsOn, latestEnd }), change('latestEnd', 'end-later', { date: endsOn })),
      );
    return misfits.length > 0 ? misfits : row('intake-fits', { startsOn, endsOn, free });
  },
});
