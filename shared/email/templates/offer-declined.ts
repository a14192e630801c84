import { button, fact, facts, paragraph, type MailContent } from '../content.ts';
import type { OfferForTechnologist } from '../material.ts';
import { backInReview, becauseOfRequest, endOfTry, greeting, seatInWords } from './phrases.ts';

/** The last site of a shortlist said no; while others follow, the mail of the next one tells it. */
export const offerDeclined = (about: OfferForTechnologist): MailContent => ({
  subject: 'The last site on your shortlist could not say yes',
  preheader: 'A coordinator looks for others. There is nothing you need to do.',
  blocks: [
    paragraph(greeting(about.request.contact.name)),
    paragraph(endOfTry(about)),
    facts(fact('It was asked about', seatInWords(about))),
    paragraph(`It was the last one on the list. ${backInReview}`),
    button('See where your request stands', about.statusPage),
  ],
  because: becauseOfRequest,
});
