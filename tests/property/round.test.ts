import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disciplines } from '../../shared/domain/discipline.ts';
import { partsOfIntakeId, type Site } from '../../shared/domain/site-offer.ts';
import { findCandidates } from '../../shared/matching/find-candidates.ts';
import { fails } from '../../shared/matching/judgement.ts';
import { pairOf, seekerOf } from '../../shared/matching/pair.ts';
import { consentIsClear, rankSites } from '../../shared/matching/rank-sites.ts';
import { doorsOf } from '../../shared/matching/round-door.ts';
import { listsIn } from '../../shared/matching/round-lists.ts';
import { siteTableOf } from '../../shared/matching/round-sites.ts';
import { joinParts, proposeDiscipline, proposeRound, settleLocks } from '../../shared/matching/round.ts';
import type { RoundInput, RoundProposal, RoundRequest, RoundSite } from '../../shared/matching/round-types.ts';
import { aContext, anEmployment, aProgram, aRequest, aSite, milesNorth, now, weekly } from '../support/builders.ts';
import { faultsOf, type GroupedMarket } from '../support/grouped-market.ts';
import { market as someMarket, openMarket } from '../support/some-market.ts';

const program = aProgram({
  affiliations: [
    { facilityId: 'fac_birch0', disciplines: ['CT', 'MRI'], validTo: '2028-06-30' },
    { facilityId: 'fac_birch1', disciplines: ['CT'], validTo: '2027-02-20' },
  ],
});
const context = aContext({ programs: [program] });

const facilityIds = ['fac_birch0', 'fac_birch1', 'fac_birch2'];
const discipline = fc.constantFrom('CT' as const, 'MRI' as const);

const site = (facilityId: string, mark: string): fc.Arbitrary<RoundSite> =>
  fc
    .record({
      discipline,
      miles: fc.nat(80),
      seats: fc.integer({ min: 1, max: 2 }),
      endsOn: fc.constantFrom('2027-02-19', '2027-03-26'),
      employeesOnly: fc.constantFrom('no' as const, 'no' as const, 'unknown' as const, 'yes' as const),
      windows: fc.constantFrom(weekly('mon tue', '08:00', '16:00'), weekly('sat sun', '08:00', '16:00'), null),
      resting: fc.subarray(['other-provider' as const, 'program' as const], { maxLength: 1 }),
    })
    .map(({ miles, seats, endsOn, employeesOnly, windows, resting, ...rest }) => ({
      site: aSite({
        ...rest,
        facilityId,
        mark,
        facility: { place: milesNorth(miles) },
        terms: { employeesOnly, windows },
        intake: { seats, endsOn },
      }),
      resting: resting.length > 0 && seats === 2 ? resting : [],
    }));

const someSites = fc.tuple(...facilityIds.flatMap((id) => [site(id, 'aaaa'), site(id, 'bbbb')]));

const request = (index: number): fc.Arbitrary<RoundRequest> =>
  fc
    .record({
      discipline,
      day: fc.integer({ min: 1, max: 4 }),
      confirmed: fc.boolean(),
      works: fc.option(fc.constantFrom(...facilityIds), { freq: 2 }),
      consent: fc.constantFrom('yes' as const, 'unknown' as const, 'no' as const),
      studies: fc.boolean(),
      own: fc.shuffledSubarray(facilityIds),
      forbids: fc.subarray(facilityIds, { maxLength: 1 }),
      tried: fc.subarray(facilityIds, { maxLength: 1 }),
      lock: fc.option(fc.constantFrom(...facilityIds), { freq: 6 }),
    })
    .map(({ discipline: sought, day, confirmed, works, consent, studies, own, forbids, tried, lock }) => ({
      context,
      waitingSince: `2026-12-0${day}T00:00:00.000Z`,
      request: aRequest({
        id: `req_person${index}`,
        employmentConfirmed: confirmed,
        triedIntakes: tried.map((id) => `${id}-${sought}-aaaa`),
        rulings: {
          lockedTo:
            lock === null
              ? null
              : { intakeId: `${lock}-${sought}-aaaa`, reason: 'A call.', by: 'coordinator-1', at: now },
          forbidden: forbids.map((facilityId) => ({ facilityId, reason: 'No.', by: 'coordinator-1', at: now })),
        },
        wishes: {
          discipline: sought,
          employment: works === null ? null : anEmployment({ facilityId: works, contactConsent: consent }),
          programId: studies ? program.id : null,
          siteOrder: own.length === facilityIds.length ? own : [],
        },
      }),
    }));

const inputs: fc.Arbitrary<RoundInput> = fc
  .record({
    requests: fc.tuple(...Array.from({ length: 9 }, (_, index) => request(index))),
    sites: someSites,
    briefs: fc.tuple(...facilityIds.map(() => fc.option(fc.nat(3)))),
    listLength: fc.constantFrom(1, 2, 20),
  })
  .map(({ requests, sites, briefs, listLength }) => ({
    requests,
    sites,
    briefsLeft: new Map(
      facilityIds.flatMap((id, index): [string, number][] => {
        const left = briefs[index] ?? null;
        return left === null ? [] : [[id, left]];
      }),
    ),
    settings: { listLength },
  }));

