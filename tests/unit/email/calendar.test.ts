import { describe, expect, it } from 'vitest';
import PostalMime from 'postal-mime';
import { calendarFile } from '../../../shared/email/calendar.ts';
import { composeLetter } from '../../../shared/email/compose.ts';
import { mimeOf } from '../../../shared/email/mime.ts';
import { aFacility, aPlace, now } from '../../support/builders.ts';
import { aDesk, anOfferSubject, mailSamples } from '../../support/mail-samples.ts';

/** Lines as RFC 5545 has them: unfolded, then name and value. */
const linesOf = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n');
const valueOf = (file: string, name: string): string =>
  linesOf(file)
    .find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))
    ?.replace(/^[^:]*:/u, '') ?? '';

const fileOf = async (
  kind: 'introduction-technologist' | 'introduction-facility',
  subject = mailSamples[kind].subject,
) => (await composeLetter(aDesk, mailSamples[kind].mail, subject)).calendar ?? '';

const names = (file: string) => linesOf(file).map((line) => /^[A-Z-]*/u.exec(line)?.[0]);

/** A text as a calendar shows it. */
const plain = (value: string): string =>
  value.replaceAll(/\\(.)/gu, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));

/** However a reader keeps its lines. */
const alike = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd();

const aDay = {
  id: 'req_alder1-1',
  sequence: 3,
  on: '2027-01-04',
  title: 'Begins',
  text: 'Words',
  where: null,
} as const;
const maker = { host: 'site.example.org', madeAt: now } as const;

describe('the calendar file of an introduction', () => {
  it.each(['introduction-technologist', 'introduction-facility'] as const)(
    'of the mail %s is the first day as a date, the same in every zone, with the facility’s zone named',
    async (kind) => {
      const file = await fileOf(kind);
      expect(linesOf(file)).toContain('DTSTART;VALUE=DATE:20270104');
      expect(file).not.toMatch(/DTSTART[^\r]*T\d/u);
      expect(valueOf(file, 'DESCRIPTION')).toContain('January 4\\, 2027\\, to March 26\\, 2027');
      expect(valueOf(file, 'DESCRIPTION')).toContain('time zone America/New_York');
    },
  );

  it('names no zone where the facility’s is not known', async () => {
    const facility = aFacility();
    const subject = anOfferSubject(
      { status: 'introduced' },
      { facility: { ...facility, place: aPlace({ zone: null }) } },
    );
    expect(valueOf(await fileOf('introduction-facility', subject), 'DESCRIPTION')).not.toContain('zone');
  });

  it('keeps its id when the dates change, and counts up, so that the entry moves instead of doubling', async () => {
    const subject = anOfferSubject({ status: 'introduced' });
    const moved = { ...subject.intake, version: subject.intake.version + 1, startsOn: '2027-01-11' };
    const [before, after] = [
      await fileOf('introduction-facility', subject),
      await fileOf('introduction-facility', { ...subject, intake: moved }),
    ];
    expect(valueOf(before, 'UID')).toBe(`${subject.offer.id}@site.example.org`);
    expect(valueOf(after, 'UID')).toBe(valueOf(before, 'UID'));
    expect(Number(valueOf(after, 'SEQUENCE'))).toBeGreaterThan(Number(valueOf(before, 'SEQUENCE')));
    expect(valueOf(after, 'DTSTART')).toBe('20270111');
  });

  it('tells no address, phone or surroundings of a person that the mail does not tell', async () => {
    const { request, facility } = anOfferSubject();
    for (const kind of ['introduction-technologist', 'introduction-facility'] as const) {
      const file = await fileOf(kind);
      for (const secret of [request.contact.email, request.contact.phone, request.home.zip, facility.contact.email])
        expect(file).not.toContain(secret);
      expect(file).not.toMatch(/ATTENDEE|ORGANIZER/u);
    }
  });

  it('travels as an attachment beside text and HTML, and no other mail brings one', async () => {
    for (const [kind, { mail, subject }] of Object.entries(mailSamples)) {
      const letter = await composeLetter(aDesk, mail, subject);
      const parsed = await PostalMime.parse(mimeOf(letter, { from: aDesk.from, date: new Date(now) }), {
        attachmentEncoding: 'utf8',
      });
      expect([parsed.text, parsed.html].every(Boolean)).toBe(true);
      expect(
        parsed.attachments.map(({ mimeType, filename, content }) => [
          mimeType,
          filename,
          alike(typeof content === 'string' ? content : ''),
        ]),
      ).toEqual(
        kind.startsWith('introduction') ? [['text/calendar', 'placement.ics', alike(letter.calendar ?? '')]] : [],
      );
    }
  });
});

describe('a calendar file', () => {
  it('has lines of 75 bytes at most, ended as RFC 5545 demands', () => {
    const file = calendarFile({ ...aDay, title: 'Überführung 名前 '.repeat(30), text: 'word, '.repeat(100) }, maker);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it.each([
    'x\r\nATTENDEE:mailto:eve@example.org',
    'x\nEND:VEVENT\nBEGIN:VALARM\nACTION:DISPLAY',
    'x\rURL:https://evil.example',
    'a; b, c: d \\n e \\',
    '"quoted"; X-PARAM=1:value',
  ])('gains no line by the words %j', (words) => {
    const file = calendarFile({ ...aDay, title: words, text: words, where: words }, maker);
    expect(names(file)).toEqual(names(calendarFile({ ...aDay, where: 'x' }, maker)));
    for (const name of ['SUMMARY', 'DESCRIPTION', 'LOCATION'])
      expect(plain(valueOf(file, name))).toBe(words.replaceAll(/\r\n?/gu, '\n'));
  });
});
