import { beforeEach, describe, expect, test } from 'vitest';
import { advanceShortlist } from '../../shared/usecases/advance-shortlist.ts';
import { answerBrief, undoAnswer } from '../../shared/usecases/answer-brief.ts';
import { approveRequest } from '../../shared/usecases/approve-shortlist.ts';
import { cancelOffer } from '../../shared/usecases/cancel-offer.ts';
import { readCase } from '../../shared/usecases/review.ts';
import { aRequest } from '../support/builders.ts';
import {
  auditOf,
  aWorld,
  coordinator,
  facilityContact,
  refusal,
  refusedWithoutTrace,
  seatsTaken,
  seedRequest,
  seedSite,
  value,
  type World,
} from '../support/world.ts';

const birch = 'fac_birch-CT-k3f9';
const cedar = 'fac_cedar-CT-k3f9';
const idOf = (number: number) => `req_person${number}`;

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

const seedPeople = async (count: number) => {
  for (let number = 1; number <= count; number += 1)
    await seedRequest(world, aRequest({ id: idOf(number), personKey: `person-${number}` }));
};
const approve = async (number: number, shortlist = [birch]) =>
  approveRequest(world.ports)({ requestId: idOf(number), version: 1, shortlist, reason: 'By hand.' }, coordinator);
const answer = async (number: number, given: 'yes' | 'no', facilityId = 'fac_birch') => {
  const offerId = `${idOf(number)}-1`;
  const input =
    given === 'yes' ? { offerId, answer: given } : { offerId, answer: given, reason: 'staff', comment: null };
  return value(await answerBrief(world.ports)(input as never, facilityContact(facilityId)));
};
const birchNow = async () => world.store.contacts.of('fac_birch');

describe('R27: three briefs wait at one facility', () => {
  beforeEach(async () => {
    await seedSite(world, { intake: { seats: 20 } });
    await seedSite(world, { facilityId: 'fac_cedar', terms: { feeCents: 50_000 } });
    await seedPeople(5);
    for (const number of [1, 2, 3]) value(await approve(number));
  });

  test('a fourth is refused by the field of its site, and nothing is written', async () => {
    const refused = await refusedWithoutTrace(world, () => approve(4, [cedar, birch]));
    expect(refused).toMatchObject({ code: 'contact-budget', field: 'shortlist[1]' });
    expect(refused.detail).toContain('3 briefs wait');
  });

  test('any answer, and any end, makes room for the next; an answer taken back waits again', async () => {
    await answer(1, 'yes');
    value(await approve(4));
    value(await cancelOffer(world.ports)({ offerId: `${idOf(2)}-1`, version: 1, comment: null }, coordinator));
    value(await approve(5));
    value(await undoAnswer(world.ports)({ offerId: `${idOf(1)}-1` }, facilityContact('fac_birch')));
    expect((await birchNow()).open).toEqual([1, 3, 4, 5].map((number) => `${idOf(number)}-1`));
  });

  test('who approves the ranking without the facility need not explain it', async () => {
    const { candidates } = value(await readCase(world.ports)({ requestId: idOf(4) }, coordinator));
    expect(candidates.map(({ intakeId }) => intakeId)).toEqual([birch, cedar]);
    const asRanked = { requestId: idOf(4), version: 1, shortlist: [cedar], reason: null };
    value(await approveRequest(world.ports)(asRanked, coordinator));
  });

  test('a shortlist passes over the facility, and its audit says by which rule', async () => {
    value(await approve(4, [cedar]));
    const request = await world.store.requests.get(idOf(4));
    if (request?.status !== 'approved') throw new Error('not approved');
    // As it was approved while the facility could still be asked.
    const approval = { ...request.approval, shortlist: [cedar, birch] };
    value(await world.store.commit([world.store.requests.update(request, { ...request, approval })]));
    await answer(4, 'no', 'fac_cedar');
    expect(value(await advanceShortlist(world.ports)(`${idOf(4)}-1`))).toBe('used-up');
    expect(await auditOf(world, idOf(4))).toContain('skip-site R27');
  });
});

test('R27: of ten approvals at once at a facility with ten seats, three are made; nobody else takes a seat', async () => {
  await seedSite(world, { intake: { seats: 10 } });
  await seedPeople(10);
  const results = await Promise.all(Array.from({ length: 10 }, (_, index) => approve(index + 1)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(3);
  expect(results.flatMap((result) => (result.ok ? [] : [result.refusal.code]))).toEqual(
    Array.from({ length: 7 }, () => 'contact-budget'),
  );
  expect(await seatsTaken(world)).toBe(3);
  expect((await birchNow()).open).toHaveLength(3);
});

test('R27: after a no the facility rests from the same kind of request for 60 days', async () => {
  await seedSite(world, { intake: { seats: 9, startsOn: '2027-03-01', endsOn: '2027-05-28' } });
  await seedPeople(3);
  value(await approve(1));
  await answer(1, 'no');
  world.pass(59, 'day');
  expect(refusal(await approve(2))).toMatchObject({ code: 'contact-budget', field: 'shortlist[0]' });
  world.pass(1, 'day');
  value(await approve(2));
});

test('R27: direct introductions count: eight within 30 days, and the ninth is refused', async () => {
  await seedSite(world, { profile: { directIntroductions: true }, intake: { seats: 20 } });
  await seedPeople(9);
  for (let number = 1; number <= 8; number += 1) value(await approve(number));
  expect((await birchNow()).open).toEqual([]);
  expect(refusal(await approve(9))).toMatchObject({ code: 'contact-budget' });
  world.pass(30, 'day');
  value(await approve(9));
});
