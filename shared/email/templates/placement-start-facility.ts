import { onDate } from '../../domain/wording.ts';
import { button, fact, facts, paragraph, type MailContent } from '../content.ts';
import type { OfferForFacility } from '../material.ts';
import { becauseOfFacility, greeting, seatInWords } from './phrases.ts';

export const placementStartFacility = (about: OfferForFacility): MailContent => {
  const { offer, request, facility, intake, facilityPage } = about;
  const { name } = request.contact;
  return {
    subject: `Does the training of ${name} begin?`,
    preheader: 'Please tell us with one tick on your facility’s page.',
    blocks: [
      paragraph(greeting(facility.contact.name)),
      paragraph(`By the plan the training of ${name} with you begins on ${onDate(intake.startsOn)}.`),
      facts(fact('The seat', seatInWords(about)), fact('Our number', offer.id)),
      paragraph(
        'When it has begun, please say so on your facility’s page. The technologist is asked the same, and the placement counts as started once you both have said it.',
      ),
      button('Report the start', facilityPage),
      paragraph('It begins later, or did not come about? Reply to this mail, and a coordinator puts it right.'),
      ...(offer.nextMail === null
        ? []
        : [paragraph('If we hear nothing, we ask once more in a week, and then no more.')]),
    ],
    because: becauseOfFacility(facility),
  };
};
