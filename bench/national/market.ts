import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { randomOf, type Random } from '../../local/import/random.ts';
import { simulatedTerms } from '../../local/import/simulate-terms.ts';
import { disciplines, type Discipline, type Setting } from '../../shared/domain/discipline.ts';
import type { PlacementRequest } from '../../shared/domain/placement-request.ts';
import type { Place } from '../../shared/domain/primitives.ts';
import type { Program } from '../../shared/domain/program.ts';
import type { Readiness } from '../../shared/domain/readiness.ts';
import { weekdays, type RegularHours, type WeeklyWindow } from '../../shared/domain/schedule.ts';
import { siteOfferIdOf, type FacilityDigest, type Site } from '../../shared/domain/site-offer.ts';
import { loadPlaces } from '../../shared/geo/places.ts';
import { publishedRequirements } from '../../shared/matching/requirements.ts';
import {
  usualListLength,
  type RoundInput,
  type RoundRequest,
  type RoundSite,
} from '../../shared/matching/round-types.ts';
import type { MatchingContext } from '../../shared/matching/types.ts';

// An invented nation: only the places are real. Every share is chosen so that all rules have work, not to describe anybody.

const zipFile = fileURLToPath(new URL('../../shared/geo/zip-points.bin', import.meta.url));

/** Places in the order of ZIP codes, which are denser where more people live; neighbors in number are neighbors mostly. */
const realPlaces = (): Place[] => {
  const { locate } = loadPlaces(zipFile);
  return brotliDecompressSync(readFileSync(zipFile))
    .toString('latin1')
    .split('\n')
    .flatMap((line) => locate(line.slice(0, 5)) ?? [])
    .filter(({ point }) => point !== null);
};

const versioned = { version: 1, updatedAt: '2026-12-01T00:00:00.000Z', auditHash: '' };
const today = '2026-12-01';
const kilometers = 1.609344;
/** How far people would go: 80 km. */
const travelMiles = 80 / kilometers;

/** Share of facilities that offer a discipline, and of requests that seek it. */
const shares: Readonly<Record<Discipline, { offer: number; seek: number }>> = {
  CT: { offer: 0.5, seek: 35 },
  MRI: { offer: 0.45, seek: 30 },
  M: { offer: 0.3, seek: 12 },
  BD: { offer: 0.2, seek: 8 },
  VI: { offer: 0.15, seek: 4 },
  CI: { offer: 0.15, seek: 4 },
  BS: { offer: 0.1, seek: 3 },
  VS: { offer: 0.15, seek: 4 },
};

const mondays = ['2027-01-04', '2027-01-11', '2027-02-01', '2027-03-01', '2027-04-05', '2027-05-03'];
const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

interface Host {
  readonly facilityId: string;
  readonly digest: FacilityDigest;
}

const hostsOf = (count: number, places: readonly Place[], random: Random): Host[] =>
  Array.from({ length: count }, () => random.int(0, places.length - 1))
    .toSorted((a, b) => a - b)
    .map((zip, index) => ({
      facilityId: `fac_${String(index).padStart(5, '0')}`,
      digest: {
        name: `Invented Hospital ${index}`,
        setting: random.pick([
          [60, 'hospital'],
          [20, 'imaging-center'],
          [10, 'large-clinic'],
          [10, 'small-clinic'],
        ]),
        place: places[zip]!,
        legalEmployer: random.chance(0.3) ? `Invented Employer ${Math.floor(index / 8)}` : null,
        healthSystemId: random.chance(0.4) ? `sys_${String(Math.floor(index / 12)).padStart(5, '0')}` : null,
        healthCareProvider: random.chance(0.97),
        open: true,
        directIntroductions: random.chance(0.1),
      },
    }));

const hospital = { ccn: '', name: '', street: '', zip: '', type: '', ownership: '', line: 0 };

const offersOf = ({ facilityId, digest }: Host, random: Random): Site['offer'][] =>
  disciplines
    .filter((discipline) => random.chance(shares[discipline].offer))
    .map((discipline) => ({
      id: siteOfferIdOf(facilityId, discipline),
      facilityId,
      discipline,
      facility: digest,
      terms: simulatedTerms(hospital, discipline, random),
    }));

const intakesOf = (offer: Site['offer'], random: Random): RoundSite[] =>
  Array.from({ length: random.chance(0.25) ? 2 : 1 }, (_, index) => {
    const startsOn = mondays[random.int(0, mondays.length - 1)]!;
    return {
      site: {
        offer,
        intake: {
          id: `${offer.id}-term${index}`,
          facilityId: offer.facilityId,
          discipline: offer.discipline,
          startsOn,
          endsOn: dayAfter(startsOn, random.int(2, 6) * 28 - 3),
          seats: random.int(1, 3),
          seatsTaken: 0,
          closed: false,
        },
      },
      resting: random.chance(0.02) ? ['other-provider'] : [],
    };
  });

