import { beforeAll, describe, expect, test } from 'vitest';
import type { OfferStatus } from '../../shared/domain/offer.ts';
import type { RequestStatus } from '../../shared/domain/placement-request.ts';
import { whyNotDue } from '../../shared/email/still-due.ts';
import { loadSubject } from '../../shared/email/subject.ts';
import { erasePerson } from '../../shared/usecases/erase-person.ts';
import { eraseRequest } from '../../shared/usecases/erase-request.ts';
import { exportPerson } from '../../shared/usecases/export-person.ts';
import { exportRequest } from '../../shared/usecases/export-request.ts';
import { readFacility } from '../../shared/usecases/read-facility.ts';
import { aDraft, aMail, anEmployment, anOffer, aPlace, aRequest, now } from '../support/builders.ts';
import {
  auditOf,
  aWorld,
  contents,
  coordinator,
  facilityContact,
  interrupted,
  mailsAbout,
  offerNow,
  refusal,
  requestNow,
  seatsTaken,
  seedOffer,
  seedRequest,
  seedSite,
  technologist,
  value,
  type World,
} from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await seedSite(world, { intake: { seats: 50 } });
});

const said = { question: 'Does Alder drive?', askedAt: now, reply: 'Alder does.', repliedAt: now };

/** What only this person, or somebody about them, said: none of it may be left. */
const traces = [
  'Alder',
  'alder@example.org',
  '617-555-0101',
  '02138',
  'Juniper General',
  'manager@rowan.example.org',
  'quiet words',
];

/** A person whose request has been through a try, with words of everybody in it. */
const aPerson = async (mark: string, status: RequestStatus, offerStatus: OfferStatus) => {
  const { store } = world;
  const id = `req_${mark}`;
  await seedRequest(
    world,
    aRequest({
      id,
      status,
      personKey: `person-${mark}`,
      home: aPlace({ zip: '02138' }),
      offersMade: 1,
      reason: 'Some quiet words.',
      invitation: {
        status: 'invited',
        email: 'manager@rowan.example.org',
        evidence: 'Some quiet words.',
        by: 'coordinator-1',
        at: now,
      },
      wishes: {
        employment: anEmployment(),
        namedSite: { name: 'Rowan Hospital (invented)', town: 'Springfield', email: 'manager@rowan.example.org' },
      },
    }),
  );
  await seedOffer(
    world,
    anOffer({
      id: `${id}-1`,
      requestId: id,
      status: offerStatus,
      questions: [said],
      toSettle: ['Some quiet words.'],
      comment: 'Some quiet words.',
      outcomes: {
        technologist: { ending: 'finished', records: 'all', again: 'yes', comment: 'Some quiet words.' },
        facility: null,
      },
    }),
  );
  value(
    await store.commit([
      store.drafts.create(aDraft({ id: `drf_${mark}`, personKey: `person-${mark}`, fields: { zip: '02138' } })),
      store.outbox.enqueue(aMail({ subject: id, status: 'sent', trouble: 'Some quiet words.' })),
      store.outbox.enqueue(aMail({ kind: 'consent-question', subject: `${id}-1`, status: 'sent' })),
      store.outbox.enqueue(aMail({ kind: 'brief', subject: `${id}-1`, status: 'sent' })),
    ]),
  );
  return id;
};

const erase = async (requestId: string) => eraseRequest(world.ports)({ requestId }, technologist(requestId));

