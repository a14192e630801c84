import { disciplineNames } from '../../domain/discipline.ts';
import { button, fact, facts, list, paragraph, small, type MailContent } from '../content.ts';
import type { OfferForTechnologist } from '../material.ts';
import { addressInWords, agreed, becauseOfRequest, calendarHint, firstDay, greeting, openPoints } from './phrases.ts';

export const introductionTechnologist = (about: OfferForTechnologist): MailContent => {
  const { offer, request, facility, statusPage } = about;
  const { contact, profile } = facility;
  return {
    subject: `Meet ${profile.name}: your clinical site`,
    preheader: `${contact.name} expects to hear from you. A reply to this mail goes straight there.`,
    blocks: [
      paragraph(greeting(request.contact.name)),
      paragraph(
        `Good news: ${profile.name} ${offer.direct ? 'has a seat that fits, and takes direct introductions' : 'would like to train you'}. Here is whom to talk to; ${contact.name} gets your name, e-mail address and phone at the same time.`,
      ),
      facts(
        fact('Your contact', `${contact.name}, ${contact.role}`),
        fact('E-mail', contact.email),
        ...(contact.phone === null ? [] : [fact('Phone', contact.phone)]),
        fact('Where', addressInWords(facility)),
      ),
      facts(...agreed(about)),
      list('To settle together before the start', ...openPoints(about)),
      list(
        'Next steps',
        `Write to ${contact.name} within a few days: just reply to this mail.`,
        calendarHint(about),
        'When your training begins, say so on your status page; the facility does the same.',
        'If something gets in the way, tell both of us early. Nobody will hold it against you.',
      ),
      button('Open your status page', statusPage),
      small('Please keep the contact to yourself; it was given for this placement.'),
    ],
    because: becauseOfRequest,
    calendar: firstDay(about, `Clinical training begins: ${disciplineNames[offer.discipline]} at ${profile.name}`),
  };
};
