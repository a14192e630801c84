import type { Block } from '../domain/schedule.ts';
import type { Site } from '../domain/site-offer.ts';
import { dateOfDay, dayNumber } from './dates.ts';
import { finishByWeeks, isReached } from './record-weeks.ts';
import { proceduresPerMinute, type Finish, type RecordLimits, type Stretch, type Training } from './records.ts';
import { remembered } from './remembered.ts';
import type { Feasibility, FinishWindow, Pair } from './types.ts';
import { merged, minutesOf, weekOf } from './week.ts';

/** R20: by when a request's records could be complete at one site. */

/** What a site gives, whoever trains there: worked out once for all who ask in a round. */
const yieldOf = remembered(({ offer: { terms }, intake }: Site) => ({
  perMinute:
    terms.monthlyVolume === null || terms.windows === null
      ? null
      : proceduresPerMinute(terms.monthlyVolume, minutesOf(weekOf(terms.windows))),
  stretches: [{ from: dayNumber(intake.startsOn), to: dayNumber(intake.endsOn) }],
}));

/** Blocks that overlap are one. */
const stretchesIn = (blocks: readonly Block[]): readonly Stretch[] =>
  merged(blocks.map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) + 1 }))).map(({ from, to }) => ({
    from,
    to: to - 1,
  }));

/** What the plan gives to record; null: there is no plan, as a side has not said its hours. */
export const trainingOf = ({ hours, site }: Pair): Training | null => {
  const { plan } = hours;
  if (plan === null) return null;
  const { perMinute, stretches } = yieldOf(site);
  return {
    week: plan.segments,
    minutesByWeekday: hours.minutesByWeekday,
    stretches: plan.blocks.length === 0 ? stretches : stretchesIn(plan.blocks),
    perMinute,
  };
};

interface Outlook {
  readonly training: Training;
  readonly finish: Finish;
}

/** Null: how many records are needed was not said, or there is no plan. */
const outlookOf = (pair: Pair): Outlook | null => {
  const { recordsNeeded } = pair.request.wishes;
  const training = recordsNeeded === null ? null : trainingOf(pair);
  if (recordsNeeded === null || training === null) return null;
  return { training, finish: finishByWeeks(training, recordsNeeded, pair.records) };
};

/** The earliest record lapses before the finish, and how many others do was not said: the day is a lower bound. */
export const isBound = ({ lapsing }: Finish, { othersUndated }: RecordLimits): boolean => lapsing > 0 && othersUndated;

/**
 * A finish that is known to be too late, or not to come at this site, is outside. One that was reckoned with the daily
 * limit, because the site has not said its volume, is not known to be inside.
 */
const windowOf = (inTime: boolean, { perMinute }: Training): FinishWindow => {
  if (!inTime) return 'outside';
  return perMinute === null ? 'unknown' : 'inside';
};

const isInTime = (finish: Finish, limits: RecordLimits): boolean => finish.day !== null && !isBound(finish, limits);

const steps: Readonly<Record<FinishWindow, number>> = { inside: 0, unknown: 1, outside: 2 };

/** The place in the order of candidates: cheap, as a round asks for it at every candidate. */
export const finishStepOf = (pair: Pair): number => {
  const { recordsNeeded } = pair.request.wishes;
  const training = recordsNeeded === null ? null : trainingOf(pair);
  if (recordsNeeded === null || training === null) return steps.unknown;
  const inTime =
    isReached(training, recordsNeeded, pair.records) ??
    isInTime(finishByWeeks(training, recordsNeeded, pair.records), pair.records);
  return steps[windowOf(inTime, training)];
};

/** Records that count already and will not any more at the finish, or at the end of the intake where there is none. */
const lapsingOf = ({ records: { counted }, site: { intake } }: Pair, outlook: Outlook | null): number => {
  if (outlook !== null) return outlook.finish.lapsing;
  const end = dayNumber(intake.endsOn);
  return counted.reduce((lapsing, { records, countsTo }) => (countsTo < end ? lapsing + records : lapsing), 0);
};

export const feasibilityOf = (pair: Pair): Feasibility => {
  const outlook = outlookOf(pair);
  const needed = pair.request.wishes.recordsNeeded;
  const common = {
    needed,
    lapsing: lapsingOf(pair, outlook),
    missingCategories: pair.categories.absent,
  };
  if (outlook === null || needed === null)
    return { ...common, finishesOn: null, atBest: false, reachable: null, shortBy: null, window: 'unknown' };
  const { finish, training } = outlook;
  return {
    ...common,
    finishesOn: finish.day === null ? null : dateOfDay(finish.day),
    atBest: training.perMinute === null || isBound(finish, pair.records),
    reachable: finish.reachable,
    shortBy: finish.day === null ? needed + finish.lapsing - finish.reachable : 0,
    window: windowOf(isInTime(finish, pair.records), training),
  };
};
