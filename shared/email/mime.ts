import MailComposer from 'nodemailer/lib/mail-composer';
import type { Letter } from '../domain/mail.ts';

export interface Envelope {
  /** The sender's address; its name is the service's. */
  readonly from: string;
  readonly date: Date;
}

/** An address as it is, not as a list to be taken apart: a comma in it makes no second recipient. */
const only = (address: string) => ({ name: '', address });

/**
 * The raw message, with text and HTML as alternatives. Message-ID and Date are put in by SES in place of what is here.
 * It carries nothing of the outbox: the mail's id travels as a tag beside the message.
 */
export const mimeOf = (letter: Letter, { from, date }: Envelope): Promise<Uint8Array> =>
  new MailComposer({
    from: { name: 'clinical-site-match', address: from },
    to: only(letter.to),
    ...(letter.replyTo !== null && { replyTo: only(letter.replyTo) }),
    subject: letter.subject,
    date,
    text: letter.text,
    html: letter.html,
    headers: {
      // RFC 3834: no out-of-office reply to a machine.
      'Auto-Submitted': 'auto-generated',
      ...(letter.optOutPage !== null && { 'List-Unsubscribe': `<${letter.optOutPage}>` }),
    },
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
