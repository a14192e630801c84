import { button, paragraph, type MailContent } from '../content.ts';
import type { OfferForTechnologist } from '../material.ts';
import { becauseOfRequest, greeting, seatInWords, waitedForTechnologist, weGoOn } from './phrases.ts';

/** The technologist wished to be asked before each introduction, and did not answer: no reproach, the seat is just free. */
const consentLapsed = (about: OfferForTechnologist): MailContent => ({
  subject: 'A seat is no longer held for you; we go on',
  preheader: 'We did not hear from you in time, and that is all right.',
  blocks: [
    paragraph(greeting(about.request.contact.name)),
    paragraph(
      `A site had said yes to you (${seatInWords(about)}), and we asked whether we may introduce you. We did not hear from you in the days there were, so the seat is free for others again. Nobody was given your contact.`,
    ),
    paragraph(weGoOn),
    paragraph(
      'You can let us introduce you without asking each time, or tell us that you need more time or that your plans have changed: reply to this mail, or open your page.',
    ),
    button('See where your request stands', about.statusPage),
  ],
  because: becauseOfRequest,
});

const answerLapsed = (about: OfferForTechnologist): MailContent => ({
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

export const offerLapsed = (about: OfferForTechnologist): MailContent =>
  waitedForTechnologist(about.offer) ? consentLapsed(about) : answerLapsed(about);
