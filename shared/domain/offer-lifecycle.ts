import type { AuditLine } from './audit.ts';
import type { MailIntent } from './mail.ts';
import { record, step, type Decider, type Transitions } from './machine.ts';
import type { OfferCommand } from './offer-commands.ts';
import { mailsOf } from './offer-mails.ts';
import { Offer, type OfferIn, type OfferStatus, type Side } from './offer.ts';
import type { Instant } from './primitives.ts';
import { refuse, type Result } from './result.ts';

export type OfferAction =
  | 'accept'
  | 'undo'
  | 'decline'
  | 'lapse'
  | 'cancel'
  | 'ask'
  | 'reply'
  | 'renew-link'
  | 'consent'
  | 'take-back'
  | 'introduce'
  | 'report-start'
  | 'start'
  | 'report-end'
  | 'complete'
  | 'report-no-show'
  | 'follow-up';

/** The life of an offer: one try at one site. Direct introductions are born `accepted`, by the site's standing consent. */
export const offerTransitions: Transitions<OfferStatus, OfferAction> = {
  made: {
    accept: 'accepted',
    decline: 'declined',
    lapse: 'lapsed',
    cancel: 'cancelled',
    ask: 'made',
    reply: 'made',
    'renew-link': 'made',
    consent: 'made',
    'take-back': 'made',
    'follow-up': 'made',
  },
  accepted: {
    undo: 'made',
    introduce: 'introduced',
    lapse: 'lapsed',
    cancel: 'cancelled',
    consent: 'accepted',
    'take-back': 'accepted',
    'renew-link': 'accepted',
  },
  introduced: {
    'report-start': 'introduced',
    start: 'started',
    cancel: 'cancelled',
    'report-no-show': 'no-show',
    'follow-up': 'introduced',
  },
  started: {
    'report-end': 'completed',
    complete: 'completed',
    cancel: 'cancelled',
    'report-no-show': 'no-show',
    'follow-up': 'started',
  },
  completed: { 'report-end': 'completed', 'follow-up': 'completed' },
  declined: {},
  lapsed: {},
  cancelled: {},
  'no-show': {},
};

export interface OfferDecision {
  readonly next: Offer;
  readonly mails: readonly MailIntent[];
  readonly audit: AuditLine;
}

/** The second side to report the start starts the placement; the first is noted. */
const starts = (offer: Offer, reporting: Side): boolean =>
  offer.status === 'introduced' &&
  offer.startReportedBy.some((side) => side !== reporting) &&
  !offer.startReportedBy.includes(reporting);

const actionOf = (offer: Offer, command: OfferCommand): OfferAction =>
  command.action === 'report-start' && starts(offer, command.side) ? 'start' : command.action;

/** Accepted by the facility, and the technologist is being asked. */
export const awaitsConsent = ({ status, technologistConsent }: Offer): boolean =>
  status === 'accepted' && technologistConsent === 'awaited';

const openQuestion = (offer: Offer) => offer.questions.findIndex((question) => question.reply === null);

/** The facility asked, and waits for the coordinator's reply. */
export const hasOpenQuestion = (offer: Offer): boolean => openQuestion(offer) !== -1;

/** Either side may change its mind until the introduction is on its way. */
const introductionLeft = (offer: Offer, now: Instant): Result<never> | null =>
  offer.status === 'accepted' && now >= offer.introduceAt && offer.technologistConsent === 'given'
    ? refuse('action-not-possible', { detail: 'The introduction is on its way; please write to the coordinator.' })
    : null;

const reportedBefore = () => refuse('action-not-possible', { detail: 'This was reported before.' });

/** Conditions beyond the table: time, consent, and questions. */
const objection = (offer: Offer, command: OfferCommand, now: Instant): Result<never> | null => {
  switch (command.action) {
    case 'accept':
    case 'decline':
    case 'ask':
      if (now >= offer.answerBy)
        return refuse('action-not-possible', { detail: 'The time to answer this brief is over.' });
      return command.action === 'ask' && offer.questions.length >= 20
        ? refuse('action-not-possible', { detail: 'Twenty questions were asked; please answer yes or no, or call us.' })
        : null;
    case 'lapse':
      if (now < offer.answerBy) return refuse('action-not-possible', { detail: 'The time to answer is not over yet.' });
      return awaitsConsent(offer) || offer.status === 'made'
        ? null
        : refuse('action-not-possible', { detail: 'Nobody’s answer is awaited.' });
    case 'consent':
      return awaitsConsent(offer) && now >= offer.answerBy
        ? refuse('action-not-possible', { detail: 'The time to agree to this introduction is over.' })
        : null;
    case 'undo':
      return introductionLeft(offer, now);
    case 'take-back':
      return offer.technologistConsent === 'given'
        ? introductionLeft(offer, now)
        : refuse('action-not-possible', { detail: 'There is no consent to take back.' });
    case 'introduce':
      if (offer.technologistConsent !== 'given') return refuse('consent-missing');
      return offer.status === 'accepted' && now < offer.introduceAt
        ? refuse('action-not-possible', { detail: 'The answer can still be undone.' })
        : null;
    case 'reply':
      return !hasOpenQuestion(offer)
        ? refuse('action-not-possible', { detail: 'No question of the facility is open.' })
        : null;
    case 'report-start':
      return offer.status === 'introduced' && offer.startReportedBy.includes(command.side) ? reportedBefore() : null;
    case 'report-end':
      return offer.status === 'completed' && offer.outcomes[command.side] !== null ? reportedBefore() : null;
    case 'follow-up':
      return offer.nextMail === null || now < offer.nextMail.at
        ? refuse('action-not-possible', { detail: 'It is not the time to write about this.' })
        : null;
    default:
      return null;
  }
};

