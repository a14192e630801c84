import { describe, expect, test } from 'vitest';
import { quietUntil } from '../../../shared/usecases/quiet-times.ts';

const newYork = { zone: 'America/New_York' };

describe('nobody is written to unasked', () => {
  test.for([
    ['on a working day from seven', newYork, '2026-12-01T12:00:00.000Z', null],
    ['until just before seven in the evening', newYork, '2026-12-01T23:59:59.999Z', null],
    ['before seven: at seven', newYork, '2026-12-01T11:59:59.999Z', '2026-12-01T12:00:00.000Z'],
    [
      'from seven in the evening on: on the next morning',
      newYork,
      '2026-12-02T00:00:00.000Z',
      '2026-12-02T12:00:00.000Z',
    ],
    ['on a Friday evening: on Monday', newYork, '2026-12-05T00:30:00.000Z', '2026-12-07T12:00:00.000Z'],
    ['on a Sunday at noon: on Monday', newYork, '2026-12-06T17:00:00.000Z', '2026-12-07T12:00:00.000Z'],
    ['on Thanksgiving: on the day after', newYork, '2026-11-26T15:00:00.000Z', '2026-11-27T12:00:00.000Z'],
    [
      'by the clock of the place',
      { zone: 'America/Los_Angeles' },
      '2026-12-01T14:00:00.000Z',
      '2026-12-01T15:00:00.000Z',
    ],
    ['by the date of the place', { zone: 'Pacific/Honolulu' }, '2026-12-07T06:00:00.000Z', '2026-12-07T17:00:00.000Z'],
    ['in the weekend on which clocks are put forward', newYork, '2027-03-13T15:00:00.000Z', '2027-03-15T11:00:00.000Z'],
    ['in the weekend on which clocks are put back', newYork, '2027-11-06T15:00:00.000Z', '2027-11-08T12:00:00.000Z'],
    ['where the zone is not known: by Chicago', { zone: null }, '2026-12-01T12:30:00.000Z', '2026-12-01T13:00:00.000Z'],
  ] as const)('%s', ([, place, now, until]) => {
    expect(quietUntil(place, [], now)).toBe(until);
  });

  test('on days that the facility named', () => {
    const named = ['2026-12-01', '2026-12-02', '2026-12-04'];
    expect(quietUntil(newYork, named, '2026-12-01T15:00:00.000Z')).toBe('2026-12-03T12:00:00.000Z');
    expect(quietUntil(newYork, named, '2026-12-04T00:30:00.000Z')).toBe('2026-12-07T12:00:00.000Z');
  });
});
