import { disciplineNames } from '../../domain/discipline.ts';
import { atInstant } from '../../domain/wording.ts';
import { briefOf } from '../../usecases/brief.ts';
import { button, facts, paragraph, quote, small, type MailContent } from '../content.ts';
import type { BriefForFacility } from '../material.ts';
import { becauseOfFacility, greeting } from './phrases.ts';

export const briefReply = (about: BriefForFacility): MailContent => {
  const { offer, facility, answerPage } = about;
  const answerBy = atInstant(offer.answerBy, facility.place.zone);
  const answered = offer.questions.findLast(({ reply }) => reply !== null);
  return {
    subject: `Your question about the ${disciplineNames[offer.discipline]} placement`,
    preheader: `A coordinator replied. Please answer the brief by ${answerBy}.`,
    blocks: [
      paragraph(greeting(facility.contact.name)),
      ...(answered === undefined
        ? []
        : [quote('You asked', answered.question), quote('The coordinator replies', answered.reply ?? '')]),
      paragraph(`You have until ${answerBy} to answer. The seat stays held until then.`),
      button('Read it and answer', answerPage),
      facts(...briefOf(about).facts),
      small('This link takes the place of the earlier one. Opening the page changes nothing.'),
    ],
    because: becauseOfFacility(facility),
  };
};
