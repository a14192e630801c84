import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { coordinatorsPath, signedOutPage } from '../../shared/contracts/coordinator-pages.ts';
import { useBrowser } from '../support/seen.ts';
import { startService, type Service } from '../support/service.ts';

const browser = useBrowser();
let service: Service;
let page: Page;
beforeAll(async () => {
  service = await startService();
  page = await browser.open();
});
afterAll(async () => service.stop());

const at = (path: string): string => `${service.cloud.api}${path}`;

test('a coordinator signs in on the way to a page, and out again', async () => {
  await page.goto(at(`${coordinatorsPath}?day=today`));
  await page.getByRole('button', { name: 'coordinator@' }).click();
  await page.waitForURL(at(`${coordinatorsPath}?day=today`));
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Coordinators');
  const cookies = await page.context().cookies();
  expect(cookies.find(({ name }) => name === '__Host-session')).toMatchObject({
    httpOnly: true,
    secure: true,
    sameSite: 'Lax',
    path: '/',
  });

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign out of the laptop cloud' }).click();
  await page.waitForURL(at(signedOutPage.path));
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You are signed out');
  await page.goto(at(coordinatorsPath));
  expect(page.url()).toContain('/sign-in/');
});

test('the clock of a laptop cloud that was moved by hours keeps nobody out', async () => {
  await service.wait(120);
  await page.goto(at(coordinatorsPath));
  await page.getByRole('button', { name: 'coordinator@' }).click();
  await page.waitForURL(at(coordinatorsPath));
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Coordinators');
});
