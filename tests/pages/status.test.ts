import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { heldPage, helpPage, statusPage } from '../../shared/contracts/pages.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { draftIdOf } from '../../shared/domain/draft.ts';
import { confirmRequest } from '../../shared/usecases/confirm-request.ts';
import { submitRequest } from '../../shared/usecases/submit-request.ts';
import { aDraft, aRequest, milesNorth, someWishes } from '../support/builders.ts';
import { see, site, useBrowser } from '../support/seen.ts';
import { anyone, seedRequest, seedSite, technologist, value } from '../support/world.ts';
import { anEvent } from '../unit/http/an-event.ts';
import { seedPlacement } from '../unit/http/seeds.ts';
import { aService, tokenFor, type Service } from '../unit/http/service.ts';

/** The pages of a request that was sent, in the states that the examples of their routes do not show. */

const browser = useBrowser();
let service: Service;
let page: Page;
beforeAll(async () => {
  service = await aService();
  page = await browser.open({}, service);
  await page.goto(site);
});

const show = async (route: Route, requestId: string, name: string): Promise<string> => {
  const token = tokenFor({ purpose: 'request-access', subject: requestId, version: 1 });
  await see(page, await service.answer(route.served, anEvent(route, { params: { token } })), name);
  return page.locator('main').innerText();
};

test('a status page that waits for its technologist is fit for all', async () => {
  await seedPlacement(service, 'consent', { status: 'accepted', technologistConsent: 'awaited' });
  expect(await show(statusPage, 'req_consent', 'status-consent')).toContain('May we introduce you?');
});

test('what would help is fit for all where there is much', async () => {
  for (const [index, miles] of [70, 75, 90].entries())
    await seedSite(service, {
      facilityId: `fac_far${index}`,
      facility: { place: milesNorth(miles) },
      ...(index === 2 && { terms: { feeCents: 150_000 } }),
    });
  await seedRequest(service, aRequest({ id: 'req_much', personKey: 'person-much', wishes: { commuteMiles: 200 } }));
  const words = await show(helpPage, 'req_much', 'status-what-would-help');
  expect(words).toContain('One change');
  expect(words).toContain('Two changes together');
});

test('what is held is fit for all with its mails, history and a draft', async () => {
  const { ports, store } = service;
  const contact = { name: 'Hazel Invented', email: 'hazel@example.org', phone: null };
  const { requestId } = value(await submitRequest(ports)({ contact, zip: '02138', wishes: someWishes() }, anyone));
  value(await confirmRequest(ports)({ requestId }, technologist(requestId)));
  value(await store.commit([store.drafts.create(aDraft({ id: draftIdOf(requestId), email: contact.email }))]));
  const words = await show(heldPage, requestId, 'status-held');
  for (const part of ['Your request is received', 'address confirmed', 'A form that you began is kept'])
    expect(words).toContain(part);
});
