import { beforeEach, describe, expect, test } from 'vitest';
import { ProgramTerms } from '../../shared/domain/program.ts';
import { confirmRequest } from '../../shared/usecases/confirm-request.ts';
import { createProgram } from '../../shared/usecases/programs.ts';
import { submitRequest } from '../../shared/usecases/submit-request.ts';
import { withdrawRequest } from '../../shared/usecases/withdraw-request.ts';
import { aProgram, aRequest, someWishes } from '../support/builders.ts';
import {
  anyone,
  aWorld,
  contents,
  coordinator,
  refusal,
  requestNow,
  seedRequest,
  technologist,
  value,
  withKey,
  type World,
} from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

const contact = { name: 'Alder Example', email: 'alder@example.org', phone: null };
const submit = async (call = withKey(anyone, 'key-1'), zip = '02115') =>
  submitRequest(world.ports)({ contact, zip, wishes: someWishes() }, call);
const submittedRequests = async () => value(await world.store.requests.inStatus('submitted', null, 100)).items;

describe('a call that comes again with the same Idempotency-Key', () => {
  test('is given the same answer, and nothing is done again', async () => {
    const first = await submit();
    const before = await contents(world);
    expect(await submit()).toEqual(first);
    expect(await contents(world)).toEqual(before);
  });

  test('is given the same answer even if the call would be refused by now', async () => {
    const { id } = await seedRequest(world);
    const withdraw = async () => withdrawRequest(world.ports)({ requestId: id }, withKey(technologist(id), 'key-2'));
    const first = value(await withdraw());
    expect(value(await withdraw())).toEqual(first);
  });

  test('has one effect when all ten copies run at the same moment', async () => {
    const answers = (await Promise.all(Array.from({ length: 10 }, async () => submit()))).map(value);
    expect(new Set(answers.map(({ requestId }) => requestId)).size).toBe(1);
    expect(await submittedRequests()).toHaveLength(1);
  });

  test('has one effect also where the second could not be done after the first', async () => {
    const { requestId } = value(await submit());
    const confirm = async () => confirmRequest(world.ports)({ requestId }, withKey(technologist(requestId), 'key-3'));
    const answers = (await Promise.all(Array.from({ length: 5 }, confirm))).map(value);
    expect(answers).toEqual(answers.map(() => ({ requestId, status: 'confirmed' })));
    expect(await requestNow(world, requestId)).toMatchObject({ version: 2 });
  });

  test('has one effect also where the first ends just before the second looks', async () => {
    const { id } = await seedRequest(world);
    const call = withKey(technologist(id), 'key-5');
    const { requests } = world.store;
    // The second has found no stored answer yet when the first withdraws.
    const get: typeof requests.get = async (requestId) => {
      await withdrawRequest(world.ports)({ requestId }, call);
      return requests.get(requestId);
    };
    const late = { ...world.ports, store: { ...world.store, requests: { ...requests, get } } };
    expect(value(await withdrawRequest(late)({ requestId: id }, call))).toEqual({ requestId: id, status: 'withdrawn' });
  });

  test('but with another body is a mistake, and is told so', async () => {
    await submit();
    const before = await contents(world);
    expect(refusal(await submit(withKey(anyone, 'key-1', 'another body')))).toMatchObject({
      code: 'idempotency-mismatch',
    });
    expect(await contents(world)).toEqual(before);
  });
});

test('another key is another call', async () => {
  await submit(withKey(anyone, 'key-1'));
  await submit(withKey(anyone, 'key-2'));
  expect(await submittedRequests()).toHaveLength(2);
});

test('a call without a key is done as often as it is made', async () => {
  await submit(anyone);
  await submit(anyone);
  expect(await submittedRequests()).toHaveLength(2);
});

test('a refusal is not kept: what is mended may come with the same key', async () => {
  expect(refusal(await submit(withKey(anyone, 'key-1'), '00000'))).toMatchObject({ code: 'unknown-place' });
  expect(value(await submit(withKey(anyone, 'key-1')))).toMatchObject({ status: 'submitted' });
});

test('the answers of the upkeep are kept, too', async () => {
  const create = async () => createProgram(world.ports)(ProgramTerms.parse(aProgram()), withKey(coordinator, 'key-4'));
  expect(value(await create())).toEqual(value(await create()));
  expect(await world.store.programs.all()).toHaveLength(1);
});

test('people who race each other for one request are told apart: one withdraws, one is refused', async () => {
  const { id } = await seedRequest(world, aRequest());
  const withdraw = async () => withdrawRequest(world.ports)({ requestId: id }, technologist(id));
  const results = await Promise.all([withdraw(), withdraw()]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.filter(({ ok }) => !ok).map((result) => refusal(result).code)).toEqual(['action-not-possible']);
});
