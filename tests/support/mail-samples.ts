import type { Digest } from '../../shared/domain/digest.ts';
import { later } from '../../shared/domain/durations.ts';
import type { MailKind, Mail } from '../../shared/domain/mail.ts';
import { mailingId } from '../../shared/domain/mailing.ts';
import { suppressionIdOf } from '../../shared/domain/suppression.ts';
import { personKeys } from '../../shared/links/person-keys.ts';
import { linkTokens } from '../../shared/links/tokens.ts';
import type { Desk } from '../../shared/email/compose.ts';
import type { MailSubject, OfferSubject } from '../../shared/email/subject.ts';
import { mailOfFacility, mailOfOffer, mailOfRequest, queueMail } from '../../shared/usecases/queue-mail.ts';
import { aDraft, aMail, aFacility, anOffer, aRequest, aReadiness, aSite, milesNorth, now } from './builders.ts';

const secret = { current: 'k1', keys: new Map([['k1', 'an invented key of these samples'.repeat(2)]]) };

export const deskPersonKeys = personKeys(() => Promise.resolve(secret));

/** A desk of an invented stage. */
export const aDesk: Desk = {
  tokens: linkTokens(secret),
  siteUrl: 'https://site.example.org',
  from: 'mail@site.example.org',
  coordinatorEmail: 'coordinator@site.example.org',
  postalAddress: '1 Example Square, Anytown, MA 02100',
};

export interface MailSample<Subject extends MailSubject = MailSubject> {
  readonly mail: Mail;
  readonly subject: Subject;
}

const ofRequest = (kind: MailKind, change: Parameters<typeof aRequest>[0]): MailSample => {
  const request = aRequest(change);
  return {
    mail: mailOfRequest({ kind, subject: request.id, round: 1 }, request, now),
    subject: { of: 'request', request, underWay: null },
  };
};

const ofFacility = (kind: MailKind, change: Parameters<typeof aFacility>[0] = {}): MailSample => {
  const facility = aFacility(change);
  return {
    mail: mailOfFacility({ kind, subject: facility.id, round: 1 }, facility, now),
    subject: { of: 'facility', facility },
  };
};

const site = aSite({ terms: { feeCents: 25_000 } });

/** What there is to say about an offer to a technologist who is not ready in everything. */
export const anOfferSubject = (
  change: Parameters<typeof anOffer>[0] = {},
  others: Partial<Pick<OfferSubject, 'previous' | 'request' | 'facility'>> = {},
): { readonly of: 'offer' } & OfferSubject => ({
  of: 'offer',
  offer: anOffer({
    toSettle: ['Liability insurance: cover with at least $1,000,000 a claim must be bought before the start.'],
    ...change,
  }),
  previous: null,
  request: aRequest({
    status: 'approved',
    home: milesNorth(37),
    wishes: {
      readiness: aReadiness({
        insurance: { cover: null, willBuy: 'yes' },
        backgroundCheck: { attested: false, expiresOn: null },
        structuredEducation: 'in-progress',
      }),
    },
  }),
  facility: aFacility(),
  intake: site.intake,
  siteOffer: site.offer,
  ...others,
});

const ofOffer = (kind: MailKind, ...about: Parameters<typeof anOfferSubject>): MailSample => {
  const subject = anOfferSubject(...about);
  return { mail: mailOfOffer({ kind, subject: subject.offer.id, round: 1 }, subject.offer, now), subject };
};

/** What the service tells coordinators of its own mailing. */
const toCoordinators = (
  kind: MailKind,
  subject: Extract<MailSubject, { readonly of: 'suppression' | 'mailing' }>,
): MailSample => {
  const { id, version } = subject.of === 'mailing' ? subject.mailing : subject.suppression;
  const intent = { kind, subject: id, round: version };
  return { mail: queueMail({ intent, subjectVersion: version, link: null, now }), subject };
};

const question = {
  question: 'Could the technologist also come on Saturdays?\nOur scanner is quiet then.',
  askedAt: now,
};

const onShortlist = aRequest({
  status: 'approved',
  home: milesNorth(37),
  approval: {
    shortlist: ['fac_birch-CT-k3f9', 'fac_cedar-CT-k3f9', 'fac_dogwood-CT-k3f9'],
    approvedBy: 'coordinator-1',
    approvedAt: now,
    reason: null,
  },
});

const busyMorning: Digest = {
  zone: 'America/New_York',
  toVet: { count: 2, more: false, since: '2026-11-27T20:00:00.000Z' },
  toReview: { count: 50, more: true, since: '2026-11-24T14:30:00.000Z' },
  questions: { count: 1, more: false, since: '2026-11-30T18:00:00.000Z' },
  lapsing: 3,
  doubtfulMails: 1,
  failedMails: 2,
  stoppedSince: '2026-11-30T21:15:00.000Z',
};
const ofDigest: MailSample = {
  mail: {
    ...queueMail({
      intent: { kind: 'digest', subject: 'coordinators', round: 20_788 },
      subjectVersion: 1,
      link: null,
      now,
    }),
    digest: busyMorning,
  },
  subject: { of: 'digest', digest: busyMorning },
};

