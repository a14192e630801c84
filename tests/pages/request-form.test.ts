import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { requestSteps } from '../../shared/contracts/request-form/steps.ts';
import type { Draft } from '../../shared/domain/draft.ts';
import { fillIn } from '../support/fill-in.ts';
import { requestFields } from '../support/request-fields.ts';
import { aDraft } from '../support/builders.ts';
import { expectFitForAll, phone, site, tooWide, useBrowser } from '../support/seen.ts';
import { seedSite, value } from '../support/world.ts';
import { aService, tokenFor, type Service } from '../unit/http/service.ts';

const browser = useBrowser();
let service: Service;
beforeAll(async () => {
  service = await aService();
  await seedSite(service, { facilityId: 'fac_birch' });
});

/** A draft whose mailed link is at hand. */
const begun = async (
  name: string,
  fields: Draft['fields'] = {},
): Promise<{ readonly id: string; readonly link: string }> => {
  const id = `drf_${name}`;
  value(await service.store.commit([service.store.drafts.create(aDraft({ id, fields, personKey: `person-${name}` }))]));
  return { id, link: `${site}/request/${tokenFor({ purpose: 'draft', subject: id, version: 1 })}` };
};

const fieldsNow = async (id: string): Promise<Draft['fields'] | undefined> =>
  (await service.store.drafts.get(id))?.fields;

const goOn = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^(Save and go on|Send my request)$/ }).click();
};

test('the whole request is written and sent without scripts, on a phone, and is confirmed by its link', async () => {
  const { id, link } = await begun('whole');
  const page = await browser.open({ scripts: false, viewport: phone }, service);
  await page.goto(link);
  await page.getByRole('link', { name: 'Begin' }).click();
  for (const step of requestSteps.filter((one) => one !== 'send')) {
    await page.waitForURL(`${link}/${step}`);
    await fillIn(page, step, requestFields);
    await goOn(page);
  }
  await page.waitForURL(`${link}/send`);
  expect(await page.locator('h1').textContent()).toBe('Look at it and send');
  expect(await page.getByRole('heading', { name: 'What is open to you today' }).count()).toBe(1);
  await goOn(page);
  expect(await page.getByRole('alert').textContent()).toContain('Please tick the box first');
  await page.getByLabel(/^Yes, send this request/).check();
  await goOn(page);
  await page.waitForURL(link);
  expect(await page.locator('h1').textContent()).toBe('Thank you. Your request is sent.');

  const draft = await service.store.drafts.get(id);
  expect(draft?.fields).toEqual({});
  const request = await service.store.requests.get(draft?.requestId ?? '');
  expect(request).toMatchObject({
    status: 'confirmed',
    contact: { name: 'Alder Invented', email: 'alder@example.org' },
    home: { zip: '02139' },
    wishes: {
      discipline: 'CT',
      credentials: [{ credential: 'radiography', expiresOn: '2028-12-31' }],
      availability: expect.arrayContaining([
        { day: 'fri', from: '17:00', to: '21:00' },
        { day: 'sat', from: '08:00', to: '16:00' },
      ]) as unknown,
      maxChargesCents: 50_000,
      wantedWeeklyMinutes: 1200,
      employment: { name: 'Rowan General (invented)', facilityId: null, contactConsent: 'no' },
    },
  });
  expect((await service.store.outbox.ofSubject(request?.id ?? '')).map(({ kind }) => kind)).toEqual([
    'request-received',
  ]);
  // The link still opens, and sends nothing twice.
  await page.goto(`${link}/send`);
  expect(await page.locator('h1').textContent()).toBe('Thank you. Your request is sent.');
});

