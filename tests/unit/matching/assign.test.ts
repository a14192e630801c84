import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { assign, InvalidInstance, type Instance } from '../../../shared/matching/assign.ts';

type Lists = Readonly<Record<string, readonly string[]>>;

/** Lists by id; a hospital's id may carry its capacity, as in `mercy*2`. */
const instance = (residents: Lists, hospitals: Lists): Instance => ({
  residents: Object.entries(residents).map(([id, prefers]) => ({ id, prefers })),
  hospitals: Object.entries(hospitals).map(([name, prefers]) => {
    const [id = '', capacity = '1'] = name.split('*');
    return { id, capacity: Number(capacity), prefers };
  }),
});

const pairsOf = (given: Instance) => assign(given).pairs.map(({ resident, hospital }) => `${resident}-${hospital}`);
const reasonsOf = (given: Instance) =>
  Object.fromEntries(assign(given).unmatched.map(({ resident, reason }) => [resident, reason]));

const problemsOf = (given: Instance) => {
  try {
    assign(given);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInstance)) throw error;
    return error.problems.map(({ field, detail }) => `${field}: ${detail}`);
  }
};

describe('assign', () => {
  test('gives everybody the first choice where first choices do not clash', () => {
    expect(
      pairsOf(
        instance({ ann: ['city', 'mercy'], bob: ['mercy', 'city'] }, { city: ['ann', 'bob'], mercy: ['ann', 'bob'] }),
      ),
    ).toEqual(['ann-city', 'bob-mercy']);
  });

  test('a seat goes to the resident whom the hospital prefers, and the other goes on', () => {
    expect(
      pairsOf(
        instance({ ann: ['city', 'mercy'], bob: ['city', 'mercy'] }, { city: ['bob', 'ann'], mercy: ['bob', 'ann'] }),
      ),
    ).toEqual(['ann-mercy', 'bob-city']);
  });

  test('of two stable matchings the one that is better for residents is taken', () => {
    // Crossed wishes: hospitals would rather have it the other way round.
    expect(
      pairsOf(
        instance({ ann: ['city', 'mercy'], bob: ['mercy', 'city'] }, { city: ['bob', 'ann'], mercy: ['ann', 'bob'] }),
      ),
    ).toEqual(['ann-city', 'bob-mercy']);
  });

  test('one who is displaced displaces another, down to the end', () => {
    expect(
      pairsOf(
        instance(
          { ann: ['a'], bob: ['a', 'b'], cid: ['b', 'c'], dee: ['c', 'd'] },
          { a: ['ann', 'bob'], b: ['bob', 'cid'], c: ['cid', 'dee'], d: ['dee'] },
        ),
      ),
    ).toEqual(['ann-a', 'bob-b', 'cid-c', 'dee-d']);
  });

  test('several seats go to the best of those who ask', () => {
    const everybody = ['a', 'b', 'c', 'd', 'e', 'f'];
    const residents = Object.fromEntries(everybody.map((id) => [id, ['city']]));
    const given = instance(residents, { 'city*3': ['f', 'b', 'd', 'a', 'c', 'e'] });
    expect(pairsOf(given)).toEqual(['b-city', 'd-city', 'f-city']);
    expect(reasonsOf(given)).toEqual({ a: 'outranked', c: 'outranked', e: 'outranked' });
  });

  test('seats may stay free, and sides may be unequal', () => {
    expect(assign(instance({ ann: ['city'] }, { 'city*9': ['ann'], mercy: [] }))).toEqual({
      pairs: [{ resident: 'ann', hospital: 'city' }],
      unmatched: [],
    });
  });

  test('nobody is nobody', () => {
    expect(assign({ residents: [], hospitals: [] })).toEqual({ pairs: [], unmatched: [] });
  });

  test('both results are sorted by the id of the resident', () => {
    const given = instance({ r10: ['h'], r9: ['h'], r2: [], R1: [], é: ['h'] }, { 'h*3': ['r9', 'r10', 'é'] });
    expect(assign(given).pairs.map(({ resident }) => resident)).toEqual(['r10', 'r9', 'é']);
    expect(assign(given).unmatched.map(({ resident }) => resident)).toEqual(['R1', 'r2']);
  });

  test('ids that are names of object members are ids like others', () => {
    expect(
      pairsOf(instance({ constructor: ['__proto__x', 'toString'] }, { toString: ['constructor'], ['__proto__x']: [] })),
    ).toEqual(['constructor-toString']);
  });
});

describe('the reason of one without a seat', () => {
  test('empty-list: named no hospital, wanted or not', () => {
    expect(reasonsOf(instance({ ann: [] }, { city: ['ann'] }))).toEqual({ ann: 'empty-list' });
  });

  test('no-mutual: no hospital on the list lists the resident', () => {
    expect(reasonsOf(instance({ ann: ['city'] }, { city: [], mercy: ['ann'] }))).toEqual({ ann: 'no-mutual' });
  });

  test('outranked: those who list the resident have their seats with others', () => {
    expect(reasonsOf(instance({ ann: ['city'], bob: ['mercy', 'city'] }, { city: ['ann', 'bob'], mercy: [] }))).toEqual(
      { bob: 'outranked' },
    );
  });

  test('outranked: also where there was never a seat', () => {
    expect(reasonsOf(instance({ ann: ['city'] }, { 'city*0': ['ann'] }))).toEqual({ ann: 'outranked' });
  });
});

