import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { isOutreach, MailKind, mailKinds } from '../../../shared/domain/mail.ts';
import { coordinatorPageRoutes } from '../../../shared/contracts/coordinator-pages.ts';
import { recordPageRoutes } from '../../../shared/contracts/record-pages.ts';
import { linkPurposes } from '../../../shared/contracts/route.ts';
import { composeLetter } from '../../../shared/email/compose.ts';
import { whyNotDue } from '../../../shared/email/still-due.ts';
import { aFacility, anEmployment, aRequest, now } from '../../support/builders.ts';
import { aDesk, anOfferSubject, mailSamples } from '../../support/mail-samples.ts';
import { mailOfOffer } from '../../../shared/usecases/queue-mail.ts';

const letterOf = (kind: MailKind) => composeLetter(aDesk, mailSamples[kind].mail, mailSamples[kind].subject);

/** What every link of a letter that needs no sign-in may do, as its verified tokens say. */
const linksIn = (text: string) =>
  [...text.matchAll(/https:\/\/site\.example\.org\/(?!coordinator\b)\w+\/(\S+)/g)].map(([, token = '']) => {
    const verified = aDesk.tokens.verify(token, new Date(now), linkPurposes);
    return verified.ok ? verified.value : null;
  });

const tokenOf = (address: string): string => address.slice(address.lastIndexOf('/') + 1);

/** Pages without a token: the one that anybody may open, and those behind the coordinators' sign-in. */
const openPages = /https:\/\/site\.example\.org(\/(?:coordinator\S*)?)(?=\s)/g;

describe('the templates', () => {
  it('are one file for every kind of mail, and no more', async () => {
    const files = await readdir(new URL('../../../shared/email/templates/', import.meta.url));
    const kinds = MailKind.options.map((kind) => `${kind}.ts`);
    expect(files.toSorted()).toEqual([...kinds, 'index.ts', 'phrases.ts'].toSorted());
  });
});