/** Each agrees with twenty facilities of its region. */
const programsOf = (hosts: readonly Host[], random: Random): Program[] =>
  Array.from({ length: Math.ceil(hosts.length / 50) }, (_, index) => ({
    ...versioned,
    id: `prg_${String(index).padStart(5, '0')}`,
    name: `Invented College ${index}`,
    affiliations: hosts.slice(index * 50, index * 50 + 20).map(({ facilityId }) => ({
      facilityId,
      disciplines: [...disciplines],
      validTo: random.chance(0.8) ? '2028-06-30' : '2027-05-31',
    })),
    cover: random.chance(0.5)
      ? {
          perClaimCents: 100_000_000,
          aggregateCents: 300_000_000,
          policyType: 'occurrence',
          validFrom: '2026-01-01',
          validTo: '2028-12-31',
        }
      : null,
    allowsContact: random.chance(0.95) ? 'yes' : 'unknown',
    allowsEmployerTime: random.chance(0.7) ? 'yes' : 'no',
    chargeCents: random.chance(0.8) ? random.int(0, 8) * 10_000 : null,
    housing: 'none',
    providesVerifier: random.chance(0.4),
  }));

const each = (days: readonly WeeklyWindow['day'][], from: string, to: string): WeeklyWindow[] =>
  days.map((day) => ({ day, from, to }));
const mondayToFriday = weekdays.slice(0, 5);
const clock = (hour: number): string => `${String(hour % 24).padStart(2, '0')}:00`;

const known = new Map<string, unknown>();

/**
 * The same object for the same value: few weeks, readiness and the like differ from each other, and a process that holds
 * a nation's requests had better share them.
 */
const shared = <T>(value: T): T => {
  const key = JSON.stringify(value);
  if (!known.has(key)) known.set(key, value);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what has the same text is the same
  return known.get(key) as T;
};

const availabilityOf = (random: Random): WeeklyWindow[] => {
  const from = random.int(6, 9);
  return random.pick([
    [35, each(mondayToFriday, clock(from), clock(from + 9))],
    [20, each([...weekdays], clock(from), '20:00')],
    [15, each(weekdays.slice(random.int(0, 3), 7), '07:00', '19:00')],
    [15, each(mondayToFriday, clock(random.int(15, 18)), '23:30')],
    [15, each(mondayToFriday, '18:00', '07:00')],
  ]);
};

