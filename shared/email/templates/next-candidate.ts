import { atInstant } from '../../domain/wording.ts';
import { button, fact, facts, paragraph, type MailContent } from '../content.ts';
import type { OfferForTechnologist } from '../material.ts';
import {
  becauseOfRequest,
  endOfTry,
  greeting,
  placeOnShortlist,
  seatInWords,
  waitedForTechnologist,
  waysToAnswer,
  whatFollows,
} from './phrases.ts';

/** One mail for one event: what became of the last try, and who is asked now. */
export const nextCandidate = (about: OfferForTechnologist): MailContent => {
  const { offer, previous, request, statusPage } = about;
  const answerBy = atInstant(offer.answerBy, request.home.zone);
  const askedInVain = previous !== null && waitedForTechnologist(previous);
  return {
    subject: 'The next site on your shortlist is being asked',
    preheader: `An answer is due by ${answerBy}.`,
    blocks: [
      paragraph(greeting(request.contact.name)),
      ...(previous === null ? [] : [paragraph(endOfTry({ offer: previous, request }))]),
      paragraph('So we have asked the next site on your shortlist:'),
      facts(
        fact('On your shortlist', placeOnShortlist(about)),
        fact('The seat', seatInWords(about)),
        fact('It answers by', answerBy),
      ),
      paragraph(askedInVain ? waysToAnswer : whatFollows(about)),
      button('See where your request stands', statusPage),
    ],
    because: becauseOfRequest,
  };
};
