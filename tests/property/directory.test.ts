import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { listingOf, sitesOf, type Listing } from '../../shared/domain/listing.ts';
import { findCandidates } from '../../shared/matching/find-candidates.ts';
import { isInReach, placeOf, reachOf, type Reach } from '../../shared/matching/reach.ts';
import { directoryMemory } from '../../shared/store/directory/memory.ts';
import { packAll, rowOf, unpack } from '../../shared/store/directory/packing.ts';
import { aContext, anEmployment, aPlace, aRequest, aSite } from '../support/builders.ts';
import { aKeeper, another, sitesFound, sitesOpen, putSites } from '../support/directory.ts';
import { long } from '../support/long.ts';
import { aStore } from '../support/store.ts';

const employers = fc.constantFrom(null, 'Juniper Inc', ' JUNIPER inc', 'Laurel West LLC');
const systems = fc.constantFrom(null, 'sys_laurel', 'sys_other');
const points = fc.option(
  fc.record({
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    // Some on both sides of the line where longitudes begin again.
    lon: fc.oneof(fc.double({ min: -180, max: 180, noNaN: true }), fc.constantFrom(-180, 180, 179.9, -179.9)),
  }),
);
/** Facilities anywhere on earth, some of them around one place. */
const point = fc.oneof(points, fc.constant({ lat: 42, lon: -71 }), points);

const facility = fc.record({
  id: fc.integer({ min: 0, max: 14 }).map((number) => `fac_site${number}`),
  point,
  legalEmployer: employers,
  healthSystemId: systems,
  seatsTaken: fc.integer({ min: 0, max: 2 }),
  gone: fc.boolean(),
});
type Facility = typeof facility extends fc.Arbitrary<infer T> ? T : never;

const listing = ({ id, point: at, legalEmployer, healthSystemId, seatsTaken }: Facility): Listing => {
  const { offer, intake } = aSite({
    facilityId: id,
    facility: { place: aPlace({ point: at }), legalEmployer, healthSystemId },
    intake: { seatsTaken },
  });
  const listed = listingOf(offer, [intake, { ...intake, id: `${offer.id}-second`, seatsTaken: 0 }]);
  if (listed === null) throw new Error('not listed');
  return listed;
};

const complain = (facilityId: string, issue: string): never => {
  throw new Error(`${facilityId}: ${issue}`);
};
const idsOf = (sites: readonly { intake: { id: string } }[]) => sites.map(({ intake }) => intake.id).toSorted();

/** The same facilities in a plain list, and in a memory that heard of them one by one. */
const bothOf = (first: readonly Facility[], then: readonly Facility[]) => {
  const plain = new Map(first.map((one) => [one.id, listing(one)]));
  const memory = directoryMemory(unpack(packAll([...plain.values()].map(rowOf))[0] ?? Buffer.alloc(0)), complain);
  for (const one of then) {
    // Looked at in between, so that whatever is remembered must not outlive the change.
    memory.openSites.all();
    if (one.gone) plain.delete(one.id);
    else plain.set(one.id, listing(one));
    memory.set(one.id, one.gone ? null : rowOf(listing(one)));
  }
  return { plain: [...plain.values()], memory };
};

const facilities = fc.array(facility, { minLength: 1, maxLength: 12 });

test('a memory finds within reach what a plain list has there, and counts the others', () => {
  const reaches = fc.record<Reach>({
    from: point.map((at) => at ?? { lat: 89.9, lon: 10 }),
    miles: fc.oneof(fc.integer({ min: 0, max: 13_000 }), fc.constant(0)),
    facilityIds: fc.array(facility.map(({ id }) => id)).map((ids) => new Set(ids)),
    legalEmployer: fc.constantFrom(null, 'juniper inc'),
    healthSystemId: systems,
  });
  fc.assert(
    fc.property(facilities, fc.array(facility, { maxLength: 8 }), reaches, (first, then, reach) => {
      const { plain, memory } = bothOf(first, then);
      const all = plain.flatMap(sitesOf);
      const near = plain.filter(({ offer }) => isInReach(reach, placeOf(offer))).flatMap(sitesOf);
      expect(idsOf(memory.openSites.all())).toEqual(idsOf(all));
      const { sites, beyond } = memory.openSites.around(reach);
      expect(idsOf(sites)).toEqual(idsOf(near));
      expect(beyond).toBe(all.length - near.length);
    }),
    { numRuns: 60 },
  );
});

