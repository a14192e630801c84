import { encodeWord } from 'nodemailer/lib/mime-funcs';
import MimeNode from 'nodemailer/lib/mime-node';
import * as quotedPrintable from 'nodemailer/lib/qp';
import type { Letter } from './letter.ts';

export interface Envelope {
  /** The sender's address; its name is the service's. */
  readonly from: string;
  readonly date: Date;
}

/** An address as it is, not as a list to be taken apart: a comma in it makes no second recipient. */
const only = (address: string) => ({ name: '', address });

/** Words that look like encoded ones (RFC 2047) would be decoded by the reader, line breaks and all: so they are encoded. */
const headerText = (text: string) =>
  text.includes('=?') ? { prepared: true, foldLines: true, value: encodeWord(text, 'Q', 52) } : text;

/** Mail servers demand CR LF, and nothing else, at the end of every line. */
const withCrLf = (text: string): string => text.replaceAll(/\r\n?|\n/g, '\r\n');

const encoded = (text: string): string => quotedPrintable.wrap(quotedPrintable.encode(withCrLf(text)), 76);

/** A part of a message, whole. Its headers are ours alone: no word of a person is in them. */
const part = (headers: readonly string[], text: string): string =>
  [...headers, 'Content-Transfer-Encoding: quoted-printable', '', encoded(text)].join('\r\n');

const textPart = (kind: 'plain' | 'html', text: string): string =>
  part([`Content-Type: text/${kind}; charset=utf-8`], text);

const calendarPart = (file: string): string =>
  part(
    [
      'Content-Type: text/calendar; charset=utf-8; method=PUBLISH; name="placement.ics"',
      'Content-Disposition: attachment; filename="placement.ics"',
    ],
    file,
  );

/** The parts after the headers of their multipart node, which names the line between them. */
const under = (node: MimeNode, parts: readonly string[]): string => {
  const headers = node.buildHeaders();
  const line = `--${String(node.boundary)}`;
  return [headers, '', ...parts.flatMap((each) => [line, each]), `${line}--`, ''].join('\r\n');
};

/**
 * The raw message: text and HTML as alternatives, and beside them the calendar file, if there is one. Message-ID and
 * Date are put in by SES in place of what is here. It carries nothing of the outbox: the mail's id travels as a tag
 * beside the message.
 *
 * The library writes and folds the headers and encodes the bodies; only the lines between the parts are set here,
 * because its own way of joining them, a chain of streams, takes four times as long as all the rest (ADR 18).
 */
export const mimeOf = (letter: Letter, { from, date }: Envelope): Uint8Array => {
  const { to, replyTo, unsubscribePage, subject, text, html, calendar } = letter;
  const message = new MimeNode(calendar === null ? 'multipart/alternative' : 'multipart/mixed');
  message.setHeader({
    From: { name: 'clinical-site-match', address: from },
    To: only(to),
    ...(replyTo !== null && { 'Reply-To': only(replyTo) }),
    Subject: headerText(subject),
    Date: date,
    // RFC 3834: no out-of-office reply to a machine.
    'Auto-Submitted': 'auto-generated',
    ...(unsubscribePage !== null && {
      'List-Unsubscribe': `<${unsubscribePage}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  });
  const forms = [textPart('plain', text), textPart('html', html)];
  const raw =
    calendar === null
      ? under(message, forms)
      : under(message, [under(message.createChild('multipart/alternative'), forms), calendarPart(calendar)]);
  return Buffer.from(raw);
};
