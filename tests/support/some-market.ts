import * as fc from 'fast-check';
import type { Wishes } from '../../shared/domain/placement-request.ts';
import {
  aContext,
  aCover,
  anEmployment,
  aProgram,
  aReadiness,
  aRequest,
  aSite,
  milesNorth,
  weekly,
  type SiteChange,
} from './builders.ts';
import { someWindows } from './minute-oracle.ts';

/** Invented requests and sites of every kind, for properties of the matching. */

const answer = fc.constantFrom('yes', 'no', 'unknown');
/** Mostly what lets a site through, so that lists are not empty. */
const mostly = <const T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, fc.constantFrom(...others));
const presence = mostly('yes', 'promised', 'no', 'unknown');
const dayWindows = fc.oneof(fc.constant(weekly('mon tue wed thu fri', '08:00', '20:00')), someWindows());

const site = (facilityId: string): fc.Arbitrary<SiteChange> =>
  fc.record({
    facilityId: fc.constant(facilityId),
    facility: fc.record({
      place: fc.oneof(
        fc.double({ min: 0, max: 120, noNaN: true }).map(milesNorth),
        fc.constant({ ...milesNorth(0), point: null }),
      ),
      legalEmployer: mostly<string | null>(null, 'Juniper Inc', 'Laurel West LLC'),
      healthSystemId: mostly<string | null>(null, 'sys_laurel'),
      open: mostly(true, false),
      setting: fc.constantFrom('hospital', 'imaging-center', 'small-clinic'),
    }),
    intake: fc.record({ seatsTaken: mostly(0, 2), startsOn: fc.constantFrom('2027-01-04', '2027-02-01') }),
    terms: fc.record({
      optedIn: mostly(true, false),
      windows: fc.oneof(dayWindows, fc.constant(null)),
      minBlockMinutes: fc.constantFrom(0, 120, 240),
      minWeeklyMinutes: fc.constantFrom(0, 480, 960),
      monthlyVolume: mostly<number | null>(600, 0, null),
      volumeByCategory: fc.dictionary(fc.constantFrom('head', 'neck'), fc.integer({ min: 0, max: 3 })),
      employeesOnly: mostly('no', 'yes', 'unknown'),
      affiliation: fc.record({ demanded: mostly('no', 'yes', 'unknown'), ofOwnEmployeesToo: fc.boolean() }),
      insurance: fc.oneof(
        fc.record({ required: fc.constantFrom('no', 'unknown') }),
        fc.record({
          required: fc.constant('yes'),
          perClaimCents: fc.constantFrom(100_000_000, null),
          aggregateCents: fc.constantFrom(100_000_000, 300_000_000),
          policyTypes: fc.constantFrom(['occurrence'], ['claims-made']),
          ofOwnEmployeesToo: fc.boolean(),
        }),
      ),
      hipaa: fc.constantFrom(
        { policy: 'none' },
        { policy: 'unknown' },
        { policy: 'trains-newcomers' },
        { policy: 'evidence', accepted: ['online'], refused: [] },
      ),
      structuredEducationDemanded: answer,
      supervisor: presence,
      verifier: presence,
      staffAgrees: presence,
      feeCents: fc.constantFrom(0, 50_000, 200_000, null),
      paysTrainee: answer,
      housing: fc.constantFrom('every-night', 'some', 'none', 'unknown'),
    }),
    // Every combination is valid under the schema, which the builder checks.
  }) as fc.Arbitrary<SiteChange>;

