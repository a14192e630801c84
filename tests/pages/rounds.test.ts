import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import * as pages from '../../shared/contracts/round-pages.ts';
import type { HttpAnswer } from '../../shared/http/binding.ts';
import { runRoundPart } from '../../shared/usecases/run-round.ts';
import { aRequest } from '../support/builders.ts';
import { see, site, useBrowser } from '../support/seen.ts';
import { requestNow, seedRequest, seedSite, value } from '../support/world.ts';
import { aService, type Service } from '../unit/http/service.ts';
import { aVisitor, cookiesOf } from '../unit/http/signed-in.ts';

const browser = useBrowser();
let service: Service;
let page: Page;
let visitor: Awaited<ReturnType<typeof aVisitor>>;
let roundId: string;

/** Three seats and three open briefs each: one more pair than a call approves, and one request that finds no site. */
const facilities = 'abcdefghi'.split('');
const requests = 28;

beforeAll(async () => {
  service = await aService();
  visitor = await aVisitor(service);
  page = await browser.open({}, service);
  await page.goto(site);
});

const read = async (query = '') => visitor.read(pages.roundPage, { roundId }, query);
const send = async (form: Readonly<Record<string, string>>) =>
  visitor.send(pages.roundPage, pages.roundForm, { roundId }, form);
const runAll = async (): Promise<void> => {
  for (;;) {
    const part = (await service.store.rounds.get(roundId))?.next ?? null;
    if (part === null) return;
    value(await runRoundPart(service.ports)({ roundId, part }));
  }
};
const whereTo = ({ headers }: HttpAnswer): string => String(headers?.['location']);

test('a round is started for the disciplines that were ticked, and is watched while it is worked out', async () => {
  expect(await see(page, await visitor.read(pages.roundsPage), 'rounds-empty')).toContain('No round yet');
  for (const letter of facilities)
    await seedSite(service, {
      facilityId: `fac_round${letter}`,
      profile: { name: `${letter.toUpperCase()} Imaging (invented)` },
      intake: { seats: 3 },
    });
  for (let number = 1; number <= requests; number += 1)
    await seedRequest(
      service,
      aRequest({
        id: `req_pair${String(number).padStart(2, '0')}`,
        personKey: `person-${number}`,
        submittedAt: `2026-11-${String(number).padStart(2, '0')}T12:00:00.000Z`,
      }),
    );

  const started = await visitor.send(pages.roundsPage, pages.startRoundForm, {}, { 'disciplines.CT': 'yes' });
  roundId = /rounds\/(rnd_\w+)\?done=round-started$/.exec(whereTo(started))?.[1] ?? whereTo(started);
  expect(await service.store.rounds.get(roundId)).toMatchObject({ status: 'requested', disciplines: ['CT'] });
  const watched = await see(page, await read('done=round-started'), 'round-under-way');
  expect(watched).toContain('Look again</a>');
  expect(watched).not.toContain('Approve the whole round');
  await runAll();
});

test('the diff says for whom which site is proposed and who has none, a page after the other', async () => {
  const first = await see(page, await read(), 'round-diff');
  expect(first).toContain('Today: in review, no site is asked. The round proposes A Imaging');
  expect(first.match(/name="line\./g)).toHaveLength(25);
  const cursor = /cursor=([^"&]+)/.exec(first)?.[1] ?? '';
  const second = (await read(`part=CT&side=placed&cursor=${cursor}`)).body ?? '';
  expect(second.match(/name="line\./g)).toHaveLength(2);
  expect((await read('part=CT&side=unplaced')).body).toContain('The round has no site:');
  expect((await read('part=locks')).body).toContain('This part of the round proposes nobody a site.');
  expect((await read('part=MRI')).statusCode).toBe(422);
});

test('a pair is ruled on as it is now, and marked pairs are approved', async () => {
  const pair = { action: 'rule-on-pair', requestId: 'req_pair01', intakeId: 'fac_rounda-CT-k3f9', version: '1' };
  const refused = await send({ ...pair, decision: 'forbid' });
  expect(refused).toMatchObject({ statusCode: 422 });
  expect(refused.body).toContain('Please write the reason.');
  const ruled = await send({ ...pair, decision: 'forbid', reason: 'They left it in a quarrel.' });
  expect(whereTo(ruled)).toBe(`/coordinator/rounds/${roundId}?side=placed&done=pair-ruled`);
  expect((await requestNow(service, 'req_pair01')).rulings.forbidden).toMatchObject([{ facilityId: 'fac_rounda' }]);

  expect((await send({ action: 'approve-lines' })).statusCode).toBe(422);
  await send({ action: 'approve-lines', 'line.CT-req_pair02': 'yes' });
  expect((await requestNow(service, 'req_pair02')).status).toBe('approved');
  expect((await requestNow(service, 'req_pair03')).status).toBe('in-review');
});

test('the whole is approved 25 pairs at a time, by its reader or by the script, and says what could not be', async () => {
  const first = await send({ action: 'approve-rest' });
  expect(whereTo(first)).toMatch(/\?after=CT-req_pair\d\d$/);
  const going = await see(page, await read(whereTo(first).split('?')[1]), 'round-going-on');
  expect(going).toMatch(/name="after" value="CT-req_pair\d\d"/);

  const desk = await browser.open({}, service);
  await desk.context().addCookies(cookiesOf(visitor));
  // An address that somebody made up approves nothing by itself.
  await desk.goto(`${site}${whereTo(first)}`);
  await desk.getByRole('button', { name: 'Go on with the next 25' }).waitFor();
  const counts = async () => {
    const round = await service.store.rounds.get(roundId);
    return round !== null && 'approvedPairs' in round ? [round.approvedPairs, round.refusedPairs] : null;
  };
  expect(await counts()).toEqual([24, 1]);
  await desk.goto(`${site}${pages.roundsPage.path}/${roundId}`);
  await desk.getByRole('button', { name: 'Approve the whole round' }).click();
  await desk.waitForURL(/done=round-approved/);
  expect(await counts()).toEqual([26, 1]);

  // What was ruled on since the round is refused, with what happened.
  const refused = (await read('side=refused')).body ?? '';
  expect(refused.match(/name="line\./g)).toHaveLength(1);
  expect(refused).toContain('forbid-site (coordinator)');
  expect((await service.store.rounds.get(roundId))?.status).toBe('partly-approved');
});

test('a round is discarded with a reason, and nothing of it can be approved any more', async () => {
  const { version = 0 } = (await service.store.rounds.get(roundId)) ?? {};
  expect((await send({ action: 'discard', version: `${version - 1}`, reason: 'Stale.' })).body).toContain(
    'This changed after you opened it.',
  );
  await send({ action: 'discard', version: `${version}`, reason: 'Two sites closed for the winter.' });
  const discarded = (await read()).body;
  expect(discarded).toContain('Two sites closed for the winter.');
  expect(discarded).not.toContain('Approve');
  expect((await send({ action: 'approve-rest' })).statusCode).toBe(422);
  expect((await visitor.read(pages.roundsPage)).body).toContain(roundId);
});
