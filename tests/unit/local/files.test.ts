import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { facilityRows } from '../../../shared/files/facility-rows.ts';
import { readMarket } from '../../../local/files/market.ts';
import { programRows } from '../../../local/files/program-rows.ts';
import { progressOf } from '../../../local/files/progress.ts';
import { requestRows } from '../../../local/files/request-rows.ts';

const example = (name: string): string => fileURLToPath(new URL(`../../../docs/examples/${name}`, import.meta.url));
const today = '2026-12-01';

const scratch = mkdtempSync(join(tmpdir(), 'files-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

let files = 0;
const written = (content: string, ending: string): string => {
  const file = join(scratch, `given-${(files += 1)}.${ending}`);
  writeFileSync(file, content);
  return file;
};

type Fields = Readonly<Record<string, string | number | null | readonly (string | object)[]>>;

const aFacility: Fields = {
  facility: 'fac_birch',
  name: 'Birch Imaging (invented)',
  setting: 'imaging-center',
  zip: '02139',
  discipline: 'CT',
  windows: 'mon 08:00-16:00; tue 08:00-16:00',
  intake: 'win27',
  startsOn: '2027-01-11',
  endsOn: '2027-05-28',
  seats: 2,
};
const aRequest: Fields = {
  request: 'req_alder',
  zip: '02115',
  discipline: 'CT',
  credentials: 'radiography',
  availability: 'mon 08:00-18:00',
  earliestStart: '2027-01-01',
};

const asJson = (rows: readonly Fields[]): string => written(JSON.stringify(rows, null, 1), 'json');

/** The same rows as CSV: a column for every field of any row. */
const asCsv = (rows: readonly Fields[]): string => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) =>
    names.map((name) => `"${typeof row[name] === 'object' ? '' : (row[name] ?? '')}"`).join(','),
  );
  return written([names.join(','), ...cells].join('\n'), 'csv');
};

const given = { facilities: [aFacility], requests: [aRequest] };
interface Given {
  readonly facilities: readonly Fields[];
  readonly requests: readonly Fields[];
}

const read = (change: Partial<Given>, as: typeof asJson) => {
  const { facilities, requests } = { ...given, ...change };
  return readMarket({ facilities: as(facilities), requests: as(requests), programs: null }, today);
};

/** What is said of each problem, without the folder. */
const problemsOf = async (change: Partial<Given>, as: typeof asJson): Promise<string[]> => {
  try {
    await read(change, as);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').map((line) => line.replace(/^.*\.(json|csv), /, ''));
  }
};

describe('a file', () => {
  test('says the same in CSV and in JSON', async () => {
    const rows = { facilities: [{ ...aFacility, fee: 12.5, hipaaAccepted: 'online; employer', hipaa: 'evidence' }] };
    expect(await read(rows, asCsv)).toEqual(await read(rows, asJson));
  });

  test('may say several values as a list where it is JSON', async () => {
    const listed = {
      ...aRequest,
      credentials: ['radiography until 2028-12-31'],
      availability: [{ day: 'mon', from: '08:00', to: '18:00' }],
    };
    const text = { ...aRequest, credentials: 'radiography until 2028-12-31' };
    expect(await read({ requests: [listed] }, asJson)).toEqual(await read({ requests: [text] }, asJson));
  });

  test('places by ZIP or by point, with the zone of the point', async () => {
    const byPoint = { ...aFacility, zip: null, lat: 41.88, lon: -87.63 };
    const { sites } = await read({ facilities: [byPoint] }, asJson);
    expect(sites[0]?.site.offer.facility.place).toMatchObject({
      point: { lat: 41.88, lon: -87.63 },
      zone: 'America/Chicago',
    });
    const { requests } = await read({}, asCsv);
    expect(requests[0]?.request.home).toMatchObject({ town: 'Boston', zone: 'America/New_York' });
  });

  test('says nothing by an empty cell: it becomes a question and is never read as no', async () => {
    const { sites } = await read({ facilities: [{ ...aFacility, windows: '', employeesOnly: '' }] }, asCsv);
    expect(sites[0]?.site.offer.terms).toMatchObject({ windows: null, employeesOnly: 'unknown', feeCents: null });
  });
});

const facility = (change: Fields): Partial<Given> => ({ facilities: [{ ...aFacility, ...change }] });

const two = (change: Fields): Partial<Given> => ({ facilities: [aFacility, { ...aFacility, ...change }] });

const request = (change: Fields): Partial<Given> => ({ requests: [{ ...aRequest, ...change }] });

