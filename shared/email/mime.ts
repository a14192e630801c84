import { randomBytes } from 'node:crypto';
import * as quotedPrintable from 'nodemailer/lib/qp';
import { serviceName } from './content.ts';
import type { Letter } from './letter.ts';

export interface Envelope {
  /** The sender's address; its name is the service's. */
  readonly from: string;
  readonly date: Date;
}

/** Bytes of text in one encoded word: with its frame, and as base64, it is shorter than the 75 characters allowed. */
const bytesOfWord = 42;

const encodedWord = (text: string): string => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;

/** Words as RFC 2047 encodes them, no letter taken apart; readers drop the blanks between them. */
const encodedWords = (text: string): string => {
  const words: string[] = [];
  let word = '';
  for (const letter of text) {
    if (Buffer.byteLength(word + letter) > bytesOfWord) {
      words.push(word);
      word = '';
    }
    word += letter;
  }
  return [...words, word].map(encodedWord).join('\r\n ');
};

/**
 * Text as it may stand in a header. Encoded wherever it is not short, plain and of one line; so is text that looks
 * encoded, which the reader would decode, line breaks and all.
 */
const headerText = (text: string): string =>
  /^[\x20-\x7E]{0,60}$/.test(text) && !text.includes('=?') ? text : encodedWords(text);

/** One address with nothing in it that could end it, or begin another header. */
const headerAddress = (address: string): string => {
  if (!/^[^\s"(),:;<>@[\\\]]+@[^\s"(),:;<>@[\\\]]+$/.test(address) || !/^[\x21-\x7E]+$/.test(address))
    throw new Error('A letter has an address that no mail can be sent to.');
  return `<${address}>`;
};

/** Mail servers demand CR LF, and nothing else, at the end of every line. */
const withCrLf = (text: string): string => text.replaceAll(/\r\n?|\n/g, '\r\n');

/** A part of a message, whole. Its headers are ours alone: no word of a person is in them. */
const part = (headers: readonly string[], text: string): string =>
  [
    ...headers,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable.wrap(quotedPrintable.encode(withCrLf(text)), 76),
  ].join('\r\n');

const textPart = (kind: 'plain' | 'html', text: string): string =>
  part([`Content-Type: text/${kind}; charset=utf-8`], text);

const calendarPart = (file: string): string =>
  part(
    [
      'Content-Type: text/calendar; charset=utf-8; method=PUBLISH;',
      ' name="placement.ics"',
      'Content-Disposition: attachment; filename="placement.ics"',
    ],
    file,
  );

/** Several parts as one. The line between them is made by chance, so that no text can hold it. */
const multipart = (kind: 'alternative' | 'mixed', parts: readonly string[]): string => {
  const boundary = `=_${randomBytes(15).toString('base64url')}`;
  return [
    `Content-Type: multipart/${kind}; boundary="${boundary}"`,
    '',
    ...parts.flatMap((each) => [`--${boundary}`, each]),
    `--${boundary}--`,
    '',
  ].join('\r\n');
};

/**
 * The raw message: text and HTML as alternatives, and beside them the calendar file, if there is one. SES puts in the
 * Message-ID, and its own Date in place of what is here. It carries nothing of the outbox: the mail's id travels as a tag
 * beside the message. Why this is ours, but for the encoding of bodies: ADR 18.
 */
export const mimeOf = (letter: Letter, { from, date }: Envelope): Uint8Array => {
  const { to, replyTo, unsubscribePage, subject, text, html, calendar } = letter;
  const forms = multipart('alternative', [textPart('plain', text), textPart('html', html)]);
  return Buffer.from(
    [
      `From: "${serviceName}" ${headerAddress(from)}`,
      `To: ${headerAddress(to)}`,
      ...(replyTo === null ? [] : [`Reply-To: ${headerAddress(replyTo)}`]),
      `Subject: ${headerText(subject)}`,
      `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
      // RFC 3834: no out-of-office reply to a machine.
      'Auto-Submitted: auto-generated',
      ...(unsubscribePage === null
        ? []
        : [`List-Unsubscribe:\r\n <${unsubscribePage}>`, 'List-Unsubscribe-Post: List-Unsubscribe=One-Click']),
      'MIME-Version: 1.0',
      calendar === null ? forms : multipart('mixed', [forms, calendarPart(calendar)]),
    ].join('\r\n'),
  );
};
