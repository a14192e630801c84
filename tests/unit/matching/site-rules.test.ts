import { R19 } from '../../../shared/matching/rules/r19-volume.ts';
import { R2 } from '../../../shared/matching/rules/r02-dates-and-seats.ts';
import { R21 } from '../../../shared/matching/rules/r21-open-sites.ts';
import { R22 } from '../../../shared/matching/rules/r22-employees-only.ts';
import { R23 } from '../../../shared/matching/rules/r23-people.ts';
import { R24 } from '../../../shared/matching/rules/r24-affiliation.ts';
import { aProgram } from '../../support/builders.ts';
import { anEmployeeOf, aSisterOf } from './scenes.ts';
import { decisionTable } from './decision-table.ts';

decisionTable(R2, [
  ['a seat is free and the dates fit', 'pass intake-fits', {}],
  ['the last of the seats is free', 'pass intake-fits', { site: { intake: { seats: 3, seatsTaken: 2 } } }],
  [
    'the dates are the very ones wished',
    'pass intake-fits',
    { wishes: { earliestStart: '2027-01-04', latestEnd: '2027-03-26' } },
  ],
  [
    'no latest end is named',
    'pass intake-fits',
    { wishes: { latestEnd: null }, site: { intake: { endsOn: '2029-01-01' } } },
  ],
  ['another discipline', 'fail other-discipline', { site: { discipline: 'MRI' } }],
  ['closed', 'fail intake-closed', { site: { intake: { closed: true } } }],
  ['every seat taken', 'fail no-free-seat', { site: { intake: { seatsTaken: 2 } } }],
  ['begun yesterday', 'fail intake-begun', { context: { today: '2027-01-05' } }],
  ['begins today', 'pass intake-fits', { context: { today: '2027-01-04' } }],
  ['starts a day before the earliest start', 'fail starts-too-early', { wishes: { earliestStart: '2027-01-05' } }],
  ['ends a day after the latest end', 'fail ends-too-late', { wishes: { latestEnd: '2027-03-25' } }],
  [
    'both dates miss',
    ['fail starts-too-early', 'fail ends-too-late'],
    { wishes: { earliestStart: '2027-01-05', latestEnd: '2027-03-25' } },
  ],
]);

decisionTable(R19, [
  ['volume known, no category list', ['pass volume-said', 'note no-category-list'], {}],
  [
    'zero volume of the discipline',
    ['fail volume-zero', 'note no-category-list'],
    { site: { terms: { monthlyVolume: 0 } } },
  ],
  ['volume unknown', ['ask volume-unknown', 'note no-category-list'], { site: { terms: { monthlyVolume: null } } }],
  [
    'a required category at zero',
    ['pass volume-said', 'note categories-absent'],
    { wishes: { requiredCategories: ['head'] }, site: { terms: { volumeByCategory: { head: 0 } } } },
  ],
  [
    'a required category that is not said',
    ['pass volume-said', 'note categories-unsaid'],
    { wishes: { requiredCategories: ['head'] } },
  ],
  [
    'a required category with volume',
    ['pass volume-said', 'note categories-covered'],
    { wishes: { requiredCategories: ['head'] }, site: { terms: { volumeByCategory: { head: 1 } } } },
  ],
]);

decisionTable(R21, [
  ['vetted, open and opted in', 'pass site-open', {}],
  ['not vetted, paused or gone', 'fail facility-not-open', { site: { facility: { open: false } } }],
  ['not opted in', 'fail not-opted-in', { site: { terms: { optedIn: false } } }],
]);

const onlyEmployees = { terms: { employeesOnly: 'yes' } } as const;
decisionTable(R22, [
  ['employees only: no', 'pass open-to-all', {}],
  ['unknown', 'ask employees-only-unknown', { site: { terms: { employeesOnly: 'unknown' } } }],
  ['yes, own employee', 'pass own-employee', anEmployeeOf(onlyEmployees)],
  ['yes, sister', 'ask sister-employee', aSisterOf(onlyEmployees)],
  ['yes, others', ['fail employees-only', 'note hired-to-train'], { site: onlyEmployees }],
]);