/** The one week in which the clocks of New York and Chicago go forward. */
const weekOfChange = { startsOn: '2027-03-08', endsOn: '2027-03-14' };

/**
 * A request of any kind among sites of any kind, some of them in another zone or for one week alone, with somebody else
 * who lends a round the wishes that do not matter.
 */
const entrants = fc
  .tuple(
    someMarket,
    someMarket,
    fc.record({
      earliestStart: fc.constantFrom('2026-12-01', '2027-01-04', '2027-01-20'),
      latestEnd: fc.constantFrom(null, '2027-02-20', '2028-01-01'),
    }),
    fc.constantFrom('America/New_York', 'America/Chicago', null),
    fc.subarray([0, 1, 2, 3]),
  )
  .map(([one, other, dates, zone, brief]) => {
    const { request: asks, sites, context: knows } = openMarket({ ...one, wishes: { ...one.wishes, ...dates } });
    const anybody = openMarket(other);
    const waitingSince = '2026-12-01T00:00:00.000Z';
    const offered = (each: Site, index: number): RoundSite => ({
      site: brief.includes(index) ? { ...each, intake: { ...each.intake, ...weekOfChange } } : each,
      resting: [],
    });
    return {
      entrant: { request: { ...asks, home: { ...asks.home, zone } }, context: knows, waitingSince },
      anybody: { request: anybody.request, context: anybody.context, waitingSince },
      table: siteTableOf({ sites: sites.map(offered), briefsLeft: new Map() }, 'CT', []),
    };
  });

const lockOf = ({ request: { rulings } }: RoundRequest) => rulings.lockedTo?.intakeId ?? null;
const facilityOf = (intakeId: string) => partsOfIntakeId(intakeId).facilityId;

/**
 * The lists of a discipline by the words of the rule, from the matching that everybody sees, with all that a facility
 * may be asked: knows nothing of how a round makes them.
 */
const marketOf = (
  { requests, sites, briefsLeft, settings }: RoundInput,
  sought: 'CT' | 'MRI',
  before: RoundProposal,
): { market: GroupedMarket; ids: string[]; people: RoundRequest[] } => {
  const taken = (of: string) => before.pairs.filter(({ intakeId }) => intakeId.startsWith(of)).length;
  const limit = (id: string) => (briefsLeft.get(id) ?? 99) - taken(`${id}-`);
  const here = sites
    .filter(({ site: { offer } }) => offer.discipline === sought)
    .toSorted((a, b) => (a.site.intake.id < b.site.intake.id ? -1 : 1));
  const ids = here.map(({ site: { intake } }) => intake.id);
  const seats = here.map(({ site: { intake } }) => intake.seats - taken(intake.id));
  const open = here.filter((_, index) => (seats[index] ?? 0) > 0);
  const people = requests.filter((one) => one.request.wishes.discipline === sought && lockOf(one) === null);
  const turns = people.toSorted((a, b) => (a.waitingSince < b.waitingSince ? -1 : 1));
  const lists = people.map((one) => {
    const { rulings, triedIntakes, wishes, employmentConfirmed } = one.request;
    const place = (id: string) => (wishes.siteOrder.includes(id) ? wishes.siteOrder.indexOf(id) : 99);
    return findCandidates(
      one.request,
      open.map(({ site: each }) => each),
      one.context,
    )
      .candidates.filter(
        (candidate) =>
          consentIsClear(candidate) &&
          !triedIntakes.includes(candidate.intakeId) &&
          !rulings.forbidden.some(({ facilityId }) => facilityId === candidate.facilityId) &&
          !open.some(
            ({ site: { intake }, resting }) => intake.id === candidate.intakeId && resting.includes(candidate.track),
          ) &&
          limit(candidate.facilityId) > 0,
      )
      .toSorted((a, b) => place(a.facilityId) - place(b.facilityId))
      .slice(0, settings.listLength)
      .map((candidate) => {
        const agreement = program.affiliations.find(
          ({ facilityId, disciplines: agreed }) => facilityId === candidate.facilityId && agreed.includes(sought),
        );
        const student = wishes.programId !== null && (agreement?.validTo ?? '') >= candidate.endsOn;
        const tier = candidate.track === 'employer' && employmentConfirmed ? 0 : student ? 1 : 2;
        return { hospital: ids.indexOf(candidate.intakeId), key: tier * 100 + turns.indexOf(one) };
      });
  });
  const groups = [...Map.groupBy(ids, facilityOf)].map(([id, of]) => ({
    size: of.length,
    limit: Math.max(0, limit(id)),
  }));
  return { market: { lists, seats, groups }, ids, people };
};

