import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { hosts, person, wishes } from '../../local/demo/cast.ts';
import type { FacilityId } from '../../shared/domain/primitives.ts';
import { ask, caseOf } from '../../local/demo/steps.ts';
import { claimFacility, confirmFacility } from '../../shared/contracts/facility.ts';
import { coordinatorsPath, signedOutPage } from '../../shared/contracts/coordinator-pages.ts';
import type { Service } from '../support/service.ts';
import { emptyDirectory } from '../support/tiny-assembly.ts';
import type { Stage } from './stage.ts';

/** In, through a facility's vetting and a request's review, and out. */
export const coordinatorJourney = ({ service: stage, at, open }: Stage): void => {
  let service: Service;
  let page: Page;
  let facilityId: FacilityId;
  beforeAll(async () => {
    service = stage();
    page = await open();
  });

  test('signs in on the way to a page, and out again', async () => {
    await page.goto(at(`${coordinatorsPath}?day=today`));
    await page.getByRole('button', { name: 'coordinator@' }).click();
    await page.waitForURL(at(`${coordinatorsPath}?day=today`));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Today');
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

  test('is not kept out by the clock of a laptop cloud that was moved by hours', async () => {
    await service.wait(120);
    await page.goto(at(coordinatorsPath));
    await page.getByRole('button', { name: 'coordinator@' }).click();
    await page.waitForURL(at(coordinatorsPath));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Today');
  });

  test('vets a facility, looks at the map and a round, approves a request and finds its mails, by the pages alone', async () => {
    const { hospital } = hosts(service.today);
    const { siteOffers, ...host } = hospital;
    ({ facilityId } = await service.client.call(claimFacility, {
      body: {
        ...host,
        siteOffers: siteOffers.map(({ discipline, terms, intakes }) => ({ discipline, terms, intakes: [...intakes] })),
      },
    }));
    await service.client.call(confirmFacility, { token: await service.linkIn(host.contact.email, 'confirm') });

    await page.getByRole('link', { name: 'Facilities', exact: true }).click();
    await page.getByRole('link', { name: host.profile.name }).click();
    await page.getByLabel('Open it').check();
    await page.getByLabel('Evidence').fill('Called the number of the public list.');
    await page.getByRole('button', { name: 'Decide' }).click();
    expect(await page.getByRole('status').textContent()).toContain('Open.');
    expect((await service.behind.store.facilities.get(facilityId))?.status).toBe('open');
    await service.settle();

    const requestId = await ask(service, {
      contact: person('Casey Invented'),
      zip: '52240',
      wishes: wishes(service.today, {}),
    });
    await page.getByRole('link', { name: 'Map', exact: true }).click();
    expect(await page.getByRole('img', { name: /Map of the United States.*; 1 technologist waits/ }).count()).toBe(1);
    await page.getByRole('link', { name: 'Rounds', exact: true }).click();
    await page.getByRole('button', { name: 'Start the round' }).click();
    await service.settle();
    await page.getByRole('link', { name: 'Look again' }).click();
    await page.getByRole('checkbox', { name: 'Approve Casey Invented' }).waitFor();

    await page.getByRole('link', { name: 'Requests', exact: true }).first().click();
    await page.getByRole('link', { name: 'Casey Invented' }).click();
    expect(await page.getByRole('img', { name: 'The hours of the week' }).count()).toBe(1);
    await page.getByLabel('How many sites').selectOption('1');
    await page.getByRole('button', { name: 'Approve the ranking' }).click();
    expect(await page.getByRole('status').textContent()).toContain('Approved.');
    const { request, offers } = await caseOf(service, requestId);
    expect(request.status).toBe('approved');
    expect(offers.map((offer) => [offer.facilityId, offer.status])).toEqual([[facilityId, 'made']]);

    await page.getByRole('link', { name: 'Mails', exact: true }).click();
    await page.getByLabel('Every mail about').fill(requestId);
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('link', { name: 'confirm request' }).waitFor();
  });

  test('takes the facilities out as a file, changes one there, and takes them in again', async () => {
    await page.getByRole('link', { name: 'Files', exact: true }).click();
    const begun = page.waitForEvent('download');
    await page.getByRole('link', { name: 'All of it in one' }).click();
    const taken = join(emptyDirectory(), 'sites.csv');
    await (await begun).saveAs(taken);
    const { profile } = hosts(service.today).hospital;
    const changed = readFileSync(taken, 'utf8').replaceAll(profile.name, 'Cedar Hollow East (invented)');
    await page
      .getByLabel('A CSV file')
      .setInputFiles({ name: 'sites.csv', mimeType: 'text/csv', buffer: Buffer.from(changed) });
    await page.getByRole('button', { name: 'Show what it would change' }).click();
    await page.getByLabel('Yes, take in this one change').check();
    await page.getByRole('button', { name: 'Take them in' }).click();
    await page.getByRole('link', { name: 'History', exact: true }).click();
    const facility = await service.behind.store.facilities.get(facilityId);
    expect(facility?.profile.name).toBe('Cedar Hollow East (invented)');
  });

  test('signs out at the end', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign out of the laptop cloud' }).click();
    await page.waitForURL(at(signedOutPage.path));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You are signed out');
  });
};
