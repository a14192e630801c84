import { describe, expect, test } from 'vitest';
import type { WeeklyWindow } from '../../../shared/domain/schedule.ts';
import { describeHours, explainRemedy } from '../../../shared/matching/phrases.ts';
import { verdictOf } from '../../../shared/matching/judgement.ts';
import { R12 } from '../../../shared/matching/rules/r12-hours.ts';
import { R18 } from '../../../shared/matching/rules/r18-blocks.ts';
import { anEmployment, aPlace, aProgram, weekly, workdays } from '../../support/builders.ts';
import { decisionTable, pairIn, type Scene } from './decision-table.ts';
import { anEmployeeOf } from './scenes.ts';

const planIn = (scene: Scene): string => describeHours(pairIn(scene).hours.plan?.segments ?? []);
const usableIn = (scene: Scene): number => pairIn(scene).hours.usableMinutes;
const free = (days: string, from: string, to: string) => weekly(days, from, to);

/** Works elsewhere, Monday to Friday 8 to 16, and is free at all hours of these days otherwise. */
const worksElsewhere = (change: Parameters<typeof anEmployment>[0] = {}, more: Scene['wishes'] = {}): Scene => ({
  wishes: {
    employment: anEmployment({
      regularHours: { kind: 'weekly', windows: weekly(workdays, '08:00', '16:00') },
      ...change,
    }),
    availability: free(workdays, '00:00', '00:00'),
    ...more,
  },
});
const saturdayNight = free('sat', '22:00', '06:00');
/** In the United States clocks go forward on its Sunday. */
const weekOfChange = { startsOn: '2027-03-08', endsOn: '2027-03-14' };
const beforeTheClocksChange = { startsOn: '2027-01-04', endsOn: '2027-03-07' };
const movesToEvenings = weekly(workdays, '16:00', '23:00');

const siteIn = (zone: string | null) => ({ facility: { place: aPlace({ zone }) } });

decisionTable(R12, [
  ['at least N', 'pass hours-fit', { wishes: { availability: free('mon', '08:00', '16:00') } }],
  ['a minute under N', 'fail too-few-hours', { wishes: { availability: free('mon', '08:00', '15:59') } }],
  [
    "N is the larger minimum: the technologist's",
    'fail too-few-hours',
    { wishes: { availability: free('mon', '08:00', '16:00'), minWeeklyMinutes: 481 } },
  ],
  [
    "N is the larger minimum: the site's",
    'fail too-few-hours',
    { wishes: { availability: free('mon', '08:00', '16:00') }, site: { terms: { minWeeklyMinutes: 481 } } },
  ],
  [
    'nothing in common, and neither side names a minimum',
    'fail too-few-hours',
    {
      wishes: { availability: free('sun', '08:00', '16:00'), minWeeklyMinutes: 0 },
      site: { terms: { minWeeklyMinutes: 0 } },
    },
  ],
  ['own shifts elsewhere are taken off', 'fail too-few-hours', worksElsewhere()],
  [
    'under N, adjustment unanswered',
    'ask adjustment-unanswered',
    worksElsewhere({ adjustment: { status: 'unanswered', hours: movesToEvenings } }),
  ],
  [
    'adjustment confirmed: computed again',
    'pass hours-fit',
    worksElsewhere({ adjustment: { status: 'confirmed', hours: movesToEvenings } }),
  ],
  ['adjustment refused', 'fail too-few-hours', worksElsewhere({ adjustment: { status: 'refused' } })],
  [
    'enough without the unanswered adjustment',
    'pass hours-fit',
    {
      wishes: { employment: anEmployment({ adjustment: { status: 'unanswered', hours: movesToEvenings } }) },
    },
  ],
  ['W unknown', 'ask site-hours-unknown', { site: { terms: { windows: null } } }],
  ['A unknown', 'ask availability-unknown', { wishes: { availability: null } }],
  ['S rotating', 'ask shifts-unknown', worksElsewhere({ regularHours: { kind: 'rotating' } })],
  ['S per diem', 'ask shifts-unknown', worksElsewhere({ regularHours: { kind: 'per-diem' } })],
  ['S unknown', 'ask shifts-unknown', worksElsewhere({ regularHours: { kind: 'unknown' } })],
  [
    'S unknown, and under N whatever they are',
    'fail too-few-hours',
    {
      wishes: {
        employment: anEmployment({ regularHours: { kind: 'rotating' } }),
        availability: free('sun', '08:00', '16:00'),
      },
    },
  ],
  ['the site lies in another zone', ['pass hours-fit', 'note other-time-zone'], { site: siteIn('America/Chicago') }],
  ['a zone of another name that keeps the same time', 'pass hours-fit', { site: siteIn('America/Detroit') }],
  [
    'a zone that keeps the same time only in winter',
    ['pass hours-fit', 'note other-time-zone'],
    { site: siteIn('America/Panama') },
  ],
  [
    'under N only in the night in which the clock goes forward',
    ['fail too-few-hours', 'note clocks-change'],
    { wishes: { availability: saturdayNight }, site: { terms: { windows: saturdayNight } } },
  ],
  ["the site's zone is not known", ['pass hours-fit', 'note zone-unknown'], { site: siteIn(null) }],
  ["the technologist's zone is not known", ['pass hours-fit', 'note zone-unknown'], { home: aPlace({ zone: null }) }],
]);

