import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Wishes } from '../../shared/domain/placement-request.ts';
import type { Site } from '../../shared/domain/site-offer.ts';
import { findCandidates } from '../../shared/matching/find-candidates.ts';
import { candidacyOf, failingRules, judgementOf, verdictsOf } from '../../shared/matching/judgement.ts';
import { pairOf, seekerOf } from '../../shared/matching/pair.ts';
import type { MatchingContext } from '../../shared/matching/types.ts';
import { aSite, milesNorth } from '../support/builders.ts';
import { someWindows } from '../support/minute-oracle.ts';
import { market, openMarket, ownWeek, siteCount, type Market } from '../support/some-market.ts';

const runs = { numRuns: 50 };

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
        const verdicts = verdictsOf(pair, judgement);
        const found = [...verdicts, ...verdicts.flatMap(({ also }) => also)];
        const distinct = (outcome: string) =>
          new Set(found.filter((finding) => finding.outcome === outcome).map(({ code }) => code)).size;
        expect([judgement.fails, judgement.asks, judgement.conditions]).toEqual(
          ['fail', 'ask', 'condition'].map(distinct),
        );
        const candidacy = candidacyOf(pairOf(seeker, each));
        expect(judgement.fails === 0 ? [judgement] : failingRules(judgement)).toContainEqual(candidacy);
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
