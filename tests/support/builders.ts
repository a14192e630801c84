import { noHash } from '../../shared/domain/audit.ts';
import { Draft } from '../../shared/domain/draft.ts';
import { Facility, type FacilityIn, type FacilityStatus } from '../../shared/domain/facility.ts';
import { Mail, mailIdOf } from '../../shared/domain/mail.ts';
import { Offer, type OfferIn, type OfferStatus } from '../../shared/domain/offer.ts';
import {
  type Employment,
  PlacementRequest,
  type RequestIn,
  type RequestStatus,
  type Wishes,
} from '../../shared/domain/placement-request.ts';
import type { Place } from '../../shared/domain/primitives.ts';
import { HealthSystem, Program } from '../../shared/domain/program.ts';
import type { Cover, Readiness } from '../../shared/domain/readiness.ts';
import { Round, type RoundStatus } from '../../shared/domain/round.ts';
import type { Weekday, WeeklyWindow } from '../../shared/domain/schedule.ts';
import {
  Intake,
  SiteOffer,
  siteOfferIdOf,
  type FacilityDigest,
  type SiteOfferTerms,
} from '../../shared/domain/site-offer.ts';
import { publishedRequirements } from '../../shared/matching/requirements.ts';
import type { MatchingContext } from '../../shared/matching/types.ts';

/**
 * Invented people and places, valid under the domain's schemas: a test states only what matters to it.
 * With nothing stated, the request and the site fit each other and every rule passes.
 */

/** The day and the instant on which the builders' world stands. */
export const today = '2026-12-01';
export const now = '2026-12-01T15:00:00.000Z';

const versioned = { version: 1, updatedAt: now, auditHash: noHash };

/** Boston; the default site lies about 3 miles away, in Cambridge. */
export const aPlace = (change: Partial<Place> = {}): Place => ({
  zip: '02115',
  point: { lat: 42.3425, lon: -71.0954 },
  zone: 'America/New_York',
  state: 'MA',
  town: 'Boston',
  ...change,
});

/** A place so many miles north of the default home: a degree of latitude is 69.09 miles on the sphere that is used. */
export const milesNorth = (miles: number): Place =>
  aPlace({ zip: '03824', point: { lat: 42.3425 + miles / 69.0934, lon: -71.0954 }, town: 'Northwood' });

/** `weekly('mon tue', '08:00', '16:00')`. */
export const weekly = (days: string, from: string, to: string): WeeklyWindow[] =>
  days.split(' ').map((day) => ({ day: day as Weekday, from, to }));

export const workdays = 'mon tue wed thu fri';

export const aCover = (change: Partial<Cover> = {}): Cover => ({
  perClaimCents: 100_000_000,
  aggregateCents: 100_000_000,
  policyType: 'occurrence',
  validFrom: '2026-06-01',
  validTo: '2027-12-31',
  ...change,
});

export const aReadiness = (change: Partial<Readiness> = {}): Readiness => ({
  hipaa: { source: 'online', expiresOn: '2027-12-31', willComplete: 'unknown' },
  insurance: { cover: null, willBuy: 'unknown' },
  basicLifeSupport: { attested: true, expiresOn: '2027-12-31' },
  backgroundCheck: { attested: true, expiresOn: null },
  meetsHealthRequirements: true,
  structuredEducation: 'done',
  ...change,
});

/** Works Monday to Wednesday from 8 to 16 at `fac_employer`, and agreed that it is contacted. */
export const anEmployment = (change: Partial<Employment> = {}): Employment => ({
  facilityId: 'fac_employer',
  name: 'Juniper General Hospital (invented)',
  regularHours: { kind: 'weekly', windows: weekly('mon tue wed', '08:00', '16:00') },
  adjustment: { status: 'not-asked' },
  contactConsent: 'yes',
  nameInBrief: true,
  hipaaTrained: false,
  ...change,
});

export const someWishes = (change: Partial<Wishes> = {}): Wishes => ({
  discipline: 'CT',
  credentials: [{ credential: 'radiography', expiresOn: '2028-12-31' }],
  travelMiles: 60,
  commuteMiles: 40,
  acceptsLodging: 'no',
  availability: weekly('mon tue wed thu fri sat', '08:00', '20:00'),
  blocks: [],
  minWeeklyMinutes: 480,
  wantedWeeklyMinutes: 960,
  earliestStart: '2027-01-01',
  latestEnd: '2027-06-30',
  employment: null,
  otherShifts: [],
  programId: null,
  readiness: aReadiness(),
  maxChargesCents: 100_000,
  paidOnly: false,
  wishedSettings: [],
  requiredCategories: [],
  recordsNeeded: 125,
  recordsSince: '2026-09-01',
  recordsCounted: [],
  introductionConsent: { scope: 'shortlisted-facilities', until: '2027-12-31' },
  siteOrder: [],
  namedSite: null,
  ...change,
});

