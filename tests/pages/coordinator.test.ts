import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import * as pages from '../../shared/contracts/coordinator-pages.ts';
import { anEmployment, anOffer, aPlace, aRequest } from '../support/builders.ts';
import { see, site, useBrowser } from '../support/seen.ts';
import { offerNow, requestNow, seedOffer, seedRequest, seedSite } from '../support/world.ts';
import { aService, type Service } from '../unit/http/service.ts';
import { aVisitor, cookiesOf } from '../unit/http/signed-in.ts';

const browser = useBrowser();
let service: Service;
let page: Page;
let visitor: Awaited<ReturnType<typeof aVisitor>>;

const farSites = 'abcdefghijklmnopqrstuvw'.split('');

beforeAll(async () => {
  service = await aService();
  visitor = await aVisitor(service);
  page = await browser.open({}, service);
  await page.goto(site);
});

const request = { requestId: 'req_alder1' };

/** The first request that a list leads to. */
const namedIn = (body = ''): string | undefined => /requests\/(req_\w+)"/.exec(body)?.[1];

const send = async (form: Readonly<Record<string, string>>, requestId = request.requestId) =>
  visitor.send(pages.reviewPage, pages.reviewForm, { requestId }, form);

/** Sends a decision on a request as it is now; gives the state after it. */
const statusAfter = async (action: string, requestId: string) => {
  const { version } = await requestNow(service, requestId);
  await send({ action, version: `${version}`, reason: 'A reason.' }, requestId);
  return (await requestNow(service, requestId)).status;
};

describe('before anything has come in', () => {
  test('home says that nothing waits', async () => {
    expect(await see(page, await visitor.read(pages.coordinatorHome), 'coordinator-home-empty')).toContain(
      'Nothing waits for you',
    );
  });
  test('the queue and the list of facilities say what will be there', async () => {
    expect(await see(page, await visitor.read(pages.queuePage), 'coordinator-queue-empty')).toContain(
      'The queue is empty',
    );
    expect(await see(page, await visitor.read(pages.facilitiesPage), 'coordinator-facilities-empty')).toContain(
      'Nobody waits to be vetted',
    );
  });
});