describe('an instance that contradicts itself is refused, every fault by name', () => {
  const good = { residents: { ann: ['city'] }, hospitals: { city: ['ann'] } };

  test.each<[string, Instance, string]>([
    [
      'an unknown hospital',
      instance({ ann: ['city', 'nowhere'] }, good.hospitals),
      'residents[0].prefers[1]: "nowhere" is no hospital',
    ],
    [
      'a resident in the place of a hospital',
      instance({ ann: ['ann'] }, good.hospitals),
      'residents[0].prefers[0]: "ann" is no hospital',
    ],
    [
      'an unknown resident',
      instance(good.residents, { city: ['ann', 'zoe'] }),
      'hospitals[0].prefers[1]: "zoe" is no resident',
    ],
    [
      'a hospital twice in a list',
      instance({ ann: ['city', 'city'] }, good.hospitals),
      'residents[0].prefers[1]: "city" is in this list already',
    ],
    [
      'a resident twice in a list',
      instance(good.residents, { city: ['ann', 'ann'] }),
      'hospitals[0].prefers[1]: "ann" is in this list already',
    ],
    [
      'a negative capacity',
      instance(good.residents, { 'city*-1': ['ann'] }),
      'hospitals[0].capacity: -1 is no whole number of 0 or more',
    ],
    [
      'half a seat',
      instance(good.residents, { 'city*0.5': ['ann'] }),
      'hospitals[0].capacity: 0.5 is no whole number of 0 or more',
    ],
    [
      'no number of seats',
      instance(good.residents, { 'city*x': ['ann'] }),
      'hospitals[0].capacity: NaN is no whole number of 0 or more',
    ],
  ])('%s', (_, given, problem) => {
    expect(problemsOf(given)).toEqual([problem]);
  });

  test('an id that comes twice on one side', () => {
    const { residents, hospitals } = instance(good.residents, good.hospitals);
    expect(problemsOf({ residents: [...residents, ...residents], hospitals })).toEqual([
      'residents[1].id: "ann" is the id of residents[0] already',
    ]);
    expect(problemsOf({ residents, hospitals: [...hospitals, ...hospitals] })).toEqual([
      'hospitals[1].id: "city" is the id of hospitals[0] already',
    ]);
  });

  test('a resident and a hospital may share an id', () => {
    expect(pairsOf(instance({ mercy: ['mercy'] }, { mercy: ['mercy'] }))).toEqual(['mercy-mercy']);
  });

  test('all faults are told at once', () => {
    expect(problemsOf(instance({ ann: ['x', 'y'] }, { 'city*-3': ['z'] }))).toHaveLength(4);
  });

  test('a capacity beyond any memory is fine', () => {
    expect(pairsOf(instance(good.residents, { 'city*9007199254740991': ['ann'] }))).toEqual(['ann-city']);
  });
});

describe('npm run assign', () => {
  const command = fileURLToPath(new URL('../../../local/assign.ts', import.meta.url));
  const run = (input: string, ...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { input, encoding: 'utf8' });
    return { status, stdout, stderr };
  };

  test('prints the assignment as JSON', () => {
    const given = instance({ ann: ['city'], bob: [] }, { city: ['ann'] });
    const { status, stdout, stderr } = run(JSON.stringify(given), '-');
    expect(JSON.parse(stdout)).toEqual({
      pairs: [{ resident: 'ann', hospital: 'city' }],
      unmatched: [{ resident: 'bob', reason: 'empty-list' }],
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test.each([
    [
      'an unknown id',
      '{"residents":[{"id":"ann","prefers":["x"]}],"hospitals":[]}',
      'residents[0].prefers[0]: "x" is no hospital',
    ],
    ['a list that is none', '{"residents":[{"id":"ann","prefers":"x"}],"hospitals":[]}', 'residents[0].prefers: '],
    ['a missing side', '{"residents":[]}', 'hospitals: '],
    ['something else', '[]', 'the file: '],
    ['no JSON', 'ann,city', 'This is no JSON: '],
  ])('%s: the fault on standard error, exit code 2', (_, input, message) => {
    const { status, stdout, stderr } = run(input, '-');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });

  test('a file that is not there is named', () => {
    const { status, stderr } = run('', 'no-such-file.json');
    expect(status).toBe(2);
    expect(stderr).toContain('no-such-file.json cannot be read');
  });

  test('--help tells the form', () => {
    const { status, stdout } = run('', '--help');
    expect(status).toBe(0);
    expect(stdout).toContain('"prefers"');
  });
});
