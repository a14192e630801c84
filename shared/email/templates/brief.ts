import { disciplineNames } from '../../domain/discipline.ts';
import { atInstant, onDate } from '../../domain/wording.ts';
import { briefOf } from '../../usecases/brief.ts';
import { button, facts, list, paragraph, small, type MailContent } from '../content.ts';
import type { BriefForFacility } from '../material.ts';
import { becauseOfFacility, greeting } from './phrases.ts';

/** A facility that took its yes back gets the brief anew: the round of the first one is 1. */
const opening = ({ mail, offer }: BriefForFacility): string =>
  mail.round === 1
    ? `A technologist asks for clinical training in ${disciplineNames[offer.discipline]}, and a coordinator approved your site for it.`
    : 'You took back your answer, so here is the brief again with a new link. The earlier link no longer works.';

const whoAsks = (employeeName: string | null): string =>
  employeeName === null
    ? 'Name and contact come with the introduction, so that you can decide on what matters for the training.'
    : `Your employee ${employeeName} agreed that we tell you who is asking; the contact comes with the introduction.`;

export const brief = (about: BriefForFacility): MailContent => {
  const { offer, facility, intake, answerPage } = about;
  const answerBy = atInstant(offer.answerBy, facility.place.zone);
  const { employeeName, facts: rows, toSettle } = briefOf(about);
  return {
    subject: `A ${disciplineNames[offer.discipline]} placement: could you host it?`,
    preheader: `Starting ${onDate(intake.startsOn)}. Please answer by ${answerBy}.`,
    blocks: [
      paragraph(greeting(facility.contact.name)),
      paragraph(opening(about)),
      facts(...rows),
      ...(toSettle.length === 0 ? [] : [list('Still to settle', ...toSettle)]),
      paragraph(`Please answer by ${answerBy}. One seat of this intake is held until then.`),
      button('Read it and answer', answerPage),
      list(
        'Your choices on that page',
        'Yes: after a short while, in which you can take it back, you both get each other’s contact.',
        'No, with a reason: that is fine, and the seat is free again at once.',
        'A question: a coordinator answers it, and you get the brief again.',
      ),
      small(`Opening the page changes nothing. ${whoAsks(employeeName)}`),
    ],
    because: becauseOfFacility(facility),
  };
};
