import { declineReasonNames } from '../../domain/offer.ts';
import { nameForEmployer } from '../../usecases/brief.ts';
import { button, paragraph, type MailContent } from '../content.ts';
import type { OfferForTechnologist } from '../material.ts';
import { becauseOfRequest, greeting, seatInWords, weGoOn } from './phrases.ts';

/** The facility's own comment stays out: it was written to us, and may read as a judgement. */
export const offerDeclined = (about: OfferForTechnologist): MailContent => {
  const { offer, request, statusPage } = about;
  const reason = offer.status === 'declined' && offer.reason !== 'other' ? offer.reason : null;
  return {
    subject: 'One site could not say yes; we go on',
    preheader: 'There is nothing you need to do.',
    blocks: [
      paragraph(greeting(request.contact.name)),
      paragraph(
        `One of the sites on your shortlist (${seatInWords(about)}) has answered, and cannot take you this time.${reason === null ? '' : ` The reason it gave: ${declineReasonNames[reason]}.`}`,
      ),
      ...(nameForEmployer(offer, request) === null
        ? [paragraph('It decided without knowing who you are, so this says nothing about you.')]
        : []),
      paragraph(weGoOn),
      button('See where your request stands', statusPage),
    ],
    because: becauseOfRequest,
  };
};
