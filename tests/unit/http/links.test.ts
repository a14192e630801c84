import { beforeAll, describe, expect, test } from 'vitest';
import { readFacility } from '../../../shared/contracts/facility.ts';
import { answerBrief, askAboutBrief, readBrief, undoAnswer } from '../../../shared/contracts/brief.ts';
import { answerPage } from '../../../shared/contracts/facility-pages.ts';
import type { Route } from '../../../shared/contracts/route.ts';
import { confirmPage, statusPage } from '../../../shared/contracts/pages.ts';
import { confirmRequest, readRequest, withdrawRequest } from '../../../shared/contracts/technologist.ts';
import { linkTokens } from '../../../shared/links/tokens.ts';
import { mailOfOffer } from '../../../shared/usecases/queue-mail.ts';
import { alteredTokens } from '../../support/altered-tokens.ts';
import { aRequest, now } from '../../support/builders.ts';
import { auditOf, offerNow, seatsTaken, seedRequest, seedSite, value } from '../../support/world.ts';
import { anEvent, jsonEvent } from './an-event.ts';
import { seedPlacement } from './seeds.ts';
import { aService, tokenFor, type Service } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await aService();
  await seedRequest(service, aRequest({ id: 'req_reader', personKey: 'person-reader' }));
  await seedSite(service, { facilityId: 'fac_reader' });
});

const call = async (route: Route, token: string | undefined, body?: unknown) => {
  const change = { ...(token !== undefined && { bearer: token }) };
  const event = body === undefined ? anEvent(route, change) : jsonEvent(route, body, change);
  const { statusCode, body: text = '' } = await service.answer(route.served, event);
  return { statusCode, answer: JSON.parse(text) as Record<string, unknown> };
};

/** The whole answer that the status page gives to a token. */
const answerTo = async (token: string) =>
  JSON.stringify(await service.answer(statusPage.served, anEvent(statusPage, { params: { token } })));

const reading = { purpose: 'request-access', subject: 'req_reader', version: 1 } as const;

describe('whatever is wrong with a token, the answer is the same', () => {
  const right = tokenFor(reading);
  const elsewhere = linkTokens({ keys: new Map([['k1', 'some other key, as long as ours is']]), current: 'k1' });
  test.each([
    ['one sign changed', `${right.slice(0, -1)}${right.endsWith('A') ? 'B' : 'A'}`],
    ['another subject', right.replace('req_reader', 'req_reades')],
    ['a longer life', right.replace('1811808000', '1911808000')],
    ['signed by somebody else', elsewhere.issue(reading, null)],
    ['for another purpose', tokenFor({ purpose: 'confirm-request', subject: 'req_reader', version: 1 })],
    ['for a facility', tokenFor({ purpose: 'facility-access', subject: 'fac_reader', version: 1 })],
    ['expired', tokenFor(reading, '2026-12-01T15:00:00.000Z')],
    ['no token at all', 'x'],
    ['very long', 'v1.'.repeat(2000)],
    ['two tokens', `${right},${right}`],
  ])('%s', async (_, token) => {
    const { statusCode, answer } = await call(readRequest, token);
    const nonsense = await call(readRequest, 'nonsense');
    expect({ statusCode, answer }).toEqual({ statusCode: 401, answer: nonsense.answer });
  });

  test('altered in a thousand ways', async () => {
    const answers = new Set<string>();
    for (const token of alteredTokens([right, tokenFor({ ...reading, purpose: 'confirm-request' })], 1000))
      answers.add(await answerTo(token.toWellFormed()));
    expect([...answers]).toEqual([await answerTo('nonsense')]);
  });

  test('and who sends none is told how to', async () => {
    const { statusCode, answer } = await call(readRequest, undefined);
    expect(statusCode).toBe(401);
    expect(answer['detail']).toContain('Authorization: Bearer');
  });
});

describe('a link opens its own subject, while it is the current one', () => {
  test('an access link may be used again and again', async () => {
    for (const _ of [1, 2])
      expect((await call(readRequest, tokenFor(reading))).answer).toMatchObject({ requestId: 'req_reader' });
  });

  test('a facility’s link reads that facility', async () => {
    const token = tokenFor({ purpose: 'facility-access', subject: 'fac_reader', version: 1 });
    expect((await call(readFacility, token)).answer).toMatchObject({ facilityId: 'fac_reader' });
  });

  test('an older or newer number, and a subject that is gone, are refused in those same words too', async () => {
    const nonsense = await call(readRequest, 'nonsense');
    expect(nonsense.answer['detail']).toContain('newest mail');
    for (const other of [{ version: 0 }, { version: 2 }, { subject: 'req_gone' }])
      expect(await call(readRequest, tokenFor({ ...reading, ...other }))).toEqual(nonsense);
  });

  test('a confirm link works once', async () => {
    await seedRequest(service, aRequest({ id: 'req_once', status: 'submitted', personKey: 'person-once' }));
    const token = tokenFor({ purpose: 'confirm-request', subject: 'req_once', version: 1 });
    expect((await call(confirmRequest, token)).answer).toMatchObject({ status: 'confirmed' });
    expect((await call(confirmRequest, token)).answer).toMatchObject({ code: 'link-refused' });
  });

  test('what a link leads to cannot be named by its holder', async () => {
    await seedRequest(service, aRequest({ id: 'req_other', personKey: 'person-other' }));
    const { statusCode } = await call(withdrawRequest, tokenFor(reading), { requestId: 'req_other' });
    expect(statusCode).toBe(422);
    expect((await service.store.requests.get('req_other'))?.status).toBe('in-review');
  });
});