describe('R12 usable hours', () => {
  test('R12 at the own employer the shifts are training time', () => {
    expect(usableIn(anEmployeeOf({}, { wishes: { availability: [], blocks: [] } }))).toBe(3 * 480);
  });

  test('A9 a program that forbids employer time takes the shifts out', () => {
    const scene = anEmployeeOf({}, { wishes: { programId: 'prg_cedar' } });
    const programs = [aProgram({ allowsEmployerTime: 'no' })];
    expect(usableIn({ ...scene, context: { programs } })).toBe(2 * 480);
  });

  test('R12 shifts at other employers are taken off, at the own employer too', () => {
    const otherShifts = weekly('mon', '08:00', '12:00');
    expect(usableIn(anEmployeeOf({}, { wishes: { otherShifts } }))).toBe(5 * 480 - 240);
    expect(usableIn({ wishes: { otherShifts } })).toBe(5 * 480 - 240);
  });

  test('R12 rest is kept before and after a shift elsewhere, over midnight too', () => {
    const scene: Scene = {
      wishes: { otherShifts: weekly('sun', '23:00', '07:00'), availability: free('sun mon', '00:00', '00:00') },
      site: {
        terms: { windows: free('sun mon', '00:00', '00:00'), minBlockMinutes: 0 },
        intake: beforeTheClocksChange,
      },
    };
    expect(usableIn(scene)).toBe(2 * 1440 - 480);
    const settings = { detourFactor: 1.3, milesPerHour: 50, restMinutes: 60 };
    expect(usableIn({ ...scene, context: { settings } })).toBe(2 * 1440 - 480 - 120);
  });

  test('R12 blocks under the minimum length drop out before they are cut at regular hours', () => {
    const windows = [
      ...free('mon', '08:00', '11:00'),
      ...free('tue', '08:00', '12:00'),
      ...free('wed', '08:00', '16:00'),
    ];
    expect(usableIn({ site: { terms: { windows } } })).toBe(240 + 480);
    // Wednesday's block is long enough as a whole, though only two hours of it are regular.
    const employment = { regularHours: { kind: 'weekly' as const, windows: free('wed', '08:00', '10:00') } };
    const { plan } = pairIn(
      anEmployeeOf({ terms: { windows } }, { employment, wishes: { wantedWeeklyMinutes: 720 } }),
    ).hours;
    expect(plan?.segments.map(({ from, to, regular }) => [to - from, regular])).toEqual([
      [240, false],
      [120, true],
      [360, false],
    ]);
  });

  test('R12 a night shift crosses midnight, and Sunday night goes on into Monday', () => {
    const windows = free('sun', '22:00', '06:00');
    const scene: Scene = { wishes: { availability: windows }, site: { terms: { windows, minBlockMinutes: 480 } } };
    expect(planIn(scene)).toBe('Sun 10 PM to 6 AM the next day');
  });
});

