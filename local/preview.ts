import { composeLetter } from '../shared/email/compose.ts';
import { mimeOf } from '../shared/email/mime.ts';
import { aDesk, mailSamples, type MailSample } from '../tests/support/mail-samples.ts';
import type { ReceivedMail } from './mails.ts';
import { readMail } from './read-mail.ts';

const sampleOf = async ([kind, { mail, subject }]: [string, MailSample]): Promise<ReceivedMail> => {
  const letter = await composeLetter(aDesk, mail, subject);
  const raw = mimeOf(letter, { from: aDesk.from, date: new Date(mail.createdAt) });
  return {
    ...(await readMail(raw)),
    id: kind,
    at: mail.createdAt,
    from: aDesk.from,
    tags: { 'mail-id': mail.id },
    configurationSet: null,
  };
};

/** Every kind of mail with invented data, read back from its raw message: the very samples that tests hold. */
export const sampleMails = async (): Promise<readonly ReceivedMail[]> =>
  Promise.all(Object.entries(mailSamples).map(sampleOf));
