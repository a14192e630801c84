import { disciplineNames } from '../../domain/discipline.ts';
import { atInstant, onDate } from '../../domain/wording.ts';
import { briefOf } from '../../usecases/brief.ts';
import { dateAt } from '../../usecases/moments.ts';
import { button, facts, paragraph, small, type MailContent } from '../content.ts';
import type { BriefForFacility } from '../material.ts';
import { becauseOfFacility, greeting } from './phrases.ts';

/** A brief without an answer; with the same link, so that the first mail goes on working. */
export const briefReminder = (about: BriefForFacility): MailContent => {
  const { offer, facility, intake, answerPage } = about;
  const { zone } = facility.place;
  const answerBy = atInstant(offer.answerBy, zone);
  return {
    subject: `Reminder: a ${disciplineNames[offer.discipline]} placement waits for your answer`,
    preheader: `A no is fine, too. Please answer by ${answerBy}.`,
    blocks: [
      paragraph(greeting(facility.contact.name)),
      paragraph(
        `On ${onDate(dateAt(offer.madeAt, zone))} we asked whether you could host a technologist from ${onDate(intake.startsOn)} on. We have no answer yet, and one seat of this intake is held until ${answerBy}.`,
      ),
      button('Read it and answer', answerPage),
      paragraph(
        'A no is fine: the seat is free again at once, and the technologist is not kept waiting. You can also ask a question first.',
      ),
      facts(...briefOf(about).facts),
      small(
        offer.nextMail === null
          ? 'This is the last reminder; without an answer the brief lapses by itself. Opening the page changes nothing.'
          : 'We remind you once more at most; without an answer the brief lapses by itself. Opening the page changes nothing.',
      ),
    ],
    because: becauseOfFacility(facility),
  };
};