describe('what is erased', () => {
  test.each([
    ['training', 'placed', 'started'],
    ['done', 'completed', 'completed'],
    ['closed', 'rejected', 'lapsed'],
  ] as const)('leaves no trace of its person in the table: %s', async (mark, status, offerStatus) => {
    const id = await aPerson(mark, status, offerStatus);
    expect((await contents(world)).some((item) => traces.some((trace) => item.includes(trace)))).toBe(true);
    value(await erase(id));
    expect((await contents(world)).filter((item) => traces.some((trace) => item.includes(trace)))).toEqual([]);
    expect(await world.store.people.linkedTo(`person-${mark}`)).toEqual({
      requests: [],
      over: [],
      facilities: [],
    });
  });

  test('ends first: the seat is free, and the facility is told what it must know and no more', async () => {
    const before = await seatsTaken(world);
    const id = await aPerson('tellsite', 'placed', 'started');
    expect(value(await erase(id))).toEqual({ requestId: id, status: 'withdrawn' });
    expect(await offerNow(world, `${id}-1`)).toMatchObject({ status: 'cancelled' });
    expect(await seatsTaken(world)).toBe(before);
    expect(await mailsAbout(world, `${id}-1`)).toEqual(['brief', 'offer-cancelled-facility']);
    const mail = (await world.store.outbox.ofSubject(`${id}-1`)).find(({ status }) => status === 'pending');
    const subject = mail && (await loadSubject(world.store, mail));
    expect(mail && subject && whyNotDue(mail, subject, now)).toBeNull();
    // Its technologist hears nothing more: there is no address to write to.
    expect(await mailsAbout(world, id)).toEqual([]);
  });

  test('is a completed placement of nobody for its facility, and no mail about it is due any more', async () => {
    const id = await aPerson('ofnobody', 'completed', 'completed');
    value(await erase(id));
    const shown = value(await readFacility(world.ports)({ facilityId: 'fac_birch' }, facilityContact('fac_birch')));
    expect(shown.offers.find(({ offerId }) => offerId === `${id}-1`)).toMatchObject({
      status: 'completed',
      technologist: null,
    });
    const question = aMail({ kind: 'outcome-question-facility', subject: `${id}-1` });
    const subject = await loadSubject(world.store, question);
    expect(subject && whyNotDue(question, subject, now)).toBe('request-erased');
  });

  test('is erased once, keeps its chain of what was done by ids alone, and its links open nothing', async () => {
    const id = await aPerson('once', 'completed', 'completed');
    const { accessVersion } = await requestNow(world, id);
    value(await erase(id));
    expect((await requestNow(world, id)).accessVersion).toBe(accessVersion + 1);
    expect(await auditOf(world, id)).toEqual(['erase']);
    expect(refusal(await erase(id))).toMatchObject({ code: 'action-not-possible' });
    expect(refusal(await exportRequest(world.ports)({ requestId: id }))).toEqual({ code: 'not-found' });
  });

  test('is erased by calling again where somebody was interrupted or faster', async () => {
    const id = await aPerson('again', 'completed', 'completed');
    const ports = interrupted(world.ports, async () => erase(id));
    expect(refusal(await eraseRequest(ports)({ requestId: id }, technologist(id)))).toMatchObject({
      code: 'action-not-possible',
    });
    expect((await requestNow(world, id)).erasedAt).not.toBeNull();
  });
});

describe('of a person', () => {
  test('all requests are found by the key of the address, ended ones too, and erased together', async () => {
    const personKey = await world.ports.personKeys.of('alder@example.org');
    for (const [index, status] of (['in-review', 'on-hold'] as const).entries())
      await seedRequest(world, aRequest({ id: `req_ofkey${index}`, status, personKey }));
    value(await erase('req_ofkey1'));
    await seedRequest(world, aRequest({ id: 'req_ofkey2', personKey }));
    expect(
      value(await exportPerson(world.ports)({ personKey })).requests.map(({ request }) => request.requestId),
    ).toEqual(['req_ofkey0', 'req_ofkey2']);
    expect(value(await erasePerson(world.ports)({ personKey }, coordinator))).toEqual({
      requests: ['req_ofkey0', 'req_ofkey2'],
      facilities: [],
    });
    expect(value(await exportPerson(world.ports)({ personKey })).requests).toEqual([]);
  });
});

test('what is held is handed out whole: words, tries, drafts, mails and history, and no facility before an introduction', async () => {
  const id = await aPerson('handed', 'approved', 'made');
  const held = value(await exportRequest(world.ports)({ requestId: id }));
  const text = JSON.stringify(held);
  for (const trace of traces) expect(text).toContain(trace);
  for (const secret of ['fac_birch', 'Birch Imaging', 'person-handed']) expect(text).not.toContain(secret);
  expect(held.mails.map(({ kind }) => kind)).toEqual(['request-received', 'consent-question']);
  expect(held.history).toEqual([]);
});
