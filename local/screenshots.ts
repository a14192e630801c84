import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { coordinatorsPath, queuePage } from '../shared/contracts/coordinator-pages.ts';
import { startBrowser } from './chromium.ts';
import { runCommand } from './command.ts';
import { hosts, person, wishes } from './demo/cast.ts';
import { setStage, type Stage } from './demo/stage.ts';
import { ask, optIn } from './demo/steps.ts';
import { inPassing } from './in-passing.ts';

/*
 * `npm run screenshots`: the README's pictures, of the service as it runs on the laptop cloud with invented people.
 */

const folder = 'docs/pictures';

const keep = async (page: Page, name: string): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.png`);
  writeFileSync(file, await page.screenshot());
  process.stdout.write(`${file}\n`);
};

const open = async (browser: Browser, width: number, height: number): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', locale: 'en-US' });
  return context.newPage();
};

/** A request beside its candidates, as a coordinator reviews it. */
const review = async (stage: Stage, api: string, browser: Browser): Promise<void> => {
  const { hospital, smallClinic } = hosts(stage.today);
  for (const host of [hospital, smallClinic]) await optIn(stage, host, 'called back on the number of the public list');
  const applicant = { contact: person('Casey Invented'), zip: '52240', wishes: wishes(stage.today, {}) };
  const requestId = await ask(stage, applicant);
  const page = await open(browser, 1280, 1500);
  await page.goto(`${api}${coordinatorsPath}`);
  await page.getByRole('button', { name: 'coordinator@' }).click();
  await page.waitForURL(`${api}${coordinatorsPath}`);
  await page.goto(`${api}${queuePage.path}/${requestId}`);
  await keep(page, 'review');
};

/** The hours of the week in the request's form, on a phone. */
const form = async (stage: Stage, api: string, browser: Browser): Promise<void> => {
  const page = await open(browser, 390, 1140);
  await page.goto(`${api}/request`);
  await page.getByLabel('Your e-mail address').fill('robin@example.org');
  await page.getByRole('button').click();
  await page.goto(`${api}/request/${await stage.linkIn('robin@example.org', 'request')}/when`);
  for (const name of ['Weekday evenings', 'Weekends 8 to 4']) await page.getByRole('button', { name }).first().click();
  await keep(page, 'form');
};

await runCommand(async () =>
  inPassing(undefined, async (cloud) => {
    const stage = await setStage(cloud);
    await using started = new AsyncDisposableStack();
    const server = await startBrowser();
    started.defer(server.stop);
    const browser = await chromium.connect(server.endpoint);
    started.defer(() => browser.close());
    await review(stage, cloud.api, browser);
    await form(stage, cloud.api, browser);
  }),
);
