import { describe, expect, test } from 'vitest';
import { noRulings, withRuling, type Ruling, type Rulings } from '../../../shared/domain/rulings.ts';
import { aRequest, now } from '../../support/builders.ts';
import { PlacementRequest } from '../../../shared/domain/placement-request.ts';

const by = { discipline: 'CT', by: 'coordinator-1', at: now } as const;
const lock: Ruling = { decision: 'lock', intakeId: 'fac_birch-CT-k3f9', reason: 'Promised.' };
const forbid: Ruling = { decision: 'forbid', facilityId: 'fac_birch', reason: 'They know each other.' };

const after = (...rulings: readonly Ruling[]): Rulings =>
  rulings.reduce<Rulings>((standing, ruling) => {
    const next = withRuling(standing, ruling, by);
    if (!next.ok) throw new Error(next.refusal.detail);
    return next.value;
  }, noRulings);

const fieldRefused = (standing: Rulings, ruling: Ruling) => {
  const next = withRuling(standing, ruling, by);
  return next.ok ? null : next.refusal.field;
};

test('a lock and a forbidden site stand with their reason, by whom and since when, until they are lifted', () => {
  const said = { by: 'coordinator-1', at: now };
  expect(after(lock)).toEqual({
    lockedTo: { intakeId: 'fac_birch-CT-k3f9', reason: 'Promised.', ...said },
    forbidden: [],
  });
  expect(after(forbid).forbidden).toEqual([{ facilityId: 'fac_birch', reason: 'They know each other.', ...said }]);
  expect(after(lock, { decision: 'unlock' })).toEqual(noRulings);
  expect(after(forbid, { decision: 'allow', facilityId: 'fac_birch' })).toEqual(noRulings);
});

describe('refused, by the field at fault', () => {
  test.for<[string, Rulings, Ruling, string]>([
    ['a lock on a forbidden facility', after(forbid), lock, 'ruling.intakeId'],
    ['forbidding the facility of the lock', after(lock), forbid, 'ruling.facilityId'],
    ['forbidding twice', after(forbid), forbid, 'ruling.facilityId'],
    ['a lock in another discipline', noRulings, { ...lock, intakeId: 'fac_birch-MRI-k3f9' }, 'ruling.intakeId'],
    ['lifting a lock that is not there', noRulings, { decision: 'unlock' }, 'ruling.decision'],
    ['allowing what is not forbidden', noRulings, { decision: 'allow', facilityId: 'fac_birch' }, 'ruling.facilityId'],
  ])('%s', ([, standing, ruling, field]) => {
    expect(fieldRefused(standing, ruling)).toBe(field);
  });
});

test('a request that was stored before there were rulings has none', () => {
  const { rulings: _, ...old } = aRequest();
  expect(PlacementRequest.parse(old).rulings).toEqual(noRulings);
});
