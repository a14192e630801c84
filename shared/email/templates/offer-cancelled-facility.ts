import { button, paragraph, type MailContent } from '../content.ts';
import type { OfferForFacility } from '../material.ts';
import { becauseOfFacility, greeting, seatInWords } from './phrases.ts';

/** Names nobody: it also goes to facilities that never learned who was asking. */
export const offerCancelledFacility = (about: OfferForFacility): MailContent => ({
  subject: 'A placement with you is called off',
  preheader: 'Your seat is free again. There is nothing you need to do.',
  blocks: [
    paragraph(greeting(about.facility.contact.name)),
    paragraph(
      `The placement that we had asked you about (${seatInWords(about)}, our number ${about.offer.id}) will not take place. It is no reflection on your facility.`,
    ),
    paragraph('Your seat is free again. If the technologist’s contact was given to you, please delete it.'),
    paragraph('Thank you for being willing to train.'),
    button('Open your facility’s page', about.facilityPage),
  ],
  because: becauseOfFacility(about.facility),
});
