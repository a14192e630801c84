import { onDate } from '../../domain/wording.ts';
import { button, list, paragraph, small, type MailContent } from '../content.ts';
import type { OfferForTechnologist } from '../material.ts';
import { answersStayHere, askedOnceMore, becauseOfRequest, greeting } from './phrases.ts';

export const completionQuestionTechnologist = ({
  offer,
  request,
  facility,
  intake,
  statusPage,
}: OfferForTechnologist): MailContent => {
  const site = facility.profile.name;
  return {
    subject: `Is your training at ${site} over?`,
    preheader: 'Three short answers on your status page complete your request.',
    blocks: [
      paragraph(greeting(request.contact.name)),
      paragraph(`By the plan your training at ${site} ended on ${onDate(intake.endsOn)}. We hope it went well.`),
      list(
        'Please tell us on your status page',
        'Did it end as planned, or early?',
        'Did you earn the records that you needed there?',
        'Would you train there again?',
      ),
      button('Answer on your status page', statusPage),
      paragraph(`Is it still going on? Then leave this mail alone. ${askedOnceMore(offer)}`.trim()),
      small(`Your answers complete your request. ${answersStayHere}`),
    ],
    because: becauseOfRequest,
  };
};
