import type { Wishes } from '../domain/placement-request.ts';
import { coverSites } from './cover-sites.ts';
import { dateOfDay } from './dates.ts';
import { isBound, trainingOf } from './feasibility.ts';
import { finishByDays } from './record-days.ts';
import type { Coverage } from './matching-types.ts';
import type { Pair } from './types.ts';

const unknownFinish = { finishesOn: null, atBest: false } as const;

/** R20 at all of these sites, which share one daily limit (A5). */
const finishTogether = (
  pairs: readonly Pair[],
  recordsNeeded: number | null,
): Pick<Coverage, 'finishesOn' | 'atBest'> => {
  const [first] = pairs;
  const trainings = pairs.map(trainingOf).filter((training) => training !== null);
  if (first === undefined || recordsNeeded === null || trainings.length < pairs.length) return unknownFinish;
  const finish = finishByDays(trainings, recordsNeeded, first.records);
  if (finish.day === null) return unknownFinish;
  const volumeUnsaid = trainings.some(({ perMinute }) => perMinute === null);
  return { finishesOn: dateOfDay(finish.day), atBest: volumeUnsaid || isBound(finish, first.records) };
};

/** The smallest set of candidates that covers what is required. `candidates` come best first. */
export const coverageOf = (
  { requiredCategories, recordsNeeded }: Wishes,
  candidates: readonly Pair[],
): Coverage | null => {
  if (requiredCategories.length === 0) return null;
  const { sites, uncovered, nowhere } = coverSites(
    requiredCategories,
    candidates.map((pair) => ({ pair, categories: pair.categories.covered })),
  );
  return {
    sites: sites.map(({ pair: { site }, categories }) => ({
      facilityId: site.offer.facilityId,
      intakeId: site.intake.id,
      facilityName: site.offer.facility.name,
      categories,
    })),
    uncovered,
    nowhere,
    ...finishTogether(
      sites.map(({ pair }) => pair),
      recordsNeeded,
    ),
  };
};
