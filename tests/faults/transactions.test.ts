import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hosts, person, wishes, type Applicant } from '../../local/demo/cast.ts';
import { found } from '../../local/demo/expect.ts';
import { ask, caseOf, optIn } from '../../local/demo/steps.ts';
import type { Fault } from '../../local/faults.ts';
import { approveRequest, cancelOffer } from '../../shared/contracts/coordinator.ts';
import { reportStartAsFacility } from '../../shared/contracts/facility.ts';
import { answerBrief } from '../../shared/contracts/brief.ts';
import { reportStartAsTechnologist, submitRequest } from '../../shared/contracts/technologist.ts';
import { firstBreak } from '../../shared/domain/audit.ts';
import { aRequest } from '../support/builders.ts';
import { expectEachMailOnce, kindOf, putAll, refusalOf, startService, type Service } from '../support/service.ts';
import { value } from '../support/world.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(async () => service.stop());
afterEach(() => {
  service.cloud.faults.clear();
});

/** The first and then every second transaction of a function, by whomever. */
const everySecond = (kind: Fault['kind']): Fault => {
  let transactions = 0;
  return {
    service: 'dynamodb',
    action: 'TransactWriteItems',
    kind,
    match: ({ caller }) => caller !== 'owner' && transactions++ % 2 === 0,
  };
};

const every = (kind: Fault['kind']): Fault => ({
  service: 'dynamodb',
  action: 'TransactWriteItems',
  kind,
  match: ({ caller }) => caller !== 'owner',
});

const applicant = (name: string): Applicant => ({
  contact: person(name),
  zip: '52240',
  wishes: wishes(service.today, {}),
});

/** A hospital of its own for one test, under the name of its mailbox. */
const openHospital = async (name: string): Promise<{ readonly mailbox: string; readonly facilityId: string }> => {
  const { profile, contact, zip, siteOffers } = hosts(service.today).hospital;
  const mailbox = `${name}@hospital.example.org`;
  const host = { profile, contact: { ...contact, email: mailbox }, zip, siteOffers: siteOffers.slice(0, 1) };
  return { mailbox, facilityId: await optIn(service, host, 'Called back.') };
};

const seatsTaken = async (facilityId: string) =>
  (await service.behind.store.intakes.ofFacility(facilityId)).map((intake) => intake.seatsTaken);

/** From the claim of a facility to the start of a placement there. */
const placement = async (name: string) => {
  const { mailbox, facilityId } = await openHospital(name);
  const technologist = applicant(`${name} Invented`);
  const { email } = technologist.contact;
  const requestId = await ask(service, technologist);
  const { client, coordinator: token } = service;
  const { request, candidates } = await caseOf(service, requestId);
  const newest = found(
    candidates.find((one) => one.facilityId === facilityId),
    'the new hospital',
  );
  const body = { version: request.version, shortlist: [newest.intakeId], reason: 'The newest one.' };
  await client.call(approveRequest, { token, params: { requestId }, body });
  await client.call(answerBrief, { token: await service.linkIn(mailbox, 'answer'), body: { answer: 'yes' } });
  await service.wait(16);
  const offerId = `${requestId}-1`;
  await client.call(reportStartAsTechnologist, { token: await service.linkIn(email, 'status'), params: { offerId } });
  await client.call(reportStartAsFacility, { token: await service.linkIn(mailbox, 'facility'), params: { offerId } });
  await service.settle();
  return { facilityId, requestId, offerId, mailbox, email };
};

test.each(['conflict', 'lost-answer'] as const)(
  'a placement goes its way, each step once, though every second transaction meets this: %s',
  async (kind) => {
    service.cloud.faults.add(everySecond(kind));
    const { facilityId, requestId, offerId, mailbox, email } = await placement(kind);
    expect(await caseOf(service, requestId)).toMatchObject({
      request: { status: 'placed' },
      offers: [{ id: offerId, status: 'started' }],
    });
    expect(await seatsTaken(facilityId)).toEqual([1]);
    for (const id of [requestId, offerId, facilityId])
      expect(firstBreak(await service.behind.store.audit.of(id))).toBeNull();
    expect(service.mailsTo(mailbox).map(kindOf)).toEqual([
      'confirm-facility',
      'facility-open',
      'brief',
      'introduction-facility',
    ]);
    expect(service.mailsTo(email).map(kindOf)).toEqual([
      'confirm-request',
      'request-received',
      'shortlist-ready',
      'introduction-technologist',
    ]);
  },
);

