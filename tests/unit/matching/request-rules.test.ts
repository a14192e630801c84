import { A5, A6 } from '../../../shared/matching/rules/a05-records.ts';
import { A9 } from '../../../shared/matching/rules/a09-program-rules.ts';
import { R3 } from '../../../shared/matching/rules/r03-employer-consent.ts';
import { R8 } from '../../../shared/matching/rules/r08-hipaa.ts';
import { R14 } from '../../../shared/matching/rules/r14-charges.ts';
import { R15 } from '../../../shared/matching/rules/r15-pay.ts';
import { R16, R17 } from '../../../shared/matching/rules/r16-travel.ts';
import { R26 } from '../../../shared/matching/rules/r26-structured-education.ts';
import { R30 } from '../../../shared/matching/rules/r30-credential.ts';
import type { HipaaEducation } from '../../../shared/domain/readiness.ts';
import { anEmployment, aPlace, aProgram, aReadiness, milesNorth, type SiteChange } from '../../support/builders.ts';
import { decisionTable, type Scene } from './decision-table.ts';
import { anEmployeeOf, aSisterOf } from './scenes.ts';

decisionTable(R3, [
  ['another track', 'pass no-employer-contact', {}],
  [
    'another track, consent refused',
    'pass no-employer-contact',
    { wishes: { employment: anEmployment({ contactConsent: 'no' }) } },
  ],
  ['own site, consent yes', 'pass employer-contact-allowed', anEmployeeOf()],
  ['own site, consent no', 'fail employer-contact-refused', anEmployeeOf({}, { employment: { contactConsent: 'no' } })],
  [
    'own site, blank',
    'ask employer-contact-unanswered',
    anEmployeeOf({}, { employment: { contactConsent: 'unknown' } }),
  ],
  ['sister site, consent yes', 'pass employer-contact-allowed', aSisterOf()],
  ['sister site, consent no', 'fail employer-contact-refused', aSisterOf({}, { employment: { contactConsent: 'no' } })],
  [
    'sister site, blank',
    'ask employer-contact-unanswered',
    aSisterOf({}, { employment: { contactConsent: 'unknown' } }),
  ],
  [
    'own site that is also affiliated, consent no: the track stays',
    'fail employer-contact-refused',
    {
      ...anEmployeeOf({}, { employment: { contactConsent: 'no' }, wishes: { programId: 'prg_cedar' } }),
      context: { programs: [aProgram()] },
    },
  ],
  [
    'a site with the name of an employer who is not on the list, consent no',
    'ask employer-by-name',
    {
      wishes: {
        employment: anEmployment({ facilityId: null, name: 'BIRCH imaging (invented) ', contactConsent: 'no' }),
      },
    },
  ],
]);

