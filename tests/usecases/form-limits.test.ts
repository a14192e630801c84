import { beforeEach, describe, expect, test } from 'vitest';
import { mailAccessLink } from '../../shared/usecases/access-links.ts';
import { claimFacility } from '../../shared/usecases/claim-facility.ts';
import { confirmRequest } from '../../shared/usecases/confirm-request.ts';
import type { Call, Ports } from '../../shared/usecases/ports.ts';
import { submitRequest } from '../../shared/usecases/submit-request.ts';
import { aFacility, someWishes } from '../support/builders.ts';
import { dynamoDbClient } from '../support/dynamodb.ts';
import { injectFaults } from '../support/table-faults.ts';
import {
  anyone,
  aWorld,
  contents,
  refusal,
  refusedWithoutTrace,
  technologist,
  value,
  type World,
} from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

const from = (sourceIp: string): Call => ({ ...anyone, sourceIp });

/** Room for so many forms. */
const limited = (perNetworkADay: number, anHour = 1000): Ports => ({
  ...world.ports,
  formLimits: { perNetworkADay, anHour },
});

const submit = async (ports: Ports, number: number, call: Call) =>
  submitRequest(ports)(
    {
      contact: { name: 'Some Body', email: `person${number}@example.org`, phone: null },
      zip: '02115',
      wishes: someWishes(),
    },
    call,
  );
const claim = async (ports: Ports, call: Call) => {
  const { profile, contact } = aFacility();
  return claimFacility(ports)({ profile, contact, zip: '02115', siteOffers: [] }, call);
};
const askLinks = async (ports: Ports, email: string, call: Call) => mailAccessLink(ports)({ email }, call);

describe('the forms of one network', () => {
  test('are limited for a day, whichever of them are sent, and other networks are not', async () => {
    const ports = limited(3);
    value(await submit(ports, 1, from('192.0.2.1')));
    value(await claim(ports, from('192.0.2.2')));
    value(await askLinks(ports, 'person1@example.org', from('192.0.2.250')));
    for (const act of [
      async () => submit(ports, 2, from('192.0.2.3')),
      async () => claim(ports, from('192.0.2.3')),
      async () => askLinks(ports, 'person1@example.org', from('192.0.2.3')),
    ])
      expect(await refusedWithoutTrace(world, act)).toEqual({
        code: 'limit-reached',
        detail:
          'As many forms came from your network today as we take in a day. Nothing was done. ' +
          'Please try again after 00:00 UTC on 2026-12-02.',
        retryAt: '2026-12-02T00:00:00.000Z',
      });
    value(await submit(ports, 2, from('192.0.3.3')));
    world.pass(1, 'day');
    value(await submit(ports, 3, from('192.0.2.3')));
  });

  test('are counted exactly, however many come at once', async () => {
    const ports = limited(7);
    const sent = await Promise.all(Array.from({ length: 25 }, async (_, n) => submit(ports, n, from('192.0.2.1'))));
    expect(sent.filter(({ ok }) => ok)).toHaveLength(7);
    for (const one of sent.filter(({ ok }) => !ok)) expect(refusal(one).code).toMatch(/^(limit-reached|busy)$/);
    const all = await world.store.requests.inStatus('submitted', null, 100);
    expect(value(all).items).toHaveLength(7);
    expect(refusal(await submit(ports, 99, from('192.0.2.1'))).code).toBe('limit-reached');
  });

  test('count once, though the answer of the table was lost and the write repeated', async () => {
    const client = dynamoDbClient();
    injectFaults(client, (attempt) => (attempt === 1 ? 'lost-answer' : 'none'));
    world = await aWorld(client);
    const ports = limited(3);
    for (let number = 1; number <= 3; number += 1) value(await submit(ports, number, from('192.0.2.1')));
    expect(refusal(await submit(ports, 4, from('192.0.2.1'))).code).toBe('limit-reached');
  });

  test('are one, where nothing says whence they come', async () => {
    const ports = limited(1);
    value(await submit(ports, 1, anyone));
    expect(refusal(await submit(ports, 2, from('not an address'))).code).toBe('limit-reached');
  });
});

describe('the forms of an hour', () => {
  test('are limited, though every one comes from another network', async () => {
    const ports = limited(40, 3);
    for (let number = 1; number <= 3; number += 1) value(await submit(ports, number, from(`192.0.${number}.1`)));
    const act = async () => submit(ports, 4, from('2001:db8::1'));
    expect(await refusedWithoutTrace(world, act)).toMatchObject({
      code: 'limit-reached',
      retryAt: '2026-12-01T16:00:00.000Z',
    });
    world.pass(1, 'hour');
    value(await act());
  });
});

test('a limit says the same to an address that is known and to one that is not', async () => {
  const { requestId } = value(await submit(world.ports, 1, from('192.0.3.1')));
  value(await confirmRequest(world.ports)({ requestId }, technologist(requestId)));
  const ports = limited(1);
  value(await submit(ports, 2, from('192.0.2.1')));
  const known = refusal(await askLinks(ports, 'person1@example.org', from('192.0.2.1')));
  expect(refusal(await askLinks(ports, 'nobody@example.org', from('192.0.2.1')))).toEqual(known);
});

test('nothing of a network can be read in the counts, which name another key each day and end with it', async () => {
  value(await submit(world.ports, 1, from('192.0.2.1')));
  world.pass(1, 'day');
  value(await submit(world.ports, 2, from('192.0.2.1')));
  const counts = (await contents(world))
    .map((item) => JSON.parse(item) as { pk: string; sk: string; kind: string; expiresAtEpoch: number })
    .filter(({ kind, pk }) => kind === 'form-count' && pk !== 'FORMS#everywhere');
  expect(new Set(counts.map(({ pk }) => pk)).size).toBe(2);
  for (const { pk, sk, expiresAtEpoch } of counts) {
    expect(pk).toMatch(/^FORMS#[\w-]{43}$/);
    expect(expiresAtEpoch).toBe(Date.parse(sk) / 1000 + 86_400);
  }
});
