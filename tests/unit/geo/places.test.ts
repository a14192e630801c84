import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { codes } from 'zipcodes';
import { describe, expect, test } from 'vitest';
import { milesBetween } from '../../../shared/domain/distance.ts';
import { Place } from '../../../shared/domain/primitives.ts';
import { zipPointsFile, zipTable } from '../../../shared/geo/generate-zip-points.ts';
import { loadPlaces } from '../../../shared/geo/places.ts';
import { stateZones } from '../../../shared/geo/state-zones.ts';

const { locate } = loadPlaces(zipPointsFile);
const zips = Object.values(codes).filter(({ country }) => country === 'US');

describe('ZIP → place', () => {
  test('a ZIP with a leading zero is found', () => {
    expect(locate('02139')).toEqual({
      zip: '02139',
      point: { lat: 42.365, lon: -71.104 },
      zone: 'America/New_York',
      state: 'MA',
      town: 'Cambridge',
    });
  });

  test('the first and the last ZIP of the table are found', () => {
    const sorted = zips.map(({ zip }) => zip).toSorted();
    for (const zip of [sorted.at(0), sorted.at(-1)]) expect(locate(zip ?? '')?.zip).toBe(zip);
  });

  test.each(['00000', '99999', '', '2139', '02139-1234', '0213x', '\n0213', 'A1A'])(
    'what is no ZIP of the table has no place: %j',
    (zip) => {
      expect(locate(zip)).toBeNull();
    },
  );

  test('every ZIP of the source is found, as a valid place within 0.05 miles of its point', () => {
    const wrong = zips.filter(({ zip, state, city, latitude, longitude }) => {
      const place = Place.parse(locate(zip));
      const miles = place.point === null ? 0 : milesBetween(place.point, { lat: latitude, lon: longitude });
      return place.zip !== zip || place.state !== state || place.town !== city || miles >= 0.05;
    });
    expect(wrong).toEqual([]);
  });

  test('military mail has a place without a point: its distance is a question', () => {
    for (const { zip } of zips.filter(({ state }) => ['AA', 'AE', 'AP'].includes(state)))
      expect(locate(zip)).toMatchObject({ zip, point: null, zone: null });
  });

  test.each(['99505', '99506', '10200', '86555'])('the wrong point of %s is left out', (zip) => {
    expect(locate(zip)).toMatchObject({ zip, point: null, zone: null });
  });

  test('no point is 0,0', () => {
    expect(zips.filter(({ zip }) => locate(zip)?.point?.lat === 0)).toEqual([]);
  });
});

describe('the zone of a ZIP', () => {
  test.each([
    ['85001', 'America/Phoenix', 'Phoenix, without daylight saving time'],
    ['86515', 'America/Denver', 'Window Rock, in the Navajo Nation, with it'],
    ['85369', 'America/Phoenix', 'Yuma, beside California'],
    ['46204', 'America/Indiana/Indianapolis', 'Indianapolis'],
    ['46401', 'America/Chicago', 'Gary, beside Chicago'],
    ['46534', 'America/Indiana/Knox', 'Knox, Indiana'],
    ['96813', 'Pacific/Honolulu', 'Honolulu'],
    ['00901', 'America/Puerto_Rico', 'San Juan'],
    ['00802', 'America/St_Thomas', 'St Thomas'],
    ['96910', 'Pacific/Guam', 'Hagatna'],
    ['99501', 'America/Anchorage', 'Anchorage'],
    ['99742', 'America/Nome', 'Gambell, in sight of Siberia'],
    ['79901', 'America/Denver', 'El Paso'],
    ['78044', 'America/Chicago', 'Laredo, beside Mexico'],
    ['13618', 'America/New_York', 'Cape Vincent, beside Canada'],
  ])('%s → %s (%s)', (zip, zone) => {
    expect(locate(zip)?.zone).toBe(zone);
  });

  test('every point has a zone of its own state', () => {
    const strays = zips
      .map(({ zip }) => locate(zip))
      .filter((place) => place?.point && !stateZones[place.state ?? '']?.includes(place.zone ?? ''));
    expect(strays).toEqual([]);
  });

  test.each([...new Set(Object.values(stateZones).flat())])('%s is a zone that this machine knows', (zone) => {
    expect(() => new Intl.DateTimeFormat('en-US', { timeZone: zone })).not.toThrow();
  });
});

describe('zip-points.bin', () => {
  test('is what the generator writes', () => {
    expect(brotliDecompressSync(readFileSync(zipPointsFile)).equals(Buffer.from(zipTable()))).toBe(true);
  });

  test('is read at the first question only', () => {
    const places = loadPlaces('/no/such/file');
    expect(() => places.locate('02139')).toThrow('ENOENT');
  });
});