const evidence: SiteChange = { terms: { hipaa: { policy: 'evidence', accepted: ['online'], refused: ['employer'] } } };
const withHipaa = (hipaa: Partial<HipaaEducation>): Scene => ({
  site: evidence,
  wishes: {
    readiness: aReadiness({ hipaa: { source: 'online', expiresOn: null, willComplete: 'unknown', ...hipaa } }),
  },
});
// The host's own policy training is the host's duty whatever the evidence: said with every row.
decisionTable(
  R8,
  [
    [
      'own employer and trained by it, whatever the host asks for',
      'pass hipaa-by-employer',
      anEmployeeOf(evidence, {
        employment: { hipaaTrained: true },
        wishes: { readiness: aReadiness({ hipaa: { source: null, expiresOn: null, willComplete: 'no' } }) },
      }),
    ],
    [
      'trained by an employer that is not the host',
      'pass hipaa-accepted',
      { wishes: { employment: anEmployment({ hipaaTrained: true }) } },
    ],
    [
      'host trains newcomers',
      'condition hipaa-host-trains',
      { site: { terms: { hipaa: { policy: 'trains-newcomers' } } } },
    ],
    ['host asks for none', 'pass hipaa-not-asked', { site: { terms: { hipaa: { policy: 'none' } } } }],
    ['host unknown', 'ask hipaa-demand-unknown', { site: { terms: { hipaa: { policy: 'unknown' } } } }],
    ['accepted source, no expiry', 'pass hipaa-accepted', withHipaa({})],
    ['accepted source, valid at the start', 'pass hipaa-accepted', withHipaa({ expiresOn: '2027-01-04' })],
    ['acceptance unknown', 'ask hipaa-source-open', withHipaa({ source: 'educational-program', willComplete: 'yes' })],
    ['source unspecified', 'ask hipaa-source-open', withHipaa({ source: 'unspecified', willComplete: 'yes' })],
    [
      'refused source, will complete',
      'condition hipaa-to-complete',
      withHipaa({ source: 'employer', willComplete: 'yes' }),
    ],
    ['refused source, will not', 'fail hipaa-refused', withHipaa({ source: 'employer', willComplete: 'no' })],
    ['refused source, blank', 'ask hipaa-willingness-unknown', withHipaa({ source: 'employer' })],
    [
      'expired before the start, will complete',
      'condition hipaa-to-complete',
      withHipaa({ expiresOn: '2027-01-03', willComplete: 'yes' }),
    ],
    [
      'expired before the start, will not',
      'fail hipaa-refused',
      withHipaa({ expiresOn: '2027-01-03', willComplete: 'no' }),
    ],
    ['none, will complete', 'condition hipaa-to-complete', withHipaa({ source: null, willComplete: 'yes' })],
    ['none, will not', 'fail hipaa-refused', withHipaa({ source: null, willComplete: 'no' })],
    ['none, blank', 'ask hipaa-willingness-unknown', withHipaa({ source: null })],
  ],
  ['note hipaa-host-duty'],
);

const withCharge = (chargeCents: number | null, feeCents: number | null, maxChargesCents: number | null): Scene => ({
  wishes: { programId: 'prg_cedar', maxChargesCents },
  site: { terms: { feeCents } },
  context: { programs: [aProgram({ chargeCents })] },
});
decisionTable(R14, [
  ['nothing to pay', 'pass no-charges', withCharge(0, 0, 0)],
  ['nothing to pay, cap blank', 'pass no-charges', withCharge(0, 0, null)],
  ['fee and charge at the very cap', 'pass charges-within-cap', withCharge(40_000, 60_000, 100_000)],
  ['fee and charge over the cap by a cent', 'fail charges-over-cap', withCharge(40_001, 60_000, 100_000)],
  ['known part over the cap, the rest unknown', 'fail charges-over-cap', withCharge(null, 100_001, 100_000)],
  ['fee unknown', 'ask charges-unknown', withCharge(0, null, 100_000)],
  ['charge unknown', 'ask charges-unknown', withCharge(null, 0, 100_000)],
  ['fee unknown, cap blank', 'ask charges-unknown', withCharge(0, null, null)],
  ['a program that is not known any more', 'ask charges-unknown', { wishes: { programId: 'prg_gone' } }],
  ['cap blank', 'ask cap-unknown', withCharge(0, 100, null)],
]);

decisionTable(R15, [
  ['unpaid training accepted', 'pass pay-not-asked', {}],
  ['paid only, paid', 'pass paid', { wishes: { paidOnly: true } }],
  ['paid only, unpaid', 'fail unpaid', { wishes: { paidOnly: true }, site: { terms: { paysTrainee: 'no' } } }],
  [
    'paid only, unknown',
    'ask pay-unknown',
    { wishes: { paidOnly: true }, site: { terms: { paysTrainee: 'unknown' } } },
  ],
  [
    'unpaid accepted at an unpaid site',
    ['pass pay-not-asked', 'note unpaid-labor-law'],
    { site: { terms: { paysTrainee: 'no' } } },
  ],
]);

