import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { long } from '../support/long.ts';
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

/** The list of hospitals that CMS publishes, where it lies beside the project. */
const published = resolve('../shared/data/cms_hospital_general_information.csv');
const isThere = existsSync(published);

/** A header, and hospitals of an invented list or of the published one: of that those of California, which is quicker. */
const listOfHospitals = (): readonly [string, ...string[]] => {
  if (!isThere) return [header, ...Array.from({ length: 80 }, (_, index) => hospital(index + 1))];
  const [named = '', ...rows] = readFileSync(published, 'utf8').trimEnd().split(/\r?\n/);
  return [named, ...rows.filter((row) => row.includes(',CA,'))];
};

/** The whole demo synthesizes the service once; the others run what this run of tests has synthesized. */
const demoOf = async (file: string) => demo('--facilities', file, '--assembly', inject('assembly'));

/** Three whole plays take minutes: the suite has the one that needs no file; what is wrong with rows is held by their reader. */
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

  test.skipIf(!long)(
    `plays the job with ${isThere ? 'the hospitals of California that CMS publishes' : 'invented hospitals'}, and skips rows that it cannot use by their lines, in the long play`,
    { timeout: 300_000 },
    async () => {
      const [first, ...good] = listOfHospitals();
      const [one = '', another = ''] = good;
      const spoilt = ['not,a,row', another.replace(/\d{5}/g, 'ZIP'), another.slice(0, 12), one];
      const file = join(emptyDirectory(), 'hospitals.csv');
      writeFileSync(file, [first, ...good.slice(0, 2), ...spoilt, ...good.slice(2)].join('\r\n'));
      const { code, said } = await demoOf(file);
      const inOneLine = said.replaceAll(/\s+/g, ' ');
      for (const line of [4, 5, 6, 7]) expect(inOneLine).toMatch(new RegExp(`line ${line}\\b[^•]*skipped`));
      expect(said).not.toMatch(/• line [238]\b/);
      expect(said).not.toMatch(/\.ts:\d+/);
      expect(said).toContain(`${good.length} hospitals as simulated hosts`);
      expect(said).toContain('Everything shown above was checked.');
      expect(code, said).toBe(0);
    },
  );

  test.each([
    ['a file that is not there', () => join(emptyDirectory(), 'nothing.csv'), 'cannot be read'],
    ['a file of something else', () => 'package.json', 'is this the right file?'],
  ])('says in a line what is wrong with %s', { timeout: 300_000 }, async (_, file, words) => {
    const { code, said } = await demoOf(file());
    expect(code).toBe(1);
    expect(said).toContain(words);
    expect(said).not.toMatch(/\.ts:\d+/);
  });

  test.skipIf(!isThere || !long)(
    `plays the job with every hospital that CMS publishes (${published}), in the long play`,
    { timeout: 900_000 },
    async () => {
      const { code, said } = await demoOf(published);
      expect(code, said).toBe(0);
      expect(said).toMatch(/5416 hospitals as simulated hosts/);
      expect(said).toContain('Everything shown above was checked.');
    },
  );
});
