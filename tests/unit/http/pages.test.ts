import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { apiPage } from '../../../shared/contracts/docs.ts';
import { answerForm, answerPage, facilityForm } from '../../../shared/contracts/facility-pages.ts';
import { asset, confirmForm, homePage, linksForm, statusForm, statusPage } from '../../../shared/contracts/pages.ts';
import type { LinkPurpose, Route, ServingFunction } from '../../../shared/contracts/route.ts';
import type { HttpEvent } from '../../../shared/http/binding.ts';
import { aRequest } from '../../support/builders.ts';
import { contents, offerNow, requestNow, seedRequest } from '../../support/world.ts';
import { anEvent, formEvent, type EventChange } from './an-event.ts';
import { choicesMade, htmlFaults } from './html-faults.ts';
import { seedForEvents, seedPlacement } from './seeds.ts';
import { aService, tokenFor, type Service } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await aService();
  await seedForEvents(service);
});

const send = async (served: ServingFunction, event: HttpEvent) => {
  const { statusCode, headers, body = '' } = await service.answer(served, event);
  return { statusCode, headers, page: body };
};

const params = (purpose: LinkPurpose, subject: string, version = 1): EventChange => ({
  params: { token: tokenFor({ purpose, subject, version }) },
});
const submit = (route: Route, form: Readonly<Record<string, string>>, change: EventChange) =>
  send(route.served, formEvent(route, form, change));

describe('every page', () => {
  const folder = join(import.meta.dirname, '../../../events');
  const events = (['public-read', 'public-match', 'public-act', 'facility-act', 'api-docs'] as const).flatMap(
    (served) =>
      readdirSync(join(folder, served)).map((file) => ({
        served,
        name: file.replace('.json', ''),
        event: JSON.parse(readFileSync(join(folder, served, file), 'utf8')) as HttpEvent,
      })),
  );
  const shown = events.filter(({ event }) => !event.rawPath.startsWith('/api/') || event.rawPath === '/api/docs');
  const reads = shown.filter(({ event }) => event.requestContext.http.method === 'GET');

  test.each(
    shown.filter(({ name }) => !/asset$|heldFile$|^ok-(draftStep|draftSend|editStep|profile|site)Form$/.test(name)),
  )('can be read by everybody: $name', async ({ served, event }) => {
    const { page } = await send(served, event);
    expect(htmlFaults(page)).toEqual([]);
  });

  /** They show what is kept, or what was chosen on the page before; sending it as it is changes nothing. */
  const showingWhatIsKept = new Set(['ok-claimPage', 'ok-profilePage', 'ok-sitePage', 'ok-editStepPage']);

  test('changes nothing when it is opened, and chooses nothing for its reader', async () => {
    const before = await contents(service);
    for (const { served, event, name } of reads) {
      const { page } = await send(served, event);
      expect(showingWhatIsKept.has(name) ? [] : choicesMade(page)).toEqual([]);
    }
    expect(await contents(service)).toEqual(before);
  });

  test('finds its style, scripts and pictures where the content policy allows them, under names for good', async () => {
    const { page, headers } = await send('public-read', anEvent(homePage));
    const policy = headers?.['content-security-policy'];
    for (const kind of ['style', 'script', 'img']) expect(policy).toContain(`${kind}-src 'self'`);
    const names = [...page.matchAll(/(?:href|src)="\/assets\/([^"]+)"/g)].map(([, name = '']) => name);
    expect(new Set(names.map((name) => name.replace(/^.*\./, '')))).toEqual(new Set(['css', 'svg']));
    for (const name of names) {
      const found = await service.answer('public-read', anEvent(asset, { params: { name } }));
      expect([found.statusCode, found.headers?.['cache-control']]).toEqual([200, expect.stringContaining('immutable')]);
    }
  });

  test('finds the style of another version of the service by its name, and does not keep it', async () => {
    const other = await service.answer('public-read', anEvent(asset, { params: { name: 'site.0ldstyle.css' } }));
    expect([other.statusCode, other.headers?.['content-type'], other.headers?.['cache-control']]).toEqual([
      200,
      'text/css; charset=utf-8',
      'no-cache',
    ]);
    for (const name of ['constructor.a.b', 'nothing.css', 'site', '..'])
      expect((await service.answer('public-read', anEvent(asset, { params: { name } }))).statusCode).toBe(404);
  });

  test('says where a person can be written to', async () => {
    expect((await send('public-read', anEvent(homePage))).page).toContain('mailto:coordinator@example.org');
  });

  test('tells the survey’s figures as the source has them', async () => {
    const { page } = await send('public-read', anEvent(homePage));
    for (const figure of ['71.3', '24.5', '8.4', '5.6', '78.9', '19.7', '10.6']) expect(page).toContain(`${figure} %`);
    expect(page).toContain('Searching for a Clinical Site?');
    expect(page).toContain('no promise');
  });

  test('shows hostile text as text', async () => {
    const hostile = `"><script>alert('1')</script>&amp;{{7*7}}`;
    const contact = { name: hostile, email: 'alder@example.org', phone: null };
    await seedRequest(service, aRequest({ id: 'req_hostile', personKey: 'person-hostile', contact }));
    const { page } = await send('public-read', anEvent(statusPage, params('request-access', 'req_hostile')));
    expect(htmlFaults(page)).toEqual([]);
    expect(page).toContain('&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;{{7*7}}');
  });
});

