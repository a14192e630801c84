import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { apiPage } from '../../shared/contracts/docs.ts';
import type { HttpEvent } from '../../shared/http/binding.ts';
import { seedForEvents } from '../unit/http/seeds.ts';
import { aService, type Service } from '../unit/http/service.ts';
import type { Page } from 'playwright-core';
import { accessFaults, phone, see, showInstead, site, tooWide, useBrowser } from '../support/seen.ts';
import { anEvent } from '../unit/http/an-event.ts';

const browser = useBrowser();
let service: Service;
let page: Page;
beforeAll(async () => {
  service = await aService();
  await seedForEvents(service);
  page = await browser.open({}, service);
  await page.goto(site);
});

const folder = join(import.meta.dirname, '../../events');

/** Pages that are opened, and their forms as they are shown again or answered, by the examples of their routes. */
const events = (['public-read', 'public-match', 'public-act', 'facility-act'] as const).flatMap((served) =>
  readdirSync(join(folder, served)).map((file) => ({
    served,
    name: `${served}-${file.replace('.json', '')}`,
    event: JSON.parse(readFileSync(join(folder, served, file), 'utf8')) as HttpEvent,
  })),
);
const isPage = ({ event: { rawPath } }: (typeof events)[number]): boolean =>
  !rawPath.startsWith('/api/') && !rawPath.startsWith('/assets/') && !rawPath.endsWith('/data/export');
// A link that is refused shows one same page, whatever it was for.
const isRepeated = ({ name }: (typeof events)[number]): boolean =>
  name.endsWith('link-refused') && !name.endsWith('statusPage-link-refused');
// A step that was taken leads on to the next one.
const isRedirect = ({ name }: (typeof events)[number]): boolean =>
  /ok-(draftStep|draftSend|editStep|profile|site)Form$/.test(name);
const shown = events.filter((one) => isPage(one) && !isRepeated(one) && !isRedirect(one));

test.each(shown)('$name is fit for all', async ({ served, name, event }) => {
  expect(await see(page, await service.answer(served, event), name)).toContain('<h1');
});

test('the page of the API can be read by everybody, and fits a phone', async () => {
  const { body = '' } = await service.answer('api-docs', anEvent(apiPage));
  await showInstead(page, body);
  await page.setViewportSize(phone);
  expect(await accessFaults(page)).toEqual([]);
  expect(await tooWide(page)).toBe(0);
});