const requestOf = (
  index: number,
  { hosts, programs }: { readonly hosts: readonly Host[]; readonly programs: readonly Program[] },
  random: Random,
): PlacementRequest => {
  // At home where a hospital is; a few live where none is in reach.
  const near = random.int(0, hosts.length - 1);
  const { facilityId, digest } = hosts[near]!;
  const yes = (share: number) => (random.chance(share) ? 'yes' : random.chance(0.5) ? 'no' : 'unknown');
  const shiftsFrom = random.int(6, 8);
  const program = programs[Math.floor(near / 50)]!;
  const forbidden = hosts[Math.max(0, near - 1)]!.facilityId;
  const discipline = random.pick(disciplines.map((one) => [shares[one].seek, one]));
  return {
    ...versioned,
    status: 'in-review',
    confirmedAt: '2026-11-01T00:00:00.000Z',
    id: `req_${String(index).padStart(6, '0')}`,
    contact: shared({ name: 'Invented Person', email: 'person@example.org', phone: null }),
    home: digest.place,
    personKey: 'person',
    submittedAt: '2026-11-01T00:00:00.000Z',
    accessVersion: 1,
    employmentConfirmed: random.chance(0.5),
    offersMade: 0,
    match: null,
    triedIntakes: shared(random.chance(0.02) ? [`${facilityId}-${discipline}-term0`] : []),
    invitation: null,
    erasedAt: null,
    rulings: shared({
      lockedTo: null,
      forbidden: random.chance(0.01)
        ? [{ facilityId: forbidden, reason: 'Invented.', by: 'coordinator-1', at: '2026-11-20T00:00:00.000Z' }]
        : [],
    }),
    wishes: {
      discipline,
      namedSite: null,
      credentials: shared([
        {
          credential: random.pick([
            [88, 'radiography'],
            [6, 'nuclear-medicine'],
            [4, 'sonography'],
            [2, 'radiation-therapy'],
          ]),
          expiresOn: random.chance(0.9) ? '2028-12-31' : null,
        },
      ]),
      travelMiles,
      commuteMiles: random.int(2, 5) * 10,
      acceptsLodging: yes(0.4),
      availability: random.chance(0.97) ? shared(availabilityOf(random)) : null,
      blocks: shared(random.chance(0.05) ? [{ from: '2027-02-01', to: '2027-02-28' }] : []),
      minWeeklyMinutes: random.int(0, 2) * 480,
      wantedWeeklyMinutes: random.int(2, 5) * 480,
      earliestStart: random.chance(0.8) ? '2027-01-01' : '2027-03-01',
      latestEnd: random.chance(0.5) ? null : '2027-09-30',
      employment: random.chance(0.7)
        ? {
            facilityId: random.chance(0.6) ? facilityId : null,
            name: digest.name,
            regularHours: shared<RegularHours>(
              random.chance(0.8)
                ? {
                    kind: 'weekly',
                    windows: each(weekdays.slice(random.int(0, 2), 5), clock(shiftsFrom), clock(shiftsFrom + 8)),
                  }
                : { kind: 'rotating' },
            ),
            adjustment: shared({ status: 'not-asked' }),
            contactConsent: yes(0.7),
            nameInBrief: true,
            hipaaTrained: random.chance(0.8),
          }
        : null,
      otherShifts: shared(random.chance(0.1) ? each(['sat'], '08:00', '16:00') : []),
      programId: random.chance(0.25) ? program.id : null,
      readiness: shared<Readiness>({
        hipaa: {
          source: random.pick([
            [65, 'employer'],
            [16, 'clinical-facility'],
            [14, 'educational-program'],
            [5, null],
          ]),
          expiresOn: '2027-12-31',
          willComplete: yes(0.7),
        },
        insurance: {
          cover: random.chance(0.2)
            ? {
                perClaimCents: 100_000_000,
                aggregateCents: 300_000_000,
                policyType: 'occurrence',
                validFrom: '2026-06-01',
                validTo: '2028-06-01',
              }
            : null,
          willBuy: yes(0.6),
        },
        basicLifeSupport: { attested: true, expiresOn: '2028-06-30' },
        backgroundCheck: { attested: true, expiresOn: null },
        meetsHealthRequirements: true,
        structuredEducation: random.pick([
          [60, 'done'],
          [20, 'in-progress'],
          [15, 'none'],
          [5, 'unknown'],
        ]),
      }),
      maxChargesCents: random.chance(0.9) ? random.int(0, 20) * 10_000 : null,
      paidOnly: random.chance(0.05),
      wishedSettings: shared<Setting[]>(random.chance(0.3) ? ['hospital'] : []),
      requiredCategories: shared(random.chance(0.3) ? ['head', 'spine', 'chest'] : []),
      recordsNeeded: random.chance(0.9) ? random.int(20, 125) : null,
      recordsSince: random.chance(0.5) ? '2026-06-01' : null,
      recordsCounted: shared([]),
      introductionConsent: shared({ scope: 'shortlisted-facilities', until: '2027-12-31' }),
      siteOrder: shared(random.chance(0.05) ? [facilityId, forbidden].slice(0, near === 0 ? 1 : 2) : []),
    },
  };
};

export interface NationalSize {
  readonly requests: number;
  readonly facilities: number;
  /** Does R27 limit how often a facility is contacted? The peer cannot express it. */
  readonly contactBudgets: boolean;
}

/** The same nation for the same size. */
export const nationalRound = (size: NationalSize): RoundInput => {
  const random = randomOf(`nation of ${size.requests} and ${size.facilities}`);
  const hosts = hostsOf(size.facilities, realPlaces(), random);
  const programs = programsOf(hosts, random);
  const common = {
    today,
    programs: new Map(programs.map((program) => [program.id, program])),
    employer: null,
    settings: { detourFactor: 1.3, milesPerHour: 45, restMinutes: 30 },
    requirements: publishedRequirements,
  };
  const contexts = new Map<string | null, MatchingContext>([
    [null, common],
    ...hosts.map(({ facilityId, digest: { legalEmployer, healthSystemId } }): [string, MatchingContext] => [
      facilityId,
      { ...common, employer: { facilityId, legalEmployer, healthSystemId } },
    ]),
  ]);
  const requests = Array.from({ length: size.requests }, (_, index): RoundRequest => {
    const request = requestOf(index, { hosts, programs }, random);
    return {
      request,
      context: contexts.get(request.wishes.employment?.facilityId ?? null) ?? common,
      waitingSince: new Date(Date.UTC(2026, 0, 1) + random.int(0, 300 * 24 * 60) * 60_000).toISOString(),
    };
  });
  return {
    requests,
    sites: hosts.flatMap((host) => offersOf(host, random)).flatMap((offer) => intakesOf(offer, random)),
    briefsLeft: new Map(
      size.contactBudgets ? hosts.map(({ facilityId }) => [facilityId, random.chance(0.8) ? 3 : random.int(0, 2)]) : [],
    ),
    settings: { listLength: usualListLength },
  };
};
