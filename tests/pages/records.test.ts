import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import * as files from '../../shared/contracts/file-pages.ts';
import * as pages from '../../shared/contracts/record-pages.ts';
import type { Route } from '../../shared/contracts/route.ts';
import type { HttpAnswer } from '../../shared/http/binding.ts';
import { aMail, aRequest } from '../support/builders.ts';
import { see, site, useBrowser } from '../support/seen.ts';
import { contents, seedRequest, seedSite, value } from '../support/world.ts';
import { aService, type Service } from '../unit/http/service.ts';
import { aVisitor } from '../unit/http/signed-in.ts';

/** What coordinators look up and keep: mails, what was done, people, files. */

const browser = useBrowser();
let service: Service;
let page: Page;
let visitor: Awaited<ReturnType<typeof aVisitor>>;

beforeAll(async () => {
  service = await aService();
  visitor = await aVisitor(service);
  page = await browser.open({}, service);
  await page.goto(site);
});

describe('the mail log', () => {
  const doubtful = aMail({ subject: 'req_alder1', status: 'unknown', trouble: 'No answer: TimeoutError' });
  const failed = aMail({ subject: 'req_birch1', status: 'failed', trouble: 'Not taken: MessageRejected' });
  const at = { mailId: doubtful.id };

  test('says what will be there while no mail is in doubt', async () => {
    expect(await see(page, await visitor.read(pages.mailsPage), 'records-mails-empty')).toContain(
      'No mail is in doubt',
    );
  });

  test('lists mails by trouble, and all about one thing', async () => {
    const { store } = service;
    await seedRequest(service, aRequest());
    value(await store.commit([store.outbox.enqueue(doubtful), store.outbox.enqueue(failed)]));
    expect(await see(page, await visitor.read(pages.mailsPage), 'records-mails')).toContain('No answer: TimeoutError');
    expect((await visitor.read(pages.mailsPage, {}, 'status=failed')).body).toContain(failed.id);
    const about = await visitor.read(pages.mailsPage, {}, 'about=req_birch1');
    expect(about.body).toContain(failed.id);
    expect(about.body).not.toContain(doubtful.id);
    expect((await visitor.read(pages.mailsPage, {}, 'about=<b>')).statusCode).toBe(422);
  });

  test('a doubt is closed with a reason, and not without one', async () => {
    const missing = await visitor.send(pages.mailCasePage, pages.mailCaseForm, at, { action: 'close' });
    expect(missing.statusCode).toBe(422);
    expect(await see(page, missing, 'records-mail-wrong')).toContain('Please write the reason.');
    const closed = { action: 'close', reason: 'She has read it.' };
    expect(await visitor.send(pages.mailCasePage, pages.mailCaseForm, at, closed)).toMatchObject({
      statusCode: 303,
      headers: { location: `/coordinator/mails/${doubtful.id}?done=mail-closed` },
    });
    expect((await visitor.read(pages.mailsPage)).body).toContain('No mail is in doubt');
    expect((await visitor.read(pages.mailCasePage, at)).body).toContain('She has read it.');
  });

  test('a mail is sent again by a named act with its reason', async () => {
    const answer = await visitor.send(
      pages.mailCasePage,
      pages.mailCaseForm,
      { mailId: failed.id },
      { action: 'send-again', reason: 'The provider was down.' },
    );
    expect(answer.statusCode).toBe(303);
    expect(await service.store.outbox.get(`${failed.id}-2`)).toMatchObject({
      status: 'pending',
      copyReason: 'The provider was down.',
    });
  });
});

describe('what may leave', () => {
  test('outreach is stopped and resumed by coordinators, with reasons', async () => {
    const send = async (form: Readonly<Record<string, string>>) =>
      visitor.send(pages.mailingPage, pages.mailingForm, {}, form);
    expect((await send({ action: 'stop' })).body).toContain('Please write the reason.');
    expect((await send({ action: 'stop', reason: 'A wrong template.' })).statusCode).toBe(303);
    const stopped = await see(page, await visitor.read(pages.mailingPage), 'records-mailing-stopped');
    expect(stopped).toContain('A wrong template.');
    expect(stopped).toContain('Admins switch kinds.');
    expect((await send({ action: 'resume', version: '1', reason: 'Mended.' })).statusCode).toBe(303);
    expect((await service.store.mailing.get('mailing'))?.brake).toBeNull();
  });

  test('kinds are switched by admins alone', async () => {
    const form = { action: 'switch', kind: 'off brief', version: '2', reason: 'A wrong sentence.' };
    const admin = await aVisitor(service, 'admin');
    expect((await visitor.send(pages.mailingPage, pages.mailKindForm, {}, form)).statusCode).toBe(403);
    const unsaid = await admin.send(pages.mailingPage, pages.mailKindForm, {}, { ...form, kind: '' });
    expect(await see(page, unsaid, 'records-mailing-admin')).toContain('Please choose a kind of mail.');
    expect((await admin.send(pages.mailingPage, pages.mailKindForm, {}, form)).statusCode).toBe(303);
    expect((await service.store.mailing.get('mailing'))?.kindsOff).toEqual(['brief']);
  });
});