interface RequestChange<S extends RequestStatus> extends Partial<Omit<RequestIn<'in-review'>, 'status' | 'wishes'>> {
  readonly status?: S;
  readonly wishes?: Partial<Wishes>;
  /** Fields that only some states have. */
  readonly [field: string]: unknown;
}

/** A request in review, or in the status that is asked for with that state's own fields. */
export const aDraft = (change: Partial<Draft> = {}): Draft =>
  Draft.parse({
    version: 1,
    updatedAt: now,
    id: 'drf_alder1',
    email: 'alder@example.org',
    personKey: 'person-alder',
    begunAt: now,
    expiresAt: '2026-12-15T15:00:00.000Z',
    accessVersion: 1,
    fields: {},
    requestId: null,
    ...change,
  });

export const aRequest = <S extends RequestStatus = 'in-review'>(change: RequestChange<S> = {}): RequestIn<S> =>
  PlacementRequest.parse({
    ...versioned,
    status: 'in-review',
    id: 'req_alder1',
    contact: { name: 'Alder Example', email: 'alder@example.org', phone: '617-555-0101' },
    home: aPlace(),
    personKey: 'person-alder',
    submittedAt: now,
    accessVersion: 1,
    employmentConfirmed: false,
    offersMade: 0,
    match: null,
    triedIntakes: [],
    rulings: { lockedTo: null, forbidden: [] },
    invitation: null,
    erasedAt: null,
    confirmBy: '2026-12-04T15:00:00.000Z',
    confirmedAt: now,
    reason: 'A reason.',
    heldBy: 'coordinator-1',
    approval: { shortlist: ['fac_birch-CT-k3f9'], approvedBy: 'coordinator-1', approvedAt: now, reason: null },
    placedAt: now,
    completedAt: now,
    expiredAt: now,
    rejectedBy: 'coordinator-1',
    rejectedAt: now,
    withdrawnAt: now,
    ...change,
    wishes: someWishes(change.wishes),
    // The schema of the status keeps the fields that belong to it and drops the others.
  }) as RequestIn<S>;

interface RoundChange {
  readonly status?: RoundStatus;
  /** Fields of its state. */
  readonly [field: string]: unknown;
}

/** A round over CT and MRI whose first part is to come. */
export const aRound = (change: RoundChange = {}): Round =>
  Round.parse({
    ...versioned,
    status: 'requested',
    id: 'rnd_one1',
    disciplines: ['CT', 'MRI'],
    requestedAt: now,
    requestedBy: 'coordinator-1',
    results: [],
    next: 'locks',
    startedAt: now,
    proposedAt: now,
    approvedPairs: 1,
    refusedPairs: 0,
    discardedAt: now,
    discardedBy: 'coordinator-1',
    failedAt: now,
    reason: 'A reason.',
    ...change,
    // The schema of the status keeps the fields that belong to it and drops the others.
  });

export const someTerms = (change: Partial<SiteOfferTerms> = {}): SiteOfferTerms => ({
  optedIn: true,
  windows: weekly(workdays, '08:00', '16:00'),
  minWeeklyMinutes: 480,
  minBlockMinutes: 240,
  monthlyVolume: 600,
  volumeByCategory: {},
  employeesOnly: 'no',
  affiliation: { demanded: 'no', ofOwnEmployeesToo: false },
  insurance: { required: 'no' },
  hipaa: { policy: 'evidence', accepted: ['online', 'employer'], refused: [] },
  structuredEducationDemanded: 'no',
  supervisor: 'yes',
  verifier: 'yes',
  staffAgrees: 'yes',
  feeCents: 0,
  paysTrainee: 'yes',
  housing: 'none',
  ...change,
});

export interface SiteChange {
  readonly facilityId?: string;
  readonly discipline?: SiteOffer['discipline'];
  readonly terms?: Partial<SiteOfferTerms>;
  readonly facility?: Partial<FacilityDigest>;
  readonly intake?: Partial<Intake>;
  /** The last part of the intake's id. */
  readonly mark?: string;
}

/** A site offer with one of its intakes, as matching sees them. */
export const aSite = ({
  facilityId = 'fac_birch',
  discipline = 'CT',
  terms,
  facility,
  intake,
  mark = 'k3f9',
}: SiteChange = {}): { offer: SiteOffer; intake: Intake } => ({
  offer: SiteOffer.parse({
    ...versioned,
    id: siteOfferIdOf(facilityId, discipline),
    facilityId,
    discipline,
    facility: {
      name: 'Birch Imaging (invented)',
      setting: 'imaging-center',
      place: aPlace({ zip: '02139', point: { lat: 42.3647, lon: -71.1042 }, town: 'Cambridge' }),
      legalEmployer: null,
      healthSystemId: null,
      healthCareProvider: true,
      open: true,
      directIntroductions: false,
      ...facility,
    },
    terms: someTerms(terms),
  }),
  intake: Intake.parse({
    ...versioned,
    id: `${siteOfferIdOf(facilityId, discipline)}-${mark}`,
    facilityId,
    discipline,
    startsOn: '2027-01-04',
    endsOn: '2027-03-26',
    seats: 2,
    seatsTaken: 0,
    closed: false,
    ...intake,
  }),
});

