import { disciplineNames } from '../../domain/discipline.ts';
import { hours, onDate } from '../../domain/wording.ts';
import { accessLinkDays } from '../../usecases/queue-mail.ts';
import { button, fact, facts, list, paragraph, small, type MailContent } from '../content.ts';
import type { AboutRequest } from '../material.ts';
import { becauseOfRequest, greeting } from './phrases.ts';

export const requestReceived = ({ request, page }: AboutRequest): MailContent => {
  const { wishes } = request;
  const named = wishes.employment?.contactConsent === 'yes' && wishes.employment.nameInBrief;
  return {
    subject: 'We have your placement request',
    preheader: 'Your address is confirmed. Here is what happens next.',
    blocks: [
      paragraph(greeting(request.contact.name)),
      paragraph('Thank you, your address is confirmed and your request is with us.'),
      facts(
        fact('Training in', disciplineNames[wishes.discipline]),
        fact('Earliest start', onDate(wishes.earliestStart)),
        fact('Hours', `at least ${hours(wishes.minWeeklyMinutes)} a week`),
      ),
      list(
        'What happens next',
        'Your request is compared with every site that takes part, by published rules.',
        'A coordinator looks at the result and approves a short list of sites.',
        `The sites are asked one at a time. They see what you hold and what you need, not who you are${named ? '; only your employer may be told, as you allowed' : ''}.`,
        'When a site says yes, and you agreed to be introduced, you both get each other’s contact.',
      ),
      button('See where your request stands', page),
      paragraph(
        'On that page you can also change your request, until sites are asked; see what would open more sites; withdraw; and have everything that is held about you handed out or erased.',
      ),
      list(
        'How others found theirs',
        'In a survey of ASRT members (ASRT, “Searching for a Clinical Site?”), 71.3% earned the clinical part through an employer, 24.5% through the affiliation of an educational program and 8.4% with a health care provider that was not their employer (several answers were possible).',
        'This describes people who had found a site; it says nothing about anybody’s chances. It can still be worth asking your own employer.',
      ),
      small(
        `The link is yours alone: whoever holds it can read your request, withdraw it and have it erased. It holds for ${accessLinkDays} days, and we mail a new one whenever you ask.`,
      ),
    ],
    because: becauseOfRequest,
  };
};
