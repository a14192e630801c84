import type { Digest, Waiting } from '../../domain/digest.ts';
import { atInstant } from '../../domain/wording.ts';
import { button, fact, facts, paragraph, small, type Fact, type MailContent } from '../content.ts';
import type { AboutDigest } from '../material.ts';

const counted = ({ count, more }: Pick<Waiting, 'count' | 'more'>): string =>
  more ? `more than ${count}` : `${count}`;

/** A fact only where there is something to do. */
const line = (label: string, count: number): Fact[] => (count === 0 ? [] : [fact(label, `${count}`)]);

const linesOf = (digest: Digest): Fact[] => {
  const { zone } = digest;
  const waiting = (label: string, those: Waiting): Fact[] =>
    those.since === null ? [] : [fact(label, `${counted(those)}, the first since ${atInstant(those.since, zone)}`)];
  return [
    ...(digest.stoppedSince === null
      ? []
      : [fact('Outreach stands still', `since ${atInstant(digest.stoppedSince, zone)}`)]),
    ...waiting('Facilities to vet', digest.toVet),
    ...waiting('Requests to review', digest.toReview),
    ...waiting('Questions of facilities without a reply', digest.questions),
    ...line('Offers that lapse within a day', digest.lapsing),
    ...line('Mails that may or may not have left', digest.doubtfulMails),
    ...line('Mails that came back or never left, since the last morning', digest.failedMails),
  ];
};

/** Counts and no names: it goes to a mailbox that several people share. */
export const digest = ({ digest: found, coordinatorPage }: AboutDigest): MailContent => {
  const lines = linesOf(found);
  return {
    subject: `This morning: ${lines.length === 1 ? 'one thing needs' : `${lines.length} things need`} a coordinator`,
    preheader: lines.map(({ label }) => label).join(' · '),
    blocks: [
      paragraph('This is how things stood this morning.'),
      facts(...lines),
      button('Open the coordinators’ page', coordinatorPage),
      small('It comes once on a working day, and only if something needs you. A reply to this mail reaches nobody.'),
    ],
    because: 'it goes to the coordinators of this service.',
  };
};