export const aProgram = (change: Partial<Program> = {}): Program =>
  Program.parse({
    ...versioned,
    id: 'prg_cedar',
    name: 'Cedar College (invented)',
    affiliations: [{ facilityId: 'fac_birch', disciplines: ['CT'], validTo: '2028-06-30' }],
    cover: null,
    allowsContact: 'yes',
    allowsEmployerTime: 'yes',
    chargeCents: 0,
    housing: 'none',
    providesVerifier: false,
    ...change,
  });

export const aHealthSystem = (change: Partial<HealthSystem> = {}): HealthSystem =>
  HealthSystem.parse({
    ...versioned,
    id: 'sys_laurel',
    name: 'Laurel Health (invented)',
    facilityIds: [],
    ...change,
  });

/** What matching knows beside: by default no programs and an employer that is not a facility of the service. */
export const aContext = ({
  programs = [],
  ...change
}: Partial<Omit<MatchingContext, 'programs'>> & { readonly programs?: readonly Program[] } = {}): MatchingContext => ({
  today,
  employer: null,
  settings: { detourFactor: 1.3, milesPerHour: 50, restMinutes: 0 },
  requirements: publishedRequirements,
  programs: new Map(programs.map((program) => [program.id, program])),
  ...change,
});

interface FacilityChange<S extends FacilityStatus> extends Partial<Omit<FacilityIn<'open'>, 'status' | 'profile'>> {
  readonly status?: S;
  readonly profile?: Partial<Facility['profile']>;
  readonly [field: string]: unknown;
}

/** An open facility, or one in the status that is asked for. */
export const aFacility = <S extends FacilityStatus = 'open'>(change: FacilityChange<S> = {}): FacilityIn<S> =>
  Facility.parse({
    ...versioned,
    status: 'open',
    id: 'fac_birch',
    contact: { name: 'Robin Sample', role: 'imaging manager', email: 'robin@birch.example.org', phone: '617-555-0142' },
    place: aPlace({ zip: '02139', point: { lat: 42.3647, lon: -71.1042 }, town: 'Cambridge' }),
    healthSystemId: null,
    claimedAt: now,
    accessVersion: 1,
    simulated: false,
    confirmBy: '2026-12-04T15:00:00.000Z',
    confirmedAt: now,
    vetting: { by: 'coordinator-1', at: now, evidence: 'Called the main number.' },
    pausedAt: now,
    reason: 'A reason.',
    refusedBy: 'coordinator-1',
    expiredAt: now,
    leftAt: now,
    ...change,
    profile: {
      name: 'Birch Imaging (invented)',
      setting: 'imaging-center',
      street: '1 Example Way',
      legalEmployer: null,
      healthCareProvider: true,
      directIntroductions: false,
      ...change.profile,
    },
  }) as FacilityIn<S>;

interface OfferChange<S extends OfferStatus> extends Partial<Omit<OfferIn<'made'>, 'status'>> {
  readonly status?: S;
  readonly [field: string]: unknown;
}

/** An offer just made, or in the status that is asked for. */
export const anOffer = <S extends OfferStatus = 'made'>(change: OfferChange<S> = {}): OfferIn<S> =>
  Offer.parse({
    ...versioned,
    status: 'made',
    id: 'req_alder1-1',
    requestId: 'req_alder1',
    facilityId: 'fac_birch',
    intakeId: 'fac_birch-CT-k3f9',
    discipline: 'CT',
    track: 'other-provider',
    direct: false,
    madeAt: now,
    answerBy: '2026-12-08T15:00:00.000Z',
    linkVersion: 1,
    questions: [],
    toSettle: [],
    technologistConsent: 'given',
    acceptedAt: now,
    acceptedBy: 'facility',
    introduceAt: '2026-12-01T15:30:00.000Z',
    introducedAt: now,
    startReportedBy: [],
    startedAt: now,
    completedAt: now,
    declinedAt: now,
    reason: 'no-seat',
    comment: null,
    lapsedAt: now,
    cancelledAt: now,
    cancelledBy: 'coordinator:coordinator-1',
    reportedAt: now,
    ...change,
  }) as OfferIn<S>;

/** A mail that waits to be sent; its id follows from kind, subject and round unless it is given. */
export const aMail = (change: Partial<Mail> = {}): Mail => {
  const intent = { kind: 'request-received', subject: 'req_alder1', round: 1, ...change } as const;
  return Mail.parse({
    id: mailIdOf(intent),
    subjectVersion: 1,
    linkVersion: 1,
    linkExpiresAt: null,
    status: 'pending',
    createdAt: now,
    updatedAt: now,
    attempts: 0,
    leaseUntil: null,
    sesMessageId: null,
    trouble: null,
    ...intent,
  });
};
