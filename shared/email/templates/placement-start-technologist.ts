import { onDate } from '../../domain/wording.ts';
import { button, fact, facts, paragraph, type MailContent } from '../content.ts';
import type { OfferForTechnologist } from '../material.ts';
import { becauseOfRequest, greeting, seatInWords } from './phrases.ts';

export const placementStartTechnologist = (about: OfferForTechnologist): MailContent => {
  const { offer, request, facility, intake, statusPage } = about;
  const site = facility.profile.name;
  return {
    subject: `Does your training at ${site} begin?`,
    preheader: 'Please tell us with one tick on your status page.',
    blocks: [
      paragraph(greeting(request.contact.name)),
      paragraph(`By the plan your training at ${site} begins on ${onDate(intake.startsOn)}. We wish you a good start.`),
      facts(fact('The seat', seatInWords(about))),
      paragraph(
        'When it has begun, please say so on your status page. The facility is asked the same, and the placement counts as started once you both have said it.',
      ),
      button('Report the start', statusPage),
      paragraph(
        'It begins later, or fell through? Reply to this mail, and a coordinator helps. Nobody will hold it against you.',
      ),
      ...(offer.nextMail === null
        ? []
        : [paragraph('If we hear nothing, we ask once more in a week, and then no more.')]),
    ],
    because: becauseOfRequest,
  };
};
