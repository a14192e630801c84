import { beforeAll, expect, test } from 'vitest';
import { claimPath } from '../../shared/contracts/facility-pages.ts';
import { anOffer, aRequest } from '../support/builders.ts';
import { expectFitForAll, site, useBrowser } from '../support/seen.ts';
import { seedIntake, seedOffer, seedRequest, seedSite } from '../support/world.ts';
import { aService, tokenFor, type Service } from '../unit/http/service.ts';

const browser = useBrowser();
let service: Service;
beforeAll(async () => {
  service = await aService();
});

test('a claim of many words: whatever is ticked shows its own fields, and hours are painted', async () => {
  const page = await browser.open({}, service);
  await page.goto(`${site}${claimPath}`);
  for (const summary of await page.locator('details.card > summary').all()) await summary.click();
  expect(await page.locator('[name="CT.seats"]').isVisible()).toBe(false);
  await page.getByLabel('Computed Tomography (CT)').check();
  expect(await page.locator('[name="CT.seats"]').isVisible()).toBe(true);
  await page.locator('[name="insurance.required"][value="yes"]').check();
  await page.locator('[name="hipaa.policy"][value="evidence"]').check();
  await page.locator('[data-cell="0.8"]').first().focus();
  await page.keyboard.press('Space');
  expect(await page.locator('[name="windows.0.from"]').inputValue()).toBe('08:00');
  await expectFitForAll(page, 'facility-claim-opened');
});

test('a dashboard with people at every stage, a question left open and seats that take nobody new', async () => {
  await seedSite(service, { facilityId: 'fac_busy', terms: { feeCents: null }, intake: { seats: 9 } });
  await seedIntake(service, { facilityId: 'fac_busy', mark: 'next', intake: { closed: true, startsOn: '2027-05-03' } });
  for (const [day, status] of (['made', 'accepted', 'introduced', 'started', 'declined'] as const).entries()) {
    const requestId = `req_busy${status}`;
    const contact = { name: `Alder ${day} Invented`, email: 'alder@example.org', phone: null };
    await seedRequest(service, aRequest({ id: requestId, personKey: `person-${status}`, status: 'approved', contact }));
    await seedOffer(
      service,
      anOffer({
        id: `${requestId}-1`,
        requestId,
        status,
        madeAt: `2026-11-2${day}T15:00:00.000Z`,
        facilityId: 'fac_busy',
        intakeId: 'fac_busy-CT-k3f9',
      }),
    );
  }
  const page = await browser.open({}, service);
  await page.goto(`${site}/facility/${tokenFor({ purpose: 'facility-access', subject: 'fac_busy', version: 1 })}`);
  const words = await page.locator('main').innerText();
  expect(words).toContain('1 point is left open');
  expect(words).toContain('takes nobody new');
  await page.getByText('Something came up?').first().click();
  await expectFitForAll(page, 'facility-dashboard-busy');
});