test('an address is put on the suppression list and taken off it, each with a reason; its key alone is shown', async () => {
  const send = async (form: Readonly<Record<string, string>>) =>
    visitor.send(pages.suppressionsPage, pages.suppressionsForm, {}, form);
  const put = { action: 'suppress', email: 'kim@example.org', scope: 'all', reason: 'Asked by phone.' };
  expect((await send({ action: 'suppress' })).body).toContain('Please choose what it does not get.');
  expect((await send(put)).statusCode).toBe(303);
  const list = await see(page, await visitor.read(pages.suppressionsPage), 'records-suppressions');
  expect(list).toContain('Asked by phone.');
  expect(list).not.toContain('kim@example.org');
  const [, suppressionId = ''] = /name="suppressionId" value="([^"]+)"/.exec(list) ?? [];
  expect((await send({ action: 'lift', suppressionId, version: '1' })).statusCode).toBe(422);
  expect((await send({ action: 'lift', suppressionId, version: '1', reason: 'A mistake.' })).statusCode).toBe(303);
  expect((await visitor.read(pages.suppressionsPage)).body).toContain('The list is empty');
});

describe('the history', () => {
  test('tells what people who sign in did, by person, kind and day', async () => {
    const { body = '' } = await visitor.read(pages.auditPage);
    expect(body).toContain('closed without sending again');
    expect(await see(page, await visitor.read(pages.auditPage, {}, 'kind=mails'), 'records-history')).not.toContain(
      'stop outreach',
    );
    expect((await visitor.read(pages.auditPage, {}, 'kind=mailing&from=&to=')).body).toContain('stop outreach');
    expect((await visitor.read(pages.auditPage, {}, 'to=2020-01-01')).body).toContain('No act fits this filter.');
    expect((await visitor.read(pages.auditPage, {}, 'by=nobody')).body).toContain('No act fits this filter.');
    expect((await visitor.read(pages.auditPage, {}, 'from=yesterday')).statusCode).toBe(422);
  });

  test('pages on, each act once', async () => {
    const seen: string[] = [];
    let query = 'limit=2';
    for (let asked = 0; asked < 10 && query !== ''; asked += 1) {
      const { body = '' } = await visitor.read(pages.auditPage, {}, query);
      seen.push(
        ...[...body.matchAll(/<th scope="row"[^>]*>([^<]+)<\/th>\s*<td[^>]*>([^<]+)</g)].map(([, , act]) => act ?? ''),
      );
      const [, cursor] = /cursor=([^"&]+)/.exec(body) ?? [];
      query = cursor === undefined ? '' : `limit=2&cursor=${cursor}`;
    }
    const { body = '' } = await visitor.read(pages.auditPage, {}, 'limit=100');
    expect(seen).toHaveLength([...body.matchAll(/<th scope="row"/g)].length);
  });

  test('tells everything about one thing, and whether a line was tampered with', async () => {
    const about = `about=mail_req_alder1_request-received_1`;
    expect(await see(page, await visitor.read(pages.auditPage, {}, about), 'records-history-about')).toContain(
      'nothing was changed or left out',
    );
    const chain = await service.store.audit.of('mail_req_alder1_request-received_1');
    expect(chain).toHaveLength(1);
    const untouched = service.store.audit.withParts;
    const [first] = chain;
    Object.assign(service.store.audit, { withParts: async () => [{ ...first, action: 'send again' }] });
    expect((await visitor.read(pages.auditPage, {}, about)).body).toContain('The chain is broken');
    Object.assign(service.store.audit, { withParts: untouched });
  });
});

const sendFile = async (form: Readonly<Record<string, string | File>>, to: Route = files.importPreviewForm) =>
  visitor.send(files.filesPage, to, {}, form);
const digestIn = ({ body = '' }: HttpAnswer): string => /name="seen" value="([^"]+)"/.exec(body)?.[1] ?? '';

