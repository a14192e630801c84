import { onDate } from '../../domain/wording.ts';
import { button, list, paragraph, small, type MailContent } from '../content.ts';
import type { OfferForFacility } from '../material.ts';
import { answersStayHere, askedOnceMore, becauseOfFacility, greeting } from './phrases.ts';

export const completionQuestionFacility = ({
  offer,
  request,
  facility,
  intake,
  facilityPage,
}: OfferForFacility): MailContent => {
  const { name } = request.contact;
  return {
    subject: `Is the training of ${name} over?`,
    preheader: 'Three short answers on your facility’s page complete the placement.',
    blocks: [
      paragraph(greeting(facility.contact.name)),
      paragraph(`By the plan the training of ${name} with you ended on ${onDate(intake.endsOn)}. Thank you for it.`),
      list(
        'Please tell us on your facility’s page',
        'Did it end as planned, or early?',
        'Were the records signed that were to be earned with you?',
        'Would you train somebody again?',
      ),
      button('Answer on your facility’s page', facilityPage),
      paragraph(`Is it still going on? Then leave this mail alone. ${askedOnceMore(offer)}`.trim()),
      small(`Your answers complete the placement, our number ${offer.id}. ${answersStayHere}`),
    ],
    because: becauseOfFacility(facility),
  };
};
