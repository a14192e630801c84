import { beforeAll, describe, expect, test } from 'vitest';
import { facilityForm, facilityPage } from '../../../shared/contracts/facility-pages.ts';
import { unsubscribeForm, unsubscribePage } from '../../../shared/contracts/pages.ts';
import type { MailKind } from '../../../shared/domain/mail.ts';
import { suppresses, suppressionIdOf } from '../../../shared/domain/suppression.ts';
import { aMail } from '../../support/builders.ts';
import { contents, seedSite, value } from '../../support/world.ts';
import { anEvent, formEvent } from './an-event.ts';
import { choicesMade } from './html-faults.ts';
import { aService, tokenFor, type Service } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await aService();
});

const email = 'robin@birch.example.org';
const oneClick = { 'List-Unsubscribe': 'One-Click' };

/** A mail of a kind that went to an address, with its link to end more of them. */
const sentTo = async (name: string, address: string, kind: MailKind = 'brief') => {
  const addressId = suppressionIdOf(await service.ports.personKeys.of(address));
  const mail = aMail({ kind, subject: `req_${name}-1`, status: 'sent', addressId });
  value(await service.store.commit([service.store.outbox.enqueue(mail)]));
  const params = { token: tokenFor({ purpose: 'unsubscribe', subject: mail.id, version: mail.linkVersion }, null) };
  return { params, listed: async () => service.store.suppressions.get(addressId) };
};

/** An open facility whose contact, with this address, once confirmed it. */
const facilityOf = async (name: string, address: string) => {
  const facilityId = `fac_${name}`;
  await seedSite(service, { facilityId });
  const facility = await service.store.facilities.get(facilityId);
  if (facility === null) throw new Error('the facility was seeded');
  const spoken = service.store.people.speakFor(await service.ports.personKeys.of(address), facilityId);
  const moved = { ...facility, version: facility.version + 1, contact: { ...facility.contact, email: address } };
  value(await service.store.commit([service.store.facilities.update(facility, moved), spoken]));
  return { facilityId, now: async () => service.store.facilities.get(facilityId) };
};

const post = (form: Readonly<Record<string, string>>, change: Parameters<typeof formEvent>[2]) =>
  service.answer('public-act', formEvent(unsubscribeForm, form, change));

describe('the link that ends outreach', () => {
  test('ends it by one click of a mail program, without a page before it, and nothing else', async () => {
    const { params, listed } = await sentTo('click', 'click@example.org');
    expect((await post(oneClick, { params })).statusCode).toBe(200);
    expect(await listed()).toMatchObject({
      scope: 'outreach',
      cause: 'unsubscribed',
      mailId: 'mail_req_click-1_brief_1',
    });
    expect(suppresses(await listed(), 'brief')).toBe(true);
    expect(suppresses(await listed(), 'introduction-facility')).toBe(false);
  });

  test('takes the click as either kind of form, and from wherever the mail is shown', async () => {
    const { params, listed } = await sentTo('multipart', 'multipart@example.org');
    const line = 'x7';
    const part = `--${line}\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--${line}--\r\n`;
    const event = anEvent(unsubscribeForm, {
      params,
      headers: { 'content-type': `multipart/form-data; boundary=${line}`, 'sec-fetch-site': 'cross-site' },
    });
    expect((await service.answer('public-act', { ...event, body: part, isBase64Encoded: false })).statusCode).toBe(200);
    expect(await listed()).not.toBeNull();
  });

  test('opens a page that changes nothing and chooses nothing, and its form needs a tick', async () => {
    const { params, listed } = await sentTo('page', 'page@example.org');
    const before = await contents(service);
    const { statusCode, body = '' } = await service.answer('public-read', anEvent(unsubscribePage, { params }));
    expect([statusCode, choicesMade(body)]).toEqual([200, []]);
    expect((await post({}, { params })).statusCode).toBe(422);
    expect((await post({ 'List-Unsubscribe': 'other' }, { params })).statusCode).toBe(422);
    const elsewhere = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' };
    expect((await post({ sure: 'yes' }, { params, headers: elsewhere })).statusCode).toBe(403);
    expect(await contents(service)).toEqual(before);

    expect((await post({ sure: 'yes' }, { params })).body).toContain('These mails have ended');
    expect(await listed()).toMatchObject({ scope: 'outreach' });
  });

  test('does nothing new when it is used again, and never less than a bounce or a complaint did', async () => {
    const { params } = await sentTo('again', 'again@example.org');
    await post(oneClick, { params });
    const once = await contents(service);
    expect((await post(oneClick, { params })).statusCode).toBe(200);
    expect(await contents(service)).toEqual(once);
  });

  test('does nothing when it is altered, or is for something else', async () => {
    const { params } = await sentTo('other', 'other@example.org');
    const before = await contents(service);
    for (const token of [
      `${params.token}x`,
      tokenFor({ purpose: 'answer', subject: 'mail_req_other-1_brief_1', version: 1 }),
    ])
      expect((await post(oneClick, { params: { token } })).statusCode).toBe(401);
    expect(await contents(service)).toEqual(before);
  });
});