/** Trains, and is free, in the night in which clocks change; all in New York unless it is said. */
const atNight = (
  dates: { readonly startsOn: string; readonly endsOn: string },
  zones: { readonly site?: string; readonly home?: string } = {},
): Scene => ({
  home: aPlace({ zone: zones.home ?? 'America/New_York' }),
  wishes: { availability: saturdayNight },
  site: {
    terms: { windows: saturdayNight },
    intake: dates,
    facility: { place: aPlace({ zone: zones.site ?? 'America/New_York' }) },
  },
});

/** Free from 8 to 12 by the clock at home, at a site that trains from 7 to 12 by its own. */
const mornings = (home: string, site: string, intake: { startsOn: string; endsOn: string }): Scene => ({
  home: aPlace({ zone: home }),
  wishes: { availability: free('mon', '08:00', '12:00'), minWeeklyMinutes: 60 },
  site: {
    terms: { windows: free('mon', '07:00', '12:00'), minWeeklyMinutes: 60, minBlockMinutes: 0 },
    intake,
    facility: { place: aPlace({ zone: site }) },
  },
});

/** Free in the night from Sunday to Monday in Phoenix, at a site in Los Angeles that trains no less than the whole night. */
const sundayNights = (startsOn: string, endsOn: string) =>
  usableIn({
    home: aPlace({ zone: 'America/Phoenix' }),
    wishes: { availability: free('sun', '22:00', '06:00'), minWeeklyMinutes: 60 },
    site: {
      facility: { place: aPlace({ zone: 'America/Los_Angeles' }) },
      terms: { windows: free('sun', '20:00', '08:00'), minBlockMinutes: 480, minWeeklyMinutes: 60 },
      intake: { startsOn, endsOn },
    },
  });

/** Minutes at a site in Los Angeles of somebody in Phoenix, in the week of change. */
const besidePhoenix = (windows: WeeklyWindow[], availability: WeeklyWindow[]) =>
  usableIn({
    home: aPlace({ zone: 'America/Phoenix' }),
    wishes: { availability, minWeeklyMinutes: 60 },
    site: {
      facility: { place: aPlace({ zone: 'America/Los_Angeles' }) },
      terms: { windows, minBlockMinutes: 0, minWeeklyMinutes: 60 },
      intake: weekOfChange,
    },
  });

const inBlock = (from: string, to: string): Scene => ({
  wishes: { availability: [], blocks: [{ from, to }], minWeeklyMinutes: 60 },
  site: { terms: { windows: saturdayNight }, intake: { startsOn: '2027-02-01', endsOn: '2027-04-25' } },
});

