import type * as z from 'zod';
import type { approveRequest, replyToQuestion, ruleOnSite } from './coordinator.ts';
import type { addIntake, claimFacility, putSiteOffer } from './facility.ts';
import type { answerBrief, askAboutBrief } from './brief.ts';
import type { settleNamedSite } from './invitations.ts';
import type { approveRound, discardRound, startRound } from './rounds.ts';
import type { correctRequirement } from './requirements.ts';
import type { mailAccessLink, submitRequest } from './technologist.ts';
import type { createHealthSystem, createProgram } from './upkeep.ts';
import type { vetFacility } from './vetting.ts';

/** What is sent to a route. */
type Sent<R extends { readonly body: z.ZodType }> = z.input<R['body']>;

/** A technologist without an employer's site, who can travel and has no program. */
const exampleRequest: Sent<typeof submitRequest> = {
  contact: { name: 'Robin Example', email: 'robin@example.org', phone: null },
  zip: '02139',
  wishes: {
    discipline: 'CT',
    credentials: [{ credential: 'radiography', expiresOn: '2028-05-31' }],
    travelMiles: 60,
    commuteMiles: 30,
    acceptsLodging: 'no',
    availability: [
      { day: 'tue', from: '07:00', to: '15:30' },
      { day: 'thu', from: '07:00', to: '15:30' },
    ],
    blocks: [],
    minWeeklyMinutes: 480,
    wantedWeeklyMinutes: 960,
    earliestStart: '2027-02-01',
    latestEnd: '2027-08-31',
    employment: null,
    otherShifts: [],
    programId: null,
    readiness: {
      hipaa: { source: 'online', expiresOn: null, willComplete: 'yes' },
      insurance: { cover: null, willBuy: 'yes' },
      basicLifeSupport: { attested: true, expiresOn: '2027-11-30' },
      backgroundCheck: { attested: true, expiresOn: null },
      meetsHealthRequirements: true,
      structuredEducation: 'in-progress',
    },
    maxChargesCents: 150_000,
    paidOnly: false,
    wishedSettings: ['hospital'],
    requiredCategories: ['head and neck', 'chest'],
    recordsNeeded: 125,
    recordsSince: null,
    recordsCounted: [],
    introductionConsent: { scope: 'shortlisted-facilities', until: '2027-06-30' },
  },
};

const exampleTerms: Sent<typeof putSiteOffer>['terms'] = {
  optedIn: true,
  windows: [
    { day: 'mon', from: '07:00', to: '19:00' },
    { day: 'tue', from: '07:00', to: '19:00' },
    { day: 'thu', from: '07:00', to: '19:00' },
  ],
  minWeeklyMinutes: 480,
  minBlockMinutes: 240,
  monthlyVolume: 900,
  volumeByCategory: { 'head and neck': 220, chest: 310 },
  employeesOnly: 'no',
  affiliation: { demanded: 'no', ofOwnEmployeesToo: false },
  insurance: {
    required: 'yes',
    perClaimCents: 100_000_000,
    aggregateCents: 100_000_000,
    policyTypes: ['occurrence'],
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
};

const exampleClaim: Sent<typeof claimFacility> = {
  profile: {
    name: 'Example Valley Hospital',
    setting: 'hospital',
    street: '1 Example Street',
    legalEmployer: null,
    healthCareProvider: true,
    directIntroductions: false,
  },
  contact: { name: 'Sam Example', role: 'imaging manager', email: 'imaging@example.org', phone: '555-0100' },
  zip: '02139',
  siteOffers: [
    {
      discipline: 'CT',
      terms: exampleTerms,
      intakes: [{ startsOn: '2027-02-01', endsOn: '2027-07-30', seats: 2 }],
    },
  ],
};

const exampleAnswer: Sent<typeof answerBrief> = { answer: 'no', reason: 'dates', comment: 'From March on we could.' };
const exampleQuestion: Sent<typeof askAboutBrief> = { question: 'Are evening shifts possible too?' };
const exampleIntake: Sent<typeof addIntake> = { startsOn: '2027-09-01', endsOn: '2028-02-25', seats: 1 };
const exampleApproval: Sent<typeof approveRequest> = {
  version: 4,
  shortlist: ['fac_exampleValley-CT-k3f9', 'fac_exampleHill-CT-m2q7'],
};
const exampleInvitation: Sent<typeof settleNamedSite> = {
  decision: 'invite',
  version: 1,
  email: 'imaging@rowan.example.org',
  evidence: 'Named as the contact of the imaging department on the hospital’s own page.',
};

const exampleRuling: Sent<typeof ruleOnSite> = {
  version: 4,
  ruling: { decision: 'lock', intakeId: 'fac_exampleValley-CT-k3f9', reason: 'Their manager promised the seat.' },
};
const exampleRound: Sent<typeof startRound> = { disciplines: ['CT', 'MRI'] };
const exampleRoundApproval: Sent<typeof approveRound> = { lines: ['CT-req_exampleRobin', 'CT-req_exampleSage'] };
const exampleDiscard: Sent<typeof discardRound> = { version: 6, reason: 'Two sites closed for the winter.' };
const exampleVetting: Sent<typeof vetFacility> = {
  decision: 'open',
  version: 2,
  evidence: 'Called the hospital’s published number and was put through to the imaging manager.',
};
const exampleReply: Sent<typeof replyToQuestion> = { version: 3, reply: 'Yes, on two days of the week.' };
const exampleProgram: Sent<typeof createProgram> = {
  name: 'Example College of Imaging',
  affiliations: [{ facilityId: 'fac_exampleValley', disciplines: ['CT', 'MRI'], validTo: '2028-06-30' }],
  cover: null,
  allowsContact: 'yes',
  allowsEmployerTime: 'unknown',
  chargeCents: 25_000,
  housing: 'none',
  providesVerifier: false,
};
const exampleSystem: Sent<typeof createHealthSystem> = {
  name: 'Example Health',
  facilityIds: ['fac_exampleValley', 'fac_exampleHill'],
};
const exampleCorrection: Sent<typeof correctRequirement> = {
  version: null,
  figure: {
    figure: 'daily-record-limit',
    discipline: 'CT',
    value: 8,
    effectiveFrom: '2027-07-01',
    source: 'ARRT, announcement of a lower limit (invented)',
    grade: 'published',
  },
};
const exampleAddress: Sent<typeof mailAccessLink> = { email: 'robin@example.org' };

/** Bodies worth showing in the API's document, by route. The people and places are invented. */
export const examples: Readonly<Record<string, unknown>> = {
  submitRequest: exampleRequest,
  claimFacility: exampleClaim,
  putSiteOffer: { version: null, terms: exampleTerms },
  addIntake: exampleIntake,
  answerBrief: exampleAnswer,
  askAboutBrief: exampleQuestion,
  mailAccessLink: exampleAddress,
  approveRequest: exampleApproval,
  ruleOnSite: exampleRuling,
  settleNamedSite: exampleInvitation,
  startRound: exampleRound,
  approveRound: exampleRoundApproval,
  discardRound: exampleDiscard,
  vetFacility: exampleVetting,
  replyToQuestion: exampleReply,
  createProgram: exampleProgram,
  createHealthSystem: exampleSystem,
  correctRequirement: exampleCorrection,
};
