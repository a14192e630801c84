import type { FacilityContact, FacilityProfile } from '../../shared/domain/facility.ts';
import type { TechnologistContact, Wishes } from '../../shared/domain/placement-request.ts';
import type { IntakeTerms, SiteOfferTerms } from '../../shared/domain/site-offer.ts';
import type { Discipline } from '../../shared/domain/discipline.ts';
import { millisecondsADay } from '../../shared/domain/durations.ts';
import type { Weekday, WeeklyWindow } from '../../shared/domain/schedule.ts';

/** Every person and every facility here is invented; the ZIP codes are real places in Iowa and Illinois. */

export const daysAfter = (from: Date, days: number): string =>
  new Date(from.getTime() + days * millisecondsADay).toISOString().slice(0, 10);

const on = (days: readonly Weekday[], from: string, to: string): WeeklyWindow[] =>
  days.map((weekday) => ({ day: weekday, from, to }));
export const workdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
export const regularShift = on(workdays, '07:00', '15:30');
export const evenings = on(workdays, '16:30', '21:00');

export interface Host {
  readonly profile: FacilityProfile;
  readonly contact: FacilityContact;
  readonly zip: string;
  readonly siteOffers: readonly {
    readonly discipline: Discipline;
    readonly terms: SiteOfferTerms;
    readonly intakes: readonly IntakeTerms[];
  }[];
}

/** A site that says everything and asks for little; each host states where it differs. */
const terms = (differing: Partial<SiteOfferTerms>): SiteOfferTerms => ({
  optedIn: true,
  windows: [...regularShift, ...evenings],
  minWeeklyMinutes: 8 * 60,
  minBlockMinutes: 4 * 60,
  monthlyVolume: 900,
  volumeByCategory: { head: 300, 'spine and musculoskeletal': 200, 'chest and abdomen': 400 },
  employeesOnly: 'no',
  affiliation: { demanded: 'no', ofOwnEmployeesToo: false },
  insurance: {
    required: 'yes',
    perClaimCents: 100_000_000,
    aggregateCents: 100_000_000,
    policyTypes: ['occurrence', 'claims-made'],
    ofOwnEmployeesToo: false,
  },
  hipaa: { policy: 'trains-newcomers' },
  structuredEducationDemanded: 'no',
  supervisor: 'yes',
  verifier: 'yes',
  staffAgrees: 'yes',
  feeCents: 0,
  paysTrainee: 'no',
  housing: 'none',
  ...differing,
});

const profile = (name: string, differing: Partial<FacilityProfile> = {}): FacilityProfile => ({
  name,
  setting: 'hospital',
  street: null,
  legalEmployer: null,
  healthCareProvider: true,
  directIntroductions: false,
  quietDays: [],
  ...differing,
});
const contact = (name: string, role: string, email: string): FacilityContact => ({ name, role, email, phone: null });

export const hosts = (today: Date) => {
  const intakes = (seats: number): IntakeTerms[] => [
    { startsOn: daysAfter(today, 42), endsOn: daysAfter(today, 210), seats },
  ];
  return {
    hospital: {
      profile: profile('Cedar Hollow Regional Hospital'),
      contact: contact('Imani Sample', 'imaging manager', 'imaging@cedar-hollow.example.org'),
      zip: '52240',
      siteOffers: [
        { discipline: 'CT', terms: terms({}), intakes: intakes(2) },
        { discipline: 'MRI', terms: terms({ employeesOnly: 'yes' }), intakes: intakes(1) },
      ],
    },
    imagingCenter: {
      profile: profile('Prairie Lantern Imaging Center', { setting: 'imaging-center' }),
      contact: contact('Noor Placeholder', 'lead technologist', 'lead@prairie-lantern.example.org'),
      zip: '52402',
      siteOffers: [
        {
          discipline: 'MRI',
          terms: terms({ affiliation: { demanded: 'yes', ofOwnEmployeesToo: true }, monthlyVolume: 520 }),
          intakes: intakes(1),
        },
      ],
    },
    smallClinic: {
      profile: profile('Small Creek Clinic', { setting: 'small-clinic', directIntroductions: true }),
      contact: contact('Rio Fictional', 'practice manager', 'office@small-creek.example.org'),
      zip: '52241',
      siteOffers: [
        {
          discipline: 'CT',
          terms: terms({ insurance: { required: 'no' }, monthlyVolume: 160, feeCents: 15_000, windows: evenings }),
          intakes: intakes(1),
        },
      ],
    },
    medicalCenter: {
      profile: profile('Bluff Harbor Medical Center'),
      contact: contact('Sascha Made-Up', 'clinical coordinator', 'students@bluff-harbor.example.org'),
      zip: '52801',
      siteOffers: [{ discipline: 'MRI', terms: terms({ housing: 'unknown' }), intakes: intakes(2) }],
    },
  } satisfies Record<string, Host>;
};

export interface Applicant {
  readonly contact: TechnologistContact;
  readonly zip: string;
  readonly wishes: Wishes;
}

/** What every applicant of the story shares; each states where they differ. */
export const wishes = (today: Date, differing: Partial<Wishes>): Wishes => ({
  discipline: 'CT',
  credentials: [{ credential: 'radiography', expiresOn: daysAfter(today, 500) }],
  travelMiles: 30,
  commuteMiles: 40,
  acceptsLodging: 'no',
  availability: evenings,
  blocks: [],
  minWeeklyMinutes: 8 * 60,
  wantedWeeklyMinutes: 16 * 60,
  earliestStart: daysAfter(today, 14),
  latestEnd: null,
  employment: null,
  otherShifts: [],
  programId: null,
  readiness: {
    hipaa: { source: 'educational-program', expiresOn: daysAfter(today, 400), willComplete: 'yes' },
    insurance: { cover: null, willBuy: 'yes' },
    basicLifeSupport: { attested: true, expiresOn: daysAfter(today, 300) },
    backgroundCheck: { attested: true, expiresOn: null },
    meetsHealthRequirements: true,
    structuredEducation: 'done',
  },
  maxChargesCents: 50_000,
  paidOnly: false,
  wishedSettings: [],
  requiredCategories: ['head', 'chest and abdomen'],
  recordsNeeded: 125,
  recordsSince: null,
  introductionConsent: { scope: 'shortlisted-facilities', until: daysAfter(today, 120) },
  siteOrder: [],
  namedSite: null,
  recordsCounted: [],
  ...differing,
});

export const person = (name: string): TechnologistContact => ({
  name,
  email: `${name.split(' ')[0]?.toLowerCase() ?? 'someone'}@example.org`,
  phone: '555-0100',
});