describe('R12 the worst full week in real time', () => {
  test('R12 a night in which the clock goes forward is an hour shorter, one in which it goes back longer', () => {
    // In the United States on 14 March and on 7 November 2027.
    expect(usableIn(atNight({ startsOn: '2027-02-01', endsOn: '2027-02-28' }))).toBe(480);
    expect(usableIn(atNight({ startsOn: '2027-03-01', endsOn: '2027-03-28' }))).toBe(420);
    expect(usableIn(atNight({ startsOn: '2027-11-01', endsOn: '2027-11-07' }))).toBe(540);
    expect(usableIn(atNight({ startsOn: '2027-11-01', endsOn: '2027-11-28' }))).toBe(480);
  });

  test('R12 the clocks of Arizona and Hawaii never change', () => {
    const march = { startsOn: '2027-03-01', endsOn: '2027-03-28' };
    for (const zone of ['America/Phoenix', 'Pacific/Honolulu'])
      expect(usableIn(atNight(march, { site: zone, home: zone }))).toBe(480);
  });

  test('R12 a week that the dates hold in part is not judged', () => {
    // Ends on the Saturday before the change; then from the Monday after it.
    expect(usableIn(atNight({ startsOn: '2027-02-15', endsOn: '2027-03-13' }))).toBe(480);
    expect(usableIn(atNight({ startsOn: '2027-03-09', endsOn: '2027-03-28' }))).toBe(480);
  });

  test('R12 dates without a full week are judged by the weeks that they touch', () => {
    expect(usableIn(atNight({ startsOn: '2027-03-10', endsOn: '2027-03-16' }))).toBe(420);
    expect(usableIn(atNight({ startsOn: '2027-03-16', endsOn: '2027-03-17' }))).toBe(480);
  });

  test('R12 hours are converted between the zones of both sides', () => {
    const january = { startsOn: '2027-01-04', endsOn: '2027-01-31' };
    const july = { startsOn: '2027-07-05', endsOn: '2027-08-01' };
    const plan = (home: string, site: string, dates = january) => planIn(mornings(home, site, dates));
    expect(plan('America/New_York', 'America/Chicago')).toBe('Mon 7 AM to 11 AM');
    expect(plan('America/Chicago', 'America/New_York')).toBe('Mon 9 AM to noon');
    expect(plan('America/Phoenix', 'America/Los_Angeles')).toBe('Mon 7 AM to 11 AM');
    expect(plan('America/Phoenix', 'America/Los_Angeles', july)).toBe('Mon 8 AM to noon');
    expect(plan('America/Indiana/Indianapolis', 'America/Chicago', july)).toBe('Mon 7 AM to 11 AM');
    // Half an hour ahead of Halifax.
    expect(plan('America/St_Johns', 'America/Halifax')).toBe('Mon 7:30 AM to 11:30 AM');
  });

  test('R12 the plan says in which zone it is told, and of which week it is where weeks differ', () => {
    // In Los Angeles an hour fewer before 14 March than after it: Phoenix is free from 7 to 11, then from 8 to 12.
    const scene = mornings('America/Phoenix', 'America/Los_Angeles', { startsOn: '2027-03-01', endsOn: '2027-03-28' });
    const { hours } = pairIn({
      ...scene,
      site: { ...scene.site, terms: { ...scene.site?.terms, windows: free('mon', '08:00', '12:00') } },
    });
    expect(hours.plan).toMatchObject({ zone: 'America/Los_Angeles', weeklyMinutes: 180 });
    expect(describeHours(hours.plan?.segments ?? [])).toBe('Mon 8 AM to 11 AM');
    expect(hours.worstWeek).toBe('2027-03-01');
    const same = pairIn(
      mornings('America/Phoenix', 'America/Denver', { startsOn: '2027-01-04', endsOn: '2027-01-31' }),
    );
    expect(same.hours.worstWeek).toBeNull();
  });

  test('R12 a night from Sunday to Monday is as long as it really is, in the week of each clock', () => {
    // In Los Angeles until 5 on Monday, 8 March, and from 22 on Sunday, 14 March: two nights, of eight hours each.
    expect(sundayNights('2027-03-08', '2027-03-14')).toBe(300 + 120);
    expect(sundayNights('2027-03-01', '2027-03-07')).toBe(300 + 180);
    expect(sundayNights('2027-03-15', '2027-03-21')).toBe(360 + 120);
  });

  test('R12 rest is kept in real time', () => {
    const settings = { detourFactor: 1.3, milesPerHour: 50, restMinutes: 240 };
    const rested = (startsOn: string) =>
      usableIn({
        context: { settings },
        wishes: {
          availability: free('sun', '00:00', '00:00'),
          otherShifts: free('sat', '16:00', '01:00'),
          minWeeklyMinutes: 60,
        },
        site: { terms: { windows: free('sun', '04:00', '12:00') }, intake: { startsOn, endsOn: '2027-03-14' } },
      });
    // From 5 to 12; on 14 March four hours after 1 it is 6 by the clock.
    expect(rested('2027-03-08')).toBe(360);
    expect(usableIn({ ...atNight({ startsOn: '2027-01-04', endsOn: '2027-01-31' }), context: { settings } })).toBe(480);
  });

  test('R12 in the week of a change hours before it and after it are converted each by its own clock', () => {
    // From 11 to 15 on Saturday, from 12 to 16 on Sunday.
    const weekend = free('sat sun', '12:00', '16:00');
    expect(besidePhoenix(weekend, weekend)).toBe(180 + 240);
    const throughTheNight = [...free('sat', '12:00', '00:00'), ...free('sun', '00:00', '15:00')];
    expect(besidePhoenix(throughTheNight, [...free('sat', '11:00', '13:00'), ...free('sun', '12:00', '16:00')])).toBe(
      180,
    );
  });

  test('R12 a site that trains day and night feels the change of whoever may come around it', () => {
    const dayAndNight = (scene: Scene, intake = weekOfChange) =>
      usableIn({
        ...scene,
        site: {
          ...scene.site,
          terms: { windows: free(`${workdays} sat sun`, '00:00', '00:00'), minBlockMinutes: 0 },
          intake,
        },
      });
    expect(dayAndNight({ wishes: { availability: free('sun', '04:00', '12:00') } })).toBe(480);
    expect(dayAndNight({ wishes: { availability: free('sun', '01:30', '09:30') } })).toBe(420);
    // Four hours after a shift that ends at 1 it is 6 by the clock.
    const settings = { detourFactor: 1.3, milesPerHour: 50, restMinutes: 240 };
    const otherShifts = free('sat', '16:00', '01:00');
    const rested = { wishes: { availability: free('sun', '05:30', '12:00'), otherShifts }, context: { settings } };
    expect(dayAndNight(rested)).toBe(360);
    expect(dayAndNight(rested, { startsOn: '2027-03-01', endsOn: '2027-03-07' })).toBe(390);
    const regularHours = { kind: 'weekly' as const, windows: saturdayNight };
    const employee = anEmployeeOf(
      {},
      { employment: { regularHours }, wishes: { availability: free('wed', '08:00', '12:00') } },
    );
    expect(dayAndNight(employee)).toBe(420 + 240);
    // When New York shows half past one for the first time, Chicago does so an hour later: twice half an hour.
    const november = { startsOn: '2027-11-01', endsOn: '2027-11-07' };
    expect(
      dayAndNight(
        { wishes: { availability: free('sun', '01:00', '01:30') }, site: siteIn('America/Chicago') },
        november,
      ),
    ).toBe(60);
  });

  test('R18 the weeks of the blocks are judged, and no others', () => {
    expect(usableIn(inBlock('2027-02-08', '2027-02-21'))).toBe(480);
    expect(usableIn(inBlock('2027-03-08', '2027-03-21'))).toBe(420);
  });
});

