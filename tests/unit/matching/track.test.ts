import { expect, test } from 'vitest';
import { anEmployment, aProgram, milesNorth } from '../../support/builders.ts';
import { pairIn, type Scene } from './decision-table.ts';

const employer = { facilityId: 'fac_employer', legalEmployer: 'Juniper Inc', healthSystemId: 'sys_laurel' };
const works: Scene = { wishes: { employment: anEmployment() }, context: { employer } };
const student: Scene = { wishes: { programId: 'prg_cedar' }, context: { programs: [aProgram()] } };

test.each<[string, string, Scene]>([
  ['the own workplace', 'employer', { wishes: { employment: anEmployment({ facilityId: 'fac_birch' }) } }],
  [
    'another facility of the same legal employer',
    'employer',
    { ...works, site: { facility: { legalEmployer: ' juniper inc' } } },
  ],
  [
    'another legal entity of the same health system',
    'sister',
    { ...works, site: { facility: { healthSystemId: 'sys_laurel', legalEmployer: 'Juniper West' } } },
  ],
  [
    'the same health system, legal entity not known',
    'sister',
    { ...works, site: { facility: { healthSystemId: 'sys_laurel' } } },
  ],
  [
    'neither: two employers without a name are not one',
    'other-provider',
    { ...works, context: { employer: { ...employer, legalEmployer: null, healthSystemId: null } } },
  ],
  [
    'a system in common, but nobody employs',
    'other-provider',
    { context: { employer }, site: { facility: { healthSystemId: 'sys_laurel' } } },
  ],
  ['a program with an agreement valid to the end', 'program', student],
  [
    'a program whose agreement ends before',
    'other-provider',
    { ...student, site: { intake: { endsOn: '2028-07-01' } } },
  ],
  ['a program with an agreement elsewhere', 'other-provider', { ...student, site: { facilityId: 'fac_other' } }],
  [
    'a sister site that is affiliated too: the better track',
    'sister',
    {
      wishes: { ...works.wishes, ...student.wishes },
      context: { ...works.context, ...student.context },
      site: { facility: { healthSystemId: 'sys_laurel' } },
    },
  ],
  ['not a health care provider', 'other', { site: { facility: { healthCareProvider: false } } }],
  ['none of these', 'other-provider', {}],
])('R4 %s → %s', (_when, track, scene) => {
  expect(pairIn(scene).track).toBe(track);
});

test('R16 miles are straight-line and one-way, and not known without both points', () => {
  expect(pairIn({ site: { facility: { place: milesNorth(25) } } }).miles).toBeCloseTo(25, 3);
  expect(pairIn({ home: { ...milesNorth(0), point: null } }).miles).toBeNull();
});
