import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { emptyDirectory } from '../support/tiny-assembly.ts';

/** Runs `npm run demo` as a person would; what it says, and how it ends. */
const demo = async (...options: string[]) => {
  const child = spawn('npm', ['run', 'demo', '--', ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
};

const header =
  'Facility ID,Facility Name,Address,City/Town,State,ZIP Code,County/Parish,Telephone Number,Hospital Type,Hospital Ownership';
/** An invented hospital in one of some towns of Iowa. */
const hospital = (number: number): string =>
  [
    `16${String(number).padStart(4, '0')}`,
    `"INVENTED HOSPITAL ${number}"`,
    `${number} EXAMPLE STREET`,
    'SOMEWHERE',
    'IA',
    ['52240', '52241', '52402', '52302'][number % 4],
    'EXAMPLE',
    '(319) 555-0100',
    'Acute Care Hospitals',
    'Voluntary non-profit - Private',
  ].join(',');

/** Writes a hospital file of these rows. */
const fileWith = (rows: readonly string[]): string => {
  const file = join(emptyDirectory(), 'hospitals.csv');
  writeFileSync(file, [header, ...rows].join('\r\n'));
  return file;
};

/** The whole demo synthesizes the service once; the others run what this run of tests has synthesized. */
const demoOf = async (file: string) => demo('--facilities', file, '--assembly', inject('assembly'));

describe('npm run demo', () => {
  test(
    'plays the whole job and ends by itself, with everything checked that it shows',
    { timeout: 300_000 },
    async () => {
      const { code, said } = await demo();
      expect(code, said).toBe(0);
      expect(said).toContain('Everything shown above was checked.');
      expect(said).toMatch(/alex@example\.org +Meet Cedar Hollow Regional Hospital: your clinical site/);
    },
  );

  test('skips rows that it cannot use, and names them by their lines', { timeout: 300_000 }, async () => {
    const good = Array.from({ length: 80 }, (_, index) => hospital(index + 1));
    const file = fileWith([
      ...good.slice(0, 2),
      'not,a,row',
      hospital(90).replace(/,IA,\d{5},/, ',IA,ZIP,'),
      `160091,"A QUOTE THAT IS NEVER CLOSED,1 EXAMPLE STREET`,
      hospital(1),
      ...good.slice(2),
    ]);
    const { code, said } = await demoOf(file);
    for (const line of [4, 5, 6, 7]) expect(said).toMatch(new RegExp(`line ${line}\\b.*skipped`));
    expect(said).not.toMatch(/• line [238]\b/);
    expect(said).not.toMatch(/\.ts:\d+/);
    expect(said).toContain('80 hospitals as simulated hosts');
    expect(code, said).toBe(0);
  });

  test.each([
    ['a file that is not there', () => join(emptyDirectory(), 'nothing.csv'), 'cannot be read'],
    ['a file of something else', () => 'package.json', 'is this the right file?'],
  ])('says in a line what is wrong with %s', { timeout: 300_000 }, async (_, file, words) => {
    const { code, said } = await demoOf(file());
    expect(code).toBe(1);
    expect(said).toContain(words);
    expect(said).not.toMatch(/\.ts:\d+/);
  });

  const published = resolve('../shared/data/cms_hospital_general_information.csv');
  test.skipIf(!existsSync(published))(
    `plays the job with every hospital that CMS publishes (${published})`,
    { timeout: 900_000 },
    async () => {
      const { code, said } = await demoOf(published);
      expect(code, said).toBe(0);
      expect(said).toMatch(/5416 hospitals as simulated hosts/);
      expect(said).toContain('Everything shown above was checked.');
    },
  );
});
