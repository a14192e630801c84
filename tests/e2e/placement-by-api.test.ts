import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hosts, regularShift, wishes, type Applicant } from '../../local/demo/cast.ts';
import { found } from '../../local/demo/expect.ts';
import { approve, caseOf, confirmEmployment } from '../../local/demo/steps.ts';
import { listRequests, recordCompletion, replyToQuestion } from '../../shared/contracts/coordinator.ts';
import {
  claimFacility,
  confirmFacility,
  readFacility,
  reportStartAsFacility,
} from '../../shared/contracts/facility.ts';
import { answerBrief, askAboutBrief, readBrief, undoAnswer } from '../../shared/contracts/brief.ts';
import {
  confirmRequest,
  readRequest,
  reportStartAsTechnologist,
  submitRequest,
} from '../../shared/contracts/technologist.ts';
import { listFacilities, vetFacility } from '../../shared/contracts/vetting.ts';
import { firstBreak } from '../../shared/domain/audit.ts';
import { sitesFound, sitesOpen } from '../support/directory.ts';
import {
  expectEachMailOnce,
  expectWholeChains,
  kindOf,
  refusalOf,
  startService,
  type Service,
} from '../support/service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(async () => service.stop());

const alex = { name: 'Alex Invented', email: 'alex@example.org', phone: '319-555-0117' };
const page = { limit: 25 };

const host = () => hosts(service.today).hospital;
const imaging = () => host().contact.email;
const kindsTo = (address: string) => service.mailsTo(address).map(kindOf);
const answerLink = async () => service.linkIn(imaging(), 'answer');
const facilityLink = async () => service.linkIn(imaging(), 'facility');
const statusLink = async () => service.linkIn(alex.email, 'status');
const requestNow = async () => service.client.call(readRequest, { token: await statusLink() });
const facilityNow = async () => service.client.call(readFacility, { token: await facilityLink() });
const seatsTaken = async () => {
  const { siteOffers } = await facilityNow();
  return siteOffers.find(({ discipline }) => discipline === 'CT')?.intakes[0]?.seatsTaken;
};