describe('with work to do', () => {
  beforeAll(async () => {
    await seedRequest(
      service,
      aRequest({ wishes: { employment: anEmployment({ facilityId: null }), travelMiles: 5 } }),
    );
    for (const letter of farSites)
      await seedSite(service, {
        facilityId: `fac_far${letter}`,
        facility: { place: aPlace({ point: { lat: 42.78, lon: -71.1042 } }) },
        profile: { name: `${letter.toUpperCase()} Imaging (invented)` },
      });
    for (const letter of ['a', 'b', 'c'])
      await seedSite(service, {
        facilityId: `fac_near${letter}`,
        profile: { name: `Near ${letter.toUpperCase()} (invented)` },
      });
    await seedRequest(service, aRequest({ id: 'req_far1', personKey: 'person-far', wishes: { travelMiles: 60 } }));
    await seedSite(service, { facilityId: 'fac_vetme', status: 'awaiting-vetting' });
    await seedSite(service, { facilityId: 'fac_asked', profile: { name: 'Asked Hospital (invented)' } });
    await seedRequest(
      service,
      aRequest({
        id: 'req_asked1',
        status: 'approved',
        personKey: 'person-asked',
        offersMade: 1,
        wishes: { travelMiles: 5 },
      }),
    );
    await seedOffer(
      service,
      anOffer({
        id: 'req_asked1-1',
        requestId: 'req_asked1',
        facilityId: 'fac_asked',
        intakeId: 'fac_asked-CT-k3f9',
        questions: [
          {
            question: 'Are evening shifts possible?',
            askedAt: '2026-12-01T15:00:00.000Z',
            reply: null,
            repliedAt: null,
          },
        ],
      }),
    );
  });

  test('home shows what waits longest', async () => {
    const home = await see(page, await visitor.read(pages.coordinatorHome), 'coordinator-home');
    expect(home).toContain('/coordinator/requests/req_alder1');
    expect(home).toContain('3 requests came in within 12 weeks: 0 placed by now, 1 approved, 2 waiting');
    expect(home).toContain('/coordinator/facilities/fac_vetme');
    expect(home).toContain('/coordinator/requests/req_asked1#offers');
  });

  test('the queue pages on by cursor, and shows other states', async () => {
    await seedRequest(service, aRequest({ id: 'req_birch2', personKey: 'person-birch', wishes: { travelMiles: 5 } }));
    const first = await see(page, await visitor.read(pages.queuePage, {}, 'limit=1'), 'coordinator-queue');
    const cursor = /cursor=([^"&]+)/.exec(first)?.[1] ?? '';
    const second = await visitor.read(pages.queuePage, {}, `limit=1&cursor=${cursor}`);
    expect(namedIn(first)).toMatch(/^req_/);
    expect(namedIn(second.body)).toMatch(/^req_/);
    expect(namedIn(second.body)).not.toBe(namedIn(first));
    expect((await visitor.read(pages.queuePage, {}, 'status=approved')).body).toContain('req_asked1');
  });

  test('the queue and a review are worked through by keys, which keep still while somebody writes', async () => {
    const desk = await browser.open({}, service);
    await desk.context().addCookies(cookiesOf(visitor));
    await desk.goto(`${site}${pages.queuePage.path}`);
    const focused = (): Promise<string> =>
      desk.evaluate('(document.activeElement.getAttribute("href") ?? document.activeElement.textContent).trim()');
    await desk.keyboard.press('j');
    await desk.keyboard.press('j');
    const second = await focused();
    await desk.keyboard.press('k');
    const first = await focused();
    expect([first, second]).toEqual([
      expect.stringMatching(/requests\/req_/) as string,
      expect.stringMatching(/requests\/req_/) as string,
    ]);
    expect(first).not.toBe(second);
    await desk.goto(`${site}${pages.queuePage.path}/req_alder1`);
    await desk.keyboard.press('j');
    expect(await focused()).toMatch(/^1\. [\w ]+ \(invented\)/);
    await desk.keyboard.press('h');
    await desk.keyboard.type('back to the jobs of june');
    expect(await desk.locator('#hold-reason').inputValue()).toBe('back to the jobs of june');
    await desk.getByRole('button', { name: 'Switch keys off' }).click();
    await desk.keyboard.press('u');
    expect(desk.url()).toContain('req_alder1');
    await desk.getByRole('button', { name: 'Switch keys on' }).click();
    await desk.keyboard.press('u');
    await desk.waitForURL(`${site}${pages.queuePage.path}`);
  });

  test('the review shows twenty candidates in detail, the others in a line, and any of them on demand', async () => {
    const far = { requestId: 'req_far1' };
    const review = await see(page, await visitor.read(pages.reviewPage, far), 'coordinator-review');
    expect(review.match(/class="card candidate"/g)).toHaveLength(20);
    expect(review).toContain('<svg');
    expect(review).toMatch(/north above: 1\. [\w ]+ \(invented\), 2 miles \w+;.* 30 miles north\./);
    const [, further = ''] = /\?site=([\w-]+)#/.exec(review) ?? [];
    const other = await visitor.read(pages.reviewPage, far, `site=${further}`);
    expect(other.body).toContain(`id="site-${further}"`);
  });

  test('the review of a request with an offer shows the question that waits', async () => {
    expect(
      await see(page, await visitor.read(pages.reviewPage, { requestId: 'req_asked1' }), 'coordinator-review-offer'),
    ).toContain('Are evening shifts possible?');
  });

  test('a facility to be vetted, with what is wrong with the form', async () => {
    const facility = { facilityId: 'fac_vetme' };
    await see(page, await visitor.read(pages.facilitiesPage), 'coordinator-facilities');
    await see(page, await visitor.read(pages.facilityCasePage, facility), 'coordinator-facility');
    const wrong = await visitor.send(pages.facilityCasePage, pages.facilityCaseForm, facility, {
      action: 'vet',
      version: '1',
      decision: 'open',
    });
    expect(wrong.statusCode).toBe(422);
    expect(await see(page, wrong, 'coordinator-facility-wrong')).toContain('Please write how you know');
    const right = await visitor.send(pages.facilityCasePage, pages.facilityCaseForm, facility, {
      action: 'vet',
      version: '1',
      decision: 'open',
      evidence: 'Called the number on its own page.',
    });
    expect(right.headers?.['location']).toBe('/coordinator/facilities/fac_vetme?done=opened');
    expect((await service.store.facilities.get('fac_vetme'))?.status).toBe('open');
    await see(page, await visitor.read(pages.facilityCasePage, facility, 'done=opened'), 'coordinator-facility-opened');
  });
});

describe('decisions on a request', () => {
  test('what lacks something is shown again with all that was written', async () => {
    const answer = await send({
      action: 'approve-own',
      version: '1',
      'place.fac_neara-CT-k3f9': '2',
      reason: 'They know each other.',
    });
    expect(answer.statusCode).toBe(422);
    const body = await see(page, answer, 'coordinator-review-wrong');
    expect(body).toContain('Please write 1, 2, 3');
    expect(body).toContain('They know each other.');
    expect(body).toMatch(/name="place.fac_neara-CT-k3f9"[^>]*value="2"/);
  });

  test('an order of one’s own needs its reason', async () => {
    const { body: review = '' } = await visitor.read(pages.reviewPage, request);
    const ranking = /name="ranking" value="([^"]+)"/.exec(review)?.[1] ?? '';
    const answer = await send({ action: 'approve-own', version: '1', [`place.${ranking.split(' ').at(-1)}`]: '1' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('this order is not the beginning of the ranking');
    expect((await requestNow(service)).status).toBe('in-review');
  });

  test('a ruling is noted and ended', async () => {
    const rule = { action: 'rule', version: '1', decision: 'forbid', reason: 'Asked not to.' };
    expect(await send(rule)).toMatchObject({ statusCode: 422 });
    const ruled = await send({ ...rule, intakeId: 'fac_neara-CT-k3f9' });
    expect(ruled.headers?.['location']).toBe('/coordinator/requests/req_alder1?done=ruled');
    const body = await see(
      page,
      await visitor.read(pages.reviewPage, request, 'done=ruled'),
      'coordinator-review-ruled',
    );
    expect(body).toContain('is forbidden: Asked not to.');
    await send({ action: 'end-ruling', version: '2', decision: 'allow', facilityId: 'fac_neara' });
    expect((await requestNow(service)).rulings.forbidden).toEqual([]);
  });

  test('who decides on something older is told what changed, and keeps what was written', async () => {
    const answer = await send({ action: 'hold', version: '1', reason: 'Waits for the school.' });
    expect(answer.statusCode).toBe(422);
    const body = await see(page, answer, 'coordinator-review-stale');
    expect(body).toContain('This changed after you opened it.');
    expect(body).toContain('site forbidden by a coordinator');
    expect(body).toContain('Waits for the school.');
    expect((await requestNow(service)).status).toBe('in-review');
  });

  test('the beginning of the ranking is approved, and its first site holds a seat', async () => {
    const { body = '' } = await visitor.read(pages.reviewPage, request);
    const ranking = /name="ranking" value="([^"]+)"/.exec(body)?.[1] ?? '';
    const { version } = await requestNow(service);
    const sent = await send({ action: 'approve-first', version: `${version}`, ranking, count: '2' });
    expect(sent.headers?.['location']).toBe('/coordinator/requests/req_alder1?done=approved');
    expect(await requestNow(service)).toMatchObject({
      status: 'approved',
      approval: { shortlist: ranking.split(' ').slice(0, 2), reason: null },
    });
    await see(page, await visitor.read(pages.reviewPage, request, 'done=approved'), 'coordinator-review-approved');
  });

  test('a question is replied to, and an offer cancelled', async () => {
    const offer = { offerId: 'req_asked1-1', version: '1' };
    expect(await send({ action: 'reply', ...offer }, 'req_asked1')).toMatchObject({ statusCode: 422 });
    await send({ action: 'reply', ...offer, reply: 'Yes, from 5 PM.' }, 'req_asked1');
    expect((await offerNow(service, 'req_asked1-1')).questions[0]?.reply).toBe('Yes, from 5 PM.');
    await send({ action: 'cancel', ...offer, version: '2' }, 'req_asked1');
    expect((await offerNow(service, 'req_asked1-1')).status).toBe('cancelled');
  });

  test('a request is held, resumed and rejected', async () => {
    expect(await statusAfter('hold', 'req_birch2')).toBe('on-hold');
    await see(page, await visitor.read(pages.reviewPage, { requestId: 'req_birch2' }), 'coordinator-review-held');
    expect(await statusAfter('resume', 'req_birch2')).toBe('confirmed');
    expect(await statusAfter('reject', 'req_birch2')).toBe('rejected');
  });

  test('no other decision is there to be sent', async () => {
    for (const action of ['', 'withdraw', 'toString', '__proto__'])
      expect(await send({ action })).toMatchObject({ statusCode: 422 });
    expect(await visitor.read(pages.reviewPage, { requestId: 'req_nobody' })).toMatchObject({ statusCode: 404 });
  });
});