describe('files', () => {
  const changes = [
    'facility,name,discipline,fee,status',
    'fac_birch,Birch East (invented),CT,250,open',
    'fac_gone1,Gone,CT,1,open',
  ].join('\n');
  test('are taken out as CSV, in a download', async () => {
    await seedSite(service);
    await see(page, await visitor.read(files.filesPage), 'records-files');
    const { headers, body } = await visitor.read(files.fileDownload, { file: 'sites.csv' });
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="sites.csv"',
      'cache-control': 'no-store',
    });
    expect(body).toContain('"fac_birch"');
    expect((await visitor.read(files.fileDownload, { file: 'history.csv' }, 'kind=mailing')).body).toContain(
      'stop outreach',
    );
    expect((await visitor.read(files.fileDownload, { file: 'people.csv' })).statusCode).toBe(404);
  });

  test('what one would change is shown first, with what is refused; nothing is written', async () => {
    const shown = await see(page, await sendFile({ text: changes }), 'records-import');
    expect(shown).toContain('Birch East (invented)');
    expect(shown).toContain('is missing: this facility is new');
    expect(shown).toContain('Not taken, because the service keeps them itself');
    expect((await service.store.facilities.get('fac_birch'))?.version).toBe(1);
  });

  test('it is done when the box is ticked, and only what was seen', async () => {
    const seen = digestIn(await sendFile({ text: changes }));
    const unsure = await sendFile({ text: changes, seen }, files.importForm);
    expect(unsure.statusCode).toBe(422);
    expect(unsure.body).toContain('Please tick the box first');
    const other = await sendFile({ text: changes.replace('250', '350'), seen, sure: 'yes' }, files.importForm);
    expect(other.body).toContain('This is not what you saw.');
    const done = await sendFile({ text: changes, seen, sure: 'yes' }, files.importForm);
    expect(await see(page, done, 'records-import-done')).toContain('2 changes are taken in.');
    expect((await service.store.facilities.get('fac_birch'))?.profile.name).toBe('Birch East (invented)');
    expect((await sendFile({ text: changes, seen, sure: 'yes' }, files.importForm)).body).toContain(
      'it was taken in already',
    );
  });

  test('a spreadsheet’s own encoding is read, and what is too large is refused', async () => {
    const latin = new File([Buffer.from('facility,name\nfac_birch,Caf\u00e9 Imaging', 'latin1')], 'facilities.csv');
    expect((await sendFile({ file: latin })).body).toContain('Caf\u00e9 Imaging');
    const large = await sendFile({ file: new File(['x'.repeat(1_100_000)], 'large.csv') });
    expect(large.statusCode).toBe(413);
    expect(large.body).toContain('A file may have 1 MB at most');
    expect((await sendFile({})).statusCode).toBe(422);
  });

  test('hostile texts of a file are shown as they are', async () => {
    const { body = '' } = await sendFile({ text: 'facility,name\nfac_birch,"<script>alert(1)</script>"' });
    expect(body).toContain('&lt;script&gt;alert(1)');
    expect(body).not.toContain('<script>alert');
  });
});

/** Asks for the person with an address. */
const ask = async (email?: string): Promise<HttpAnswer> =>
  visitor.send(pages.peoplePage, pages.personSearchForm, {}, { ...(email !== undefined && { email }) });
const keyIn = ({ headers }: HttpAnswer): string => String(headers?.['location']).split('/').at(-1) ?? '';

describe('people', () => {
  const contact = { name: 'Rowan Person', email: 'rowan.person@example.org', phone: null };

  beforeAll(async () => {
    const personKey = await service.ports.personKeys.of(contact.email);
    const request = aRequest({ id: 'req_person1', personKey, contact });
    await seedRequest(service, request);
    value(await service.store.commit([service.store.people.openRequest(personKey, request.id)]));
  });

  test('are found by an address, which stands in no address of a page', async () => {
    const missing = await ask();
    expect(missing.statusCode).toBe(422);
    expect(await see(page, missing, 'records-people')).toContain('Please write the address.');
    const found = await ask(contact.email.toUpperCase());
    expect(found.statusCode).toBe(303);
    expect(String(found.headers?.['location'])).not.toContain(contact.email);
    const person = await see(page, await visitor.read(pages.personPage, { personKey: keyIn(found) }), 'records-person');
    expect(person).toContain('/coordinator/requests/req_person1');
    expect(
      (await visitor.read(pages.personPage, { personKey: keyIn(await ask('nobody@example.org')) })).body,
    ).toContain('None was confirmed under this address');
  });

  test('are handed what is held of them, whole', async () => {
    const personKey = keyIn(await ask(contact.email));
    const { headers, body = '' } = await visitor.read(pages.personExport, { personKey });
    expect(headers).toMatchObject({ 'content-disposition': 'attachment; filename="held.json"' });
    expect(JSON.parse(body)).toMatchObject({ requests: [{ request: { requestId: 'req_person1', contact } }] });
  });

  test('are erased when the box is ticked; the log repeats it after a restore', async () => {
    const at = { personKey: keyIn(await ask(contact.email)) };
    const send = async (form: Readonly<Record<string, string>>) =>
      visitor.send(pages.peoplePage, pages.personForm, at, form);
    expect((await send({})).body).toContain('Please tick the box first');
    expect((await send({ sure: 'yes' })).statusCode).toBe(303);
    const { body } = await visitor.read(pages.personPage, at, 'done=erased');
    expect(body).toContain('Erased.');
    expect(body).not.toContain('req_person1');
    expect((await contents(service)).join()).not.toContain(contact.email);
    expect(service.logged).toContainEqual({ message: 'erased', fields: { erased: 'req_person1' } });
  });
});
