import { describe, expect, test } from 'vitest';
import { assess, findCandidates, isCandidate } from '../../../shared/matching/find-candidates.ts';
import { openingsOf, type Opening } from '../../../shared/matching/openings.ts';
import { explainRemedy } from '../../../shared/matching/phrases.ts';
import type { PlacementRequest, Wishes } from '../../../shared/domain/placement-request.ts';
import type { Weekday } from '../../../shared/domain/schedule.ts';
import { aContext, aReadiness, aRequest, aSite, milesNorth, type SiteChange } from '../../support/builders.ts';

const requiresCover = (perClaimCents: number): SiteChange['terms'] => ({
  insurance: {
    required: 'yes',
    perClaimCents,
    aggregateCents: 3 * perClaimCents,
    policyTypes: ['occurrence'],
    ofOwnEmployeesToo: false,
  },
});
const million = 100_000_000;
const uninsured = aReadiness({ insurance: { cover: null, willBuy: 'no' } });

const at = (name: string, miles: number, terms: SiteChange['terms'] = {}, rest: SiteChange = {}): SiteChange => ({
  ...rest,
  facilityId: `fac_site${name}`,
  facility: { place: milesNorth(miles) },
  terms: { housing: 'every-night', ...terms },
});

/** Monday to Friday, from 5 PM to 9 PM. */
const evenings = (['mon', 'tue', 'wed', 'thu', 'fri'] as const).map((day) => ({ day, from: '17:00', to: '21:00' }));

const openings = (wishes: Partial<Wishes>, sites: readonly SiteChange[]) => {
  const request = aRequest({ wishes });
  const all = sites.map((site) => aSite(site));
  const context = aContext();
  return openingsOf(request, findCandidates(request, all, context), all, context);
};

const told = ({ changes, opens }: Opening) => ({
  by: changes.map(explainRemedy).join(' and '),
  opens: [...opens].toSorted(),
});

const onEveningsOf = (...days: readonly Weekday[]): SiteChange['terms'] => ({
  windows: evenings.filter(({ day }) => days.includes(day)),
  minWeeklyMinutes: 240,
});

const changed = (request: PlacementRequest, wishes: Partial<Wishes>): PlacementRequest => ({
  ...request,
  wishes: { ...request.wishes, ...wishes },
});

describe('the smallest single change that opens sites, and how many', () => {
  test('miles are told in steps of ten, and the smallest step that opens a site counts all that it opens', () => {
    const { single, pairs } = openings({ travelMiles: 30 }, [
      at('near', 20),
      at('a', 38),
      at('b', 39.5),
      at('far', 90),
    ]);
    expect(single.map(told)).toEqual([{ by: '10 more miles of travel each way', opens: ['fac_sitea', 'fac_siteb'] }]);
    expect(pairs).toEqual([]);
  });

  test('a cap is raised by hundreds of dollars', () => {
    const { single } = openings({ maxChargesCents: 20_000 }, [
      at('a', 1, { feeCents: 43_250 }),
      at('b', 1, { feeCents: 99_000 }),
    ]);
    expect(single.map(told)).toEqual([{ by: 'a limit of $500 for all charges', opens: ['fac_sitea'] }]);
  });

  test('cover opens every site that asks for no more', () => {
    const { single } = openings({ readiness: uninsured }, [
      at('a', 1, requiresCover(million)),
      at('b', 1, requiresCover(million / 2)),
      at('c', 1, requiresCover(2 * million)),
    ]);
    expect(single.map(told)[0]?.opens).toEqual(['fac_sitea', 'fac_siteb']);
  });

  test('cover is bought before whichever start, as the sites that it opens start on different days', () => {
    const { single } = openings({ readiness: uninsured }, [
      at('a', 1, requiresCover(million), { intake: { startsOn: '2027-01-11' } }),
      at('b', 1, requiresCover(million), { intake: { startsOn: '2027-01-18' } }),
    ]);
    expect(single.map(told)).toEqual([
      {
        by: 'buying liability insurance of $1,000,000 / $3,000,000 (occurrence policy) before the start',
        opens: ['fac_sitea', 'fac_siteb'],
      },
    ]);
  });

  test('free hours are told as the one evening that opens most sites', () => {
    const { single } = openings({ availability: [{ day: 'sun', from: '06:00', to: '07:00' }], minWeeklyMinutes: 240 }, [
      at('a', 1, onEveningsOf('mon')),
      at('b', 1, onEveningsOf('tue')),
      at('c', 1, onEveningsOf('mon', 'tue')),
      at('d', 1, onEveningsOf('tue')),
    ]);
    expect(single.map(told)).toEqual([
      { by: 'being free every week on Tue 5 PM to 9 PM', opens: ['fac_siteb', 'fac_sitec', 'fac_sited'] },
    ]);
  });

  test('two intakes of one site are one site', () => {
    const { single } = openings({ travelMiles: 30 }, [
      at('a', 38, {}, { mark: 'k3f9' }),
      at('a', 38, {}, { mark: 'm7q2' }),
    ]);
    expect(single.map(told)).toEqual([{ by: '10 more miles of travel each way', opens: ['fac_sitea'] }]);
  });

  test('a site that no change of the technologist opens is never counted', () => {
    const paused = at('a', 38, {}, {});
    const { single, pairs } = openings({ travelMiles: 30 }, [
      { ...paused, facility: { ...paused.facility, open: false } },
      at('b', 38, { optedIn: false }),
      at('c', 38, { monthlyVolume: 0 }),
    ]);
    expect([single, pairs]).toEqual([[], []]);
  });
});