const wants = (wantedWeeklyMinutes: number, minBlockMinutes: number, days = 'mon tue wed', to = '12:00'): string =>
  planIn({
    wishes: { wantedWeeklyMinutes, availability: free(days, '08:00', to), minWeeklyMinutes: 240 },
    site: { terms: { windows: free(days, '08:00', to), minBlockMinutes, minWeeklyMinutes: 240 } },
  });

describe('R12 the plan', () => {
  test('R12 takes the wanted hours, earliest in the week, and no more', () => {
    expect(wants(360, 60)).toBe('Mon 8 AM to noon; Tue 8 AM to 10 AM');
  });

  test('R12 takes all there is where more is wanted', () => {
    expect(wants(2400, 60)).toBe('Mon–Wed 8 AM to noon');
  });

  test('R12 shortens an earlier block rather than plan one that is too short', () => {
    expect(wants(300, 120)).toBe('Mon 8 AM to 11 AM; Tue 8 AM to 10 AM');
  });

  test('R12 leaves the last block out where that is nearer to the wanted hours, but keeps what is needed', () => {
    expect(wants(500, 240)).toBe('Mon, Tue 8 AM to noon');
    expect(wants(600, 240)).toBe('Mon–Wed 8 AM to noon');
  });

  test('R12 tells what is missing to the wanted hours', () => {
    const { hours } = pairIn({ wishes: { wantedWeeklyMinutes: 600, availability: free('mon', '08:00', '16:00') } });
    expect(hours.plan).toMatchObject({
      weeklyMinutes: 480,
      neededMinutes: 480,
      missingToWantedMinutes: 120,
      blocks: [],
    });
  });
});

const remedyIn = (scene: Scene): string | null => {
  const { remedy } = verdictOf(R12, pairIn(scene));
  return remedy === null ? null : `${remedy.field}: ${explainRemedy(remedy)}`;
};

