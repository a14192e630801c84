import { button, list, paragraph, small, type MailContent } from '../content.ts';
import type { OfferForTechnologist } from '../material.ts';
import { answersStayHere, becauseOfRequest, greeting } from './phrases.ts';

/** The news that the placement is over, from the facility or a coordinator, and the question how it went. */
export const outcomeQuestionTechnologist = ({ request, facility, statusPage }: OfferForTechnologist): MailContent => {
  const site = facility.profile.name;
  return {
    subject: `Your training at ${site} is over. How did it go?`,
    preheader: 'Your request is complete. Three short answers help those who come after you.',
    blocks: [
      paragraph(greeting(request.contact.name)),
      paragraph(
        `We were told that your training at ${site} is over, so your request is complete. We hope that it brought you closer to your certification.`,
      ),
      list(
        'Please tell us on your status page how it went',
        'Did it end as planned, or early?',
        'Did you earn the records that you needed there?',
        'Would you train there again?',
      ),
      button('Tell us how it went', statusPage),
      paragraph(
        'If this is a mistake, reply to this mail, and a person puts it right. If you need more training, you are welcome to send a new request.',
      ),
      small(`We ask this once. ${answersStayHere}`),
    ],
    because: becauseOfRequest,
  };
};
