import { button, paragraph, type MailContent } from '../content.ts';
import type { OfferForTechnologist } from '../material.ts';
import { becauseOfRequest, greeting, seatInWords, weGoOn } from './phrases.ts';

export const offerLapsed = (about: OfferForTechnologist): MailContent => ({
  subject: 'One site did not answer in time; we go on',
  preheader: 'There is nothing you need to do.',
  blocks: [
    paragraph(greeting(about.request.contact.name)),
    paragraph(
      `One of the sites on your shortlist (${seatInWords(about)}) did not answer within the days it had. We do not keep you waiting for it.`,
    ),
    paragraph(weGoOn),
    button('See where your request stands', about.statusPage),
  ],
  because: becauseOfRequest,
});