describe('a field that cannot be is refused by name', () => {
  test.each<[string, Partial<Given>, field: string, detail: string, jsonLine: number, csvLine?: number]>([
    ['windows that overlap', facility({ windows: 'mon 08:00-16:00; mon 12:00-18:00' }), 'windows[1]', 'overlaps', 8],
    [
      'a night that runs into a window',
      facility({ windows: 'sun 20:00-06:00; mon 05:00-09:00' }),
      'windows[1]',
      'overlaps',
      8,
    ],
    ['a window of no form', facility({ windows: 'mornings' }), 'windows', '"mornings" is not of the form', 8],
    ['a time that is none', facility({ windows: 'mon 25:00-26:00' }), 'windows[0].from', 'must be a time', 8],
    ['an unknown zone', facility({ zone: 'Mars/Olympus' }), 'zone', 'must be an IANA time zone', 13],
    ['a negative capacity', facility({ seats: -1 }), 'seats', 'Too small', 12],
    ['half a seat', facility({ seats: 1.5 }), 'seats', 'int', 12],
    ['a number in words', facility({ seats: 'two' }), 'seats', 'expected number', 12],
    ['an intake that ends before it starts', facility({ endsOn: '2026-05-28' }), 'endsOn', 'before', 11],
    ['more seats taken than there are', facility({ seatsTaken: 3 }), 'seatsTaken', 'more than seats', 13],
    ['an unknown ZIP', facility({ zip: '00000' }), 'zip', '00000 is in no table', 6],
    ['half a point', facility({ lat: 42 }), 'lon', 'is missing', 2],
    ['a field that does not exist', facility({ colour: 'red' }), 'colour', 'there is no such field', 13, 1],
    ['a field that is needed', facility({ discipline: null }), 'discipline', 'is missing', 7],
    ['the same intake twice', two({}), 'intake', 'fac_birch-CT-win27 is in line', 21, 3],
    ['two names of one facility', two({ intake: 'spr27', name: 'Beech' }), 'name', 'is not what line', 16, 3],
    ['two offers of one discipline', two({ intake: 'spr27', fee: 100 }), 'fee', 'is not what line', 25, 3],
    [
      'a credential that does not admit',
      request({ discipline: 'M', credentials: 'sonography' }),
      'credentials',
      'admits to M',
      6,
    ],
    ['no availability', request({ availability: '' }), 'availability', 'at least one window', 7],
    ['an end before the start', request({ latestEnd: '2026-01-01' }), 'latestEnd', 'before the earliest start', 9],
    [
      'fewer hours wanted than needed',
      request({ minWeeklyHours: 9, wantedWeeklyHours: 8 }),
      'wantedWeeklyHours',
      'fewer',
      10,
    ],
    ['a program that nobody knows', request({ program: 'prg_willow' }), 'program', 'not among the programs', 9],
    ['an employer that nobody knows', request({ employer: 'fac_oak1' }), 'employer', 'not among the facilities', 9],
    ['half a cover', request({ coverPerClaim: 1_000_000 }), 'coverAggregate', 'is missing', 2],
    ['an adjustment without shifts', request({ adjustment: 'confirmed' }), 'adjustedShifts', 'is missing', 2],
    ['the same request twice', { requests: [aRequest, aRequest] }, 'request', 'req_alder is in line', 11, 3],
  ])('%s', async (_, change, field, detail, jsonLine, csvLine = 2) => {
    expect(await problemsOf(change, asJson)).toContainEqual(
      expect.stringMatching(`^line ${jsonLine}: ${field.replaceAll(/[[\]]/g, '\\$&')}: .*${detail}`),
    );
    expect(await problemsOf(change, asCsv)).toContainEqual(
      expect.stringMatching(`^line ${csvLine}: ${field.replaceAll(/[[\]]/g, '\\$&')}: .*${detail}`),
    );
  });

  test('availability that is not known yet may be said to be unknown', async () => {
    const { requests } = await read(request({ availability: 'unknown' }), asCsv);
    expect(requests[0]?.request.wishes.availability).toBeNull();
  });

  test('of both files at once, and no more than can be read', async () => {
    const bad = { facilities: [{ ...aFacility, seats: 0 }], requests: [{ ...aRequest, zip: '1' }] };
    expect(await problemsOf(bad, asCsv)).toHaveLength(2);
    const many = Array.from({ length: 50 }, () => ({ ...aFacility, seats: 0 }));
    expect((await problemsOf({ facilities: many }, asCsv)).slice(-2)).toEqual([
      expect.stringMatching('^line 21: seats'),
      '… and 30 more',
    ]);
  });
});

test.each([
  ['facilities', facilityRows.whole()],
  ['requests', requestRows.schema],
  ['programs', programRows.schema],
])('docs/files.md names every field of %s', (_, schema) => {
  const page = readFileSync(fileURLToPath(new URL('../../../docs/files.md', import.meta.url)), 'utf8');
  expect(Object.keys(schema.shape).filter((field) => !page.includes(`\`${field}\``))).toEqual([]);
});

