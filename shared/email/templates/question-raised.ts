import { disciplineNames } from '../../domain/discipline.ts';
import { atInstant } from '../../domain/wording.ts';
import { button, fact, facts, paragraph, quote, small, type MailContent } from '../content.ts';
import type { OfferForCoordinator } from '../material.ts';

/** The mail's round numbers the question it tells of, starting with 1. */
export const questionRaised = ({ mail, offer, facility, coordinatorPage }: OfferForCoordinator): MailContent => ({
  subject: `${facility.profile.name} asks about a ${disciplineNames[offer.discipline]} brief`,
  preheader: 'It waits for a reply before it can decide.',
  blocks: [
    paragraph(`A question about an anonymous brief has come from ${facility.profile.name}.`),
    quote('The facility asks', offer.questions[mail.round - 1]?.question ?? ''),
    facts(
      fact('Offer', offer.id),
      fact('Request', offer.requestId),
      fact('Discipline', disciplineNames[offer.discipline]),
      fact('Lapses', atInstant(offer.answerBy, facility.place.zone)),
    ),
    button('Reply to it', coordinatorPage),
    paragraph('The facility then gets the brief again, with your reply.'),
    small('A reply to this mail reaches nobody. Please do not put the technologist’s name into your reply.'),
  ],
  because: 'it goes to the coordinators of this service.',
});
