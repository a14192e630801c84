import { button, paragraph, type MailContent } from '../content.ts';
import type { OfferForFacility } from '../material.ts';
import { becauseOfFacility, greeting, seatInWords, waitedForTechnologist } from './phrases.ts';

/** The facility said yes, and the technologist was asked and did not answer. */
const consentLapsed = (about: OfferForFacility): MailContent => ({
  subject: 'A placement with you does not come about',
  preheader: 'Your seat is free again. There is nothing you need to do.',
  blocks: [
    paragraph(greeting(about.facility.contact.name)),
    paragraph(
      `Thank you for your yes (${seatInWords(about)}, our number ${about.offer.id}). The technologist wished to be asked once more and did not answer in time, so your seat is free again. It is no reflection on your facility.`,
    ),
    button('Open your facility’s page', about.facilityPage),
  ],
  because: becauseOfFacility(about.facility),
});

const answerLapsed = (about: OfferForFacility): MailContent => ({
  subject: 'The time to answer a brief is over',
  preheader: 'The seat is free again. There is nothing you need to do.',
  blocks: [
    paragraph(greeting(about.facility.contact.name)),
    paragraph(
      `We had asked whether you could host a technologist (${seatInWords(about)}). The time to answer is over, so we ask another site, and your seat is free again.`,
    ),
    paragraph('There is nothing you need to do. If you would have liked to say yes, reply to this mail soon.'),
    paragraph('Not a good time for trainees? Pause on your page, and no brief reaches you until you resume.'),
    button('Open your facility’s page', about.facilityPage),
  ],
  because: becauseOfFacility(about.facility),
});

export const briefLapsed = (about: OfferForFacility): MailContent =>
  waitedForTechnologist(about.offer) ? consentLapsed(about) : answerLapsed(about);
