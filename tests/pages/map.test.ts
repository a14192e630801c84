import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { mapPage } from '../../shared/contracts/record-pages.ts';
import { aPlace, aRequest } from '../support/builders.ts';
import { see, site, useBrowser } from '../support/seen.ts';
import { seedRequest, seedSite } from '../support/world.ts';
import { aService, type Service } from '../unit/http/service.ts';
import { aVisitor } from '../unit/http/signed-in.ts';

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

const anchorage = aPlace({ zip: '99501', point: { lat: 61.22, lon: -149.86 }, state: 'AK', town: 'Anchorage' });
const sanJuan = aPlace({ zip: '00901', point: { lat: 18.46, lon: -66.1 }, state: 'PR', town: 'San Juan' });

test('the map and its list count seats and people by area, and say where no seat is within reach', async () => {
  expect((await visitor.read(mapPage)).body).toContain('Nothing to draw yet');
  await seedSite(service, { intake: { seats: 3 } });
  await seedSite(service, { facilityId: 'fac_cedar', intake: { seats: 12, seatsTaken: 2 } });
  await seedRequest(service, aRequest());
  const far = { wishes: { travelMiles: 300 }, personKey: 'person-far' };
  await seedRequest(service, aRequest({ ...far, id: 'req_north1', home: anchorage }));
  await seedRequest(service, aRequest({ ...far, id: 'req_south1', personKey: 'person-south', home: sanJuan }));
  const open = { wishes: { travelMiles: null }, personKey: 'person-open' };
  await seedRequest(service, aRequest({ ...open, id: 'req_open1', home: anchorage }));

  const body = await see(page, await visitor.read(mapPage, {}, 'discipline=CT'), 'coordinator-map');
  expect(body).toContain(
    '13 open seats at 2 facilities; 4 technologists wait, 2 of them with no open seat within reach.',
  );
  expect(body).toContain('Of 1 it cannot be told');
  expect(body).toContain('Anchorage, AK (995…): 2 wait, 1 without a seat');
  // Beyond the drawing, but not beyond the list.
  expect(body).toMatch(/PR \(009…\): 1 waits, 1 without a seat/);
  expect(await page.locator('.supply-map > svg .unserved path').count()).toBe(1);
  // A home is never told closer than by its area.
  expect(body).not.toContain('99501');
  expect((await visitor.read(mapPage, {}, 'discipline=MRI')).body).toContain('Nothing to draw yet');
});