const wishes: fc.Arbitrary<Partial<Wishes>> = fc.record({
  travelMiles: fc.constantFrom(20, 60, 100, null),
  commuteMiles: fc.constantFrom(10, 40),
  acceptsLodging: answer,
  availability: fc.oneof(dayWindows, fc.constant(null)),
  blocks: mostly([], [{ from: '2027-02-08', to: '2027-02-21' }], [{ from: '2028-02-08', to: '2028-02-21' }]),
  employment: fc.option(
    fc
      .record({
        facilityId: fc.constantFrom('fac_site0', 'fac_employer', null),
        contactConsent: mostly('yes', 'no', 'unknown'),
        hipaaTrained: fc.boolean(),
        regularHours: fc.constantFrom(
          { kind: 'weekly' as const, windows: weekly('mon tue wed', '08:00', '16:00') },
          { kind: 'rotating' as const },
        ),
        adjustment: fc.constantFrom(
          { status: 'not-asked' as const },
          { status: 'refused' as const },
          { status: 'unanswered' as const, hours: weekly('mon tue wed', '14:00', '22:00') },
          { status: 'confirmed' as const, hours: weekly('mon tue wed', '14:00', '22:00') },
        ),
      })
      .map((employment) => anEmployment(employment)),
  ),
  otherShifts: mostly([], weekly('fri', '08:00', '12:00')),
  programId: fc.constantFrom(null, 'prg_cedar', 'prg_gone'),
  readiness: fc
    .record({ cover: fc.constantFrom(null, aCover()), willBuy: answer })
    .map((insurance) => aReadiness({ insurance })),
  maxChargesCents: fc.constantFrom(0, 100_000, null),
  paidOnly: fc.boolean(),
  wishedSettings: fc.constantFrom([], ['small-clinic' as const]),
  requiredCategories: fc.constantFrom([], ['head', 'neck']),
});

export const siteCount = 8;
export const market = fc.record({
  wishes,
  employmentConfirmed: fc.boolean(),
  sites: fc.tuple(...Array.from({ length: siteCount }, (_, index) => site(`fac_site${index}`))),
  context: fc
    .record({
      employer: fc.constantFrom(null, {
        facilityId: 'fac_site0',
        legalEmployer: 'Juniper Inc',
        healthSystemId: 'sys_laurel',
      }),
      allowsContact: mostly('yes', 'unknown'),
      allowsEmployerTime: answer,
      providesVerifier: fc.boolean(),
    })
    .map(({ employer, allowsContact, allowsEmployerTime, providesVerifier }) =>
      aContext({
        employer,
        programs: [
          aProgram({
            allowsContact,
            allowsEmployerTime,
            providesVerifier,
            affiliations: [{ facilityId: 'fac_site1', disciplines: ['CT'], validTo: '2028-01-01' }],
          }),
        ],
      }),
    ),
});
export type Market = typeof market extends fc.Arbitrary<infer T> ? T : never;

export const openMarket = ({ wishes: wished, employmentConfirmed, sites, context }: Market) => ({
  request: aRequest({ wishes: wished, employmentConfirmed }),
  sites: sites.map(aSite),
  context,
});

/** An employee's own week: the plan weighs regular hours, cover, and an adjustment that the employer may confirm. */
export const ownWeek = fc
  .record({
    windows: someWindows(),
    availability: someWindows(),
    shifts: someWindows(4),
    adjusted: someWindows(4),
    otherShifts: someWindows(2),
    status: fc.constantFrom('not-asked', 'refused', 'unanswered', 'confirmed'),
    willBuy: answer,
    employmentConfirmed: fc.boolean(),
    minWeeklyMinutes: fc.constantFrom(0, 240, 960),
    minBlockMinutes: fc.constantFrom(0, 240),
    freeWeeks: mostly(false, true),
    requiresCover: mostly(true, false),
    zone: fc.constantFrom('America/New_York', 'America/Phoenix', null),
  })
  .map(({ windows, availability, shifts, adjusted, status, willBuy, ...more }): Market => ({
    wishes: {
      availability,
      blocks: more.freeWeeks ? [{ from: '2027-02-08', to: '2027-02-21' }] : [],
      otherShifts: more.otherShifts,
      minWeeklyMinutes: more.minWeeklyMinutes,
      employment: anEmployment({
        facilityId: 'fac_site0',
        regularHours: { kind: 'weekly', windows: shifts },
        adjustment: status === 'not-asked' || status === 'refused' ? { status } : { status, hours: adjusted },
      }),
      readiness: aReadiness({ insurance: { cover: null, willBuy } }),
    },
    employmentConfirmed: more.employmentConfirmed,
    sites: [
      {
        facilityId: 'fac_site0',
        facility: { place: { ...milesNorth(3), zone: more.zone } },
        terms: {
          windows,
          minBlockMinutes: more.minBlockMinutes,
          insurance: more.requiresCover
            ? {
                required: 'yes',
                perClaimCents: 100_000_000,
                aggregateCents: 300_000_000,
                policyTypes: ['occurrence'],
                ofOwnEmployeesToo: false,
              }
            : { required: 'no' },
        },
      },
    ],
    context: aContext(),
  }));