describe.each(MailKind.options)('the mail %s', (kind) => {
  const { mail, subject } = mailSamples[kind];

  it('says in text and HTML what was agreed with its readers', async () => {
    const letter = await letterOf(kind);
    await expect(
      `To: ${letter.to}\nReply-To: ${letter.replyTo}\nSubject: ${letter.subject}\n\n${letter.text}`,
    ).toMatchFileSnapshot(`letters/${kind}.txt`);
    // All mails look the same: their style is agreed once, and every mail is held to it.
    const [, before = '', style = '', after = ''] = /^([^]*<style>)([^]*)(<\/style>[^]*)$/.exec(letter.html) ?? [];
    await expect(style).toMatchFileSnapshot('letters/style.css');
    await expect(`${before}${after}`).toMatchFileSnapshot(`letters/${kind}.html`);
  });

  it('is due in the state of its sample', () => {
    expect(whyNotDue(mail, subject, now)).toBeNull();
  });

  it('holds links of its own reader only', async () => {
    const { text, html } = await letterOf(kind);
    const links = linksIn(text);
    const allowed = {
      technologist: ['confirm-request', 'request-access', 'draft'],
      facility: ['confirm-facility', 'facility-access', 'answer'],
      'named-site': [],
      coordinator: [],
    }[mailKinds[kind].recipient];
    for (const link of links)
      expect([...allowed, ...(isOutreach(kind) ? ['unsubscribe'] : [])]).toContain(link?.purpose);
    for (const link of links) expect(subject.of === 'facility' ? link?.subject : '').not.toContain('req_');
    expect([...html.matchAll(/href="/g)]).toHaveLength(links.length + [...text.matchAll(openPages)].length);
  });

  it('fetches nothing and follows nobody', async () => {
    const { html } = await letterOf(kind);
    expect(html).not.toMatch(/<(img|link|script|iframe|object|form|video|audio)\b|url\(|@import|\son\w+=/i);
    for (const [, address] of html.matchAll(/(?:href|src)="([^"]*)"/g))
      expect(address).toMatch(/^https:\/\/site\.example\.org\//);
  });

  it('names the service, the postal address, why it came, and that it is not affiliated', async () => {
    const { text, html } = await letterOf(kind);
    for (const form of [text, html])
      for (const part of [
        'Clinical Site Match',
        aDesk.postalAddress,
        'You get this mail because',
        'not affiliated with ASRT or ARRT',
      ])
        expect(form).toContain(part);
  });
});

const briefTo = async (track: 'employer' | 'sister', employment: Parameters<typeof anEmployment>[0]) => {
  const request = aRequest({ status: 'approved', wishes: { employment: anEmployment(employment) } });
  const subject = anOfferSubject({ track }, { request });
  const mail = mailOfOffer({ kind: 'brief', subject: subject.offer.id, round: 1 }, subject.offer, now);
  return (await composeLetter(aDesk, mail, subject)).text;
};

describe('before an introduction', () => {
  const anonymous = MailKind.options.filter(
    (kind) =>
      mailKinds[kind].recipient !== 'technologist' &&
      !/^(introduction|placement-start|completion-question|outcome-question)-/.test(kind),
  );

  it.each(anonymous)(
    'the mail %s tells a facility or coordinator no name, contact, town or ZIP of the technologist',
    async (kind) => {
      const { text, html, subject } = await letterOf(kind);
      const { contact, home } = anOfferSubject().request;
      for (const form of [text, html, subject])
        for (const secret of [contact.name, contact.email, contact.phone ?? '', home.zip, home.town ?? ''])
          expect(form).not.toContain(secret);
    },
  );

  it.each([
    'brief',
    'shortlist-ready',
    'next-candidate',
    'offer-declined',
    'offer-lapsed',
    'consent-question',
  ] as const)('the mail %s tells nobody the contact of the facility', async (kind) => {
    const { contact } = aFacility();
    const { text } = await letterOf(kind);
    expect(text).not.toContain(contact.email);
    expect(text).not.toContain(contact.phone ?? '');
  });

  it('an employer learns the name of its employee where both consents are given, and nobody else does', async () => {
    expect(await briefTo('employer', { contactConsent: 'yes', nameInBrief: true })).toContain('Alder Example');
    expect(await briefTo('employer', { contactConsent: 'yes', nameInBrief: false })).not.toContain('Alder');
    expect(await briefTo('employer', { contactConsent: 'unknown', nameInBrief: true })).not.toContain('Alder');
    expect(await briefTo('sister', { contactConsent: 'yes', nameInBrief: true })).not.toContain('Alder');
  });
});

describe('an unconfirmed address', () => {
  const hostile = 'WIN NOW at evil.example';

  it('is never mailed a word that whoever filled in the form could have chosen', async () => {
    const request = aRequest({
      status: 'submitted',
      contact: { name: hostile, email: 'victim@example.org', phone: hostile },
    });
    const facility = aFacility({
      status: 'claimed',
      profile: { name: hostile, street: hostile, legalEmployer: hostile },
      contact: { name: hostile, role: hostile, email: 'victim@example.org', phone: hostile },
    });
    const letters = await Promise.all([
      composeLetter(aDesk, mailSamples['confirm-request'].mail, { of: 'request', request, underWay: null }),
      composeLetter(aDesk, mailSamples['confirm-facility'].mail, { of: 'facility', facility }),
    ]);
    for (const letter of letters) expect(JSON.stringify(letter)).not.toContain('WIN NOW');
  });
});

describe('an introduction', () => {
  it('connects the two: each gets the other’s contact, and a reply goes to the other', async () => {
    const { request, facility } = anOfferSubject();
    const toTechnologist = await letterOf('introduction-technologist');
    const toFacility = await letterOf('introduction-facility');
    expect([toTechnologist.to, toTechnologist.replyTo]).toEqual([request.contact.email, facility.contact.email]);
    expect([toFacility.to, toFacility.replyTo]).toEqual([facility.contact.email, request.contact.email]);
    for (const part of [facility.contact.name, facility.contact.email, facility.contact.phone])
      expect(toTechnologist.text).toContain(part);
    for (const part of [request.contact.name, request.contact.email, request.contact.phone])
      expect(toFacility.text).toContain(part);
  });
});

describe('a no of a facility', () => {
  it('reaches the technologist with its reason and without the facility’s comment or name', async () => {
    for (const kind of ['offer-declined', 'next-candidate'] as const) {
      const { text } = await letterOf(kind);
      expect(text).toContain('the staff cannot take a trainee now');
      expect(text).not.toContain('Did not convince us');
      expect(text).not.toContain(aFacility().profile.name);
    }
  });
});

describe('outreach', () => {
  it('holds the link that ends it, for its own address and for good, and nothing else does', async () => {
    const offered: string[] = [];
    for (const kind of MailKind.options) {
      const { unsubscribePage, text, html } = await letterOf(kind);
      expect(text.includes('End mails like this one')).toBe(unsubscribePage !== null);
      if (unsubscribePage === null) continue;
      offered.push(kind);
      expect(linksIn(unsubscribePage)).toMatchObject([{ purpose: 'unsubscribe', subject: mailSamples[kind].mail.id }]);
      expect(aDesk.tokens.verify(tokenOf(unsubscribePage), new Date('2099-01-01'), ['unsubscribe']).ok).toBe(true);
      for (const form of [text, html]) expect(form).toContain(unsubscribePage);
    }
    expect(offered).toEqual(MailKind.options.filter(isOutreach));
    expect(offered).toEqual(expect.arrayContaining(['brief', 'invitation']));
    expect(offered).not.toContain('introduction-facility');
  });
});

describe('a mail to coordinators', () => {
  const pages = [...coordinatorPageRoutes, ...recordPageRoutes]
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[\\w-]+')}(#\\w+)?$`));

  it.each(MailKind.options.filter((kind) => mailKinds[kind].recipient === 'coordinator'))(
    'leads to a page of theirs: %s',
    async (kind) => {
      const { text } = await letterOf(kind);
      const [, path = ''] = /^https:\/\/site\.example\.org(\/\S*)$/m.exec(text) ?? [];
      expect(pages.some((page) => page.test(path))).toBe(true);
    },
  );
});

describe('the digest', () => {
  it('leaves out what needs nobody', async () => {
    const { mail, subject } = mailSamples.digest;
    if (subject.of !== 'digest') throw new Error('not a digest');
    const nobody = { count: 0, more: false, since: null };
    const counts = { toReview: nobody, questions: nobody, lapsing: 0, doubtfulMails: 0, failedMails: 0 };
    const digest = { ...subject.digest, ...counts, stoppedSince: null };
    const letter = await composeLetter(aDesk, mail, { of: 'digest', digest });
    expect(letter.subject).toBe('This morning: one thing needs a coordinator');
    expect(letter.text).toContain('Facilities to vet: 2, the first since');
    expect(letter.text).not.toMatch(/review|Questions|lapse|stands still|Mails/);
  });
});