const tokenOf = (name: string, version = 1) => tokenFor({ purpose: 'answer', subject: `req_${name}-1`, version });

describe('an answer link', () => {
  test('carries one decision, and takes its own yes back', async () => {
    await seedPlacement(service, 'regret', {});
    const token = tokenOf('regret');
    expect((await call(answerBrief, token, { answer: 'yes' })).answer).toMatchObject({ status: 'accepted' });

    expect((await call(answerBrief, token, { answer: 'no', reason: 'dates' })).statusCode).toBe(401);
    expect((await call(askAboutBrief, token, { question: 'One more?' })).statusCode).toBe(401);
    expect((await call(readBrief, token)).answer).toMatchObject({ status: 'accepted' });

    expect((await call(undoAnswer, token)).answer).toMatchObject({ status: 'made' });
    expect((await call(undoAnswer, token)).statusCode).toBe(401);
    expect((await call(readBrief, token)).statusCode).toBe(401);
    expect((await call(readBrief, tokenOf('regret', 3))).answer).toMatchObject({ status: 'made' });
  });

  test('is used up by a no', async () => {
    await seedPlacement(service, 'refusal', {});
    const token = tokenOf('refusal');
    expect((await call(answerBrief, token, { answer: 'no', reason: 'dates' })).statusCode).toBe(200);
    for (const route of [readBrief, undoAnswer]) expect((await call(route, token)).statusCode).toBe(401);
  });

  test('asks without being used up', async () => {
    await seedPlacement(service, 'asking', {});
    const token = tokenOf('asking');
    expect((await call(askAboutBrief, token, { question: 'Which days?' })).statusCode).toBe(200);
    expect((await call(answerBrief, token, { answer: 'yes' })).statusCode).toBe(200);
  });

  test('that a newer mail replaced is refused as any other, and says where the newer one is', async () => {
    const offer = await seedPlacement(service, 'twice', {});
    const next = { ...offer, linkVersion: 2 };
    value(
      await service.store.commit([
        service.store.offers.update(offer, next),
        service.store.outbox.enqueue(mailOfOffer({ kind: 'brief', subject: offer.id, round: 2 }, next, now)),
      ]),
    );
    const { answer: nonsense } = await call(readBrief, 'nonsense');
    for (const route of [readBrief, undoAnswer]) {
      const { answer } = await call(route, tokenOf('twice', 1));
      expect(answer).toEqual({ ...nonsense, detail: expect.any(String) as unknown });
      expect(answer['detail']).toContain('in that mail, of Tuesday, December 1, 2026 at 3:00 PM UTC');
    }
    const page = anEvent(answerPage, { params: { token: tokenOf('twice', 1) } });
    const { statusCode, body } = await service.answer(answerPage.served, page);
    expect(statusCode).toBe(401);
    expect(body).toContain('Tuesday, December 1, 2026');
    // Whoever made it up is told nothing.
    expect((await call(readBrief, tokenOf('twice', 1).slice(0, -1))).answer).toEqual(nonsense);
  });

  test('that a hundred use at the same moment has one effect', async () => {
    const offer = await seedPlacement(service, 'hundred', {});
    const token = tokenOf('hundred');
    const answers = await Promise.all(
      Array.from({ length: 100 }, async (_, index) =>
        call(answerBrief, token, index % 2 === 0 ? { answer: 'yes' } : { answer: 'no', reason: 'dates' }),
      ),
    );
    const did = answers.filter(({ statusCode }) => statusCode === 200);
    expect(did).toHaveLength(1);
    // The others were too late, or were asked to come back, which is too late then.
    expect(answers.filter(({ statusCode }) => ![200, 401, 409, 503].includes(statusCode ?? 0))).toEqual([]);
    const { status, version, linkVersion } = await offerNow(service, offer.id);
    expect({ status, version, linkVersion }).toEqual({
      status: did[0]?.answer['status'],
      version: offer.version + 1,
      linkVersion: offer.linkVersion + 1,
    });
    expect(await auditOf(service, offer.id)).toHaveLength(1);
    // A decline frees the seat, once.
    expect(await seatsTaken(service, offer.intakeId)).toBe(status === 'accepted' ? 1 : 0);
  });

  test('ends with the time to answer', async () => {
    await seedPlacement(service, 'late', {});
    service.clock.time = '2026-12-08T15:00:00.000Z';
    const { statusCode, answer } = await call(answerBrief, tokenOf('late'), { answer: 'yes' });
    service.clock.time = '2026-12-01T15:00:00.000Z';
    expect({ statusCode, code: answer['code'] }).toEqual({ statusCode: 409, code: 'action-not-possible' });
    expect((await offerNow(service, 'req_late-1')).status).toBe('made');
  });
});

test('a page says the same in words, and offers another link', async () => {
  for (const [route, purpose] of [
    [confirmPage, 'answer'],
    [answerPage, 'request-access'],
    [statusPage, 'facility-access'],
  ] as const) {
    const token = tokenFor({ purpose, subject: 'req_reader', version: 1 });
    const { statusCode, body } = await service.answer(route.served, anEvent(route, { params: { token } }));
    expect(statusCode).toBe(401);
    expect(body).toContain('This link does not work');
    expect(body).toContain('action="/links"');
  }
});
