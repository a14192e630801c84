import { button, paragraph, quote, type Block, type MailContent } from '../content.ts';
import type { OfferForTechnologist } from '../material.ts';
import { backInReview, becauseOfRequest, greeting, seatInWords } from './phrases.ts';

/** Only a coordinator's comment is passed on: a facility's was written to us. */
const coordinatorsWords = ({ offer }: OfferForTechnologist): Block[] =>
  offer.status === 'cancelled' && offer.comment !== null && /^(coordinator|admin):/.test(offer.cancelledBy)
    ? [quote('The coordinator writes', offer.comment)]
    : [];

/** After an introduction: the placement was called off, or reported as not begun. */
export const offerCancelledTechnologist = (about: OfferForTechnologist): MailContent => {
  const { offer, request, facility, statusPage } = about;
  const site = facility.profile.name;
  const seat = seatInWords(about);
  const missed = offer.status === 'no-show';
  return {
    subject: missed ? 'Your placement did not begin' : 'Your placement was called off',
    preheader: 'What it means, and how we go on.',
    blocks: [
      paragraph(greeting(request.contact.name)),
      paragraph(
        missed
          ? `We were told that your training at ${site} (${seat}) did not begin as planned. Life gets in the way, and we are not asking for reasons.`
          : `Your placement at ${site} (${seat}) was called off. We are sorry: you had reason to count on it.`,
      ),
      ...coordinatorsWords(about),
      ...(missed ? [paragraph('If this is a mistake, reply to this mail, and a person puts it right.')] : []),
      paragraph(backInReview),
      button('See where your request stands', statusPage),
    ],
    because: becauseOfRequest,
  };
};
