import { isOutreach, type Mail, type MailId } from '../domain/mail.ts';
import { dueOf, inList, listOf, type IndexAttributes, type Key } from './keys.ts';

export const mailsOf = (subject: string) => ({ partition: `MAIL#${subject}` });

/** By subject, so that the mails about something are one read. */
export const mailKey = ({ subject, kind, round, copy }: Pick<Mail, 'subject' | 'kind' | 'round' | 'copy'>): Key => ({
  pk: mailsOf(subject).partition,
  sk: `${kind}#${round}${copy === 1 ? '' : `-${copy}`}`,
});

/** A mail's id is made of what its key is made of; null for an id that is not ours, as an event from outside may hold. */
export const mailKeyOfId = (id: MailId): Key | null => {
  const { subject, kind, number } =
    /^mail_(?<subject>.+)_(?<kind>[a-z-]+)_(?<number>\d+(-\d+)?)$/.exec(id)?.groups ?? {};
  return subject === undefined ? null : { pk: mailsOf(subject).partition, sk: `${kind}#${number}` };
};

/** A trouble that a coordinator dealt with is nobody's any more; a bounce or complaint stays one, for the brake. */
const isInTrouble = ({ trouble, sentAgainAs, closedBecause, status }: Mail): boolean =>
  trouble !== null &&
  ((sentAgainAs === null && closedBecause === null) || status === 'bounced' || status === 'complained');

const listOfMail = (mail: Mail): string | null => {
  if (isInTrouble(mail)) return listOf.mailsInTrouble(mail.status);
  return isOutreach(mail.kind) && (mail.status === 'sent' || mail.status === 'delivered') ? listOf.outreachSent : null;
};

export const placeOfMail = ({ createdAt, id }: Pick<Mail, 'createdAt' | 'id'>): string => `${createdAt}#${id}`;

export const mailIndexes = (mail: Mail): IndexAttributes => ({
  ...((listKey) => listKey !== null && inList(listKey, placeOfMail(mail)))(listOfMail(mail)),
  ...((mail.status === 'pending' || mail.status === 'sending') && {
    dueKey: dueOf.mails,
    // A claim leaves the mail where it is: the sweeper looks at the lease, and moving it would cost two writes a mail.
    dueAt: mail.status === 'sending' ? mail.createdAt : (mail.leaseUntil ?? mail.updatedAt),
  }),
});

/** One item, read with every mail: what is switched off, and whether outreach stands still. */
export const mailingKey = (): Key => ({ pk: 'MAILING', sk: 'MAILING' });
