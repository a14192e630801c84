import * as fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import type { Letter } from '../../../shared/email/letter.ts';
import { mimeOf } from '../../../shared/email/mime.ts';

const letter: Letter = {
  to: 'quill@example.org',
  replyTo: 'coordinator@example.org',
  unsubscribePage: null,
  subject: 'Your placement',
  text: 'Hello Quill,\n\nall is well.\n',
  calendar: null,
  html: '<p>Hello Quill, all is well.</p>',
};
const envelope = { from: 'mail@example.org', date: new Date('2027-01-04T13:00:00.000Z') };
const parsed = async (change: Partial<Letter> = {}) =>
  PostalMime.parse(mimeOf({ ...letter, ...change }, envelope), { attachmentEncoding: 'utf8' });
/** Letters of all kinds, and what headers, encodings and parts are made of. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=?', '?=', '=', '--', '\n', '.', ' ', '\t', 'Bcc: a@b', ':', 'ü', '名', '🙂'),
    ),
  )
  .map((parts) =>
    parts
      .join('')
      .toWellFormed()
      .replaceAll(/\p{Cc}|\uFEFF/gu, ' '),
  );
const oneLine = anyText.map((text) => text.replaceAll(/\s+/gu, ' ').trim());
/** Parsers end a text as they like. */
const lines = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd();
const headerNames = (mail: Awaited<ReturnType<typeof parsed>>) => mail.headers.map(({ key }) => key).toSorted();

describe('a raw message', () => {
  it('carries text and HTML, and says that a machine sent it', async () => {
    const mail = await parsed();
    expect(mail).toMatchObject({
      from: { name: 'Clinical Site Match', address: 'mail@example.org' },
      to: [{ address: 'quill@example.org' }],
      replyTo: [{ address: 'coordinator@example.org' }],
      subject: 'Your placement',
    });
    expect(mail.text?.trimEnd()).toBe(letter.text.trimEnd());
    expect(mail.html).toContain('<p>Hello Quill, all is well.</p>');
    expect(mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
    expect(headerNames(mail)).not.toContain('list-unsubscribe');
  });

  it('offers the way out of mails that come unasked', async () => {
    const page = `https://site.example.org/facility/${'v1.k1.facility-access.fac_maple1.1.1815233400.'.padEnd(260, 'x')}`;
    const mail = await parsed({ unsubscribePage: page });
    const value = mail.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
    // A long header is folded; folding adds blanks that unfolding takes away.
    expect(value.replaceAll(/\s/g, '')).toBe(`<${page}>`);
    // RFC 8058: what the reader's program posts to it, without a page.
    expect(mail.headers.find(({ key }) => key === 'list-unsubscribe-post')?.value).toBe('List-Unsubscribe=One-Click');
  });

  it('ends its lines as mail servers demand, keeps them short enough and in ASCII, whatever it says', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (subject, text, html) => {
        const raw = Buffer.from(mimeOf({ ...letter, subject, text, html, calendar: text }, envelope)).toString(
          'latin1',
        );
        expect(raw.replaceAll('\r\n', '')).toMatch(/^[\x20-\x7E\t]*$/);
        for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
      }),
    );
  });

  it('is read back as it was written by a parser of another house, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(oneLine, anyText, anyText, async (subject, text, html) => {
        const mail = await parsed({ subject, text, html, calendar: text });
        const [file] = mail.attachments;
        expect(mail.subject ?? '').toBe(subject);
        expect(
          [mail.text, mail.html, file?.content].map((form) => lines(typeof form === 'string' ? form : '')),
        ).toEqual([text, html, text].map(lines));
        expect(headerNames(mail)).toEqual(headerNames(await parsed()));
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    'Bcc: eve@example.org',
    'x\r\nBcc: eve@example.org',
    'x\nBcc: eve@example.org\n\nbody',
    'x\rTo: eve@example.org',
    'x\u2028Bcc: eve@example.org',
    '=?utf-8?Q?x=0D=0ABcc:_eve@example.org?=',
    'x\u0000y',
    '\u202Egro.elpmaxe@eve',
    'Ünïcode 名前 🙂',
    `${'long '.repeat(400)}end`,
  ])('gains no header, recipient or part by the subject %j', async (subject) => {
    const plain = await parsed();
    const mail = await parsed({ subject });
    expect(headerNames(mail)).toEqual(headerNames(plain));
    expect(mail.to).toEqual(plain.to);
    expect([mail.cc, mail.bcc, mail.attachments]).toEqual([undefined, undefined, []]);
    expect([mail.text, mail.html]).toEqual([plain.text, plain.html]);
  });

  it.each([
    '"a,eve"@example.org',
    'a,eve@example.org',
    'eve@example.org>, <b@example.org',
    'x\r\nBcc: eve@example.org',
    'x@example.org\r\n',
    'ünïcode@example.org',
    'nobody',
  ])('is not made for the address %j, which could be read as more than one, or as a header', (address) => {
    for (const change of [{ to: address }, { replyTo: address }])
      expect(() => mimeOf({ ...letter, ...change }, envelope)).toThrow('address');
  });

  it.each(['.\r\n', 'a\n.\nb', '--\n', '\u0000', 'x'.repeat(3000), '名前\n🙂'])(
    'gives back the text %j unharmed',
    async (text) => {
      const mail = await parsed({ text });
      expect(mail.text?.replaceAll('\r\n', '\n').trimEnd()).toBe(text.replaceAll('\r\n', '\n').trimEnd());
    },
  );
});