describe('the list of a request in a round', () => {
  test('is the order of candidates that matching itself comes to, as long as a list is', () => {
    fc.assert(
      fc.property(entrants, fc.constantFrom(1, 3, 20), ({ entrant, anybody, table }, length) => {
        const { listed, fitting } = listsIn(table, anybody, length)(entrant);
        const open = table.sites.map(({ site: each }) => each);
        const ranked = rankSites(entrant.request, open, entrant.context)
          .candidates.filter(({ judgement }) => consentIsClear(judgement))
          .map(({ pair }) => pair.site.intake.id);
        expect(listed.map(({ index }) => open[index]?.intake.id)).toEqual(ranked.slice(0, length));
        expect(fitting).toBe(ranked.length);
      }),
      { numRuns: 150 },
    );
  });

  test('turns nobody away at the door of a site by a rule that does not exclude the site', () => {
    fc.assert(
      fc.property(entrants, ({ entrant, anybody, table }) => {
        const seeker = seekerOf(entrant.request, entrant.context);
        const door = doorsOf(table, anybody)(seeker);
        const unjustly = table.sites.filter(({ site: each }, index) => {
          const rule = door(index);
          return rule !== null && !fails(rule, pairOf(seeker, each));
        });
        expect(unjustly).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a round', () => {
  test('leaves nobody who would rather be together, by the lists that matching itself shows', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        // The lot among those who wait equally long is the round's own affair.
        const spread = input.requests.map((one, index) => ({
          ...one,
          waitingSince: one.waitingSince.replace('00:00:00', `00:00:0${index}`),
        }));
        const exact = { ...input, requests: spread };
        let before = settleLocks(exact);
        for (const sought of ['CT', 'MRI'] as const) {
          const { market, ids, people } = marketOf(exact, sought, before);
          const part = proposeDiscipline(exact, sought, before.pairs);
          const places = people.map(({ request: { id } }) => {
            const pair = part.pairs.find(({ requestId }) => requestId === id);
            return pair === undefined ? null : ids.indexOf(pair.intakeId);
          });
          expect(faultsOf(market, places)).toEqual([]);
          for (const { requestId, intakeId, choice } of part.pairs) {
            const list = market.lists[people.findIndex(({ request: { id } }) => id === requestId)] ?? [];
            expect(list[(choice ?? 0) - 1]?.hospital).toBe(ids.indexOf(intakeId));
          }
          before = joinParts([before, part]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('comes to the same in one go and discipline by discipline, whoever carries each part', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const locked = { ...input, requests: input.requests.filter((one) => lockOf(one) !== null) };
        const parts = [settleLocks(locked)];
        for (const sought of disciplines) {
          const own = {
            ...input,
            requests: input.requests.filter((one) => one.request.wishes.discipline === sought),
            sites: input.sites.filter((one) => one.site.offer.discipline === sought),
          };
          // As it would come out of a store between two invocations.
          const before = structuredClone(parts.flatMap(({ pairs }) => pairs));
          parts.push(proposeDiscipline(own, sought, before));
        }
        expect(JSON.stringify(joinParts(parts))).toBe(JSON.stringify(proposeRound(input)));
      }),
    );
  });

  test('is the same bytes in whatever order requests and sites come', () => {
    const shuffled = inputs.chain((input) =>
      fc.record({
        input: fc.constant(input),
        requests: fc.shuffledSubarray([...input.requests], { minLength: input.requests.length }),
        sites: fc.shuffledSubarray([...input.sites], { minLength: input.sites.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ input, requests, sites }) => {
        expect(JSON.stringify(proposeRound({ ...input, requests, sites }))).toBe(JSON.stringify(proposeRound(input)));
      }),
    );
  });

  test('tells of everybody once, overdraws no seat and no contact budget, honours locks and never proposes what is forbidden', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { pairs, unplaced } = proposeRound(input);
        const told = [...pairs, ...unplaced].map(({ requestId }) => requestId);
        expect(told.toSorted()).toEqual(input.requests.map(({ request: { id } }) => id).toSorted());
        for (const { site: each } of input.sites)
          expect(pairs.filter(({ intakeId }) => intakeId === each.intake.id).length).toBeLessThanOrEqual(
            each.intake.seats,
          );
        for (const [id, left] of input.briefsLeft)
          expect(pairs.filter(({ intakeId }) => facilityOf(intakeId) === id).length).toBeLessThanOrEqual(left);
        for (const { requestId, intakeId, choice } of pairs) {
          const one = input.requests.find(({ request: { id } }) => id === requestId);
          expect(one?.request.rulings.forbidden.map(({ facilityId }) => facilityId)).not.toContain(
            facilityOf(intakeId),
          );
          expect(one && lockOf(one)).toBe(choice === null ? intakeId : null);
        }
      }),
    );
  });
});
