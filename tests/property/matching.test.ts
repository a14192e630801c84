import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Wishes } from '../../shared/domain/placement-request.ts';
import type { Site } from '../../shared/domain/site-offer.ts';
import { findCandidates } from '../../shared/matching/find-candidates.ts';
import { candidacyOf, failingRules, judgementOf, verdictsOf } from '../../shared/matching/judgement.ts';
import { pairOf, seekerOf } from '../../shared/matching/pair.ts';
import type { MatchingContext } from '../../shared/matching/types.ts';
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
} from '../support/builders.ts';
import { someWindows } from '../support/minute-oracle.ts';

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

const siteCount = 8;
const market = fc.record({
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
    })
    .map(({ employer, allowsContact, allowsEmployerTime }) =>
      aContext({
        employer,
        programs: [
          aProgram({
            allowsContact,
            allowsEmployerTime,
            affiliations: [{ facilityId: 'fac_site1', disciplines: ['CT'], validTo: '2028-01-01' }],
          }),
        ],
      }),
    ),
});
type Market = typeof market extends fc.Arbitrary<infer T> ? T : never;

const runs = { numRuns: 50 };

const openMarket = ({ wishes: wished, employmentConfirmed, sites, context }: Market) => ({
  request: aRequest({ wishes: wished, employmentConfirmed }),
  sites: sites.map(aSite),
  context,
});

const candidateIds = (one: Market, change: Partial<Wishes> = {}): readonly string[] => {
  const { request, sites, context } = openMarket({ ...one, wishes: { ...one.wishes, ...change } });
  return findCandidates(request, sites, context).candidates.map(({ intakeId }) => intakeId);
};

/** Of the candidates there were, those that a change of the wishes loses. */
const lostBy = (one: Market, change: Partial<Wishes>): readonly string[] => {
  const after = new Set(candidateIds(one, change));
  return candidateIds(one).filter((id) => !after.has(id));
};

test('permuting the sites changes nothing: the same bytes come out', () => {
  fc.assert(
    fc.property(
      market.chain((one) =>
        fc.tuple(fc.constant(one), fc.shuffledSubarray([...one.sites.keys()], { minLength: siteCount })),
      ),
      ([one, order]) => {
        const { request, sites, context } = openMarket(one);
        const shuffled = order.flatMap((index) => sites[index] ?? []);
        expect(JSON.stringify(findCandidates(request, shuffled, context))).toBe(
          JSON.stringify(findCandidates(request, sites, context)),
        );
      },
    ),
    runs,
  );
});

test('an irrelevant site changes nothing about the others', () => {
  const strangers: readonly Site[] = [
    aSite({ facilityId: 'fac_stranger1', discipline: 'MRI' }),
    aSite({ facilityId: 'fac_stranger2', facility: { open: false } }),
    aSite({ facilityId: 'fac_stranger3', terms: { optedIn: false } }),
  ];
  fc.assert(
    fc.property(market, (one) => {
      const { request, sites, context } = openMarket(one);
      const alone = findCandidates(request, sites, context);
      // One far beyond the travel limit, where there is a limit.
      const far =
        one.wishes.travelMiles === null
          ? []
          : [aSite({ facilityId: 'fac_stranger4', facility: { place: milesNorth(2000) } })];
      const { candidates, nearMisses } = findCandidates(request, [...strangers, ...far, ...sites], context);
      expect({ candidates, nearMisses }).toEqual({ candidates: alone.candidates, nearMisses: alone.nearMisses });
    }),
    runs,
  );
});

test('wider availability never loses a candidate', () => {
  fc.assert(
    fc.property(market, someWindows(), (one, more) => {
      const availability = one.wishes.availability ?? [];
      fc.pre(availability.length > 0);
      expect(lostBy(one, { availability: [...availability, ...more] })).toEqual([]);
    }),
    runs,
  );
});

/** An employee's own week: the plan weighs regular hours, cover, and an adjustment that the employer may confirm. */
const ownWeek = fc
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

