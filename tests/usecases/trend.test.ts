import { expect, test } from 'vitest';
import { later } from '../../shared/domain/durations.ts';
import { countWeeks, readTrend } from '../../shared/usecases/trend.ts';
import { aRequest } from '../support/builders.ts';
import { aWorld, seedRequest } from '../support/world.ts';

const now = '2026-12-01T12:00:00.000Z';
const ago = (days: number) => later(now, -days, 'day');

test('the trend counts confirmed requests of twelve weeks by when they came in and where they are now', async () => {
  const world = await aWorld();
  const seeds = [
    ['today1', 'in-review', 0],
    ['held1', 'on-hold', 6],
    ['placed1', 'placed', 8],
    ['gone1', 'withdrawn', 8],
    ['approved1', 'approved', 83],
    // Neither counts: one is older, the other was never confirmed.
    ['old1', 'placed', 85],
    ['unconfirmed1', 'submitted', 1],
  ] as const;
  for (const [name, status, days] of seeds)
    await seedRequest(world, aRequest({ id: `req_${name}`, personKey: name, status, submittedAt: ago(days) }));
  const weeks = await readTrend(world.store, now);
  const nobody = { placed: 0, underWay: 0, waiting: 0, ended: 0 };
  expect(weeks).toHaveLength(12);
  expect(weeks[0]).toEqual({ ...nobody, from: ago(84), underWay: 1 });
  expect(weeks[10]).toEqual({ ...nobody, from: ago(14), placed: 1, ended: 1 });
  expect(weeks[11]).toEqual({ ...nobody, from: ago(7), waiting: 2 });
  expect(weeks.slice(1, 10).every((week) => week.placed + week.underWay + week.waiting + week.ended === 0)).toBe(true);
});

test('a week that was not counted whole is left out rather than shown too small', () => {
  const waiting = { standing: 'waiting' as const, at: [ago(1), ago(3), ago(15)] };
  const placed = { standing: 'placed' as const, at: [ago(20)] };
  expect(countWeeks([waiting, placed], now, 4)).toHaveLength(12);
  expect(countWeeks([waiting, placed], now, 3).map(({ from }) => from)).toEqual([ago(14), ago(7)]);
});