describe('the smallest pair of changes that opens sites', () => {
  test('is told where neither change alone would do, with all that both open together', () => {
    const { single, pairs } = openings({ travelMiles: 30, readiness: uninsured }, [
      at('both', 38, requiresCover(million)),
      at('cover', 10, requiresCover(million)),
    ]);
    expect(single.map(told).map(({ opens }) => opens)).toEqual([['fac_sitecover']]);
    expect(pairs.map(told).map(({ opens }) => opens)).toEqual([['fac_siteboth', 'fac_sitecover']]);
  });

  test('may be two evenings', () => {
    const { single, pairs } = openings(
      { availability: [{ day: 'sun', from: '06:00', to: '07:00' }], minWeeklyMinutes: 480 },
      [at('a', 1, { windows: evenings, minWeeklyMinutes: 480 })],
    );
    expect(single).toEqual([]);
    expect(pairs.map(({ size, opens }) => ({ size, opens }))).toEqual([{ size: 2, opens: ['fac_sitea'] }]);
    expect(pairs[0]?.changes.map(({ code }) => code)).toEqual(['free-time', 'free-time']);
  });

  test('is not told where one of the two changes is enough', () => {
    const { pairs } = openings({ travelMiles: 30 }, [at('a', 38), at('b', 55)]);
    expect(pairs).toEqual([]);
  });
});

describe('against making the change by hand', () => {
  test('what 10 to 60 more miles and 1 to 6 times 100 dollars more open, alone and together', () => {
    const sites = Array.from({ length: 60 }, (_, i) => at(`s${100 + i}`, 31 + i, { feeCents: ((i * 37) % 90) * 1000 }));
    const request = aRequest({ wishes: { travelMiles: 30, maxChargesCents: 10_000 } });
    const context = aContext();
    const opened = (wishes: Partial<Wishes>) =>
      sites
        .map((site) => aSite(site))
        .filter((site) => isCandidate(assess(changed(request, wishes), site, context)))
        .map(({ offer }) => offer.facilityId)
        .toSorted();
    const steps = [0, 1, 2, 3, 4, 5, 6];
    const byHand = steps
      .flatMap((miles) => steps.map((dollars) => ({ miles, dollars })))
      .map(({ miles, dollars }) => ({
        miles,
        dollars,
        opens: opened({ travelMiles: 30 + 10 * miles, maxChargesCents: 10_000 * (1 + dollars) }),
      }));
    const alone = new Set(
      byHand.filter(({ miles, dollars }) => miles === 0 || dollars === 0).flatMap(({ opens }) => opens),
    );
    const smallest = (grid: typeof byHand) => grid.toSorted((a, b) => a.miles + a.dollars - b.miles - b.dollars)[0];
    const { single, pairs } = openings({ travelMiles: 30, maxChargesCents: 10_000 }, sites);
    const farther = smallest(byHand.filter(({ dollars, opens }) => dollars === 0 && opens.length > 0));
    expect(single.map(told)).toEqual([
      { by: `${(farther?.miles ?? 0) * 10} more miles of travel each way`, opens: farther?.opens },
    ]);
    const both = byHand.filter(({ opens }) => opens.some((id) => !alone.has(id)));
    const size = Math.min(...both.map(({ miles, dollars }) => miles + dollars));
    expect(pairs[0]?.size).toBe(size);
    expect(both.filter(({ miles, dollars }) => miles + dollars === size).map(({ opens }) => opens)).toContainEqual(
      [...(pairs[0]?.opens ?? [])].toSorted(),
    );
  });
});
