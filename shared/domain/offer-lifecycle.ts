import type { AuditLine } from './audit.ts';
import type { MailIntent, MailKind } from './mail.ts';
import { record, step, type Decider, type Transitions } from './machine.ts';
import { Offer, type DeclineReason, type NextMail, type OfferIn, type OfferStatus, type Side } from './offer.ts';
import type { Outcome } from './outcome.ts';
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
    'follow-up': 'made',
  },
  accepted: {
    undo: 'made',
    introduce: 'introduced',
    lapse: 'lapsed',
    cancel: 'cancelled',
    consent: 'accepted',
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

export type OfferCommand =
  /** `consent`: the technologist's consent as it stands when the introduction leaves; a standing one may end before. */
  | {
      readonly action: 'accept';
      readonly introduceAt: Instant;
      readonly consent: Offer['technologistConsent'];
      /** Where the consent is awaited: until when. */
      readonly answerBy: Instant;
    }
  | { readonly action: 'undo'; readonly answerBy: Instant; readonly nextMail: NextMail | null }
  | { readonly action: 'decline'; readonly reason: DeclineReason; readonly comment: string | null }
  | { readonly action: 'lapse' | 'report-no-show' | 'consent' | 'renew-link' }
  | { readonly action: 'cancel'; readonly comment: string | null }
  | { readonly action: 'ask'; readonly question: string }
  | {
      readonly action: 'reply';
      readonly reply: string;
      readonly answerBy: Instant;
      readonly nextMail: NextMail | null;
    }
  /** `nextMail`: when the state that this leads to is asked about. */
  | { readonly action: 'introduce' | 'start' | 'complete'; readonly nextMail: NextMail | null }
  | { readonly action: 'report-start'; readonly side: Side; readonly nextMail: NextMail | null }
  | {
      readonly action: 'report-end';
      readonly side: Side;
      readonly outcome: Outcome;
      readonly nextMail: NextMail | null;
    }
  /** The time of the next mail has come. `to`: the sides that may be written to now; those that answered are left out. */
  | { readonly action: 'follow-up'; readonly to: readonly Side[]; readonly nextMail: NextMail | null };

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
      return offer.status === 'accepted' && now >= offer.introduceAt && offer.technologistConsent === 'given'
        ? refuse('action-not-possible', { detail: 'The introduction is on its way; please write to the coordinator.' })
        : null;
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
      return { linkVersion, declinedAt: now, reason: command.reason, comment: command.comment };
    case 'lapse':
      return { linkVersion, lapsedAt: now, waitedFor: awaitsConsent(offer) ? 'technologist' : 'facility' };
    case 'cancel':
      return {
        linkVersion,
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
      return { technologistConsent: 'given' };
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
      return { reportedAt: now };
  }
};

/** What the service asks of its own accord in a state; sides that have answered are not asked. */
const askedOf = (offer: Offer): { readonly [Asked in Side]?: MailKind } => {
  switch (offer.status) {
    case 'made':
      return { facility: 'brief-reminder' };
    case 'introduced':
      return {
        ...(!offer.startReportedBy.includes('technologist') && { technologist: 'placement-start-technologist' }),
        ...(!offer.startReportedBy.includes('facility') && { facility: 'placement-start-facility' }),
      };
    case 'started':
      return { technologist: 'completion-question-technologist', facility: 'completion-question-facility' };
    case 'completed':
      return {
        ...(offer.outcomes.technologist === null && { technologist: 'outcome-question-technologist' }),
        ...(offer.outcomes.facility === null && { facility: 'outcome-question-facility' }),
      };
    default:
      return {};
  }
};

const mailsOf = (before: Offer, command: OfferCommand): readonly MailIntent[] => {
  const mail = (kind: MailIntent['kind'], round = 1): MailIntent => ({ kind, subject: before.id, round });
  switch (command.action) {
    case 'accept':
      return command.consent === 'awaited' ? [mail('consent-question', before.version)] : [];
    case 'undo':
      return [mail('brief', before.version)];
    case 'renew-link':
      // Where a yes was given there is nothing left to answer; the facility's page can cancel it.
      return before.status === 'made' ? [mail('brief', before.version + 1)] : [];
    // The technologist is told of an end together with what follows from it (advance-shortlist).
    case 'lapse':
      // A facility that takes introductions directly has not heard of this one.
      return before.direct ? [] : [mail('brief-lapsed')];
    case 'cancel':
      // Before the introduction the technologist has not heard of this site as an arrangement.
      return before.status === 'made' || before.status === 'accepted'
        ? [mail('offer-cancelled-facility')]
        : [mail('offer-cancelled-facility'), mail('offer-cancelled-technologist')];
    case 'report-no-show':
      return [mail('offer-cancelled-technologist')];
    case 'ask':
      return [mail('question-raised', before.questions.length + 1)];
    case 'reply':
      return [mail('brief-reply', before.version)];
    case 'introduce':
      return [mail('introduction-technologist'), mail('introduction-facility')];
    case 'complete':
      return [mail('outcome-question-technologist')];
    case 'report-end':
      // News for the technologist, unless it is the technologist's own.
      return before.status === 'started' && command.side === 'facility' ? [mail('outcome-question-technologist')] : [];
    case 'follow-up': {
      const asked = askedOf(before);
      return command.to.flatMap((side) => (asked[side] === undefined ? [] : [mail(asked[side], before.version)]));
    }
    default:
      return [];
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