test("wider availability never loses the employer's own site, whatever the plan weighs", () => {
  fc.assert(
    fc.property(ownWeek, someWindows(), (one, more) => {
      const availability = one.wishes.availability ?? [];
      expect(lostBy(one, { availability: [...availability, ...more] })).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('a higher cap for charges never loses a candidate', () => {
  fc.assert(
    fc.property(market, fc.integer({ min: 0, max: 300_000 }), (one, more) => {
      const cap = one.wishes.maxChargesCents ?? null;
      fc.pre(cap !== null);
      expect(lostBy(one, { maxChargesCents: (cap ?? 0) + more })).toEqual([]);
    }),
    runs,
  );
});

test('a longer travel limit never loses a candidate', () => {
  fc.assert(
    fc.property(market, fc.integer({ min: 0, max: 200 }), (one, more) => {
      const limit = one.wishes.travelMiles ?? null;
      fc.pre(limit !== null);
      expect(lostBy(one, { travelMiles: (limit ?? 0) + more })).toEqual([]);
    }),
    runs,
  );
});

const openTo = (context: MatchingContext, sites: readonly Site[]): ReadonlySet<string> =>
  new Set(
    sites
      .filter(
        ({ offer, intake }) =>
          offer.facility.open &&
          offer.terms.optedIn &&
          intake.seatsTaken < intake.seats &&
          intake.startsOn >= context.today,
      )
      .map(({ intake }) => intake.id),
  );

test('nobody is matched, or nearly, at a facility that is not open, did not opt in, or has no seat', () => {
  fc.assert(
    fc.property(market, (one) => {
      const { request, sites, context } = openMarket(one);
      const { candidates, nearMisses } = findCandidates(request, sites, context);
      const open = openTo(context, sites);
      for (const { intakeId } of [...candidates, ...nearMisses]) expect(open).toContain(intakeId);
    }),
    runs,
  );
});

test('no candidate breaks a hard rule, checked by the words of the rules and not by their code', () => {
  fc.assert(
    fc.property(market, (one) => {
      const { request, sites, context } = openMarket(one);
      const { wishes: wished } = request;
      const charge = wished.programId === null ? 0 : (context.programs.get(wished.programId)?.chargeCents ?? 0);
      const byIntake = new Map(sites.map((each) => [each.intake.id, each]));
      for (const { intakeId, track, miles, plan } of findCandidates(request, sites, context).candidates) {
        const { offer, intake } = byIntake.get(intakeId)!;
        const { terms } = offer;
        const broken = {
          R2: intake.closed || intake.seatsTaken >= intake.seats || intake.startsOn < wished.earliestStart,
          R3: ['employer', 'sister'].includes(track) && wished.employment?.contactConsent === 'no',
          R14: wished.maxChargesCents !== null && (terms.feeCents ?? 0) + charge > wished.maxChargesCents,
          R15: wished.paidOnly && terms.paysTrainee === 'no',
          R16:
            wished.employment?.facilityId !== offer.facilityId &&
            miles !== null &&
            wished.travelMiles !== null &&
            miles > wished.travelMiles,
          R12: plan !== null && terms.windows !== null && plan.weeklyMinutes === 0,
          R19: terms.monthlyVolume === 0,
          R21: !offer.facility.open || !terms.optedIn,
          R22: terms.employeesOnly === 'yes' && !['employer', 'sister'].includes(track),
          R23: terms.supervisor === 'no' || terms.staffAgrees === 'no',
          R24: terms.affiliation.demanded === 'yes' && wished.programId === null && track !== 'employer',
        };
        expect(Object.entries(broken).filter(([, is]) => is)).toEqual([]);
      }
    }),
    runs,
  );
});

test('judging by codes alone comes to what the verdicts say: the same failures, questions and conditions', () => {
  fc.assert(
    fc.property(market, (one) => {
      const { request, sites, context } = openMarket(one);
      const seeker = seekerOf(request, context);
      for (const each of sites) {
        const pair = pairOf(seeker, each);
        const judgement = judgementOf(pair);
        const found = verdictsOf(pair, judgement).flatMap((verdict) => [verdict, ...verdict.also]);
        const distinct = (outcome: string) =>
          new Set(found.filter((finding) => finding.outcome === outcome).map(({ code }) => code)).size;
        expect([judgement.fails, judgement.asks, judgement.conditions]).toEqual(
          ['fail', 'ask', 'condition'].map(distinct),
        );
        const candidacy = candidacyOf(pairOf(seeker, each));
        if (judgement.fails === 0) expect(candidacy).toEqual(judgement);
        else expect(failingRules(judgement)).toContain(candidacy);
      }
    }),
    runs,
  );
});

test('no candidate breaks a rule, every near miss has a change for each failure, and every site is counted once', () => {
  fc.assert(
    fc.property(market, (one) => {
      const { request, sites, context } = openMarket(one);
      const { candidates, nearMisses, excluded, sitesConsidered } = findCandidates(request, sites, context);
      const fails = ({ verdicts }: (typeof candidates)[number]) =>
        verdicts.flatMap((verdict) => [verdict, ...verdict.also]).filter(({ outcome }) => outcome === 'fail');
      for (const candidate of candidates) expect(fails(candidate)).toEqual([]);
      for (const miss of nearMisses) expect(miss.changes).toEqual(fails(miss).map(({ remedy }) => remedy));
      for (const miss of nearMisses) expect(miss.changes.length).toBeGreaterThan(0);
      const gone = Object.values(excluded).reduce((sum, count) => sum + count, 0);
      expect(candidates.length + nearMisses.length + gone).toBe(sitesConsidered);
    }),
    runs,
  );
});
