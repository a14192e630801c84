import MimeNode from 'nodemailer/lib/mime-node';
import * as quotedPrintable from 'nodemailer/lib/qp';
import type { Letter } from '../domain/mail.ts';

export interface Envelope {
  /** The sender's address; its name is the service's. */
  readonly from: string;
  readonly date: Date;
}

/** An address as it is, not as a list to be taken apart: a comma in it makes no second recipient. */
const only = (address: string) => ({ name: '', address });

/** Mail servers demand CR LF, and nothing else, at the end of every line. */
const withCrLf = (text: string): string => text.replaceAll(/\r\n?|\n/g, '\r\n');

const encoded = (text: string): string => quotedPrintable.wrap(quotedPrintable.encode(withCrLf(text)), 76);

/** A part of a multipart message. Its headers are ours alone: no word of a person is in them. */
const part = (contentType: string, text: string): string =>
  [`Content-Type: ${contentType}`, 'Content-Transfer-Encoding: quoted-printable', '', encoded(text)].join('\r\n');

const joined = (boundary: string, parts: readonly string[]): string =>
  [...parts.map((each) => `--${boundary}\r\n${each}`), `--${boundary}--`, ''].join('\r\n');

/**
 * The raw message, with text and HTML as alternatives. Message-ID and Date are put in by SES in place of what is here.
 * It carries nothing of the outbox: the mail's id travels as a tag beside the message.
 *
 * The library writes and folds the headers and encodes the bodies; only the lines between the parts are set here,
 * because its own way of joining them, a chain of streams, costs four times as much as all the rest (ADR 18).
 */
export const mimeOf = (letter: Letter, { from, date }: Envelope): Uint8Array => {
  const message = new MimeNode('multipart/alternative');
  message.setHeader({
    From: { name: 'clinical-site-match', address: from },
    To: only(letter.to),
    ...(letter.replyTo !== null && { 'Reply-To': only(letter.replyTo) }),
    Subject: letter.subject,
    Date: date,
    // RFC 3834: no out-of-office reply to a machine.
    'Auto-Submitted': 'auto-generated',
    ...(letter.optOutPage !== null && { 'List-Unsubscribe': `<${letter.optOutPage}>` }),
  });
  // Writes the boundary too, so it comes first.
  const headers = message.buildHeaders();
  const body = joined(String(message.boundary), [
    part('text/plain; charset=utf-8', letter.text),
    part('text/html; charset=utf-8', letter.html),
  ]);
  return Buffer.from(`${headers}\r\n\r\n${body}`);
};
