import { describe, expect, test } from 'vitest';
import { earthRadiusMiles, milesBetween } from '../../../shared/domain/distance.ts';

const boston = { lat: 42.3601, lon: -71.0589 };
const losAngeles = { lat: 34.0522, lon: -118.2437 };

describe('milesBetween', () => {
  test('a point is no distance from itself', () => {
    expect(milesBetween(boston, boston)).toBe(0);
  });

  test('is the same in both directions', () => {
    expect(milesBetween(boston, losAngeles)).toBe(milesBetween(losAngeles, boston));
  });

  test('one degree along a meridian is a 360th of the circumference', () => {
    expect(milesBetween({ lat: 10, lon: 20 }, { lat: 11, lon: 20 })).toBeCloseTo(
      (2 * Math.PI * earthRadiusMiles) / 360,
      9,
    );
  });

  test('Boston to Los Angeles is 2,590 miles to within one', () => {
    expect(Math.abs(milesBetween(boston, losAngeles) - 2591)).toBeLessThan(2);
  });

  test('takes the short way across the date line', () => {
    expect(milesBetween({ lat: 0, lon: 179.5 }, { lat: 0, lon: -179.5 })).toBeCloseTo(
      (2 * Math.PI * earthRadiusMiles) / 360,
      9,
    );
  });

  test('opposite points are half the circumference apart, not NaN', () => {
    expect(milesBetween({ lat: 34.567, lon: 12.345 }, { lat: -34.567, lon: -167.655 })).toBeCloseTo(
      Math.PI * earthRadiusMiles,
      3,
    );
  });
});
