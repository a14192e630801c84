import { beforeAll, describe, expect, test } from 'vitest';
import { listRequests, rejectRequest } from '../../../shared/contracts/coordinator.ts';
import { routes } from '../../../shared/contracts/routes.ts';
import { aRequest } from '../../support/builders.ts';
import { seedRequest } from '../../support/world.ts';
import { anEvent, jsonEvent } from './an-event.ts';
import { aService, type Service } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await aService();
});

const statusFor = async (groups: string | readonly string[] | undefined) =>
  (await service.answer('coordinator-api', anEvent(listRequests, groups === undefined ? {} : { groups }))).statusCode;

describe('a role is one of the signed-in person’s groups', () => {
  test.each([
    ['[coordinator]', 200],
    ['[admin]', 200],
    ['[staff coordinator]', 200],
    ['coordinator', 200],
    [['coordinator'], 200],
    ['[]', 403],
    ['', 403],
    ['[facility]', 403],
    ['[coordinators]', 403],
    ['[not-coordinator]', 403],
    [['coordinator admin'], 403],
  ])('%j: %i', async (groups, status) => {
    expect(await statusFor(groups)).toBe(status);
  });

  test('without a token checked by the API nobody is signed in', async () => {
    expect(await statusFor(undefined)).toBe(401);
  });

  test('a person without groups has no role', async () => {
    const event = anEvent(listRequests, { groups: '' });
    Object.assign(event.requestContext, { authorizer: { jwt: { claims: { sub: 'someone' }, scopes: null } } });
    expect((await service.answer('coordinator-api', event)).statusCode).toBe(403);
  });

  test('a header alone signs nobody in', async () => {
    const event = anEvent(listRequests, { bearer: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.' });
    expect((await service.answer('coordinator-api', event)).statusCode).toBe(401);
  });
});

test('every route says who may call it, and coordinators’ routes are behind sign-in', () => {
  for (const { path, access } of routes) {
    const roles = access.by === 'sign-in' ? access.roles : [];
    expect(path.startsWith('/api/coordinator/')).toBe(roles.length > 0);
  }
});

test('what is done is written down with who did it', async () => {
  await seedRequest(service, aRequest({ id: 'req_audited' }));
  await service.answer(
    'coordinator-api',
    jsonEvent(
      rejectRequest,
      { version: 1, reason: 'No site in sight.' },
      {
        groups: '[admin coordinator]',
        params: { requestId: 'req_audited' },
      },
    ),
  );
  const audit = await service.store.audit.of('req_audited');
  expect(audit.at(-1)?.actor).toEqual({ kind: 'admin', id: 'coordinator-1' });
});
