import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { brotliDecompressSync } from 'node:zlib';
import { usMap, usMapFile } from '../../../shared/geo/generate-us-map.ts';
import { loadUsMap } from '../../../shared/geo/us-map.ts';

test('the map of the country is what `npm run generate:map` makes of its sources', () => {
  expect(brotliDecompressSync(readFileSync(usMapFile)).toString('latin1')).toBe(usMap());
});

test('areas are called after their largest town, and drawn where the country is', () => {
  const { areaOf } = loadUsMap(usMapFile)();
  expect(areaOf('606')).toMatchObject({ state: 'IL', town: 'Chicago' });
  const [seattle, miami] = [areaOf('981')?.at, areaOf('331')?.at];
  expect(seattle!.x).toBeLessThan(miami!.x);
  expect(seattle!.y).toBeLessThan(miami!.y);
  // Puerto Rico lies beyond the drawing; no ZIP code begins with 000.
  expect(areaOf('009')).toEqual({ state: 'PR', town: 'San Juan', at: null });
  expect(areaOf('000')).toBeNull();
});