describe('what is wrong', () => {
  test('is said beside its field and first of all, and everything that was typed is kept', async () => {
    const { id, link } = await begun('wrong');
    const page = await browser.open({}, service);
    await page.goto(`${link}/where`);
    await page.getByLabel('ZIP code that you start from').fill('1234');
    await page.getByLabel('How far would you go, one way?').fill('far');
    await goOn(page);
    const summary = await page.getByRole('alert').innerText();
    for (const words of [
      'The ZIP code must be a ZIP code of five digits, such as 02139.',
      'The distance must be a number.',
      'Please say up to how many miles you would go home for the night.',
    ])
      expect(summary).toContain(words);
    await page.getByRole('link', { name: /^The ZIP code must/ }).click();
    expect(await page.getByLabel('ZIP code that you start from').inputValue()).toBe('1234');
    expect(await page.locator('#request-zip-error').textContent()).toContain('five digits');
    expect(await fieldsNow(id)).toMatchObject({ zip: '1234', travelMiles: 'far' });
    await expectFitForAll(page, 'request-where-wrong');
  });

  test('hours of driving become miles by the formula that stands beside the field', async () => {
    const { id, link } = await begun('hours', requestFields);
    const page = await browser.open({ scripts: false }, service);
    await page.goto(`${link}/where`);
    expect(await page.getByText('An hour is 38 miles.').count()).toBe(1);
    await page.getByLabel('How far would you go, one way?').fill('6');
    await page.getByLabel('hours of driving').check();
    await goOn(page);
    await page.waitForURL(`${link}/when`);
    await page.goto(`${link}/send`);
    expect(await page.getByText('231 miles in a straight line').count()).toBe(1);
    expect((await fieldsNow(id))?.['travelMiles']).toBe('6');
  });

  test('of several steps is listed before sending, with the way there', async () => {
    const { 'contact.name': _, zip: __, ...some } = requestFields;
    const { link } = await begun('several', some);
    const page = await browser.open({}, service);
    await page.goto(`${link}/send`);
    const text = await page.locator('main').innerText();
    expect(text).toContain('Please write your name.');
    expect(text).toContain('Please write the ZIP code that you start from.');
    expect(await page.getByRole('button').count()).toBe(0);
    await expectFitForAll(page, 'request-send-unfinished');
  });
});

test('an employer is found by name and town among the facilities of the discipline', async () => {
  const { id, link } = await begun('employer', requestFields);
  const page = await browser.open({ scripts: false }, service);
  await page.goto(`${link}/work`);
  await page.getByLabel('Name', { exact: true }).fill('birch');
  await page.getByRole('button', { name: 'Look for it' }).click();
  await page.getByLabel(/^Birch Imaging/).check();
  await goOn(page);
  await page.waitForURL(`${link}/ready`);
  expect((await fieldsNow(id))?.['employment.facilityId']).toBe('fac_birch');
});

const cell = (page: Page, day: number, hour: number) => page.locator(`[data-cell="${day}.${hour}"]`).first();
const rows = async (page: Page) =>
  page
    .locator('[name^="availability."]')
    .evaluateAll((all) =>
      all.map((one) => (one as unknown as { readonly value: string }).value).filter((text) => text !== ''),
    );

describe('with scripts the hours of the week are painted', () => {
  test('by the mouse, over several days and hours at once', async () => {
    const { id, link } = await begun('mouse');
    const page = await browser.open({}, service);
    await page.goto(`${link}/when`);
    await cell(page, 0, 8).hover();
    await page.mouse.down();
    await cell(page, 4, 15).hover();
    await page.mouse.up();
    expect(await rows(page)).toEqual(['mon-fri', '08:00', '16:00']);
    expect(await page.getByText('40 hours a week.').count()).toBe(1);
    await goOn(page);
    await page.getByRole('alert').waitFor();
    expect(await fieldsNow(id)).toMatchObject({
      'availability.0.day': 'mon-fri',
      'availability.0.from': '08:00',
      'availability.0.to': '16:00',
    });
  });

  test('by the keyboard, beside times that were written exactly', async () => {
    const { link } = await begun('keyboard', {
      'availability.0.day': 'sun',
      'availability.0.from': '09:15',
      'availability.0.to': '11:45',
    });
    const page = await browser.open({}, service);
    await page.goto(`${link}/when`);
    await cell(page, 0, 8).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await rows(page)).toEqual(['mon', '08:00', '10:00', 'tue', '09:00', '10:00', 'sun', '09:15', '11:45']);
    await expectFitForAll(page, 'request-when-painted');
  });

  test('by a finger: a tap paints an hour, another one clears it', async () => {
    const { link } = await begun('finger');
    const page = await browser.open({ viewport: phone, touch: true }, service);
    await page.goto(`${link}/when`);
    await cell(page, 2, 18).tap();
    expect(await rows(page)).toEqual(['wed', '18:00', '19:00']);
    await cell(page, 2, 18).tap();
    expect(await rows(page)).toEqual([]);
    expect(await tooWide(page)).toBe(0);
  });
});

// The hours of the week are looked at above, painted.
test.each(requestSteps.filter((step) => step !== 'when'))('the step %s is fit for all', async (step) => {
  const { link } = await begun(`fit${step}`, requestFields);
  const page = await browser.open({}, service);
  await page.goto(`${link}/${step}`);
  expect(await page.locator('h1').count()).toBe(1);
  await expectFitForAll(page, `request-${step}`);
});