/** One for every kind, in the state in which the mail is due; a kind without a sample does not type-check. */
export const mailSamples: { readonly [Kind in MailKind]: MailSample } = {
  'draft-begun': {
    mail: queueMail({
      intent: { kind: 'draft-begun', subject: aDraft().id, round: 1 },
      subjectVersion: 1,
      link: { version: 1, expiresAt: aDraft().expiresAt },
      now,
    }),
    subject: { of: 'draft', draft: aDraft() },
  },
  'confirm-request': ofRequest('confirm-request', { status: 'submitted' }),
  'request-received': ofRequest('request-received', { status: 'confirmed' }),
  'request-status': ofRequest('request-status', {
    status: 'on-hold',
    reason: 'Your availability starts after your program ends. Please tell us which is right.',
  }),
  invitation: ofRequest('invitation', {
    wishes: { namedSite: { name: 'Rowan Hospital (invented)', town: 'Springfield', email: null } },
    invitation: {
      status: 'invited',
      email: 'imaging@rowan.example.org',
      evidence: 'Named on the hospital’s own page.',
      by: 'coordinator-1',
      at: now,
    },
  }),
  'shortlist-ready': ofOffer('shortlist-ready', {}, { request: onShortlist }),
  'next-candidate': ofOffer(
    'next-candidate',
    { id: 'req_alder1-2', intakeId: 'fac_cedar-CT-k3f9', facilityId: 'fac_cedar' },
    {
      request: onShortlist,
      previous: anOffer({ status: 'declined', reason: 'staff', comment: 'Did not convince us.' }),
    },
  ),
  'confirm-facility': ofFacility('confirm-facility', { status: 'claimed' }),
  'facility-open': ofFacility('facility-open'),
  'facility-access': ofFacility('facility-access'),
  brief: ofOffer('brief'),
  'brief-reply': ofOffer('brief-reply', {
    linkVersion: 2,
    questions: [{ ...question, reply: 'Yes, every second Saturday.', repliedAt: now }],
  }),
  'introduction-technologist': ofOffer('introduction-technologist', { status: 'introduced' }),
  'introduction-facility': ofOffer('introduction-facility', { status: 'introduced' }),
  'consent-question': ofOffer('consent-question', { status: 'accepted', technologistConsent: 'awaited' }),
  'offer-declined': ofOffer('offer-declined', { status: 'declined', reason: 'staff', comment: 'Did not convince us.' }),
  'offer-lapsed': ofOffer('offer-lapsed', { status: 'lapsed' }),
  'brief-lapsed': ofOffer('brief-lapsed', { status: 'lapsed' }),
  'brief-reminder': ofOffer('brief-reminder'),
  'placement-start-technologist': ofOffer('placement-start-technologist', {
    status: 'introduced',
    nextMail: { at: later(now, 7, 'day'), last: true },
  }),
  'placement-start-facility': ofOffer('placement-start-facility', { status: 'introduced' }),
  'completion-question-technologist': ofOffer('completion-question-technologist', {
    status: 'started',
    nextMail: { at: later(now, 14, 'day'), last: true },
  }),
  'completion-question-facility': ofOffer('completion-question-facility', { status: 'started' }),
  'outcome-question-technologist': ofOffer('outcome-question-technologist', { status: 'completed' }),
  'outcome-question-facility': ofOffer('outcome-question-facility', { status: 'completed' }),
  'offer-cancelled-technologist': ofOffer('offer-cancelled-technologist', {
    status: 'cancelled',
    comment: 'The scanner is being replaced until the summer.',
  }),
  'offer-cancelled-facility': ofOffer('offer-cancelled-facility', {
    status: 'cancelled',
    cancelledBy: 'technologist:req_alder1',
  }),
  digest: ofDigest,
  'question-raised': ofOffer('question-raised', { questions: [{ ...question, reply: null, repliedAt: null }] }),
  'suppression-notice': toCoordinators('suppression-notice', {
    of: 'suppression',
    suppression: {
      id: suppressionIdOf('3f9'.repeat(14)),
      version: 1,
      updatedAt: now,
      auditHash: '',
      scope: 'all',
      cause: 'hard-bounce',
      since: now,
      mailId: 'mail_req_alder1_request-received_1',
      reason: null,
    },
    cause: aMail({ status: 'bounced', bounce: 'hard' }),
  }),
  'outreach-stopped': toCoordinators('outreach-stopped', {
    of: 'mailing',
    mailing: {
      id: mailingId,
      version: 1,
      updatedAt: now,
      auditHash: '',
      brake: { cause: 'bounces', since: now, reason: null },
      countsFrom: now,
      kindsOff: [],
      reason: null,
    },
  }),
};
