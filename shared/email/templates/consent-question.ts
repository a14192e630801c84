import { disciplineNames, settingNames } from '../../domain/discipline.ts';
import { atInstant } from '../../domain/wording.ts';
import { button, fact, facts, paragraph, small, type MailContent } from '../content.ts';
import type { OfferForTechnologist } from '../material.ts';
import { agreed, becauseOfRequest, greeting } from './phrases.ts';

/** The facility said yes; the technologist wished to be asked before each introduction. */
export const consentQuestion = (about: OfferForTechnologist): MailContent => {
  const { offer, request, facility, statusPage } = about;
  const { profile, place } = facility;
  const where = [place.town, place.state].filter((part) => part !== null).join(', ');
  return {
    subject: 'A site says yes. May we introduce you?',
    preheader: `${disciplineNames[offer.discipline]}: nobody gets your contact before you agree.`,
    blocks: [
      paragraph(greeting(request.contact.name)),
      paragraph(
        'A site on your shortlist would like to train you. You wished to be asked each time, so we ask: may we give it your name, e-mail address and phone, and give you theirs?',
      ),
      facts(
        fact('Site', profile.name),
        fact('Kind', settingNames[profile.setting]),
        ...(where === '' ? [] : [fact('Where', where)]),
        ...agreed(about),
        fact('Please decide by', atInstant(offer.answerBy, request.home.zone)),
      ),
      button('Look at it and decide', statusPage),
      small(
        'Opening the page changes nothing. Until you agree, we give the site no contact of yours. After that time the seat is free for others again.',
      ),
    ],
    because: becauseOfRequest,
  };
};