/** One placement from the first form to its completion: each test goes on where the one before it ended. */
describe('an employee who trains at the own employer', () => {
  let facilityId: string;
  let requestId: string;

  const applicant = (): Applicant => ({
    contact: alex,
    zip: '52402',
    wishes: wishes(service.today, {
      employment: {
        facilityId,
        name: host().profile.name,
        regularHours: { kind: 'weekly', windows: regularShift },
        adjustment: { status: 'not-asked' },
        contactConsent: 'yes',
        nameInBrief: false,
        hipaaTrained: true,
      },
    }),
  });

  const offerNow = async () => found((await caseOf(service, requestId)).offers.at(-1), 'an offer');

  test('a claim and a request cause one mail each that asks to confirm, and nothing else before that is done', async () => {
    const { contact, profile, zip, siteOffers } = host();
    const claim = { contact, profile, zip, siteOffers };
    ({ facilityId } = await service.client.call(claimFacility, { body: claim }));
    ({ requestId } = await service.client.call(submitRequest, { body: applicant() }));
    await service.wait(10);
    // Two mails of two items leave in either order.
    expect(service.cloud.mails().map(kindOf).toSorted()).toEqual(['confirm-facility', 'confirm-request']);
    const { client, coordinator: token } = service;
    const queue = await client.call(listRequests, { token, query: { ...page, status: 'in-review' } });
    const toVet = await client.call(listFacilities, { token, query: { ...page, status: 'awaiting-vetting' } });
    expect([...queue.items, ...toVet.items]).toEqual([]);
  });

  test('a confirmed request is matched at once, and not with a facility that nobody has vetted', async () => {
    const { client } = service;
    await client.call(confirmFacility, { token: await service.linkIn(imaging(), 'confirm') });
    await client.call(confirmRequest, { token: await service.linkIn(alex.email, 'confirm') });
    expect(await requestNow()).toMatchObject({ status: 'in-review' });
    expect(await caseOf(service, requestId)).toMatchObject({ sitesConsidered: 0, candidates: [], nearMisses: [] });
  });

  test('a facility that a coordinator opens is matched with those who wait, by itself', async () => {
    const { client, coordinator: token } = service;
    const { items } = await client.call(listFacilities, { token, query: { ...page, status: 'awaiting-vetting' } });
    const version = found(items[0], 'a facility to vet').version;
    const body = { decision: 'open', version, evidence: 'Called the number of the public list.' } as const;
    await client.call(vetFacility, { token, params: { facilityId }, body });
    await service.settle();
    const queue = await client.call(listRequests, { token, query: { ...page, status: 'in-review' } });
    expect(queue.items[0]?.match).toMatchObject({ candidates: 1, best: { track: 'employer' } });
  });

  test('cover in the regular hours is a condition until the employer has confirmed the employment', async () => {
    const cover = async () => {
      const [candidate] = (await caseOf(service, requestId)).candidates;
      return candidate?.verdicts.find(({ rule }) => rule === 'R5')?.outcome;
    };
    expect(await cover()).toBe('condition');
    await confirmEmployment(service, requestId);
    expect(await cover()).toBe('pass');
  });

  test('whoever is approved has a seat held, and the facility gets a brief', async () => {
    expect(await seatsTaken()).toBe(0);
    await approve(service, requestId, 1);
    expect(await offerNow()).toMatchObject({ status: 'made', facilityId, track: 'employer' });
    expect(await seatsTaken()).toBe(1);
    expect(kindsTo(imaging())).toEqual(['confirm-facility', 'facility-open', 'brief']);
  });

  test('a question is answered with a new brief; its link replaces the one before', async () => {
    const { client, coordinator: token } = service;
    const first = await answerLink();
    await client.call(askAboutBrief, { token: first, body: { question: 'Could this start two weeks later?' } });
    await service.settle();
    expect(kindsTo('coordinators@example.org')).toEqual(['question-raised']);
    const { id: offerId, version } = await offerNow();
    const body = { version, reply: 'Yes, any Monday of the intake works.' };
    await client.call(replyToQuestion, { token, params: { offerId }, body });
    const second = await answerLink();
    expect(await client.call(readBrief, { token: second })).toMatchObject({
      questions: [{ question: 'Could this start two weeks later?', reply: body.reply }],
    });
    expect(await refusalOf(client.call(readBrief, { token: first }))).toMatchObject({ code: 'link-refused' });
    expect(kindsTo(imaging()).at(-1)).toBe('brief-reply');
  });

  test('a yes can be taken back before the introduction leaves, and be given again with the new link', async () => {
    const { client } = service;
    const token = await answerLink();
    await client.call(answerBrief, { token, body: { answer: 'yes' } });
    expect(await offerNow()).toMatchObject({ status: 'accepted' });
    await service.wait(14);
    await client.call(undoAnswer, { token });
    expect(await offerNow()).toMatchObject({ status: 'made' });
    expect(await seatsTaken()).toBe(1);
    await service.wait(10);
    expect(await offerNow()).toMatchObject({ status: 'made' });
    expect(await refusalOf(client.call(answerBrief, { token, body: { answer: 'yes' } }))).toMatchObject({
      code: 'link-refused',
    });
    await client.call(answerBrief, { token: await answerLink(), body: { answer: 'yes' } });
    expect(await offerNow()).toMatchObject({ status: 'accepted' });
  });

  test('until the introduction the facility learns nothing by which the person could be known, nor the person the facility', async () => {
    await service.wait(14);
    const told = [
      ...service.mailsTo(imaging()).flatMap(({ subject, text, html }) => [subject, text, html]),
      JSON.stringify(await service.client.call(readBrief, { token: await answerLink() })),
      JSON.stringify(await facilityNow()),
    ].join('\n');
    for (const personal of ['Alex', 'Invented', 'alex@', '555-0117', '52402', 'Cedar Rapids'])
      expect(told).not.toContain(personal);
    expect((await requestNow()).offers).toMatchObject([{ status: 'accepted', facility: null }]);
    expect(
      service
        .mailsTo(alex.email)
        .map(({ text }) => text)
        .join(),
    ).not.toContain(host().profile.name);
  });

  test('when the time to undo is over the introduction leaves to both, with each other’s contact', async () => {
    expect(await offerNow()).toMatchObject({ status: 'accepted' });
    await service.wait(2);
    expect(await offerNow()).toMatchObject({ status: 'introduced' });
    const { name, contact } = { name: host().profile.name, contact: host().contact };
    expect((await requestNow()).offers[0]?.facility).toEqual({
      name,
      contactName: contact.name,
      email: contact.email,
      phone: contact.phone,
    });
    expect((await facilityNow()).offers[0]?.technologist).toEqual(alex);
    const toAlex = service.mailsTo(alex.email).at(-1);
    const toImaging = service.mailsTo(imaging()).at(-1);
    expect([toAlex, toImaging].map((mail) => mail && kindOf(mail))).toEqual([
      'introduction-technologist',
      'introduction-facility',
    ]);
    for (const part of ['text', 'html'] as const) {
      expect(toAlex?.[part]).toContain(contact.email);
      expect(toImaging?.[part]).toContain(alex.email);
    }
    const undone = service.client.call(undoAnswer, { token: await answerLink() });
    expect(await refusalOf(undone)).toMatchObject({ code: 'link-refused' });
  });

  test('a placement starts when both sides have said so, and can be completed', async () => {
    const { client, coordinator: token } = service;
    const { id: offerId } = await offerNow();
    await client.call(reportStartAsTechnologist, { token: await statusLink(), params: { offerId } });
    expect(await requestNow()).toMatchObject({ status: 'approved' });
    await client.call(reportStartAsFacility, { token: await facilityLink(), params: { offerId } });
    expect(await requestNow()).toMatchObject({ status: 'placed', offers: [{ status: 'started' }] });
    const { version } = await offerNow();
    await client.call(recordCompletion, { token, params: { offerId }, body: { version, comment: null } });
    expect(await requestNow()).toMatchObject({ status: 'completed', offers: [{ status: 'completed' }] });
    expect(await seatsTaken()).toBe(1);
  });

  test('the chains of request and offer tell every step, each by whom it was, and are whole', async () => {
    const steps = async (id: string) => {
      const lines = await service.behind.store.audit.of(id);
      expect(firstBreak(lines)).toBeNull();
      return lines.map(({ action, actor }) => `${action} ${actor.kind}`);
    };
    expect(await steps(requestId)).toEqual([
      'submit technologist',
      'confirm technologist',
      'match service',
      'match service',
      'note-employment coordinator',
      'match service',
      'approve coordinator',
      'note-offer coordinator',
      'place facility',
      'complete coordinator',
    ]);
    expect(await steps((await offerNow()).id)).toEqual([
      'make coordinator',
      'ask facility',
      'reply coordinator',
      'accept facility',
      'undo facility',
      'accept facility',
      'introduce service',
      'report-start technologist',
      'start facility',
      'complete coordinator',
    ]);
    await expectWholeChains(service);
  });

  test('the directory follows the facility: it is open, and a seat of it is taken', async () => {
    await service.settle();
    const { store } = service.behind;
    const truth = await sitesOpen(store, [facilityId]);
    expect(truth).toMatchObject([{ intake: { seatsTaken: 1 } }]);
    expect((await sitesFound(service.behind)).filter(({ offer }) => offer.facilityId === facilityId)).toEqual(truth);
    expect((await service.contents()).some((item) => item.includes('"DIRECTORY#CT"'))).toBe(true);
  });

  test('every mail left once, and no function needed more than its role allows', async () => {
    await service.settle();
    await expectEachMailOnce(service);
    expect(service.complaints).toEqual([]);
  });
});
