import { standingOfFacility } from '../../usecases/standing.ts';
import { accessLinkDays } from '../../usecases/queue-mail.ts';
import { button, paragraph, small, type MailContent } from '../content.ts';
import type { AboutFacility } from '../material.ts';
import { becauseOfFacility, greeting } from './phrases.ts';

export const facilityAccess = ({ facility, page }: AboutFacility): MailContent => ({
  subject: `The link to the page of ${facility.profile.name}`,
  preheader: 'As asked for: your page with seats, briefs and settings.',
  blocks: [
    paragraph(greeting(facility.contact.name)),
    paragraph('Here is the link to your facility’s page, as asked for.'),
    button('Open your facility’s page', page),
    paragraph(standingOfFacility(facility)),
    small(
      `Whoever holds this link can act for your facility. It holds for ${accessLinkDays} days. If nobody at your facility asked for it, you need not do anything.`,
    ),
  ],
  because: becauseOfFacility(facility),
});
