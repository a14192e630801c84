import { atInstant } from '../../domain/wording.ts';
import type { Suppression } from '../../domain/suppression.ts';
import { button, fact, facts, list, paragraph, small, type MailContent } from '../content.ts';
import type { AboutSuppression } from '../material.ts';

const whatHappened: Readonly<Record<Suppression['cause'], string>> = {
  'hard-bounce': 'The mailbox does not exist, or takes no mail from this service.',
  complaint: 'Somebody marked a mail of this service as spam.',
  unsubscribed: 'Its owner asked for no more mails.',
  coordinator: 'A coordinator put it on the list.',
};

/** Tells coordinators that an address gets no more mail: they may know another way to reach the person. No address in it. */
export const suppressionNotice = ({ suppression, cause, coordinatorPage }: AboutSuppression): MailContent => ({
  subject:
    cause === null ? 'An address gets no more mail' : `Mail about ${cause.subject} does not reach its reader any more`,
  preheader: whatHappened[suppression.cause],
  blocks: [
    paragraph(`${whatHappened[suppression.cause]} The service does not write to this address any more.`),
    facts(
      ...(cause === null ? [] : [fact('About', cause.subject), fact('Mail', `${cause.id} (${cause.kind})`)]),
      fact('Since', atInstant(suppression.since, null)),
      fact('On the suppression list as', suppression.id),
    ),
    button(cause === null ? 'Open the suppression list' : 'Look at the mail', coordinatorPage),
    list(
      'What you can do',
      'Reach the person by telephone, and ask for another address.',
      'Take the address off the list in the service, with a reason, once it works again.',
      'Send what was kept back again: it is in the list of mails, as suppressed.',
    ),
    small('Somebody who complained must not be written to again, unless they ask for it.'),
  ],
  because: 'it goes to the coordinators of this service.',
});
