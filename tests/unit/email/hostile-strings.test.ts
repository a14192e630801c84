import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { Facility } from '../../../shared/domain/facility.ts';
import { MailKind } from '../../../shared/domain/mail.ts';
import { Offer } from '../../../shared/domain/offer.ts';
import { PlacementRequest } from '../../../shared/domain/placement-request.ts';
import { Intake, SiteOffer } from '../../../shared/domain/site-offer.ts';
import { composeLetter } from '../../../shared/email/compose.ts';
import { mimeOf } from '../../../shared/email/mime.ts';
import type { MailSubject } from '../../../shared/email/subject.ts';
import { asShown } from '../../../shared/email/words-of-people.ts';
import { now } from '../../support/builders.ts';
import { hostileStrings } from '../../support/hostile-strings.ts';
import { aDesk, mailSamples } from '../../support/mail-samples.ts';

type Path = readonly (string | number)[];

/** Schemas of what mails are about, by the names that a subject gives them. */
const schemas: Readonly<Record<string, z.ZodType>> = {
  request: PlacementRequest,
  facility: Facility,
  offer: Offer,
  previous: Offer,
  underWay: Offer,
  intake: Intake,
  siteOffer: SiteOffer,
};

/** Texts that the service writes itself, although their schema would take any. */
const ownTexts = new Set(['zone', 'personKey', 'auditHash', 'by', 'approvedBy', 'cancelledBy', 'refusedBy']);

const harmless = 'Zq7 harmless';

/** Where in a value a text stands, or could stand where nothing was said. */
const textsIn = (value: unknown, path: Path = []): Path[] => {
  if (typeof value === 'string' || value === null) return ownTexts.has(String(path.at(-1))) ? [] : [path];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, part]) => textsIn(part, [...path, name]));
};

const withText = <T>(value: T, [name, ...rest]: Path, text: string): T => {
  if (name === undefined) return text as T;
  const record = value as Record<string, unknown>;
  const changed = { [name]: withText(record[name], rest, text) };
  return (Array.isArray(value) ? Object.assign([...(value as unknown[])], changed) : { ...record, ...changed }) as T;
};

/** The texts of a subject that people write: where its schema takes any words. */
const fieldsOf = (subject: MailSubject): Path[] =>
  textsIn(subject).filter(([name = '', ...path]) => {
    const part = (subject as unknown as Record<string, unknown>)[name];
    return schemas[name]?.safeParse(withText(part, path, harmless)).success === true;
  });

/** Headers that differ from mail to mail: by chance, or by the words of the subject, which are compared apart. */
const changing = new Set(['subject', 'content-type', 'message-id']);

const mailWith = async (kind: MailKind, fields: readonly Path[], text: string) => {
  const { mail, subject } = mailSamples[kind];
  const written = fields.reduce((each, path) => withText(each, path, text), subject);
  const letter = await composeLetter(aDesk, mail, written);
  const parsed = await PostalMime.parse(mimeOf(letter, { from: aDesk.from, date: new Date(now) }), {
    attachmentEncoding: 'utf8',
  });
  const [attachment] = parsed.attachments;
  return {
    people: [parsed.from, parsed.to, parsed.cc, parsed.bcc, parsed.replyTo],
    headers: parsed.headers.map(({ key, value }) => [key, changing.has(key) ? '' : value]),
    attachments: parsed.attachments.length,
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html ?? '',
    calendar: typeof attachment?.content === 'string' ? attachment.content : '',
  };
};
type ParsedMail = Awaited<ReturnType<typeof mailWith>>;

const oneBlank = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
/** Names and values of a calendar's lines, unfolded (RFC 5545). */
const calendarLines = (file: string) =>
  file
    .replaceAll(/\r?\n[ \t]/gu, '')
    .split(/\r?\n/u)
    .map((line) => /^([^:;]*)[:;](.*)$/u.exec(line)?.slice(1) ?? [line]);
const inCalendar = (text: string): string =>
  text.replaceAll(/[\\;,]/gu, (each) => `\\${each}`).replaceAll('\n', String.raw`\n`);

/** These words in place of the harmless ones. */
const insert = (form: string, words: string): string => form.split(harmless).join(words);

/** The mail with the harmless words, and in their place these, as each form writes them: nothing else is different. */
const expectedOf = (plain: ParsedMail, words: string): ParsedMail => {
  return {
    ...plain,
    subject: oneBlank(insert(plain.subject, words)),
    text: plain.text
      .split('\n')
      .map((line) => insert(line, line.startsWith('> ') ? words.replaceAll('\n', '\n> ') : words))
      .join('\n'),
    html: insert(plain.html, escaped(words)),
    calendar: insert(plain.calendar, inCalendar(words)),
  };
};

const comparable = (mail: ParsedMail) => ({
  ...mail,
  text: mail.text.replaceAll('\r\n', '\n').trimEnd(),
  html: oneBlank(mail.html).replaceAll('> ', '>'),
  calendar: calendarLines(mail.calendar),
});

describe('the fields that people write', () => {
  it('are found by the schemas that take any words there', () => {
    const found = new Set(
      MailKind.options.flatMap((kind) => fieldsOf(mailSamples[kind].subject).map((path) => path.join('.'))),
    );
    for (const field of [
      'request.contact.name',
      'request.contact.phone',
      'request.home.town',
      'request.reason',
      'request.wishes.namedSite.name',
      'facility.profile.name',
      'facility.profile.street',
      'facility.contact.name',
      'facility.contact.role',
      'facility.contact.phone',
      'offer.toSettle.0',
      'offer.comment',
      'offer.questions.0.question',
      'offer.questions.0.reply',
    ])
      expect(found).toContain(field);
    expect(found).not.toContain('request.contact.email');
  });
});

describe('words that are read from right to left', () => {
  const shalom = String.fromCodePoint(0x5e9, 0x5dc, 0x5d5, 0x5dd);
  const [open, close] = [0x2068, 0x2069].map((point) => String.fromCodePoint(point));

  it('are set apart line by line, so that the numbers and brackets of our sentence keep their places', () => {
    expect(asShown(`${shalom} (1)`)).toBe(`${open}${shalom} (1)${close}`);
    expect(asShown(`one\n${shalom}`)).toBe(`one\n${open}${shalom}${close}`);
    expect(asShown('naïve 名前')).toBe('naïve 名前');
  });

  it('cannot end that early, or reach beyond it', () => {
    for (const words of hostileStrings) {
      const inside = asShown(`${shalom}${words}`)
        .split('\n')
        .map((line) => line.replace(/^\u2068(.*)\u2069$/u, '$1'));
      expect(inside.join('\n')).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u2028\u2029]|[^\P{Cc}\n\t]/u);
    }
  });
});

describe.each(MailKind.options)('hostile words in the mail %s', (kind) => {
  it('are shown as they are, and change nothing else: no element, header, recipient, part or line is added', async () => {
    const fields = fieldsOf(mailSamples[kind].subject);
    const plain = await mailWith(kind, fields, harmless);
    const pairs = await Promise.all(
      hostileStrings.map(async (words) => ({
        words,
        mail: comparable(await mailWith(kind, fields, words)),
        expected: comparable(expectedOf(plain, asShown(words))),
      })),
    );
    // Some thousand mails are compared, and all but broken ones are equal to the letter.
    const broken = pairs.filter(({ mail, expected }) => JSON.stringify(mail) !== JSON.stringify(expected));
    expect(broken.map(({ words, mail }) => ({ words, mail }))).toEqual(
      broken.map(({ words, expected }) => ({ words, mail: expected })),
    );
  });
});