describe('a facility whose contact ends our mails', () => {
  test('is paused, is told why and how to come back, and gets mails again when it resumes', async () => {
    const facility = await facilityOf('paused', email);
    const { params, listed } = await sentTo('paused', email);
    await post(oneClick, { params });
    expect(await facility.now()).toMatchObject({ status: 'paused', pausedBecause: 'unsubscribed' });

    const version = 1;
    const link = { params: { token: tokenFor({ purpose: 'facility-access', subject: facility.facilityId, version }) } };
    const { body = '' } = await service.answer('public-read', anEvent(facilityPage, link));
    expect(body).toContain('You ended our mails');
    const resumed = formEvent(facilityForm, { action: 'resume', sure: 'yes' }, link);
    expect((await service.answer(facilityForm.served, resumed)).statusCode).toBe(200);
    expect(await facility.now()).toMatchObject({ status: 'open' });
    expect(suppresses(await listed(), 'brief')).toBe(false);
  });

  test('goes on where somebody else is its contact by now', async () => {
    const facility = await facilityOf('handed', 'successor@example.org');
    const former = service.store.people.speakFor(
      await service.ports.personKeys.of('former@example.org'),
      facility.facilityId,
    );
    value(await service.store.commit([former]));
    const { params } = await sentTo('handed', 'former@example.org');
    await post(oneClick, { params });
    expect(await facility.now()).toMatchObject({ status: 'open' });
  });

  test('stays off the list by resuming only when it had put itself there', async () => {
    const facility = await facilityOf('bounced', 'bounced@example.org');
    const { params, listed } = await sentTo('bounced', 'bounced@example.org');
    await post(oneClick, { params });
    const before = await listed();
    if (before === null) throw new Error('the address is on the list');
    const worse = { ...before, version: before.version + 1, scope: 'all', cause: 'hard-bounce' } as const;
    value(await service.store.commit([service.store.suppressions.update(before, worse)]));
    const token = tokenFor({ purpose: 'facility-access', subject: facility.facilityId, version: 1 });
    await service.answer(
      'public-act',
      formEvent(facilityForm, { action: 'resume', sure: 'yes' }, { params: { token } }),
    );
    expect(await listed()).toMatchObject({ scope: 'all', cause: 'hard-bounce' });
  });
});

describe('an invited site', () => {
  test('gets no invitation any more, and is told how to take part after all', async () => {
    const { params, listed } = await sentTo('invited', 'imaging@rowan.example.org', 'invitation');
    const { body } = await post(oneClick, { params });
    expect(body).toContain('Should you ever want to take part');
    expect(suppresses(await listed(), 'invitation')).toBe(true);
  });
});
