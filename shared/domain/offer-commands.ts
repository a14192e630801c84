import type { DeclineReason, NextMail, Offer, Side } from './offer.ts';
import type { Outcome } from './outcome.ts';
import type { Instant } from './primitives.ts';

/** What can be done about an offer, with all that the decision needs from outside. */
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
  | { readonly action: 'lapse' | 'report-no-show' | 'renew-link' }
  /** `introduceAt`: after a yes the introduction leaves then, so that this can be taken back as well. */
  | { readonly action: 'consent'; readonly introduceAt: Instant }
  /** `answerBy`: until when the seat is held for another word of the technologist. */
  | { readonly action: 'take-back'; readonly answerBy: Instant }
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