/** What either side said of a placement that is over. */
const outcomesOf = (offer: Offer): OfferIn<'completed'>['outcomes'] =>
  offer.status === 'completed' ? offer.outcomes : { technologist: null, facility: null };

/** What a command writes into the state it leads to. */
const fieldsOf = (offer: Offer, command: OfferCommand, { now, actor }: Decider): object => {
  const linkVersion = offer.linkVersion + 1;
  switch (command.action) {
    case 'accept':
      return {
        linkVersion,
        acceptedAt: now,
        acceptedBy: 'facility',
        introduceAt: command.introduceAt,
        technologistConsent: command.consent,
        answerBy: command.consent === 'awaited' ? command.answerBy : offer.answerBy,
      };
    case 'undo':
      return { linkVersion, answerBy: command.answerBy, nextMail: command.nextMail };
    case 'decline':
      return { linkVersion, followed: false, declinedAt: now, reason: command.reason, comment: command.comment };
    case 'lapse':
      return {
        linkVersion,
        followed: false,
        lapsedAt: now,
        waitedFor: awaitsConsent(offer) ? 'technologist' : 'facility',
      };
    case 'cancel':
      return {
        linkVersion,
        followed: false,
        cancelledAt: now,
        cancelledBy: `${actor.kind}:${actor.id}`,
        comment: command.comment,
      };
    case 'ask':
      return {
        questions: [...offer.questions, { question: command.question, askedAt: now, reply: null, repliedAt: null }],
      };
    case 'reply': {
      const at = openQuestion(offer);
      return {
        linkVersion,
        answerBy: command.answerBy,
        nextMail: command.nextMail,
        questions: offer.questions.map((question, index) =>
          index === at ? { ...question, reply: command.reply, repliedAt: now } : question,
        ),
      };
    }
    case 'renew-link':
      return { linkVersion };
    case 'consent':
      return {
        technologistConsent: 'given',
        ...(offer.status === 'accepted' && {
          introduceAt: offer.introduceAt > command.introduceAt ? offer.introduceAt : command.introduceAt,
        }),
      };
    case 'take-back':
      return { technologistConsent: 'awaited', ...(offer.status === 'accepted' && { answerBy: command.answerBy }) };
    case 'introduce':
      return { introducedAt: now, startReportedBy: [], nextMail: command.nextMail };
    case 'report-start':
      // The fields of both ways it can go; the state keeps its own.
      return {
        startReportedBy: [command.side],
        startedAt: now,
        nextMail: starts(offer, command.side) ? command.nextMail : offer.nextMail,
      };
    case 'start':
      return { startedAt: now, nextMail: command.nextMail };
    case 'report-end':
      return {
        completedAt: offer.status === 'completed' ? offer.completedAt : now,
        outcomes: { ...outcomesOf(offer), [command.side]: command.outcome },
        nextMail: command.nextMail,
      };
    case 'complete':
      return { completedAt: now, nextMail: command.nextMail };
    case 'follow-up':
      return { nextMail: command.nextMail };
    case 'report-no-show':
      return { followed: false, reportedAt: now };
  }
};

/** Decides one command on an offer: the next state, the mails it causes and its audit line, or a refusal. Pure. */
export const decideOffer = (offer: Offer, command: OfferCommand, decider: Decider): Result<OfferDecision> => {
  const action = actionOf(offer, command);
  const to = step(offerTransitions, offer.status, action);
  if (!to.ok) return to;
  const objected = objection(offer, command, decider.now);
  if (objected !== null) return objected;
  // Parsing leaves the fields of the former state behind, and proves that the new state has all of its own.
  // A mail that was to follow belongs to the state that it asks about.
  const nextMail = to.value === offer.status ? offer.nextMail : null;
  const entered = Offer.parse({ ...offer, status: to.value, nextMail, ...fieldsOf(offer, command, decider) });
  const { next, audit } = record(offer, entered, action, decider);
  return { ok: true, value: { next, audit, mails: mailsOf(offer, command) } };
};