/** Sends the form of a brief that was just made. */
const answer = async (name: string, form: Readonly<Record<string, string>>, change: EventChange = {}) => {
  await seedPlacement(service, name, {});
  const link = params('answer', `req_${name}-1`);
  return { link, ...(await submit(answerForm, form, { ...link, ...change })) };
};

describe('the form of a brief', () => {
  test('takes a yes, and takes it back', async () => {
    const { link, page } = await answer('pageYes', { choice: 'yes', reason: '', comment: '', question: '' });
    expect(page).toContain('Thank you for your yes');
    expect(page).toContain('10:30 AM EST');

    const shown = await send('public-read', anEvent(answerPage, link));
    expect(shown.page).toContain('Take our yes back');
    expect(choicesMade(shown.page)).toEqual([]);
    expect((await submit(answerForm, {}, link)).page).toContain('Please tick the box first');
    expect((await submit(answerForm, { choice: 'undo' }, link)).page).toContain('Your yes is taken back');
    expect((await offerNow(service, 'req_pageYes-1')).status).toBe('made');
  });

  test('takes a no with its reason, whatever else was filled in', async () => {
    const { statusCode } = await answer('pageNo', {
      choice: 'no',
      reason: 'dates',
      comment: 'From March on we could.\r\nCall us then.',
      question: 'left over',
    });
    expect(statusCode).toBe(200);
    expect(await offerNow(service, 'req_pageNo-1')).toMatchObject({
      status: 'declined',
      reason: 'dates',
      comment: 'From March on we could.\nCall us then.',
    });
  });

  test('takes a question, and stays open', async () => {
    const { page } = await answer('pageQuestion', { choice: 'question', question: 'Which days?' });
    expect(page).toContain('Your question is on its way');
    expect(await offerNow(service, 'req_pageQuestion-1')).toMatchObject({
      status: 'made',
      questions: [{ question: 'Which days?', reply: null }],
    });
  });

  test.each([
    ['pageNothing', {}, 'Please choose an answer.', 'answer-choice'],
    ['pageReason', { choice: 'no', comment: 'Not now.' }, 'Please choose why not.', 'answer-reason'],
    ['pageEmpty', { choice: 'question', question: '  ' }, 'Please write your question.', 'answer-question'],
    [
      'pageLong',
      { choice: 'no', reason: 'dates', comment: 'x'.repeat(1001) },
      'What you added must have at most 1000 characters.',
      'answer-comment',
    ],
    ['pageOdd', { choice: 'maybe' }, 'The answer must be one of', 'answer-choice'],
  ])('%s: is shown again with what is wrong, beside the field and first of all', async (name, form, words, id) => {
    const { statusCode, page } = await answer(name, form);
    expect(statusCode).toBe(422);
    expect(page.split(words)).toHaveLength(3);
    expect(page).toContain(`href="#${id}"`);
    expect(page).toContain(`id="${id}-error"`);
    expect(htmlFaults(page)).toEqual([]);
    expect((await offerNow(service, `req_${name}-1`)).status).toBe('made');
  });

  test('keeps what was typed', async () => {
    const { page } = await answer('pageKept', { choice: 'no', comment: '\n<Perhaps> later' });
    expect(page).toMatch(/value="no"\s+checked/);
    expect(page).toContain('>\n\n&lt;Perhaps&gt; later</textarea');
  });

  test('is not taken from another site', async () => {
    const other: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://elsewhere.example.net' },
    ];
    for (const [index, headers] of other.entries()) {
      const content = { 'content-type': 'application/x-www-form-urlencoded', ...headers };
      const { statusCode } = await answer(`pageSite${index}`, { choice: 'yes' }, { headers: content });
      expect(statusCode).toBe(403);
    }
    const own: Record<string, string>[] = [
      { 'sec-fetch-site': 'same-origin', origin: 'null' },
      { origin: 'https://api.example.org' },
      {},
    ];
    for (const [index, headers] of own.entries())
      expect((await answer(`pageOwn${index}`, { choice: 'yes' }, { headers })).statusCode).toBe(200);
  });
});

