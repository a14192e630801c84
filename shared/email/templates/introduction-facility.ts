import { credentialNames, disciplineNames } from '../../domain/discipline.ts';
import { listed } from '../../domain/wording.ts';
import { button, fact, facts, list, paragraph, small, type MailContent } from '../content.ts';
import type { OfferForFacility } from '../material.ts';
import { agreed, becauseOfFacility, calendarHint, firstDay, greeting, openPoints } from './phrases.ts';

export const introductionFacility = (about: OfferForFacility): MailContent => {
  const { offer, request, facility, facilityPage } = about;
  const { contact, wishes } = request;
  const opening = offer.direct
    ? `As you chose direct introductions: ${contact.name} fits one of your open seats, and agreed to be introduced to you.`
    : `Thank you for your yes. ${contact.name} agreed to be introduced to you, and gets your contact at the same time.`;
  return {
    subject: `Meet ${contact.name}: your technologist in training`,
    preheader: 'A reply to this mail goes straight to the technologist.',
    blocks: [
      paragraph(greeting(facility.contact.name)),
      paragraph(opening),
      facts(
        fact('Name', contact.name),
        fact('E-mail', contact.email),
        ...(contact.phone === null ? [] : [fact('Phone', contact.phone)]),
        fact('Holds', listed(wishes.credentials.map(({ credential }) => credentialNames[credential]))),
      ),
      facts(...agreed(about)),
      list('To settle together before the start', ...openPoints(about)),
      list(
        'Next steps',
        `${contact.name} was asked to write to you; you are welcome to write first. Just reply to this mail.`,
        'Papers, such as proof of education or insurance, go from the technologist to you. We keep none.',
        calendarHint(about),
        'When the training begins, say so on your facility’s page; the technologist does the same.',
      ),
      button('Open your facility’s page', facilityPage),
      small('Please use the contact for this placement only.'),
    ],
    because: becauseOfFacility(facility),
    calendar: firstDay(about, `Clinical training begins: ${contact.name}, ${disciplineNames[offer.discipline]}`),
  };
};