const far = (miles: number, more: Scene = {}): Scene => ({
  ...more,
  site: { ...more.site, facility: { place: milesNorth(miles) } },
});
const nowhere = aPlace({ point: null });
decisionTable(R16, [
  ['within the limit', 'pass within-travel-limit', far(59.9)],
  ['over the limit', 'fail over-travel-limit', far(60.1)],
  [
    'a journey of six hours, within the limit named',
    'pass within-travel-limit',
    far(230, { wishes: { travelMiles: 231 } }),
  ],
  ['home has no point', 'ask distance-unknown', { home: nowhere }],
  ['site has no point', 'ask distance-unknown', { site: { facility: { place: nowhere } } }],
  ['limit missing', 'ask travel-limit-unknown', { wishes: { travelMiles: null } }],
  ['own workplace, however far', 'pass own-workplace', { ...anEmployeeOf(), home: milesNorth(300) }],
  [
    'another site of the own employer, too far',
    'fail over-travel-limit',
    {
      ...anEmployeeOf({ facility: { legalEmployer: 'Birch Inc' } }, { employment: { facilityId: 'fac_employer' } }),
      context: { employer: { facilityId: 'fac_employer', legalEmployer: 'Birch Inc', healthSystemId: null } },
      home: milesNorth(300),
    },
  ],
]);

decisionTable(R17, [
  ['within commuting miles', 'pass within-commute', far(39.9)],
  ['own workplace, however far', 'pass own-workplace', { ...anEmployeeOf(), home: milesNorth(300) }],
  [
    'beyond, housing every night by the host',
    'pass housing-every-night',
    far(50, { site: { terms: { housing: 'every-night' } } }),
  ],
  [
    'beyond, housing every night by the program',
    'pass housing-every-night',
    far(50, { wishes: { programId: 'prg_cedar' }, context: { programs: [aProgram({ housing: 'every-night' })] } }),
  ],
  ['beyond, lodging accepted', 'pass own-lodging', far(50, { wishes: { acceptsLodging: 'yes' } })],
  ['beyond, no housing, lodging refused', 'fail lodging-refused', far(50)],
  [
    'beyond, housing on some nights, lodging refused',
    'ask lodging-open',
    {
      wishes: { acceptsLodging: 'no' },
      site: { terms: { housing: 'some' }, facility: { place: milesNorth(50) } },
    },
  ],
  [
    'beyond, housing unknown, lodging refused',
    'ask lodging-open',
    {
      site: { terms: { housing: 'unknown' }, facility: { place: milesNorth(50) } },
    },
  ],
  [
    "beyond, the program's housing unknown, lodging refused",
    'ask lodging-open',
    far(50, { wishes: { programId: 'prg_gone' } }),
  ],
  ['beyond, no housing, lodging left blank', 'ask lodging-open', far(50, { wishes: { acceptsLodging: 'unknown' } })],
  ['a point is missing', 'ask distance-unknown', { home: nowhere }],
]);

const education = (
  structuredEducation: 'done' | 'in-progress' | 'none' | 'unknown',
  structuredEducationDemanded: 'yes' | 'no' | 'unknown',
): Scene => ({
  wishes: { readiness: aReadiness({ structuredEducation }) },
  site: { terms: { structuredEducationDemanded } },
});
decisionTable(R26, [
  ['not demanded', 'pass education-not-demanded', education('none', 'no')],
  ['host unknown', 'ask education-demand-unknown', education('none', 'unknown')],
  ['host unknown, done', 'pass education-done', education('done', 'unknown')],
  ['demanded, done', 'pass education-done', education('done', 'yes')],
  ['demanded, in progress', 'condition education-in-progress', education('in-progress', 'yes')],
  ['demanded, none', 'fail education-missing', education('none', 'yes')],
  ['demanded, unknown', 'ask education-unknown', education('unknown', 'yes')],
]);

