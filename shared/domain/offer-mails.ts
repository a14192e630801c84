import type { MailIntent, MailKind } from './mail.ts';
import type { Offer, Side } from './offer.ts';
import type { OfferCommand } from './offer-commands.ts';

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

/** Who is told of a step, and of what. `before`: the offer as it was. */
export const mailsOf = (before: Offer, command: OfferCommand): readonly MailIntent[] => {
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
