import { atInstant } from '../../domain/wording.ts';
import { nameForEmployer } from '../../usecases/brief.ts';
import { button, fact, facts, list, paragraph, small, type MailContent } from '../content.ts';
import type { OfferForTechnologist } from '../material.ts';
import { becauseOfRequest, greeting, placeOnShortlist, seatInWords, shortlistOf, whatFollows } from './phrases.ts';

/** A coordinator approved a shortlist, and its first site has the anonymous brief. Names no site. */
export const shortlistReady = (about: OfferForTechnologist): MailContent => {
  const { offer, request, statusPage } = about;
  const sites = shortlistOf(about).length;
  const answerBy = atInstant(offer.answerBy, request.home.zone);
  return {
    subject: 'Your shortlist is ready, and the first site is being asked',
    preheader: `An answer is due by ${answerBy}. There is nothing you need to do.`,
    blocks: [
      paragraph(greeting(request.contact.name)),
      paragraph(
        sites === 1
          ? 'A coordinator approved one site for your request, and it has been asked.'
          : `A coordinator approved a shortlist of ${sites} sites for your request. They are asked one at a time, in its order, and the first one has been asked.`,
      ),
      facts(
        fact('On your shortlist', placeOnShortlist(about)),
        fact('The seat', seatInWords(about)),
        fact('It answers by', answerBy),
      ),
      list(
        'What happens next',
        whatFollows(about),
        sites === 1
          ? 'If it says no, or does not answer in time, a coordinator looks for other sites.'
          : 'If it says no, or does not answer in time, the next site is asked at once. You hear of each step.',
      ),
      button('See where your request stands', statusPage),
      small(
        nameForEmployer(offer, request) === null
          ? 'Sites see what you hold and what you need, not who you are; we name them to you with the introduction.'
          : 'Your employer is told that it is you, as you allowed. Other sites see what you hold and what you need, not who you are.',
      ),
    ],
    because: becauseOfRequest,
  };
};