describe('a file that is broken', () => {
  test.each([
    ['JSON', '[\n{ "facility": "fac_birch",\n }]', 'line 3: this is no JSON: property name expected'],
    ['a quote left open', 'facility,name\n"fac_é","x\ny"\n"fac_birch,x\nfac_elm,y\n', 'line 4: a quote is opened here'],
    ['a quote in a value', 'facility,name\nfac_birch,Birch "A"\n', 'line 2: a quote stands within a value: put'],
    [
      'more after a quote',
      'facility,name\nfac_birch,"Birch" A\n',
      'line 2: a value goes on after its closing quote: put',
    ],
    ['CSV columns', 'facility,name\nfac_birch\n', 'line 2: has 1 values where the header has 2 columns'],
    ['a header twice', 'facility,facility\nfac_birch,x\n', 'line 1: facility: is in the header twice'],
    ['a key twice', '{ "facility": "fac_birch",\n"facility": "fac_birch" }', 'line 2: facility: is here twice'],
    ['nothing', '', 'line 1: there is nothing in this file'],
  ])('%s: the line is told', async (_, content, problem) => {
    const file = written(content, 'txt');
    const reading = readMarket({ facilities: file, requests: asJson([aRequest]), programs: null }, today);
    await expect(reading).rejects.toThrow(`${file}, ${problem}`);
  });
});

describe('progress', () => {
  test('is told in place on a terminal, and wiped off at the end', () => {
    const said: string[] = [];
    const progress = progressOf('lists', 1, { isTTY: true, write: (text) => said.push(text) });
    const from = performance.now();
    while (said.length === 0 && performance.now() < from + 10_000) progress.step();
    progress.end();
    expect(said[0]).toMatch(/^\rlists: \d+ of 1 /);
    expect(said.at(-1)).toBe('\r\u001B[K');
  });
});

const run = (command: 'match' | 'round', ...args: readonly string[]) => {
  const script = fileURLToPath(new URL(`../../../local/${command}.ts`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
};

describe('npm run match and npm run round', () => {
  const onExamples = [
    '--facilities',
    example('facilities.csv'),
    '--programs',
    example('programs.csv'),
    '--today',
    today,
  ];

  test('match tells candidates in order, near misses and what would open more', () => {
    const { status, stdout, stderr } = run('match', ...onExamples, '--request', example('request.json'), '--explain');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('1. Birch Imaging (invented) (fac_birch-CT-spr27)');
    expect(stdout).toContain('R16 [S] pass: It is 1.6 miles away');
    expect(stdout).toContain('Above the next by');
    expect(stdout).toContain('what would change it: paying for lodging there');
    expect(stdout).toContain('What would open more sites');
  });

  test('round writes the proposal whole, as JSON or CSV, and the same bytes again', () => {
    const out = join(scratch, 'proposal.json');
    const args = [...onExamples, '--requests', example('requests.csv'), '--out'];
    const first = run('round', ...args, out);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toContain('6 requests: 4 placed, 2 not');
    const bytes = readFileSync(out, 'utf8');
    expect(JSON.parse(bytes)).toMatchObject({
      pairs: [
        // Two intakes of one facility that are equal to both people: the lot says who gets which.
        { requestId: 'req_alder', intakeId: expect.stringMatching(/^fac_birch-CT-/) as string },
        { requestId: 'req_hazel', intakeId: expect.stringMatching(/^fac_birch-CT-/) as string },
        { requestId: 'req_maple', intakeId: 'fac_juniper-CT-win27', tier: 'own-employee' },
        { requestId: 'req_willa', intakeId: 'fac_cedar-CT-win27', tier: 'program-student' },
      ],
      unplaced: [{ requestId: 'req_linden' }, { requestId: 'req_sorrel', reason: { code: 'outranked' } }],
    });
    const csv = join(scratch, 'proposal.csv');
    expect(run('round', ...args, csv)).toMatchObject({ status: 0, stdout: first.stdout });
    expect(readFileSync(csv, 'utf8')).toContain('req_maple,fac_juniper-CT-win27,1,own-employee,,\n');
    expect(readdirSync(scratch).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('what cannot be read is refused with exit code 2, and nothing is written', () => {
    const out = join(scratch, 'never.json');
    const bad = asCsv([{ ...aFacility, seats: -3 }]);
    const args = ['--facilities', bad, '--requests', example('requests.csv'), '--out', out];
    const { status, stdout, stderr } = run('round', ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`${bad}, line 2: seats: Too small`);
    expect(stderr).not.toContain('    at ');
    expect(existsSync(out)).toBe(false);
  });
});
