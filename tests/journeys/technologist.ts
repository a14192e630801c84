import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { daysAfter, hosts } from '../../local/demo/cast.ts';
import { approve, optIn } from '../../local/demo/steps.ts';
import { answerBrief } from '../../shared/contracts/brief.ts';
import { readRequest } from '../../shared/contracts/technologist.ts';
import { WrittenStep } from '../../shared/contracts/request-form/steps.ts';
import { fillIn } from '../support/fill-in.ts';
import { requestFields } from '../support/request-fields.ts';
import type { Service } from '../support/service.ts';
import { aReader, type Stage } from './stage.ts';

const email = 'alder@journey.example.org';
const desk = 'desk@plum-street.example.org';

/** From an address to an introduction, and to being erased: on a phone, without scripts, by the links in the mails. */
export const technologistJourney = (stage: Stage): void => {
  const { at } = stage;
  const { page: shown, press, title, goTo } = aReader(stage, email);
  let service: Service;
  let page: Page;
  beforeAll(() => {
    service = stage.service();
    page = shown();
  });

  test('begins with an address, writes the request by the mailed link, and sends it', async () => {
    const { smallClinic } = hosts(service.today);
    const [offer] = smallClinic.siteOffers;
    const site = {
      ...smallClinic,
      profile: { ...smallClinic.profile, name: 'Plum Street Clinic (invented)', directIntroductions: false },
      contact: { ...smallClinic.contact, email: desk },
      siteOffers: offer === undefined ? [] : [{ ...offer, discipline: 'VS' as const }],
    };
    await optIn(service, site, 'Called the number of its own site.');

    await page.goto(at('/request'));
    await page.getByLabel('Your e-mail address').fill(email);
    await press('Mail me the link');
    expect(await title()).toBe('Please look into your mailbox');

    await goTo('request');
    await page.getByRole('link', { name: 'Begin' }).click();
    const fields = {
      // Who works by day trains in the evenings that the clinic offers.
      ...Object.fromEntries(Object.entries(requestFields).filter(([name]) => !name.startsWith('blocks.'))),
      discipline: 'VS',
      zip: '52240',
      'availability.0.from': '16:30',
      earliestStart: daysAfter(service.today, 30),
      latestEnd: daysAfter(service.today, 300),
    };
    for (const step of WrittenStep.options) {
      await fillIn(page, step, fields);
      await press('Save and go on');
    }
    expect(await title()).toBe('Look at it and send');
    expect(await page.locator('main').innerText()).toMatch(/With these answers 1 site is open to you/);
    await page.getByLabel(/^Yes, send this request/).check();
    await press('Send my request');
    expect(await title()).toBe('Thank you. Your request is sent.');
    await service.settle();
  });

  test('sees where it stands and what would help, and changes it before sites are asked', async () => {
    await goTo('status');
    expect(await title()).toBe('Your request for Vascular Sonography');
    await page.getByRole('link', { name: 'What would help' }).click();
    expect(await page.locator('main').innerText()).toContain('1 site is open to you');
    await page.getByRole('link', { name: 'Back to your request' }).click();

    await page.getByRole('link', { name: 'Change your request' }).click();
    await page.getByRole('link', { name: 'Where, and how far' }).click();
    expect(await page.getByLabel('ZIP code that you start from').inputValue()).toBe('52240');
    await page.getByLabel('How far would you go, one way?').fill('80');
    await press('Save and go on');
    await page.goto(page.url().replace(/\/when$/, '/send'));
    await page.getByLabel(/^Yes, change my request to this/).check();
    await press('Save my changes');
    expect(await page.getByRole('status').textContent()).toContain('Your changes are saved.');
    await service.settle();
  });

  test('is asked before the introduction, agrees, and gets to know the site', async () => {
    const { requestId } = await service.client.call(readRequest, { token: await service.linkIn(email, 'status') });
    await approve(service, requestId, 1);
    await service.settle();
    const token = await service.linkIn(desk, 'answer');
    await service.client.call(answerBrief, { token, body: { answer: 'yes' } });
    await service.settle();

    await goTo('status');
    expect(await page.locator('.lead').innerText()).toContain('Please decide by');
    expect(await page.locator('main').innerText()).not.toContain('Plum Street');
    await page.getByLabel(/^Yes, give this site my name/).check();
    await press('Agree to the introduction');
    await service.wait(40);
    await goTo('status');
    expect(await page.locator('main').innerText()).toContain('Plum Street Clinic (invented)');
  });

  test('reads what is held, and has it erased: the link opens nothing any more, and the site hears of its free seat', async () => {
    const address = page.url();
    await page.getByRole('link', { name: 'What is held about you' }).click();
    expect(await page.locator('main').innerText()).toContain('The introduction');
    await page.getByLabel(/^Yes, erase everything/).check();
    await press('Erase it');
    expect(await title()).toBe('It is erased.');
    expect((await page.goto(address))?.status()).toBe(401);
    expect((await service.contents()).filter((item) => item.includes(email))).toEqual([]);
    await service.settle();
    expect(service.mailsTo(desk).at(-1)?.subject).toBe('A placement with you is called off');
  });
};
