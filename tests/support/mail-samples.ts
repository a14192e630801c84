import { noHash } from '../../shared/domain/audit.ts';
import { Facility } from '../../shared/domain/facility.ts';
import type { Mail, MailKind } from '../../shared/domain/mail.ts';
import { Offer } from '../../shared/domain/offer.ts';
import { PlacementRequest } from '../../shared/domain/placement-request.ts';
import { Intake, SiteOffer } from '../../shared/domain/site-offer.ts';
import type { MailSubject, OfferSubject } from '../../shared/email/subject.ts';
import { mailOfFacility, mailOfOffer, mailOfRequest } from '../../shared/usecases/queue-mail.ts';

/** Invented people for mails of every kind; each sample is the state in which the mail is due. */

export const queuedAt = '2027-01-11T15:30:00.000Z';
const before = '2027-01-10T15:30:00.000Z';
const versioned = { version: 4, updatedAt: before, auditHash: noHash };

const place = {
  zip: '05401',
  point: { lat: 44.4759, lon: -73.2121 },
  zone: 'America/New_York',
  state: 'VT',
  town: 'Burlington',
};

export const aFacility = (change: object = {}): Facility =>
  Facility.parse({
    ...versioned,
    id: 'fac_maple1',
    status: 'open',
    vetting: { by: 'coord-1', at: before, evidence: 'Called the main number.' },
    profile: {
      name: 'Maple Ridge Imaging (invented)',
      setting: 'imaging-center',
      street: '1 Example Way',
      legalEmployer: null,
      healthCareProvider: true,
      directIntroductions: false,
    },
    contact: { name: 'Robin Sample', role: 'imaging manager', email: 'robin@maple.example.org', phone: '802-555-0142' },
    place,
    healthSystemId: null,
    claimedAt: before,
    accessVersion: 1,
    simulated: false,
    ...change,
  });

export const aRequest = (change: object = {}): PlacementRequest =>
  PlacementRequest.parse({
    ...versioned,
    id: 'req_quill1',
    status: 'approved',
    confirmedAt: before,
    approval: { shortlist: ['fac_maple1-CT-a1b2'], approvedBy: 'coord-1', approvedAt: before, reason: null },
    contact: { name: 'Quill Example', email: 'quill@example.org', phone: '802-555-0199' },
    home: { ...place, zip: '05602', point: { lat: 44.2601, lon: -72.5754 }, town: 'Montpelier' },
    wishes: {
      discipline: 'CT',
      credentials: [{ credential: 'radiography', expiresOn: '2028-06-30' }],
      travelMiles: 60,
      commuteMiles: 45,
      acceptsLodging: 'no',
      availability: (['mon', 'tue', 'wed'] as const).map((day) => ({ day, from: '08:00', to: '16:00' })),
      blocks: [],
      minWeeklyMinutes: 960,
      wantedWeeklyMinutes: 1440,
      earliestStart: '2027-02-01',
      latestEnd: null,
      employment: null,
      otherShifts: [],
      programId: null,
      readiness: {
        hipaa: { source: 'educational-program', expiresOn: '2028-01-31', willComplete: 'yes' },
        insurance: { cover: null, willBuy: 'yes' },
        basicLifeSupport: { attested: true, expiresOn: '2027-11-30' },
        backgroundCheck: { attested: false, expiresOn: null },
        meetsHealthRequirements: true,
        structuredEducation: 'in-progress',
      },
      maxChargesCents: 50_000,
      paidOnly: false,
      wishedSettings: [],
      requiredCategories: [],
      recordsNeeded: 125,
      recordsSince: null,
      introductionConsent: { scope: 'shortlisted-facilities', until: '2027-12-31' },
    },
    personKey: 'k'.repeat(43),
    submittedAt: before,
    accessVersion: 1,
    employmentConfirmed: false,
    offersMade: 1,
    match: null,
    triedIntakes: [],
    ...change,
  });

export const anOffer = (change: object = {}): Offer =>
  Offer.parse({
    ...versioned,
    id: 'req_quill1-1',
    status: 'made',
    requestId: 'req_quill1',
    facilityId: 'fac_maple1',
    intakeId: 'fac_maple1-CT-a1b2',
    discipline: 'CT',
    track: 'other-provider',
    direct: false,
    madeAt: before,
    answerBy: '2027-01-18T15:30:00.000Z',
    linkVersion: 1,
    questions: [],
    toSettle: ['Liability insurance: cover with at least $1,000,000 a claim must be bought before the start.'],
    technologistConsent: 'given',
    ...change,
  });

export const anIntake = Intake.parse({
  ...versioned,
  id: 'fac_maple1-CT-a1b2',
  facilityId: 'fac_maple1',
  discipline: 'CT',
  startsOn: '2027-02-15',
  endsOn: '2027-05-14',
  seats: 2,
  seatsTaken: 1,
  closed: false,
});

