import type { Facility } from '../domain/facility.ts';
import type { Mail } from '../domain/mail.ts';
import type { Offer, Side } from '../domain/offer.ts';
import { hasOpenQuestion } from '../domain/offer-lifecycle.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { Instant } from '../domain/primitives.ts';
import type { MailSubject, OfferSubject } from './subject.ts';

/** Why a queued mail is not sent any more. What happened since counts: a pause stops queued mail too (R21). */
export type NotDue =
  | 'subject-gone'
  | 'time-over'
  | 'link-superseded'
  | 'request-ended'
  | 'request-erased'
  | 'request-not-confirmed'
  | 'facility-paused'
  | 'facility-not-open'
  | 'offer-moved-on'
  | 'consent-missing'
  | 'question-raised'
  | 'question-answered';

export const notDueInWords: Record<NotDue, string> = {
  'subject-gone': 'what it was about is gone',
  'time-over': 'the time to answer it was over',
  'link-superseded': 'its link was superseded by a newer one',
  'request-ended': 'the request had ended',
  'request-erased': 'the technologist’s data was erased',
  'request-not-confirmed': 'the address was not confirmed',
  'facility-paused': 'the facility had paused',
  'facility-not-open': 'the facility was not open to mails of this kind',
  'offer-moved-on': 'the offer had moved on',
  'consent-missing': 'the technologist’s consent was missing',
  'question-raised': 'a question of the facility was open',
  'question-answered': 'the question was answered already',
};

const firstOf = (...checks: readonly (NotDue | null)[]): NotDue | null =>
  checks.find((reason) => reason !== null) ?? null;

const unless = (holds: boolean, reason: NotDue): NotDue | null => (holds ? null : reason);

const endedRequest = (request: PlacementRequest): NotDue | null =>
  unless(!['withdrawn', 'rejected', 'expired'].includes(request.status), 'request-ended');

/** `evenPaused`: news of an arrangement that the facility is part of, and must hear although it paused. */
const closedFacility = (facility: Facility, { evenPaused }: { readonly evenPaused: boolean }): NotDue | null => {
  if (facility.status === 'paused') return unless(evenPaused, 'facility-paused');
  return unless(facility.status === 'open', 'facility-not-open');
};

/** R3: the employer and its sister sites hear of a request only with the technologist's separate consent. */
const contactConsent = ({ offer, request }: OfferSubject): NotDue | null =>
  unless(
    (offer.track !== 'employer' && offer.track !== 'sister') || request.wishes.employment?.contactConsent === 'yes',
    'consent-missing',
  );

const offerIs = (offer: Offer, ...statuses: readonly Offer['status'][]): NotDue | null =>
  unless(statuses.includes(offer.status), 'offer-moved-on');

const briefNotDue = (mail: Mail, subject: OfferSubject, now: Instant): NotDue | null =>
  firstOf(
    endedRequest(subject.request),
    closedFacility(subject.facility, { evenPaused: false }),
    contactConsent(subject),
    offerIs(subject.offer, 'made'),
    unless(subject.offer.linkVersion === mail.linkVersion, 'link-superseded'),
    unless(now < subject.offer.answerBy, 'time-over'),
  );

/** One rule for both sides: neither gets the other's contact alone. */
const introductionNotDue = (subject: OfferSubject): NotDue | null => {
  const { offer, request, facility } = subject;
  return firstOf(
    offerIs(offer, 'introduced', 'started'),
    endedRequest(request),
    unless(offer.technologistConsent === 'given', 'consent-missing'),
    contactConsent(subject),
    // Whoever said yes to this brief and paused later is still to be introduced; a standing consent ends with the pause.
    closedFacility(facility, { evenPaused: !offer.direct }),
  );
};

/** A question about a placement ends with the answer of the side that is asked, and with the state that it is about. */
const askedInVain = ({ kind }: Mail, offer: Offer, side: Side): NotDue | null => {
  if (kind.startsWith('placement-start'))
    return firstOf(
      offerIs(offer, 'introduced'),
      unless(offer.status !== 'introduced' || !offer.startReportedBy.includes(side), 'question-answered'),
    );
  if (kind.startsWith('completion-question')) return offerIs(offer, 'started');
  return firstOf(
    offerIs(offer, 'completed'),
    unless(offer.status !== 'completed' || offer.outcomes[side] === null, 'question-answered'),
  );
};

