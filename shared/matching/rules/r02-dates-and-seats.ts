import { change, rule, sure } from './rule.ts';

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
    if (offer.discipline !== wishes.discipline) return 'other-discipline';
    if (intake.closed) return 'intake-closed';
    if (intake.seats <= intake.seatsTaken) return 'no-free-seat';
    if (startsOn < context.today) return 'intake-begun';
    const endsTooLate = latestEnd !== null && endsOn > latestEnd;
    if (startsOn < earliestStart) return endsTooLate ? ['starts-too-early', 'ends-too-late'] : 'starts-too-early';
    return endsTooLate ? 'ends-too-late' : 'intake-fits';
  },
  facts: {
    'intake-fits': ({ site: { intake } }) => ({
      startsOn: intake.startsOn,
      endsOn: intake.endsOn,
      free: intake.seats - intake.seatsTaken,
    }),
    'other-discipline': ({ site: { offer } }) => ({ offered: offer.discipline }),
    'intake-begun': ({ site: { intake } }) => ({ startsOn: intake.startsOn }),
    'starts-too-early': ({ request: { wishes }, site: { intake } }) => ({
      startsOn: intake.startsOn,
      earliestStart: wishes.earliestStart,
    }),
    'ends-too-late': ({ request: { wishes }, site: { intake } }) => ({
      endsOn: intake.endsOn,
      latestEnd: sure(wishes.latestEnd),
    }),
  },
  remedies: {
    'starts-too-early': ({ site: { intake } }) => change('earliestStart', 'start-earlier', { date: intake.startsOn }),
    'ends-too-late': ({ site: { intake } }) => change('latestEnd', 'end-later', { date: intake.endsOn }),
  },
});