describe('a box must be ticked before anything is done', () => {
  test.each([
    ['confirm', confirmForm, {}, params('confirm-request', 'req_confirmPage')],
    ['withdraw', statusForm, { action: 'withdraw' }, params('request-access', 'req_statusPage')],
    ['pause', facilityForm, { action: 'pause' }, params('facility-access', 'fac_facilityPage')],
    ['leave', facilityForm, { action: 'leave', sure: 'no' }, params('facility-access', 'fac_facilityPage')],
  ])('%s', async (_, route, form, link) => {
    const before = await contents(service);
    const { statusCode, page } = await submit(route, form, link);
    expect(statusCode).toBe(422);
    expect(page).toMatch(/Please tick the box first|The box must be/);
    expect(htmlFaults(page)).toEqual([]);
    expect(await contents(service)).toEqual(before);
  });
});

describe('the status page', () => {
  test('takes a consent and a start, and says what was done', async () => {
    await seedPlacement(service, 'pageConsent', { status: 'accepted', linkVersion: 2, technologistConsent: 'awaited' });
    const consent = await submit(
      statusForm,
      { action: 'consent', offerId: 'req_pageConsent-1', sure: 'yes' },
      params('request-access', 'req_pageConsent'),
    );
    expect(consent.page).toContain('We introduce you to each other.');
    expect((await offerNow(service, 'req_pageConsent-1')).technologistConsent).toBe('given');

    await seedPlacement(service, 'pageStart', { status: 'introduced' });
    const start = { action: 'start', offerId: 'req_pageStart-1', sure: 'yes' };
    const link = params('request-access', 'req_pageStart');
    expect((await submit(statusForm, start, link)).page).toContain('The start is noted.');
    const again = await submit(statusForm, start, link);
    expect(again.statusCode).toBe(409);
    expect(htmlFaults(again.page)).toEqual([]);
  });

  test('does nothing to somebody else’s offer', async () => {
    await seedPlacement(service, 'pageOthers', { status: 'introduced' });
    const before = await contents(service);
    const { statusCode } = await submit(
      statusForm,
      { action: 'start', offerId: 'req_pageOthers-1', sure: 'yes' },
      params('request-access', 'req_statusPage'),
    );
    expect(statusCode).toBe(404);
    expect(await contents(service)).toEqual(before);
  });

  test('withdraws', async () => {
    await seedRequest(service, aRequest({ id: 'req_pageWithdraw', personKey: 'person-pageWithdraw' }));
    const link = params('request-access', 'req_pageWithdraw');
    const { page } = await submit(statusForm, { action: 'withdraw', sure: 'yes' }, link);
    expect(page).toContain('Your request is withdrawn.');
    expect((await requestNow(service, 'req_pageWithdraw')).status).toBe('withdrawn');
  });
});

test('asking for a link shows one same page, whether the address is known or not', async () => {
  await seedRequest(
    service,
    aRequest({ id: 'req_known', personKey: await service.ports.personKeys.of('known@example.org') }),
  );
  const known = await submit(linksForm, { email: 'known@example.org' }, {});
  const unknown = await submit(linksForm, { email: 'unknown@example.org' }, {});
  expect(known.statusCode).toBe(200);
  expect(known.page).toBe(unknown.page);
  const wrong = await submit(linksForm, { email: 'known' }, {});
  expect(wrong.statusCode).toBe(422);
  expect(wrong.page).toContain('The address must be an e-mail address');
  expect(htmlFaults(wrong.page)).toEqual([]);
});

test('the page of the API tells of every route and every problem', async () => {
  const { publishedRoutes } = await import('../../../shared/contracts/routes.ts');
  const { problemKinds } = await import('../../../shared/http/problems.ts');
  const { page } = await send('api-docs', anEvent(apiPage));
  for (const { id, path } of publishedRoutes) {
    expect(page).toContain(`id="${id}"`);
    expect(page).toContain(path);
  }
  for (const code of Object.keys(problemKinds)) expect(page).toContain(`id="problem-${code}"`);
});