describe('R12 what would change it', () => {
  test('R12 more free hours, where the site trains in them', () => {
    expect(remedyIn({ wishes: { availability: free('mon', '08:00', '14:00') } })).toBe(
      "availability: 2 hours more a week within the site's training hours",
    );
  });

  test('R12 an adjustment of the shifts that are in the way', () => {
    expect(remedyIn(worksElsewhere())).toBe(
      'employment.adjustment: an adjustment of your working hours by your employer',
    );
    expect(remedyIn(worksElsewhere({ adjustment: { status: 'refused' } }))).toBeNull();
  });

  test("R12 fewer hours, where they reach the site's own minimum", () => {
    const scene: Scene = {
      wishes: { minWeeklyMinutes: 960, wantedWeeklyMinutes: 960 },
      site: { terms: { windows: free('mon', '08:00', '18:00') } },
    };
    expect(remedyIn(scene)).toBe('minWeeklyMinutes: accepting 10 hours a week');
  });

  test("R12 fewer hours, where they are exactly the site's own minimum", () => {
    const scene: Scene = {
      wishes: { minWeeklyMinutes: 960, wantedWeeklyMinutes: 960 },
      site: { terms: { windows: free('mon', '08:00', '16:00') } },
    };
    expect(remedyIn(scene)).toBe('minWeeklyMinutes: accepting 8 hours a week');
  });

  test('R12 nothing, where the site trains fewer hours than it asks for', () => {
    expect(remedyIn({ site: { terms: { windows: free('mon', '08:00', '15:00') } } })).toBeNull();
  });
});

const januaryBlock = [{ from: '2027-01-11', to: '2027-01-24' }];
const onlyBlocks = { availability: [], blocks: januaryBlock };
decisionTable(R18, [
  ['no blocks named', 'pass no-blocks-asked', {}],
  ['weekly hours fit beside the blocks', 'pass weekly-hours-instead', { wishes: { blocks: januaryBlock } }],
  [
    'no block fits, but an answer about weekly hours would do',
    'pass weekly-hours-instead',
    { wishes: { availability: null, blocks: [{ from: '2028-01-03', to: '2028-01-16' }] } },
  ],
  ['weekly hours do not fit, a block does', 'pass block-fits', { wishes: onlyBlocks }],
  ['free hours not said, a block fits', 'pass block-fits', { wishes: { availability: null, blocks: januaryBlock } }],
  [
    'a block shares exactly a week with the dates',
    'pass block-fits',
    { wishes: { availability: [], blocks: [{ from: '2026-12-28', to: '2027-01-10' }] } },
  ],
  [
    'a block shares six days with the dates',
    'fail no-block-fits',
    { wishes: { availability: [], blocks: [{ from: '2026-12-28', to: '2027-01-09' }] } },
  ],
  [
    'a block of another season',
    'fail no-block-fits',
    { wishes: { availability: [], blocks: [{ from: '2028-01-03', to: '2028-01-16' }] } },
  ],
]);

describe('R18 a block rotation', () => {
  test('R18 plans all days of the free weeks, cut to the dates of the intake', () => {
    const { plan, mode } = pairIn({
      wishes: {
        ...onlyBlocks,
        blocks: [{ from: '2027-03-15', to: '2027-04-11' }, ...januaryBlock],
        wantedWeeklyMinutes: 2400,
      },
    }).hours;
    expect(mode).toBe('blocks');
    expect(describeHours(plan?.segments ?? [])).toBe('Mon–Fri 8 AM to 4 PM');
    expect(plan?.blocks).toEqual([...januaryBlock, { from: '2027-03-15', to: '2027-03-26' }]);
  });

  test('R18 off-duty weeks at the own employer are no regular working hours', () => {
    const scene = anEmployeeOf(
      { terms: { minWeeklyMinutes: 2400 } },
      { wishes: { ...onlyBlocks, wantedWeeklyMinutes: 2400 } },
    );
    expect(pairIn(scene).hours.plan?.segments.some(({ regular }) => regular)).toBe(false);
  });

  test('R12 judges the hours of the block, and R18 its dates', () => {
    const far = { wishes: { availability: [], blocks: [{ from: '2028-01-03', to: '2028-01-16' }] } };
    expect(verdictOf(R12, pairIn(far)).outcome).toBe('pass');
    expect(verdictOf(R12, pairIn({ ...far, site: { terms: { windows: null } } })).code).toBe('site-hours-unknown');
    expect(verdictOf(R12, pairIn({ ...far, site: { terms: { minWeeklyMinutes: 2401 } } })).code).toBe('too-few-hours');
  });
});