test('looking around a request finds the same, byte for byte, as looking at every site', () => {
  const requests = fc
    .record({ travelMiles: fc.constantFrom(0, 60, 3000, null), employed: fc.boolean(), at: point })
    .map(({ travelMiles, employed, at }) =>
      aRequest({
        home: aPlace({ point: at }),
        wishes: { travelMiles, employment: employed ? anEmployment({ facilityId: 'fac_site1' }) : null },
      }),
    );
  const context = aContext({
    employer: { facilityId: 'fac_site1', legalEmployer: 'Juniper Inc', healthSystemId: 'sys_laurel' },
  });
  fc.assert(
    fc.property(facilities, requests, (some, request) => {
      const { openSites } = bothOf(some, []).memory;
      const { sites, beyond } = openSites.around(reachOf(request, context));
      expect(JSON.stringify(findCandidates(request, sites, context, beyond))).toBe(
        JSON.stringify(findCandidates(request, openSites.all(), context)),
      );
    }),
    { numRuns: 40 },
  );
});

test('rows come out of their chunks as they went in, whatever their number', () => {
  const some = Array.from({ length: 30 }, (_, at) =>
    rowOf(
      listing({
        id: `fac_many${at}`,
        point: at % 3 === 0 ? null : { lat: at, lon: -at },
        legalEmployer: null,
        healthSystemId: null,
        seatsTaken: at % 3,
        gone: false,
      }),
    ),
  );
  for (const size of [1, 7, 30, 2000]) {
    const chunks = packAll(some, size);
    expect(chunks).toHaveLength(Math.ceil(30 / size));
    expect(chunks.flatMap(unpack)).toEqual(some);
  }
});

test('base and changes say what the facilities say, after whatever happened in whatever order', async () => {
  const ids = ['fac_one1', 'fac_two2', 'fac_three3', 'fac_four4'];
  const events = fc.array(
    fc.record({
      facility: fc.nat({ max: ids.length - 1 }),
      what: fc.constantFrom('take', 'release', 'opt in', 'opt out', 'close', 'open', 'tell', 'tell', 'rebuild'),
      keeper: fc.nat({ max: 1 }),
    }),
    { minLength: 10, maxLength: 20 },
  );
  await fc.assert(
    fc.asyncProperty(events, async (happenings) => {
      const kept = await aStore();
      const { store } = kept;
      await putSites(kept, ...ids.map((facilityId) => ({ facilityId })));
      const keepers = [aKeeper(kept), aKeeper(kept)];
      const reader = await another(kept);
      const untold = new Set(ids);
      const change = async (facilityId: string, what: string) => {
        const [offer] = await store.siteOffers.ofFacility(facilityId);
        const [intake] = await store.intakes.ofFacility(facilityId);
        if (offer === undefined || intake === undefined) throw new Error('gone');
        const terms = { ...offer.terms, optedIn: what === 'opt in' };
        const toOffer = { ...offer, version: offer.version + 1, terms };
        const toIntake = { ...intake, version: intake.version + 1, closed: what === 'close' };
        // Some are refused: a seat that is not free, or not taken. Then nothing happened.
        if (what === 'take') await store.commit([store.intakes.takeSeat(intake)]);
        else if (what === 'release') await store.commit([store.intakes.releaseSeat(intake.id)]);
        else if (what.startsWith('opt')) await store.commit([store.siteOffers.update(offer, toOffer)]);
        else await store.commit([store.intakes.update(intake, toIntake)]);
        untold.add(facilityId);
      };
      for (const { facility: at, what, keeper } of happenings) {
        const facilityId = ids[at] ?? '';
        if (what === 'rebuild') await keepers[keeper]?.rebuild('CT');
        else if (what === 'tell') {
          await keepers[keeper]?.keep(facilityId, 'CT');
          untold.delete(facilityId);
        } else await change(facilityId, what);
        if (what === 'tell') await sitesFound(reader);
      }
      await Promise.all([...untold].map(async (id, at) => keepers[at % 2]?.keep(id, 'CT')));
      const truth = await sitesOpen(store, ids);
      expect(await sitesFound(reader)).toEqual(truth);
      expect(await sitesFound(await another(kept))).toEqual(truth);
    }),
    { numRuns: long ? 30 : 4 },
  );
});
