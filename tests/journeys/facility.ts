import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { daysAfter, person, wishes } from '../../local/demo/cast.ts';
import { found } from '../../local/demo/expect.ts';
import { approve, ask, caseOf } from '../../local/demo/steps.ts';
import { replyToQuestion } from '../../shared/contracts/coordinator.ts';
import { listFacilities, vetFacility } from '../../shared/contracts/vetting.ts';
import type { Service } from '../support/service.ts';
import { aReader, type Stage } from './stage.ts';

const name = 'Lantern Hill Imaging (invented)';
const email = 'desk@lantern-hill.example.org';

/** From the public list to an introduction and a pause: on a phone, without scripts, by the links in its mails. */
export const facilityJourney = (stage: Stage): void => {
  const { at } = stage;
  const { page: shown, press, title, goTo } = aReader(stage, email);
  let service: Service;
  let page: Page;
  beforeAll(() => {
    service = stage.service();
    page = shown();
  });

  test('is not in the public list, says little, sees a sample of the brief, and sends it', async () => {
    await page.goto(at('/'));
    await page.getByRole('link', { name: 'Offer seats' }).click();
    await page.getByLabel('Name, or a part of it').fill(name);
    await page.getByLabel('ZIP code').fill('52240');
    await press('Look for it');
    await page.getByRole('link', { name: 'Enter it by hand' }).last().click();
    expect(await page.getByLabel('Name of the facility').inputValue()).toBe(name);
    await page.getByLabel('Your name').fill('Wren Placeholder');
    await page.getByLabel('Your function there').fill('lead technologist');
    await page.getByLabel('Your e-mail address').fill(email);
    await press('Look at it first');
    expect(await page.getByRole('alert').textContent()).toContain('Please tick at least one discipline');
    await page.getByLabel('Bone Densitometry (BD)').check();
    await page.locator('[name="BD.seats"]').fill('1');
    await page.locator('[name="BD.startsOn"]').fill(daysAfter(service.today, 40));
    await page.locator('[name="BD.endsOn"]').fill(daysAfter(service.today, 160));
    await page.getByText('Who may come').click();
    await page.getByLabel('No, others too').check();
    await press('Look at it first');
    expect(await title()).toBe('Look at it and send');
    expect(await page.getByText('The technologist in it is invented.').count()).toBe(1);
    expect(await page.getByText('Does the site take people who do not work there?').count()).toBe(0);
    expect(await page.getByText("How much is the site's fee?").count()).toBe(1);
    await page.getByLabel(/^Yes, I speak for this facility/).check();
    await press('Send it');
    expect(await title()).toBe('Please look into your mailbox');
  });

  test('confirms its address and, once vetted, opens its page by the mailed link and adds seats', async () => {
    await goTo('confirm');
    await page.getByLabel(/^Yes, I speak for Lantern Hill/).check();
    await press('Confirm');
    expect(await title()).toBe('Thank you, your address is confirmed');

    const token = service.coordinator;
    const { items } = await service.client.call(listFacilities, {
      token,
      query: { limit: 25, status: 'awaiting-vetting' },
    });
    const { facilityId, version } = found(
      items.find((one) => one.name === name),
      'the facility to vet',
    );
    const body = { decision: 'open', version, evidence: 'Called the number of its own site.' } as const;
    await service.client.call(vetFacility, { token, params: { facilityId }, body });

    await goTo('facility');
    expect(await title()).toBe(name);
    await page.getByRole('link', { name: /seats and conditions$/ }).click();
    await page.locator('form', { hasText: 'Add seats' }).getByLabel('First day').fill(daysAfter(service.today, 200));
    await page.locator('form', { hasText: 'Add seats' }).getByLabel('Last day').fill(daysAfter(service.today, 300));
    await press('Add them');
    expect(await page.getByRole('status').textContent()).toContain('Your seats are saved.');
    await page.getByRole('link', { name: 'See a sample of the brief you would get' }).click();
    expect(await title()).toBe('A sample of our brief');
  });

  test('asks back about a brief, says yes, and gets to know whom it trains', async () => {
    const requestId = await ask(service, {
      contact: person('Robin Made-Up'),
      zip: '52240',
      wishes: wishes(service.today, {
        discipline: 'BD',
        introductionConsent: { scope: 'shortlisted-facilities', until: daysAfter(service.today, 300) },
      }),
    });
    await approve(service, requestId, 1);
    await service.settle();
    await goTo('answer');
    expect(await title()).toBe('Could you train this technologist?');
    expect(await page.locator('main').innerText()).not.toContain('Robin');
    await page.getByLabel('We have a question first.').check();
    await page.getByLabel('Your question').fill('Could it be in the mornings?');
    await press('Send the answer');
    expect(await title()).toBe('Your question is on its way');

    const { offers } = await caseOf(service, requestId);
    const { id: offerId, version } = found(offers[0], 'the offer');
    const reply = { version, reply: 'Yes, from eight on.' };
    await service.client.call(replyToQuestion, { token: service.coordinator, params: { offerId }, body: reply });
    await goTo('answer');
    expect(await page.locator('main').innerText()).toContain('Yes, from eight on.');
    await page.getByLabel('Yes. We hold the seat, and want to be introduced.').check();
    await press('Send the answer');
    expect(await title()).toBe('Thank you for your yes');
    await service.wait(40);
    await goTo('facility');
    expect(await page.locator('main').innerText()).toContain('Robin Made-Up');
  });

  test('pauses, comes back, and ends all links: the mail with the new one leads on', async () => {
    await page.getByLabel('Yes, pause.').check();
    await press('Pause');
    expect(await page.getByRole('status').textContent()).toContain('You paused.');
    await page.getByLabel('Yes, take part again.').check();
    await press('Take part again');
    const before = page.url();
    await page.getByLabel('Yes, end all links.').check();
    await press('End all links');
    expect(await title()).toBe('All links are ended');
    expect((await page.goto(before))?.status()).toBe(401);
    await goTo('facility');
    expect(await title()).toBe(name);
  });
};
