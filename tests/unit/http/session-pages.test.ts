import { beforeAll, describe, expect, test } from 'vitest';
import { coordinatorHome, signedInPage, signInPage, signOutForm } from '../../../shared/contracts/coordinator-pages.ts';
import type { Route } from '../../../shared/contracts/route.ts';
import { sessionHours } from '../../../shared/domain/session.ts';
import type { HttpAnswer } from '../../../shared/http/binding.ts';
import { ownPath } from '../../../shared/http/session-pages.ts';
import { contents } from '../../support/world.ts';
import { aService, type Service } from './service.ts';
import { askPage, type Asked, kept, signIn as signInTo, tokenIn } from './signed-in.ts';

let service: Service;
beforeAll(async () => {
  service = await aService();
});

const ask = async (route: Route, asked?: Asked): Promise<HttpAnswer> => askPage(service, route, asked);
const signIn = async (role?: string | null, to?: string): Promise<HttpAnswer> => signInTo(service, role, to);

describe('a coordinator', () => {
  test('who is not signed in is sent to the sign-in, and from there back to the page', async () => {
    const sent = await ask(coordinatorHome, { query: 'status=held' });
    expect(sent).toMatchObject({
      statusCode: 303,
      headers: { location: '/coordinator/sign-in?to=%2Fcoordinator%3Fstatus%3Dheld' },
    });
    const back = await signIn('coordinator', '/coordinator?status=held');
    expect(back).toMatchObject({ statusCode: 303, headers: { location: '/coordinator?status=held' } });
    expect(await ask(coordinatorHome, { cookies: kept(back) })).toMatchObject({ statusCode: 200 });
  });

  test('keeps the session in a cookie that this host alone can set and no script can read', async () => {
    const [session = ''] = (await signIn()).cookies ?? [];
    expect(session).toMatch(
      new RegExp(`^__Host-session=[\\w-]{43}; Max-Age=${sessionHours * 3600}; Path=/; Secure; HttpOnly; SameSite=Lax$`),
    );
    // What is kept of it in the table opens nothing.
    expect((await contents(service)).join()).not.toContain(session.slice('__Host-session='.length).split(';')[0]);
  });

  test('signs out: the session is over for whoever holds its cookie', async () => {
    const cookies = kept(await signIn());
    const formToken = tokenIn(await ask(coordinatorHome, { cookies }));
    const out = await ask(signOutForm, { cookies, form: { formToken } });
    expect(out.statusCode).toBe(200);
    expect(out.body).toContain('content="0; url=https://sign-in.example.org/logout"');
    expect(out.cookies?.[0]).toContain('__Host-session=; Max-Age=0');
    expect((await ask(coordinatorHome, { cookies })).statusCode).toBe(303);
  });

  test('signs in anew after a working day', async () => {
    const world = await aService();
    const late = service;
    service = world;
    const cookies = kept(await signIn());
    world.pass(sessionHours * 60 - 1, 'minute');
    expect((await ask(coordinatorHome, { cookies })).statusCode).toBe(200);
    world.pass(1, 'minute');
    expect((await ask(coordinatorHome, { cookies })).statusCode).toBe(303);
    service = late;
  });

  test('gets another session with each sign-in, and the one before ends', async () => {
    const before = kept(await signIn());
    const begun = await ask(signInPage);
    const again = await ask(signedInPage, {
      query: 'code=sub-1&state=state&role=admin',
      cookies: [...kept(begun), ...before],
    });
    expect(kept(again)).not.toEqual(before);
    expect((await ask(coordinatorHome, { cookies: before })).statusCode).toBe(303);
    expect((await ask(coordinatorHome, { cookies: kept(again) })).statusCode).toBe(200);
  });
});

describe('nobody else comes in', () => {
  test('a person without a role is told whom to ask, and gets no session', async () => {
    const answer = await signIn(null);
    expect(answer).toMatchObject({ statusCode: 403 });
    expect(answer.body).toContain('have no role here');
    expect(answer.cookies ?? []).toEqual([]);
  });

  test('a return without the attempt that it belongs to is refused', async () => {
    for (const cookies of [[], ['__Host-sign-in=bm90IGpzb24'], ['__Host-sign-in=e30']])
      expect((await ask(signedInPage, { query: 'code=x&state=y', cookies })).statusCode).toBe(400);
  });

  test.each(['', 'x', 'A'.repeat(43), '../../etc'])('no session goes by the cookie %j', async (held) => {
    expect((await ask(coordinatorHome, { cookies: [`__Host-session=${held}`] })).statusCode).toBe(303);
  });

  test('a form needs the token of its own session', async () => {
    const [mine, other] = [kept(await signIn()), kept(await signIn())];
    const formToken = tokenIn(await ask(coordinatorHome, { cookies: other }));
    const forms: Readonly<Record<string, string>>[] = [{}, { formToken: '' }, { formToken: 'x' }, { formToken }];
    for (const form of forms) expect((await ask(signOutForm, { cookies: mine, form })).statusCode).toBe(403);
    expect((await ask(coordinatorHome, { cookies: mine })).statusCode).toBe(200);
  });

  test('a form that another site sends is refused, token or not', async () => {
    const cookies = kept(await signIn());
    const formToken = tokenIn(await ask(coordinatorHome, { cookies }));
    const elsewhere: Readonly<Record<string, string>>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example.org' },
    ];
    for (const headers of elsewhere)
      expect((await ask(signOutForm, { cookies, form: { formToken }, headers })).statusCode).toBe(403);
  });

  test('a form whose session is over is told so, instead of being lost on the way to the sign-in', async () => {
    const answer = await ask(signOutForm, { form: { formToken: 'x' } });
    expect(answer.statusCode).toBe(401);
    expect(answer.body).toContain('Nothing was changed');
  });
});

describe('the way back after a sign-in', () => {
  test.each(['/coordinator', '/coordinator/requests/req_a1b2?tab=week&after=x', '/coordinator?status=held'])(
    'leads to %s',
    (to) => {
      expect(ownPath(to)).toBe(to);
    },
  );
  test.each([
    undefined,
    '',
    '/',
    '/status/x',
    '//evil.example.org',
    'https://evil.example.org/coordinator',
    '/coordinator//evil',
    '/coordinator\\evil',
    '/coordinators',
    '/coordinator/../status',
    '/coordinator?x\r\nset-cookie: a=b',
    'javascript:alert(1)',
  ])('never leads to %j', (to) => {
    expect(ownPath(to)).toBe('/coordinator');
  });
});
