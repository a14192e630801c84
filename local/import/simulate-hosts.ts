import { noHash, type AuditLine } from '../../shared/domain/audit.ts';
import { disciplines } from '../../shared/domain/discipline.ts';
import { later } from '../../shared/domain/durations.ts';
import { digestOf, type Facility } from '../../shared/domain/facility.ts';
import { record, recordUpkeep, type Decider } from '../../shared/domain/machine.ts';
import type { CalendarDate, Instant, Place } from '../../shared/domain/primitives.ts';
import { siteOfferIdOf, type Intake, type SiteOffer } from '../../shared/domain/site-offer.ts';
import type { Places } from '../../shared/usecases/ports.ts';
import type { CmsHospital } from './cms-hospitals.ts';
import { randomOf, type Random } from './random.ts';
import { offers, simulatedTerms } from './simulate-terms.ts';

/** A hospital of the public list as a host, with what it is made to offer. */
export interface SimulatedHost {
  readonly facility: Facility;
  readonly siteOffers: readonly SiteOffer[];
  readonly intakes: readonly Intake[];
  /** The first line of the audit chain of each of them. */
  readonly audit: readonly AuditLine[];
}

export interface Simulation {
  readonly hosts: readonly SimulatedHost[];
  /** Hospitals whose ZIP has no point: their distance is a question. */
  readonly withoutPoint: readonly CmsHospital[];
}

export interface SimulationSettings {
  /** The same seed gives the same hosts; every hospital draws its own, so that the other rows do not matter. */
  readonly seed: string;
  readonly now: Instant;
  readonly places: Places;
}

/** Hospitals of one owner are one legal employer; CMS's names of the owners. */
const legalEmployers: Readonly<Record<string, string>> = {
  'Veterans Health Administration': 'U.S. Department of Veterans Affairs',
  'Department of Defense': 'U.S. Department of Defense',
};

const daysAfter = (now: Instant, days: number): CalendarDate => later(now, days, 'day').slice(0, 10);

/** What `record` fills in. */
const unrecorded = { version: 1, updatedAt: '', auditHash: noHash } as const;

const simulatedFacility = (hospital: CmsHospital, place: Place, now: Instant, random: Random): Facility => ({
  id: `fac_cms${hospital.ccn}`,
  status: 'open',
  simulated: true,
  ...unrecorded,
  claimedAt: now,
  accessVersion: 1,
  profile: {
    name: hospital.name,
    setting: 'hospital',
    street: hospital.street,
    legalEmployer: legalEmployers[hospital.ownership] ?? null,
    healthCareProvider: true,
    directIntroductions: random.chance(0.1),
    quietDays: [],
  },
  // Nobody's real address or telephone: example.org is kept free for examples (RFC 2606).
  contact: {
    name: 'Simulated placement desk',
    role: 'simulated contact',
    email: `placement.${hospital.ccn.toLowerCase()}@example.org`,
    phone: null,
  },
  place,
  healthSystemId: null,
  vetting: {
    by: 'simulation',
    at: now,
    evidence: 'Simulated from a public list: nobody there has agreed to anything.',
  },
});

const simulatedIntakes = (offer: SiteOffer, now: Instant, random: Random): Intake[] =>
  Array.from({ length: random.chance(0.25) ? 2 : 1 }, (_, index) => {
    const starts = random.int(14, 70) + index * 90;
    return {
      ...unrecorded,
      id: `${offer.id}-sim${index + 1}`,
      facilityId: offer.facilityId,
      discipline: offer.discipline,
      startsOn: daysAfter(now, starts),
      endsOn: daysAfter(now, starts + random.int(8, 30) * 7),
      seats: random.int(1, 3),
      seatsTaken: 0,
      closed: false,
    };
  });

const simulatedHost = (hospital: CmsHospital, place: Place, { seed, now }: SimulationSettings): SimulatedHost => {
  const random = randomOf(`${seed} ${hospital.ccn}`);
  const decider: Decider = { now, actor: { kind: 'service', id: 'simulation' } };
  const facility = record(null, simulatedFacility(hospital, place, now, random), 'simulate', decider);
  const siteOffers = disciplines
    .filter((discipline) => offers(hospital, discipline, random))
    .map((discipline) =>
      recordUpkeep(
        null,
        {
          ...unrecorded,
          id: siteOfferIdOf(facility.next.id, discipline),
          facilityId: facility.next.id,
          discipline,
          facility: digestOf(facility.next),
          terms: simulatedTerms(hospital, discipline, random),
        },
        'simulate',
        decider,
      ),
    );
  const intakes = siteOffers
    .flatMap(({ next }) => simulatedIntakes(next, now, random))
    .map((intake) => recordUpkeep(null, intake, 'simulate', decider));
  return {
    facility: facility.next,
    siteOffers: siteOffers.map(({ next }) => next),
    intakes: intakes.map(({ next }) => next),
    audit: [facility, ...siteOffers, ...intakes].map(({ audit }) => audit),
  };
};

/** Turns hospitals of the public list into hosts with invented terms. A ZIP that is in no table is a place without a point. */
export const simulateHosts = (hospitals: readonly CmsHospital[], settings: SimulationSettings): Simulation => {
  const placed = hospitals.map((hospital) => ({
    hospital,
    place: settings.places.locate(hospital.zip) ?? {
      zip: hospital.zip,
      point: null,
      zone: null,
      state: null,
      town: null,
    },
  }));
  return {
    hosts: placed.map(({ hospital, place }) => simulatedHost(hospital, place, settings)),
    withoutPoint: placed.filter(({ place }) => place.point === null).map(({ hospital }) => hospital),
  };
};
