import { button, fact, facts, paragraph, type MailContent } from '../content.ts';
import type { OfferForTechnologist } from '../material.ts';
import {
  backInReview,
  becauseOfRequest,
  endOfTry,
  greeting,
  seatInWords,
  waitedForTechnologist,
  waysToAnswer,
} from './phrases.ts';

/**
 * The last site of a shortlist, or the technologist who was asked about it, did not answer; while others follow, the
 * mail of the next one tells it.
 */
export const offerLapsed = (about: OfferForTechnologist): MailContent => {
  const askedInVain = waitedForTechnologist(about.offer);
  return {
    subject: askedInVain
      ? 'A seat is no longer held for you'
      : 'The last site on your shortlist did not answer in time',
    preheader: askedInVain
      ? 'We did not hear from you in time, and that is all right.'
      : 'A coordinator looks for others. There is nothing you need to do.',
    blocks: [
      paragraph(greeting(about.request.contact.name)),
      paragraph(endOfTry(about)),
      facts(fact('It was about', seatInWords(about))),
      paragraph(`It was the last site on your shortlist. ${backInReview}`),
      ...(askedInVain ? [paragraph(waysToAnswer)] : []),
      button('See where your request stands', about.statusPage),
    ],
    because: becauseOfRequest,
  };
};