decisionTable(R23, [
  ['all three: yes', 'pass people-there', {}],
  ['supervisor promised', 'condition supervisor-promised', { site: { terms: { supervisor: 'promised' } } }],
  ['supervisor missing', 'fail supervisor-missing', { site: { terms: { supervisor: 'no' } } }],
  ['supervisor unknown', 'ask supervisor-unknown', { site: { terms: { supervisor: 'unknown' } } }],
  ['verifier promised', 'condition verifier-promised', { site: { terms: { verifier: 'promised' } } }],
  ['verifier missing', 'fail verifier-missing', { site: { terms: { verifier: 'no' } } }],
  ['verifier unknown', 'ask verifier-unknown', { site: { terms: { verifier: 'unknown' } } }],
  ['staff promised', 'condition staff-promised', { site: { terms: { staffAgrees: 'promised' } } }],
  ['staff refuses', 'fail staff-missing', { site: { terms: { staffAgrees: 'no' } } }],
  ['staff unknown', 'ask staff-unknown', { site: { terms: { staffAgrees: 'unknown' } } }],
  [
    'the worst of three counts, the others are told too',
    ['fail verifier-missing', 'ask staff-unknown', 'condition supervisor-promised'],
    { site: { terms: { supervisor: 'promised', verifier: 'no', staffAgrees: 'unknown' } } },
  ],
  [
    "no verifier at the site, the affiliated program's one",
    'pass people-there',
    {
      wishes: { programId: 'prg_cedar' },
      site: { terms: { verifier: 'no' } },
      context: { programs: [aProgram({ providesVerifier: true })] },
    },
  ],
  [
    "no verifier at the site, a program's one without an agreement there",
    'fail verifier-missing',
    {
      wishes: { programId: 'prg_cedar' },
      site: { terms: { verifier: 'no' } },
      context: { programs: [aProgram({ providesVerifier: true, affiliations: [] })] },
    },
  ],
]);

const demanded = { terms: { affiliation: { demanded: 'yes', ofOwnEmployeesToo: false } } } as const;
const demandedOfAll = { terms: { affiliation: { demanded: 'yes', ofOwnEmployeesToo: true } } } as const;
const inProgram = { programId: 'prg_cedar' };
const agreementTo = (validTo: string) => ({
  programs: [aProgram({ affiliations: [{ facilityId: 'fac_birch', disciplines: ['CT'], validTo }] })],
});
decisionTable(R24, [
  ['affiliation not demanded', 'pass affiliation-not-demanded', {}],
  [
    'unknown',
    'ask affiliation-demand-unknown',
    { site: { terms: { affiliation: { demanded: 'unknown', ofOwnEmployeesToo: false } } } },
  ],
  ['demanded, own employee', 'pass affiliation-not-for-employees', anEmployeeOf(demanded)],
  ['demanded of own employees too, no program', 'fail no-program', anEmployeeOf(demandedOfAll)],
  [
    'demanded, agreement to the very end',
    'pass agreement-holds',
    { wishes: inProgram, site: demanded, context: agreementTo('2027-03-26') },
  ],
  [
    'demanded, agreement ends the day before',
    'ask agreement-missing',
    { wishes: inProgram, site: demanded, context: agreementTo('2027-03-25') },
  ],
  [
    'demanded, agreement in another discipline',
    'ask agreement-missing',
    {
      wishes: inProgram,
      site: demanded,
      context: {
        programs: [
          aProgram({ affiliations: [{ facilityId: 'fac_birch', disciplines: ['MRI'], validTo: '2030-01-01' }] }),
        ],
      },
    },
  ],
  [
    'demanded, program without agreement',
    'ask agreement-missing',
    { wishes: inProgram, site: demanded, context: { programs: [aProgram({ affiliations: [] })] } },
  ],
  ['demanded, no program', 'fail no-program', { site: demanded }],
]);