const offerMailNotDue = (mail: Mail, subject: OfferSubject, now: Instant): NotDue | null => {
  const { offer, request, facility } = subject;
  switch (mail.kind) {
    case 'brief':
    case 'brief-reply':
      return briefNotDue(mail, subject, now);
    case 'brief-reminder':
      // Whoever waits for our reply is not pressed.
      return firstOf(briefNotDue(mail, subject, now), unless(!hasOpenQuestion(offer), 'question-raised'));
    case 'introduction-technologist':
    case 'introduction-facility':
      return introductionNotDue(subject);
    case 'consent-question':
      return firstOf(
        offerIs(offer, 'accepted'),
        endedRequest(request),
        unless(offer.technologistConsent === 'awaited', 'question-answered'),
      );
    // What follows is told by the next mail.
    case 'shortlist-ready':
    case 'next-candidate':
      return firstOf(offerIs(offer, 'made'), endedRequest(request));
    case 'placement-start-technologist':
    case 'completion-question-technologist':
    case 'outcome-question-technologist':
      return firstOf(askedInVain(mail, offer, 'technologist'), endedRequest(request));
    case 'placement-start-facility':
    case 'completion-question-facility':
    case 'outcome-question-facility':
      return firstOf(
        askedInVain(mail, offer, 'facility'),
        endedRequest(request),
        closedFacility(facility, { evenPaused: true }),
      );
    case 'offer-declined':
      return firstOf(offerIs(offer, 'declined'), endedRequest(request));
    case 'offer-lapsed':
      return firstOf(offerIs(offer, 'lapsed'), endedRequest(request));
    case 'offer-cancelled-technologist':
      return firstOf(offerIs(offer, 'cancelled', 'no-show'), endedRequest(request));
    case 'brief-lapsed':
      return firstOf(offerIs(offer, 'lapsed'), closedFacility(facility, { evenPaused: false }));
    case 'offer-cancelled-facility':
      return firstOf(offerIs(offer, 'cancelled'), closedFacility(facility, { evenPaused: true }));
    case 'question-raised':
      return firstOf(
        offerIs(offer, 'made'),
        unless(offer.questions[mail.round - 1]?.reply === null, 'question-answered'),
      );
    default:
      return 'subject-gone';
  }
};

const requestMailNotDue = (mail: Mail, request: PlacementRequest, now: Instant): NotDue | null => {
  const superseded = unless(mail.linkVersion === request.accessVersion, 'link-superseded');
  if (mail.kind === 'confirm-request')
    return request.status === 'submitted'
      ? firstOf(superseded, unless(now < request.confirmBy, 'time-over'))
      : 'link-superseded';
  // Nothing but that one mail goes to an address that nobody confirmed.
  const unconfirmed = unless(request.status !== 'submitted' && request.status !== 'expired', 'request-not-confirmed');
  // It goes to somebody else and holds no link of the request's.
  if (mail.kind === 'invitation') return firstOf(unconfirmed, endedRequest(request));
  // A status mail tells of the end as well.
  const ended = mail.kind === 'request-status' ? null : endedRequest(request);
  return firstOf(superseded, unconfirmed, ended);
};

const facilityMailNotDue = (mail: Mail, facility: Facility, now: Instant): NotDue | null => {
  const superseded = unless(mail.linkVersion === facility.accessVersion, 'link-superseded');
  switch (mail.kind) {
    case 'confirm-facility':
      return facility.status === 'claimed'
        ? firstOf(superseded, unless(now < facility.confirmBy, 'time-over'))
        : 'link-superseded';
    case 'facility-access':
      // Asked for by the contact, who may need it before the vetting and during a pause.
      return firstOf(
        superseded,
        unless(['awaiting-vetting', 'open', 'paused'].includes(facility.status), 'facility-not-open'),
      );
    default:
      return firstOf(superseded, closedFacility(facility, { evenPaused: false }));
  }
};

/** Of what was erased nobody hears any more, but the facility that a seat there is free again. */
const erased = ({ kind }: Mail, { erasedAt }: PlacementRequest): NotDue | null =>
  unless(erasedAt === null || kind === 'offer-cancelled-facility' || kind === 'brief-lapsed', 'request-erased');

/** Whether a queued mail may still be sent, judged at the last moment before it leaves: null, or the reason why not. */
export const whyNotDue = (mail: Mail, subject: MailSubject, now: Instant): NotDue | null => {
  switch (subject.of) {
    case 'request':
      return erased(mail, subject.request) ?? requestMailNotDue(mail, subject.request, now);
    case 'draft':
      // It was sent already: whoever holds its link knows.
      return unless(subject.draft.requestId === null, 'link-superseded');
    case 'facility':
      return facilityMailNotDue(mail, subject.facility, now);
    case 'offer':
      return erased(mail, subject.request) ?? offerMailNotDue(mail, subject, now);
    // What happened stays news, whatever was done about it since.
    case 'suppression':
    case 'mailing':
    case 'digest':
      return null;
  }
};