type Held = NonNullable<Scene['wishes']>['credentials'];
const holding = (discipline: 'CT' | 'M' | 'BS' | 'MRI' | 'VI', credentials: NonNullable<Held>): Scene => ({
  wishes: { discipline, credentials },
  site: { discipline },
});
const held = (credential: NonNullable<Held>[number]['credential'], expiresOn: string | null = null) => ({
  credential,
  expiresOn,
});
decisionTable(R30, [
  ['radiography for CT', 'pass credential-admits', holding('CT', [held('radiography')])],
  ['any of several admits', 'pass credential-admits', holding('MRI', [held('other'), held('sonography')])],
  ['nuclear medicine for VI', 'fail credential-not-admitting', holding('VI', [held('nuclear-medicine')])],
  ['sonography for CT', 'fail credential-not-admitting', holding('CT', [held('sonography')])],
  ['radiography alone for BS', 'fail credential-not-admitting', holding('BS', [held('radiography')])],
  [
    'radiography with mammography for BS',
    'pass credential-admits',
    holding('BS', [held('radiography'), held('mammography')]),
  ],
  ['sonography for BS', 'pass credential-admits', holding('BS', [held('sonography')])],
  ['an unlisted credential', 'ask credential-unlisted', holding('CT', [held('other')])],
  [
    'a listed one that does not admit beside an unlisted one',
    'ask credential-unlisted',
    holding('CT', [held('sonography'), held('other')]),
  ],
  [
    'mammography alone: its supporting credential was not named',
    'ask credential-unlisted',
    holding('BS', [held('mammography')]),
  ],
  ['lapses the day before the end', 'condition credential-lapses', holding('CT', [held('radiography', '2027-03-25')])],
  ['lapses on the last day', 'pass credential-admits', holding('CT', [held('radiography', '2027-03-26')])],
  [
    'one of a pair lapses',
    'condition credential-lapses',
    holding('BS', [held('radiography'), held('mammography', '2027-03-01')]),
  ],
  [
    'one lapses, another one that admits does not',
    'pass credential-admits',
    holding('CT', [held('radiography', '2027-03-01'), held('nuclear-medicine')]),
  ],
  [
    'the same credential twice, renewed',
    'pass credential-admits',
    holding('CT', [held('radiography', '2027-03-01'), held('radiography', '2029-03-01')]),
  ],
  ['mammography', ['pass credential-admits', 'note mqsa-first'], holding('M', [held('radiography')])],
]);

const program = (change: Parameters<typeof aProgram>[0]): Scene => ({
  wishes: { programId: 'prg_cedar' },
  context: { programs: [aProgram(change)] },
});
const programOfEmployee = (allowsEmployerTime: 'yes' | 'no' | 'unknown'): Scene => ({
  ...anEmployeeOf({}, { wishes: { programId: 'prg_cedar' } }),
  context: { programs: [aProgram({ allowsEmployerTime })] },
});
decisionTable(A9, [
  ['no program', 'pass no-program-rules', {}],
  ['contact allowed', 'pass program-allows', program({})],
  ['a program that is not known any more', 'ask program-rules-unknown', { wishes: { programId: 'prg_gone' } }],
  ['rule on contact unknown', 'ask program-rules-unknown', program({ allowsContact: 'unknown' })],
  ['contact forbidden', 'fail program-forbids-contact', program({ allowsContact: 'no' })],
  ['own employer, employer time allowed', 'pass program-allows', programOfEmployee('yes')],
  ['own employer, rule on employer time unknown', 'ask employer-time-unknown', programOfEmployee('unknown')],
  [
    'own employer, employer time forbidden',
    ['pass program-allows', 'note employer-time-forbidden'],
    programOfEmployee('no'),
  ],
  ['another site, employer time forbidden', 'pass program-allows', program({ allowsEmployerTime: 'no' })],
]);

decisionTable(A5, [['always', 'pass daily-limit', {}]]);
decisionTable(A6, [
  ['the earliest record counts to the finish', 'pass records-window', { wishes: { recordsSince: '2025-02-17' } }],
  ['no records yet', 'pass records-window', { wishes: { recordsSince: null } }],
  [
    'the earliest record lapses before the finish',
    ['pass records-window', 'note earliest-record-lapses'],
    { wishes: { recordsSince: '2025-02-14' } },
  ],
  [
    'no finish is known, and it lapses before the intake ends',
    ['pass records-window', 'note earliest-record-lapses'],
    { wishes: { recordsNeeded: null, recordsSince: '2025-03-25' } },
  ],
  [
    'no finish is known, and it counts to the last day of the intake',
    'pass records-window',
    { wishes: { recordsNeeded: null, recordsSince: '2025-03-26' } },
  ],
  [
    'of the records that are dated some lapse before the finish',
    ['pass records-window', 'note records-lapse'],
    {
      wishes: {
        recordsSince: '2025-02-01',
        recordsCounted: [
          { on: '2025-02-01', records: 7 },
          { on: '2026-10-01', records: 40 },
        ],
      },
    },
  ],
]);
