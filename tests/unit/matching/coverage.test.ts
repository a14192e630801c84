import { describe, expect, test } from 'vitest';
import { findCandidates } from '../../../shared/matching/find-candidates.ts';
import { describeCoverage } from '../../../shared/matching/phrases/coverage.ts';
import { aContext, aRequest, aSite, weekly, type SiteChange } from '../../support/builders.ts';
import type { Scene } from './decision-table.ts';

const required = { requiredCategories: ['head', 'chest', 'spine'] };

/** Sites by name, each with the categories that it does. */
const coverage = (
  sites: Readonly<Record<string, { does: string; change?: SiteChange }>>,
  wishes: Scene['wishes'] = required,
) =>
  findCandidates(
    aRequest({ wishes }),
    Object.entries(sites).map(([name, { does, change }]) =>
      aSite({
        ...change,
        facilityId: `fac_${name}`,
        facility: { name, ...change?.facility },
        terms: {
          volumeByCategory: Object.fromEntries(does.split(' ').map((category) => [category, 20])),
          ...change?.terms,
        },
      }),
    ),
    aContext(),
  ).coverage;

describe('R19 the smallest set of candidates that does the required categories', () => {
  test('is one site where one does all, though two better ones would do', () => {
    const found = coverage({
      birch: { does: 'head chest spine', change: { terms: { insurance: { required: 'unknown' } } } },
      cedar: { does: 'head chest' },
      dogwood: { does: 'spine' },
    });
    expect(found?.sites.map(({ facilityName }) => facilityName)).toEqual(['birch']);
    expect(found && describeCoverage(found)).toBe(
      'One site does all of the required categories: birch (head, chest and spine).',
    );
  });

  test('takes the better one of two that do the same', () => {
    const found = coverage({
      birch: { does: 'head', change: { terms: { insurance: { required: 'unknown' } } } },
      cedar: { does: 'head' },
      dogwood: { does: 'chest spine' },
    });
    expect(found?.sites.map(({ facilityName }) => facilityName).toSorted()).toEqual(['cedar', 'dogwood']);
  });

  test('takes candidates only', () => {
    const found = coverage({
      birch: { does: 'head chest spine', change: { terms: { optedIn: false } } },
      cedar: { does: 'head' },
    });
    expect(found).toMatchObject({ uncovered: ['chest', 'spine'], nowhere: ['chest', 'spine'] });
  });

  test('says what more than three sites would be needed for', () => {
    const wishes = { requiredCategories: ['head', 'neck', 'chest', 'spine'] };
    const found = coverage(
      { birch: { does: 'head' }, cedar: { does: 'neck' }, dogwood: { does: 'chest' }, elder: { does: 'spine' } },
      wishes,
    );
    expect(found?.sites).toHaveLength(3);
    expect(found?.uncovered).toHaveLength(1);
    expect(found?.nowhere).toEqual([]);
    expect(found && describeCoverage(found)).toMatch(
      /^Most of .* No 3 sites together do (head|neck|chest|spine) as well\./,
    );
  });

  test('is not looked for where no categories are required', () => {
    expect(coverage({ birch: { does: 'head' } }, {})).toBeNull();
  });

  test('is empty where no candidate does any', () => {
    const found = coverage({ birch: { does: 'pelvis' } });
    expect(found).toMatchObject({ sites: [], uncovered: ['head', 'chest', 'spine'], finishesOn: null });
    expect(found && describeCoverage(found)).toBe('No candidate says that it does any of the required categories.');
  });
});

/** One site in the morning of every Monday, and one in these hours of it. */
const twoOnMondays = (
  hours: readonly [string, string],
  { monthlyVolume = 600, recordsNeeded = 45 }: { monthlyVolume?: number; recordsNeeded?: number | null } = {},
) => {
  const terms = { minWeeklyMinutes: 60, monthlyVolume };
  return coverage(
    {
      birch: { does: 'head', change: { terms: { ...terms, windows: weekly('mon', '08:00', '12:00') } } },
      cedar: { does: 'chest', change: { terms: { ...terms, windows: weekly('mon', ...hours) } } },
    },
    { requiredCategories: ['head', 'chest'], minWeeklyMinutes: 60, wantedWeeklyMinutes: 240, recordsNeeded },
  );
};

describe('A5 the sites of one day share one daily limit', () => {
  test('so that a morning and an afternoon are no faster than one of them', () => {
    // Nine a Monday from January 4 on: 45 on the fifth.
    expect(twoOnMondays(['13:00', '17:00'])).toMatchObject({ finishesOn: '2027-02-01', atBest: false });
  });

  test('but are where the volume of one does not fill the limit', () => {
    // 20 a month are 4.6 a Monday at each site: 9 together, 4.6 where both want the same hours.
    const few = { monthlyVolume: 20, recordsNeeded: 32 };
    expect(twoOnMondays(['13:00', '17:00'], few)?.finishesOn).toBe('2027-01-25');
    expect(twoOnMondays(['08:00', '12:00'], few)?.finishesOn).toBe('2027-02-15');
  });

  test('and the words say so', () => {
    const found = twoOnMondays(['13:00', '17:00']);
    expect(found && describeCoverage(found)).toContain(
      "every record could be there by February 1, 2027; a day's limit of records holds for them together.",
    );
  });

  test('without the number of records there is no date', () => {
    expect(twoOnMondays(['13:00', '17:00'], { recordsNeeded: null })).toMatchObject({
      finishesOn: null,
      atBest: false,
    });
  });
});
