import { describe, expect, test } from 'vitest';
import { checkWishes, PlacementRequest } from '../../../shared/domain/placement-request.ts';
import { aRequest, someWishes } from '../../support/builders.ts';

describe('A6 records that count already', () => {
  const recordsCounted = [
    { on: '2026-09-01', records: 3 },
    { on: '2026-08-31', records: 2 },
  ];

  test('are none of them older than the earliest', () => {
    expect(checkWishes(someWishes({ recordsSince: '2026-09-01', recordsCounted }))).toMatchObject({
      field: 'recordsCounted[1].on',
    });
    expect(checkWishes(someWishes({ recordsSince: '2026-08-31', recordsCounted }))).toBeNull();
    expect(checkWishes(someWishes({ recordsSince: null, recordsCounted }))).toBeNull();
  });

  test('are not said in a request that was stored before they were asked for', () => {
    const { recordsCounted: _, ...wishes } = someWishes();
    expect(PlacementRequest.parse({ ...aRequest(), wishes }).wishes.recordsCounted).toEqual([]);
  });
});
