import type { Discipline } from '../../shared/domain/discipline.ts';
import { weekdays, type Weekday, type WeeklyWindow } from '../../shared/domain/schedule.ts';
import type { HipaaDemand, InsuranceDemand, SiteOfferTerms } from '../../shared/domain/site-offer.ts';
import type { CmsHospital } from './cms-hospitals.ts';
import type { Random } from './random.ts';

// Every share, volume and price in this file is invented. They are chosen so that a trial at real size meets every
// rule with every outcome, not to describe any hospital.

/** Share of large hospitals that offer a discipline, and their procedures a month, least and most. */
const offered: Readonly<Record<Discipline, { share: number; volume: readonly [number, number] }>> = {
  CT: { share: 0.25, volume: [300, 3000] },
  MRI: { share: 0.2, volume: [100, 900] },
  M: { share: 0.1, volume: [200, 1500] },
  BD: { share: 0.08, volume: [40, 400] },
  VI: { share: 0.05, volume: [40, 300] },
  CI: { share: 0.05, volume: [60, 400] },
  BS: { share: 0.05, volume: [40, 300] },
  VS: { share: 0.07, volume: [80, 800] },
};

/** How much of a large acute care hospital's imaging a hospital of each type does; CMS's names of the types. */
const sizes: Readonly<Record<string, number>> = {
  'Critical Access Hospitals': 0.4,
  'Rural Emergency Hospital': 0.3,
  'Long-term': 0.1,
  Psychiatric: 0.1,
};

const sizeOf = ({ type }: CmsHospital): number => sizes[type] ?? 1;

/** Does this hospital offer the discipline? */
export const offers = (hospital: CmsHospital, discipline: Discipline, random: Random): boolean =>
  random.chance(offered[discipline].share * sizeOf(hospital));

const mondayToFriday = weekdays.slice(0, 5);
const weekend = weekdays.slice(5);

const each = (days: readonly Weekday[], from: string, to: string): WeeklyWindow[] =>
  days.map((day) => ({ day, from, to }));

const windows = (random: Random): WeeklyWindow[] | null =>
  random.pick([
    [40, each(mondayToFriday, '07:00', '15:30')],
    [20, each(mondayToFriday, '08:00', '17:00')],
    [10, each(mondayToFriday, '15:00', '23:00')],
    [6, each(mondayToFriday, '19:00', '07:00')],
    [8, [...each(mondayToFriday.slice(0, 3), '07:00', '19:00'), ...each(weekend, '07:00', '19:00')]],
    [6, each(weekdays, '00:00', '00:00')],
    [10, null],
  ]);

const dollars = (amount: number): number => amount * 100;

const insurance = (random: Random): InsuranceDemand =>
  random.pick<InsuranceDemand>([
    [25, { required: 'no' }],
    [20, { required: 'unknown' }],
    [10, { required: 'yes', perClaimCents: null, aggregateCents: null, policyTypes: null, ofOwnEmployeesToo: false }],
    [
      45,
      {
        required: 'yes',
        perClaimCents: dollars(1_000_000),
        aggregateCents: dollars(3_000_000),
        policyTypes: random.chance(0.3) ? ['occurrence'] : ['occurrence', 'claims-made'],
        ofOwnEmployeesToo: random.chance(0.1),
      },
    ],
  ]);

const hipaa = (random: Random): HipaaDemand =>
  random.pick<HipaaDemand>([
    [30, { policy: 'trains-newcomers' }],
    [15, { policy: 'unknown' }],
    [10, { policy: 'none' }],
    [30, { policy: 'evidence', accepted: ['employer', 'educational-program', 'clinical-facility'], refused: [] }],
    [15, { policy: 'evidence', accepted: ['employer', 'educational-program'], refused: ['online'] }],
  ]);

const fee = (random: Random): number | null =>
  random.pick([
    [55, 0],
    [20, dollars(random.int(1, 10) * 50)],
    [10, dollars(random.int(5, 20) * 100)],
    [15, null],
  ]);

/** Regions of the body, for the disciplines in which they are told apart. */
const volumeByRegion = (discipline: Discipline, volume: number | null, random: Random): Record<string, number> => {
  if (volume === null || (discipline !== 'CT' && discipline !== 'MRI') || random.chance(0.4)) return {};
  const share = (percent: number): number => Math.round((volume * percent) / 100);
  return {
    head: share(random.int(15, 30)),
    spine: share(random.int(5, 20)),
    chest: share(random.int(5, 20)),
    abdomen: share(random.int(10, 25)),
    extremities: random.chance(0.15) ? 0 : share(random.int(2, 15)),
  };
};

/** Invented terms of one hospital in one discipline: some open, some with demands, some that say little. */
export const simulatedTerms = (hospital: CmsHospital, discipline: Discipline, random: Random): SiteOfferTerms => {
  const [least, most] = offered[discipline].volume;
  const monthlyVolume = random.chance(0.15) ? null : Math.round(random.int(least, most) * sizeOf(hospital));
  return {
    optedIn: true,
    windows: windows(random),
    minWeeklyMinutes: random.pick([
      [40, 0],
      [30, 8 * 60],
      [20, 16 * 60],
      [10, 24 * 60],
    ]),
    minBlockMinutes: random.pick([
      [60, 4 * 60],
      [40, 8 * 60],
    ]),
    monthlyVolume,
    volumeByCategory: volumeByRegion(discipline, monthlyVolume, random),
    employeesOnly: random.pick([
      [70, 'no'],
      [20, 'yes'],
      [10, 'unknown'],
    ]),
    affiliation: {
      demanded: random.pick([
        [60, 'no'],
        [25, 'yes'],
        [15, 'unknown'],
      ]),
      ofOwnEmployeesToo: random.chance(0.1),
    },
    insurance: insurance(random),
    hipaa: hipaa(random),
    structuredEducationDemanded: random.pick([
      [70, 'no'],
      [15, 'yes'],
      [15, 'unknown'],
    ]),
    supervisor: random.pick([
      [80, 'yes'],
      [8, 'promised'],
      [10, 'unknown'],
      [2, 'no'],
    ]),
    verifier: random.pick([
      [70, 'yes'],
      [10, 'promised'],
      [15, 'unknown'],
      [5, 'no'],
    ]),
    staffAgrees: random.pick([
      [70, 'yes'],
      [10, 'promised'],
      [15, 'unknown'],
      [5, 'no'],
    ]),
    feeCents: fee(random),
    paysTrainee: random.pick([
      [85, 'no'],
      [5, 'yes'],
      [10, 'unknown'],
    ]),
    housing: random.pick([
      [75, 'none'],
      [10, 'every-night'],
      [5, 'some'],
      [10, 'unknown'],
    ]),
  };
};
