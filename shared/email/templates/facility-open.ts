import { accessLinkDays } from '../../usecases/queue-mail.ts';
import { button, list, paragraph, small, type MailContent } from '../content.ts';
import type { AboutFacility } from '../material.ts';
import { becauseOfFacility, greeting } from './phrases.ts';

export const facilityOpen = ({ facility, page }: AboutFacility): MailContent => ({
  subject: `${facility.profile.name} takes part now`,
  preheader: 'A coordinator has checked your entry. Here is what to expect.',
  blocks: [
    paragraph(greeting(facility.contact.name)),
    paragraph(
      'Thank you for opening your doors to technologists in training. Your entry is checked, and you take part.',
    ),
    list(
      'What to expect',
      facility.profile.directIntroductions
        ? 'You chose direct introductions: when a technologist fits one of your open seats, you both get each other’s contact at once.'
        : 'When a technologist fits one of your open seats, we send you a brief: what the person holds, needs and is ready for, without a name.',
      'You say yes, say no with a reason, or ask a question. One seat is held for the person meanwhile; no seat is promised twice.',
      'A no is as welcome as a yes: it costs you nothing, and the seat is free again at once.',
    ),
    button('Open your facility’s page', page),
    paragraph('There you keep your seats and dates, and can pause or leave at any moment; both act at once.'),
    small(
      `The link is meant for you: whoever holds it can act for your facility. It holds for ${accessLinkDays} days, and we mail a new one whenever you ask.`,
    ),
  ],
  because: becauseOfFacility(facility),
});