const submit = async (name: string) => {
  const { contact, zip, wishes: asked } = applicant(name);
  return service.client.call(submitRequest, { body: { contact, zip, wishes: asked }, idempotencyKey: name });
};
const submitted = async (name: string) =>
  value(await service.behind.store.requests.inStatus('submitted', null, 100)).items.filter(
    ({ contact }) => contact.name === name,
  );

describe('a transaction that cannot be done', () => {
  test('for others in the way is told as busy, leaves nothing behind, and works when it is tried again', async () => {
    service.cloud.faults.add(every('conflict'));
    const before = await service.contents();
    expect(await refusalOf(submit('Patient'))).toMatchObject({ status: 503, code: 'busy' });
    expect(await service.contents()).toEqual(before);
    service.cloud.faults.clear();
    await submit('Patient');
    expect(await submitted('Patient')).toHaveLength(1);
  });

  test('as far as anybody can tell, but was, is answered when it is tried again with its key, and done once', async () => {
    service.cloud.faults.add(every('lost-answer'));
    expect(await refusalOf(submit('Insistent'))).toMatchObject({ status: 500, code: 'internal-error' });
    service.cloud.faults.clear();
    const { requestId } = await submit('Insistent');
    expect((await submitted('Insistent')).map(({ id }) => id)).toEqual([requestId]);
    await service.settle();
    expect(service.mailsTo('insistent@example.org').map(kindOf)).toEqual(['confirm-request']);
  });
});

test.each(['conflict', 'lost-answer'] as const)(
  'ten approvals at once for two seats make two offers, and a seat given back one more, whatever every second transaction meets: %s',
  async (kind) => {
    const { facilityId } = await openHospital(`seats-${kind}`);
    const { requests, facilities, intakes, offers } = service.behind.store;
    const { place } = found(await facilities.get(facilityId), 'the facility');
    const [intake] = await intakes.ofFacility(facilityId);
    const ids = Array.from({ length: 10 }, (_, index) => `req_${kind.replace('-', '')}${index}`);
    const waiting = ids.map((id) => aRequest({ id, personKey: id, home: place, wishes: wishes(service.today, {}) }));
    // The new site is matched with those who wait now, and not with those of this test.
    await service.settle();
    await putAll(service, waiting.map(requests.create));
    const { client, coordinator: token } = service;

    /** Approves all who still wait, at once; how many were. */
    const approveAll = async (): Promise<number> => {
      const now = await Promise.all(ids.map(requests.get));
      const outcomes = await Promise.allSettled(
        now.flatMap((request) => {
          if (request?.status !== 'in-review') return [];
          const { id: requestId, version } = request;
          const body = { version, shortlist: [found(intake, 'an intake').id], reason: 'The newest one.' };
          return [client.call(approveRequest, { token, params: { requestId }, body })];
        }),
      );
      return outcomes.filter(({ status }) => status === 'fulfilled').length;
    };
    const made = async () =>
      value(await offers.ofFacility(facilityId, null, 100)).items.filter(({ status }) => status === 'made');

    service.cloud.faults.add(everySecond(kind));
    expect(await approveAll()).toBe(2);
    expect([await seatsTaken(facilityId), (await made()).length]).toEqual([[2], 2]);
    const { id: offerId, version } = found((await made())[0], 'an offer');
    await client.call(cancelOffer, { token, params: { offerId }, body: { version, comment: null } });
    expect(await seatsTaken(facilityId)).toEqual([1]);
    // The free seat is matched with all who wait.
    await service.settle();
    expect(await approveAll()).toBe(1);
    expect([await seatsTaken(facilityId), (await made()).length]).toEqual([[2], 2]);
  },
);

test('after all this every mail left once, and no function needed more than its role allows', async () => {
  await service.settle();
  await expectEachMailOnce(service);
  expect(service.complaints).toEqual([]);
});
