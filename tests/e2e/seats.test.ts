import { afterAll, beforeAll, expect, test } from 'vitest';
import { hosts, wishes } from '../../local/demo/cast.ts';
import { found } from '../../local/demo/expect.ts';
import { optIn } from '../../local/demo/steps.ts';
import { approveRequest } from '../../shared/contracts/coordinator.ts';
import type { Place } from '../../shared/domain/primitives.ts';
import type { Intake } from '../../shared/domain/site-offer.ts';
import { aRequest } from '../support/builders.ts';
import { expectEachMailOnce, kindOf, putAll, refusalOf, startService, type Service } from '../support/service.ts';
import { value } from '../support/world.ts';

const seats = 3;
const people = 200;

let service: Service;
let intake: Intake;
let requestIds: readonly string[];

/** Requests in review, put into the table as if each had been submitted, confirmed and matched. */
const putRequests = async (home: Place): Promise<readonly string[]> => {
  const requests = Array.from({ length: people }, (_, index) => {
    const id = `req_applicant${index}`;
    return aRequest({ id, personKey: id, home, wishes: wishes(service.today, {}) });
  });
  await putAll(service, requests.map(service.behind.store.requests.create));
  return requests.map(({ id }) => id);
};

const approve = async (requestId: string) =>
  service.client.call(approveRequest, {
    token: service.coordinator,
    params: { requestId },
    body: { version: 1, shortlist: [intake.id], reason: null },
  });

const intakeNow = async () => found(await service.behind.store.intakes.get(intake.id), 'the intake');

beforeAll(async () => {
  service = await startService();
  const { hospital } = hosts(service.today);
  const offer = found(hospital.siteOffers[0], 'a site offer');
  const intakes = offer.intakes.map((terms) => ({ ...terms, seats }));
  const facilityId = await optIn(service, { ...hospital, siteOffers: [{ ...offer, intakes }] }, 'Called back.');
  // The new site is matched with those who wait now: nobody yet.
  await service.settle();
  const { store } = service.behind;
  intake = found((await store.intakes.ofFacility(facilityId))[0], 'the intake');
  requestIds = await putRequests(found(await store.facilities.get(facilityId), 'the facility').place);
});
afterAll(async () => service.stop());

test(`${people} approvals at once for an intake of ${seats} seats make ${seats} offers; the others are told why there is none`, async () => {
  const outcomes = await Promise.allSettled(requestIds.map(approve));
  const approved = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  expect(approved.map(({ status }) => status)).toEqual(Array.from({ length: seats }, () => 'approved'));
  const refused = await Promise.all(
    outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [refusalOf(Promise.reject(outcome.reason as Error))] : [],
    ),
  );
  expect(refused).toHaveLength(people - seats);
  for (const problem of refused)
    expect(problem).toMatchObject({
      status: 409,
      // The third offer takes the last seat and the last of the facility's contacts (R27): both are true.
      code: expect.stringMatching(/^(seat-taken|contact-budget)$/) as string,
      errors: [{ field: 'shortlist[0]' }],
    });

  await service.settle();
  expect(await intakeNow()).toMatchObject({ seats, seatsTaken: seats });
  const { store } = service.behind;
  const requests = await Promise.all(requestIds.map(async (id) => store.requests.withOffers(id)));
  const offers = requests.flatMap((each) => each?.offers ?? []);
  expect(offers.map(({ requestId }) => requestId).toSorted()).toEqual(
    approved.map(({ requestId }) => requestId).toSorted(),
  );
  expect(offers.every(({ status }) => status === 'made')).toBe(true);
  const { email } = hosts(service.today).hospital.contact;
  expect(service.mailsTo(email).filter((mail) => kindOf(mail) === 'brief')).toHaveLength(seats);
  const approvedNow = value(await store.requests.inStatus('approved', null, people)).items;
  expect(approvedNow.map(({ id }) => id).toSorted()).toEqual(offers.map(({ requestId }) => requestId).toSorted());
  await expectEachMailOnce(service);
});
