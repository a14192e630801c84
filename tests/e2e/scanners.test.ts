import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hosts, person, wishes } from '../../local/demo/cast.ts';
import { found } from '../../local/demo/expect.ts';
import { approve, caseOf, optIn } from '../../local/demo/steps.ts';
import { answerBrief } from '../../shared/contracts/brief.ts';
import { confirmRequest, submitRequest } from '../../shared/contracts/technologist.ts';
import { long } from '../support/long.ts';
import { allLinksOf } from '../support/browser.ts';
import { useBrowser } from '../support/seen.ts';
import { startService, type Service } from '../support/service.ts';

/**
 * What reads mails before their readers do: scanners that open every link, some in a browser, some pressing what they
 * find. After each, the table is what it was, byte by byte, and no mail has left.
 */

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(async () => service.stop());

const browser = useBrowser();
const email = 'casey@example.org';

/** All that was mailed so far, in text, HTML and headers: also what has been used, and leads to what has moved on. */
const links = () => [...new Set(service.cloud.mails().flatMap(allLinksOf))];

const asks = async (): Promise<void> => {
  for (const link of links())
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      await (await fetch(link, { method, headers: { 'user-agent': 'scanner' } })).arrayBuffer();
};

/** Links that a browser was refused before, and would be refused for ever: one look at them is enough. */
const over = new Set<string>();

/** Opens each link, and tells what the pages sent but for being read. */
const inBrowser = async (onPage: (page: Page, link: string) => Promise<void>) => {
  const sent: string[] = [];
  const refused: string[] = [];
  const page = await browser.open();
  await page.clock.install({ time: service.cloud.clock.now() });
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(`${request.method()} ${new URL(request.url()).pathname.split('/')[1]}`);
  });
  for (const link of links().filter((each) => !over.has(each))) {
    const answer = await page.goto(link);
    await onPage(page, link);
    if (answer?.status() === 401) refused.push(link);
  }
  await page.context().close();
  return { sent, refused };
};

const withoutTrace = async <T>(scan: () => Promise<T>): Promise<T> => {
  await service.settle();
  const [table, mails] = [await service.contents(), service.cloud.mails().length];
  const done = await scan();
  await service.settle();
  expect(await service.contents()).toEqual(table);
  expect(service.cloud.mails()).toHaveLength(mails);
  return done;
};

/** The three scanners, over all that has been mailed so far; without browsers the first of them. */
const scanners = async ({ browsers = true } = {}) => {
  await withoutTrace(asks);
  if (!browsers) return harmless;

  // Thirty seconds by the page's own clock: each of its timers goes off, as often as it would.
  const read = await withoutTrace(async () => inBrowser(async (page) => page.clock.runFor(30_000)));

  // The first button of a page, and then, of the page as it was, each of the others.
  const pressed = await withoutTrace(async () =>
    inBrowser(async (page, link) => {
      const buttons = await page.locator('button, input[type=submit]').count();
      for (let place = 0; place < buttons; place += 1) {
        if (place > 0) await page.goto(link);
        // A program that presses buttons does not mind that one is folded away.
        await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
        await page.locator('button, input[type=submit]').nth(place).click();
        await page.waitForLoadState();
      }
    }),
  );
  for (const link of pressed.refused) over.add(link);
  return { sentByReading: read.sent, pressed: pressed.sent.length > 0 };
};

/** Nothing was sent by reading; by pressing forms were sent, and had no effect. */
const harmless = { sentByReading: [], pressed: true };

/** One placement from its first mail on; each test goes on where the one before it ended. */
describe('a scanner changes nothing', () => {
  let requestId: string;

  test('while an address waits to be confirmed', async () => {
    const { hospital } = hosts(service.today);
    await optIn(service, hospital, 'Called back.');
    const body = {
      contact: person('Casey Invented'),
      zip: '52240',
      wishes: wishes(service.today, { introductionConsent: { scope: 'ask-each-time' } }),
    };
    ({ requestId } = await service.client.call(submitRequest, { body }));
    expect(await scanners({ browsers: long })).toEqual(harmless);
  });

  test('while a brief waits for its answer', async () => {
    await service.client.call(confirmRequest, { token: await service.linkIn(email, 'confirm') });
    await service.settle();
    await approve(service, requestId, 1);
    await service.settle();
    expect(await scanners()).toEqual(harmless);
  });

  test('while a yes can be taken back, and the technologist is asked to agree', async () => {
    const { hospital } = hosts(service.today);
    const token = await service.linkIn(hospital.contact.email, 'answer');
    await service.client.call(answerBrief, { token, body: { answer: 'yes' } });
    expect(await scanners({ browsers: long })).toEqual(harmless);
  });

  test('and a person who ticks the box and presses the same button does', async () => {
    const page = await browser.open();
    await page.goto(`${service.cloud.api}/status/${await service.linkIn(email, 'status')}`);
    const form = page.locator('form', { has: page.locator('input[value=consent]') });
    // The box lies under its words.
    await form.locator('label').click();
    await form.locator('button').click();
    await page.waitForLoadState();
    await page.context().close();
    const { offers } = await caseOf(service, requestId);
    expect(found(offers[0], 'an offer').status).toBe('accepted');
    await service.wait(20);
    expect(found((await caseOf(service, requestId)).offers[0], 'an offer').status).toBe('introduced');
  });

  test('once both are introduced', async () => {
    expect(await scanners({ browsers: long })).toEqual(harmless);
  });
});