export const aSiteOffer = SiteOffer.parse({
  ...versioned,
  id: 'fac_maple1-CT',
  facilityId: 'fac_maple1',
  discipline: 'CT',
  facility: {
    name: 'Maple Ridge Imaging (invented)',
    setting: 'imaging-center',
    place,
    legalEmployer: null,
    healthSystemId: null,
    healthCareProvider: true,
    open: true,
    directIntroductions: false,
  },
  terms: {
    optedIn: true,
    windows: null,
    minWeeklyMinutes: 480,
    minBlockMinutes: 240,
    monthlyVolume: 400,
    volumeByCategory: {},
    employeesOnly: 'no',
    affiliation: { demanded: 'no', ofOwnEmployeesToo: false },
    insurance: { required: 'unknown' },
    hipaa: { policy: 'trains-newcomers' },
    structuredEducationDemanded: 'no',
    supervisor: 'yes',
    verifier: 'yes',
    staffAgrees: 'yes',
    feeCents: 25_000,
    paysTrainee: 'no',
    housing: 'none',
  },
});

const acceptance = { acceptedAt: before, acceptedBy: 'facility' };
const introduction = { ...acceptance, introducedAt: before, startReportedBy: [] };
const question = {
  question: 'Could the technologist also come on Saturdays?\nOur scanner is quiet then.',
  askedAt: before,
};

export interface MailSample {
  readonly mail: Mail;
  readonly subject: MailSubject;
}

const ofRequest = (kind: MailKind, change: object = {}): MailSample => {
  const request = aRequest(change);
  const mail = mailOfRequest({ kind, subject: request.id, round: 1 }, request, queuedAt);
  return { mail, subject: { of: 'request', request } };
};

const ofFacility = (kind: MailKind, change: object = {}): MailSample => {
  const facility = aFacility(change);
  const mail = mailOfFacility({ kind, subject: facility.id, round: 1 }, facility, queuedAt);
  return { mail, subject: { of: 'facility', facility } };
};

const ofOffer = (kind: MailKind, change: object = {}): MailSample & { readonly subject: OfferSubject } => {
  const offer = anOffer(change);
  const mail = mailOfOffer({ kind, subject: offer.id, round: 1 }, offer, queuedAt);
  const subject = {
    of: 'offer',
    offer,
    request: aRequest(),
    facility: aFacility(),
    intake: anIntake,
    siteOffer: aSiteOffer,
  } as const;
  return { mail, subject };
};

const confirmBy = '2027-01-13T15:30:00.000Z';

/** One for every kind; a kind without a sample does not type-check. */
export const mailSamples: { readonly [Kind in MailKind]: MailSample } = {
  'confirm-request': ofRequest('confirm-request', { status: 'submitted', confirmBy }),
  'request-received': ofRequest('request-received', { status: 'confirmed' }),
  'request-status': ofRequest('request-status', {
    status: 'on-hold',
    reason: 'Your availability starts after the program ends. Please tell us which is right.',
    heldBy: 'coord-1',
  }),
  'confirm-facility': ofFacility('confirm-facility', { status: 'claimed', confirmBy }),
  'facility-open': ofFacility('facility-open'),
  'facility-access': ofFacility('facility-access'),
  brief: ofOffer('brief'),
  'brief-reply': ofOffer('brief-reply', {
    linkVersion: 2,
    questions: [{ ...question, reply: 'Yes, every second Saturday.', repliedAt: before }],
  }),
  'introduction-technologist': ofOffer('introduction-technologist', { status: 'introduced', ...introduction }),
  'introduction-facility': ofOffer('introduction-facility', { status: 'introduced', ...introduction }),
  'consent-question': ofOffer('consent-question', {
    status: 'accepted',
    ...acceptance,
    introduceAt: queuedAt,
    technologistConsent: 'awaited',
  }),
  'offer-declined': ofOffer('offer-declined', {
    status: 'declined',
    declinedAt: before,
    reason: 'staff',
    comment: 'Not impressed by this one.',
  }),
  'offer-lapsed': ofOffer('offer-lapsed', { status: 'lapsed', lapsedAt: before }),
  'brief-lapsed': ofOffer('brief-lapsed', { status: 'lapsed', lapsedAt: before }),
  'offer-cancelled-technologist': ofOffer('offer-cancelled-technologist', {
    status: 'cancelled',
    cancelledAt: before,
    cancelledBy: 'coordinator:coord-1',
    comment: 'The scanner is being replaced until the summer.',
  }),
  'offer-cancelled-facility': ofOffer('offer-cancelled-facility', {
    status: 'cancelled',
    cancelledAt: before,
    cancelledBy: 'technologist:req_quill1',
    comment: null,
  }),
  'question-raised': ofOffer('question-raised', { questions: [{ ...question, reply: null, repliedAt: null }] }),
};
