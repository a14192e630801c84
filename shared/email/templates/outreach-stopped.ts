import { brakeLimits, type Brake } from '../../domain/mailing.ts';
import { atInstant } from '../../domain/wording.ts';
import { button, fact, facts, list, paragraph, type MailContent } from '../content.ts';
import type { AboutMailing } from '../material.ts';

const { bounces, complaints } = brakeLimits;

const why: Readonly<Record<Brake['cause'], string>> = {
  bounces: `Of the last ${bounces.ofTheLast} mails of outreach, nearly ${bounces.mostPercent} % went to mailboxes that do not exist.`,
  complaints: `At least ${complaints.atLeast} of the last ${complaints.ofTheLast} mails of outreach were marked as spam.`,
  coordinator: 'A coordinator stopped it.',
};

/** Tells coordinators that the brake stopped outreach. Sent once: the mail of an earlier stop says so when it comes late. */
export const outreachStopped = ({ mailing: { brake }, coordinatorPage }: AboutMailing): MailContent => ({
  subject: 'Outreach has stopped by itself',
  preheader: 'Briefs, invitations and reminders wait until a coordinator resumes them.',
  blocks: [
    paragraph(
      brake === null ? 'It was resumed since.' : `${why[brake.cause]} The mail provider would soon stop all our mail.`,
    ),
    facts(
      fact('Waits', 'briefs, invitations, reminders'),
      fact('Goes on', 'confirmations, introductions, answers, and whatever else people wait for'),
      ...(brake === null ? [] : [fact('Since', atInstant(brake.since, null))]),
    ),
    list(
      'What to do',
      'Look at the bounced and complained mails in the service: do they have a source in common, such as an import?',
      'Pause or correct the facilities concerned.',
      'Resume outreach in the service, with a reason. What waits leaves within a quarter of an hour.',
    ),
    button('See what may leave', coordinatorPage),
  ],
  because: 'it goes to the coordinators of this service.',
});
