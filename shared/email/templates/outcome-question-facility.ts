import { button, fact, facts, list, paragraph, small, type MailContent } from '../content.ts';
import type { OfferForFacility } from '../material.ts';
import { answersStayHere, becauseOfFacility, greeting, seatInWords } from './phrases.ts';

/** A placement is over, and the facility has not said how it went. */
export const outcomeQuestionFacility = (about: OfferForFacility): MailContent => {
  const { offer, request, facility, facilityPage } = about;
  return {
    subject: `How did the training of ${request.contact.name} go?`,
    preheader: 'Three short answers, and one of them is whether you would do it again.',
    blocks: [
      paragraph(greeting(facility.contact.name)),
      paragraph(`The training of ${request.contact.name} with you is over. Thank you for it.`),
      facts(fact('The seat', seatInWords(about)), fact('Our number', offer.id)),
      list(
        'Please tell us on your facility’s page how it went',
        'Did it end as planned, or early?',
        'Were the records signed that were to be earned with you?',
        'Would you train somebody again?',
      ),
      button('Tell us how it went', facilityPage),
      small(`We ask this once. ${answersStayHere}`),
    ],
    because: becauseOfFacility(facility),
  };
};
