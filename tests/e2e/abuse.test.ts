import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hosts, person, wishes, type Applicant } from '../../local/demo/cast.ts';
import { found } from '../../local/demo/expect.ts';
import { approve, ask, caseOf, optIn } from '../../local/demo/steps.ts';
import { approveRequest, endLinksOfRequest } from '../../shared/contracts/coordinator.ts';
import {
  cancelOfferAsFacility,
  claimFacility,
  endFacilityLinks,
  editIntake,
  readFacility,
} from '../../shared/contracts/facility.ts';
import { answerBrief, readBrief, undoAnswer } from '../../shared/contracts/brief.ts';
import type { Problem } from '../../shared/contracts/common.ts';
import {
  confirmRequest,
  consentToIntroduction,
  endRequestLinks,
  mailAccessLink,
  readRequest,
  submitRequest,
  withdrawRequest,
} from '../../shared/contracts/technologist.ts';
import type { Discipline } from '../../shared/domain/discipline.ts';
import { value } from '../support/world.ts';
import { expectEachMailOnce, kindOf, refusalOf, startService, type Service } from '../support/service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
  const { hospital, medicalCenter } = hosts(service.today);
  await optIn(service, hospital, 'Called back.');
  await optIn(service, medicalCenter, 'Called back.');
});
afterAll(async () => service.stop());

const imaging = () => hosts(service.today).hospital.contact.email;

const applicant = (name: string, email: string, discipline: Discipline = 'CT'): Applicant => ({
  contact: { ...person(name), email },
  zip: '52240',
  wishes: wishes(service.today, { discipline }),
});

const submit = async ({ contact, zip, wishes: asked }: Applicant, idempotencyKey?: string) =>
  service.client.call(submitRequest, {
    body: { contact, zip, wishes: asked },
    ...(idempotencyKey !== undefined && { idempotencyKey }),
  });

/** Holds that whatever is refused meanwhile leaves no trace in the table. */
const withoutTrace = async <T>(act: () => Promise<T>): Promise<T> => {
  await service.settle();
  const before = await service.contents();
  const done = await act();
  await service.settle();
  expect(await service.contents()).toEqual(before);
  return done;
};

const kindsTo = (address: string) => service.mailsTo(address).map(kindOf);

describe('an address that somebody typed', () => {
  test('is sent one confirmation mail a day until it answers, whatever is submitted under it', async () => {
    const email = 'elder@example.org';
    await submit(applicant('Elder Invented', email));
    await submit(applicant('Somebody Else', 'ELDER@example.org', 'MRI'));
    await submit(applicant('Somebody Else', 'elder+more@example.org', 'M'));
    await service.settle();
    expect(
      service.cloud
        .mails()
        .filter(({ to }) => to.some((one) => one.startsWith('elder')))
        .map(kindOf),
    ).toEqual(['confirm-request']);
    // Each confirmation shows that the mails are wanted, and releases the next.
    await service.client.call(confirmRequest, { token: await service.linkIn(email, 'confirm') });
    await service.settle();
    expect(kindsTo(email).toSorted()).toEqual(['confirm-request', 'confirm-request', 'request-received']);
    expect(kindsTo('elder+more@example.org')).toEqual([]);
  });

  test('has two open requests at most: the third is refused when it is confirmed, until one has ended', async () => {
    const { client } = service;
    const email = 'fir@example.org';
    await ask(service, applicant('Fir Invented', email));
    const first = await service.linkIn(email, 'status');
    await ask(service, applicant('Fir Invented', email, 'MRI'));
    await submit(applicant('Fir Invented', 'fir+third@example.org', 'M'));
    const token = await service.linkIn('fir+third@example.org', 'confirm');
    const third = await withoutTrace(async () => refusalOf(client.call(confirmRequest, { token })));
    expect(third).toMatchObject({ status: 409, code: 'too-many-open-requests' });
    await client.call(withdrawRequest, { token: first });
    expect(await client.call(confirmRequest, { token })).toMatchObject({ status: 'confirmed' });
  });

  test('is told the same whether it is known or not', async () => {
    const { client } = service;
    await ask(service, applicant('Gum Invented', 'gum@example.org'));
    const link = async (email: string) => client.call(mailAccessLink, { body: { email } });
    expect(await link('gum@example.org')).toEqual(await link('nobody@example.org'));
    const known = await submit(applicant('Gum Invented', 'gum@example.org', 'MRI'));
    const unknown = await submit(applicant('Hazel Invented', 'hazel@example.org', 'MRI'));
    expect({ ...known, requestId: '' }).toEqual({ ...unknown, requestId: '' });
  });

  test('is mailed its links twice a day at most, and an unknown one never', async () => {
    const { client } = service;
    const links = () => kindsTo('gum@example.org').filter((kind) => kind === 'request-status').length;
    for (let asked = 0; asked < 4; asked += 1) {
      await client.call(mailAccessLink, { body: { email: 'gum@example.org' } });
      await client.call(mailAccessLink, { body: { email: 'nobody@example.org' } });
      await service.settle();
    }
    expect(links()).toBe(2);
    expect(kindsTo('nobody@example.org')).toEqual([]);
  });
});

/** Asks for the links of an address that nobody has, as somebody who writes headers of their own. */
const send = async (headers: Readonly<Record<string, string>>) =>
  fetch(`${service.cloud.api}/api/access-links`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ email: 'nobody@example.org' }),
  });

/** The networks that forms were counted under. */
const countedUnder = async () =>
  (await service.contents())
    .map((item) => JSON.parse(item) as { kind: string; pk: string; forms: number })
    .filter(({ kind, pk }) => kind === 'form-count' && pk !== 'FORMS#everywhere')
    .map(({ pk, forms }) => ({ pk, forms }));

describe('a form that causes a mail', () => {
  test('is counted by the network it comes from, whatever its headers say of that', async () => {
    const [before] = await countedUnder();
    const forged: readonly Readonly<Record<string, string>>[] = [
      {},
      { 'x-forwarded-for': '198.51.100.1' },
      { 'x-forwarded-for': '198.51.100.1, 203.0.113.9', forwarded: 'for=203.0.113.9', 'x-real-ip': '203.0.113.9' },
    ];
    for (const headers of forged) expect((await send(headers)).status).toBe(202);
    expect(await countedUnder()).toEqual([{ pk: before?.pk, forms: (before?.forms ?? 0) + 3 }]);
  });

  test('of a technologist takes no address that others read, and one of a facility does', async () => {
    const refused = await withoutTrace(async () =>
      refusalOf(submit(applicant('Hr Invented', 'hr@clinic.example.org'))),
    );
    expect(refused).toMatchObject({ code: 'invalid-input', errors: [{ field: 'contact.email' }] });
    const { hospital } = hosts(service.today);
    const contact = { ...hospital.contact, email: 'info@clinic.example.org' };
    const claim = { profile: hospital.profile, zip: hospital.zip, contact, siteOffers: [] };
    expect(await service.client.call(claimFacility, { body: claim })).toMatchObject({ status: 'claimed' });
  });
});

describe('a POST that comes again with its Idempotency-Key', () => {
  const copies = 10;
  const many = async <T>(act: () => Promise<T>): Promise<T> => {
    const answers = await Promise.all(Array.from({ length: copies }, act));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    return found(answers[0], 'an answer');
  };

  test('has one effect and one answer, though ten copies come at once', async () => {
    const email = 'juniper@example.org';
    const { requestId } = await many(async () => submit(applicant('Juniper Invented', email), 'key-1'));
    await service.settle();
    expect(kindsTo(email)).toEqual(['confirm-request']);
    const { items } = value(await service.behind.store.requests.inStatus('submitted', null, 100));
    expect(items.filter(({ contact }) => contact.email === email).map(({ id }) => id)).toEqual([requestId]);

    await service.client.call(confirmRequest, { token: await service.linkIn(email, 'confirm') });
    await service.settle();
    const { request, candidates } = await caseOf(service, requestId);
    const body = {
      version: request.version,
      shortlist: candidates.slice(0, 1).map(({ intakeId }) => intakeId),
      reason: null,
    };
    const { coordinator: token } = service;
    await many(async () =>
      service.client.call(approveRequest, { token, params: { requestId }, body, idempotencyKey: 'key-2' }),
    );
    await service.settle();
    const { offers } = await caseOf(service, requestId);
    expect(offers).toHaveLength(1);
    const { intakeId } = found(offers[0], 'an offer');
    const held = value(await service.behind.store.offers.ofFacility(intakeId.split('-')[0] ?? '', null, 100)).items;
    const taken = held.filter((offer) => offer.intakeId === intakeId && ['made', 'accepted'].includes(offer.status));
    expect(await service.behind.store.intakes.get(intakeId)).toMatchObject({ seatsTaken: taken.length });
  });

  test('with another body is refused, and nothing is done', async () => {
    const kalmia = applicant('Kalmia Invented', 'kalmia@example.org');
    await submit(kalmia, 'key-3');
    const refused = await withoutTrace(async () => refusalOf(submit({ ...kalmia, zip: '52241' }, 'key-3')));
    expect(refused).toMatchObject({ status: 422, code: 'idempotency-mismatch' });
  });

  test('is given the answer of the first time, also when its link has been used up by it', async () => {
    const requestId = await ask(service, applicant('Larch Invented', 'larch@example.org'));
    await approve(service, requestId, 1);
    const { facilityId } = found((await caseOf(service, requestId)).offers[0], 'an offer');
    const { email } = found(await service.behind.store.facilities.get(facilityId), 'the facility').contact;
    // A no would give the facility 60 days' rest from the requests of the other tests (R27).
    const call = { token: await service.linkIn(email, 'answer'), body: { answer: 'yes' } } as const;
    const first = await service.client.call(answerBrief, { ...call, idempotencyKey: 'key-4' });
    await service.settle();
    const again = await withoutTrace(async () =>
      service.client.call(answerBrief, { ...call, idempotencyKey: 'key-4' }),
    );
    expect(again).toEqual(first);
    expect(await refusalOf(service.client.call(answerBrief, call))).toMatchObject({ code: 'link-refused' });
    await service.client.call(withdrawRequest, { token: await service.linkIn('larch@example.org', 'status') });
  });

  test('means another thing for another caller', async () => {
    const names = ['maple', 'nutmeg'];
    for (const name of names) {
      const email = `${name}@example.org`;
      const requestId = await ask(service, applicant('Some Body', email));
      const token = await service.linkIn(email, 'status');
      const receipt = await service.client.call(withdrawRequest, { token, idempotencyKey: 'key-5' });
      expect(receipt).toEqual({ requestId, status: 'withdrawn' });
    }
  });
});

/** The same text but for its last letter. */
const other = (text: string) => `${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`;

describe('a mailed link', () => {
  let answer: string;
  let status: string;
  let confirm: string;
  let offerId: string;
  /** What every link that does not work is told. */
  let refused: Problem;

  beforeAll(async () => {
    const requestId = await ask(service, applicant('Alder Invented', 'alder@example.org'));
    await approve(service, requestId, 1);
    offerId = found((await caseOf(service, requestId)).offers[0], 'an offer').id;
    await submit(applicant('Birch Invented', 'birch@example.org'));
    answer = await service.linkIn(imaging(), 'answer');
    status = await service.linkIn('alder@example.org', 'status');
    confirm = await service.linkIn('birch@example.org', 'confirm');
    refused = await refusalOf(service.client.call(readBrief, { token: 'invented' }));
  });

  const tampered = (token: string): string[] => {
    const parts = token.split('.');
    return [
      ...parts.map((_, index) => parts.map((part, at) => (at === index ? other(part) : part)).join('.')),
      ...parts.map((_, index) => parts.filter((_part, at) => at !== index).join('.')),
      token.slice(0, -1),
      `${token}A`,
      `${token}.`,
      token.toLowerCase(),
      [...parts.slice(0, 6), status.split('.')[6]].join('.'),
      token.repeat(40),
    ];
  };

  test('that was altered, cut, made longer or invented is refused in one same way, and nothing is done', async () => {
    expect(refused).toMatchObject({ status: 401, code: 'link-refused' });
    await withoutTrace(async () => {
      for (const token of tampered(answer)) {
        expect(await refusalOf(service.client.call(readBrief, { token })), token).toEqual(refused);
        expect(await refusalOf(service.client.call(answerBrief, { token, body: { answer: 'yes' } })), token).toEqual(
          refused,
        );
      }
      for (const token of tampered(confirm))
        expect(await refusalOf(service.client.call(confirmRequest, { token })), token).toEqual(refused);
    });
  });

  test('that was mailed for something else is refused in that same way', async () => {
    const { client } = service;
    const facility = await service.linkIn(imaging(), 'facility');
    await withoutTrace(async () => {
      for (const token of [status, confirm, facility])
        expect(await refusalOf(client.call(answerBrief, { token, body: { answer: 'yes' } }))).toEqual(refused);
      for (const token of [answer, confirm, facility]) {
        expect(await refusalOf(client.call(readRequest, { token }))).toEqual(refused);
        expect(await refusalOf(client.call(withdrawRequest, { token }))).toEqual(refused);
      }
      for (const token of [answer, confirm, status])
        expect(await refusalOf(client.call(readFacility, { token }))).toEqual(refused);
      for (const token of [answer, status, facility])
        expect(await refusalOf(client.call(confirmRequest, { token }))).toEqual(refused);
    });
  });

  test('leads to its own things only: what belongs to others is not found, like what does not exist', async () => {
    const { client } = service;
    const elsewhere = await service.linkIn(hosts(service.today).medicalCenter.contact.email, 'facility');
    const intake = found(
      (await client.call(readFacility, { token: await service.linkIn(imaging(), 'facility') })).siteOffers[0]
        ?.intakes[0],
      'an intake',
    );
    const stranger = await ask(service, applicant('Cedar Invented', 'cedar@example.org'));
    const token = await service.linkIn('cedar@example.org', 'status');
    await withoutTrace(async () => {
      const consent = async (id: string) =>
        refusalOf(client.call(consentToIntroduction, { token, params: { offerId: id } }));
      const unknown = await consent(`${stranger}-1`);
      expect(unknown).toMatchObject({ status: 404, code: 'not-found' });
      expect(await consent(offerId)).toEqual(unknown);
      const cancel = client.call(cancelOfferAsFacility, {
        token: elsewhere,
        params: { offerId },
        body: { comment: null },
      });
      expect(await refusalOf(cancel)).toEqual(unknown);
      const { id: intakeId, version, startsOn, endsOn } = intake;
      const body = { version, startsOn, endsOn, seats: 99, closed: false };
      expect(await refusalOf(client.call(editIntake, { token: elsewhere, params: { intakeId }, body }))).toEqual(
        unknown,
      );
    });
  });

  test('that was used is refused in that same way; one that a newer mail replaced also says where that is', async () => {
    const { client } = service;
    await client.call(answerBrief, { token: answer, body: { answer: 'yes' } });
    await client.call(undoAnswer, { token: answer });
    await client.call(confirmRequest, { token: confirm });
    const replaced = {
      ...refused,
      detail: expect.stringContaining('A newer mail about this brief has replaced this link') as unknown,
    };
    await withoutTrace(async () => {
      expect(await refusalOf(client.call(answerBrief, { token: answer, body: { answer: 'yes' } }))).toEqual(replaced);
      expect(await refusalOf(client.call(undoAnswer, { token: answer }))).toEqual(replaced);
      expect(await refusalOf(client.call(readBrief, { token: answer }))).toEqual(replaced);
      expect(await refusalOf(client.call(confirmRequest, { token: confirm }))).toEqual(refused);
    });
  });

  test('that its holder or a coordinator ended is refused in that same way, and a new one has been mailed', async () => {
    const { client, coordinator: token } = service;
    const requestId = await ask(service, applicant('Elm Invented', 'elm@example.org'));
    const [first, page] = [
      await service.linkIn('elm@example.org', 'status'),
      await service.linkIn(imaging(), 'facility'),
    ];
    await client.call(endRequestLinks, { token: first });
    const second = await service.linkIn('elm@example.org', 'status');
    await client.call(endLinksOfRequest, { token, params: { requestId } });
    const third = await service.linkIn('elm@example.org', 'status');
    const brief = await service.linkIn(imaging(), 'answer');
    await client.call(endFacilityLinks, { token: page });
    await service.settle();
    for (const ended of [first, second])
      expect(await refusalOf(client.call(readRequest, { token: ended }))).toEqual(refused);
    expect(await client.call(readRequest, { token: third })).toMatchObject({ requestId });
    expect(await refusalOf(client.call(readFacility, { token: page }))).toEqual(refused);
    await client.call(readFacility, { token: await service.linkIn(imaging(), 'facility') });
    // The brief that waited was mailed again with a link of its own.
    expect(await refusalOf(client.call(readBrief, { token: brief }))).toMatchObject({ code: 'link-refused' });
    await client.call(readBrief, { token: await service.linkIn(imaging(), 'answer') });
  });

  test('whose time is over is refused in that same way', async () => {
    const { client } = service;
    await submit(applicant('Dogwood Invented', 'dogwood@example.org'));
    const late = await service.linkIn('dogwood@example.org', 'confirm');
    const newest = await service.linkIn(imaging(), 'answer');
    await service.wait(72 * 60 - 1);
    await client.call(readBrief, { token: newest });
    await service.wait(2);
    expect(await refusalOf(client.call(confirmRequest, { token: late }))).toEqual(refused);
    await service.wait(4 * 24 * 60);
    expect(await refusalOf(client.call(readBrief, { token: newest }))).toEqual(refused);
    await service.wait(180 * 24 * 60);
    expect(await refusalOf(client.call(readRequest, { token: status }))).toEqual(refused);
  });
});

test('after all this every mail left once, and no function needed more than its role allows', async () => {
  await service.settle();
  await expectEachMailOnce(service);
  expect(service.complaints).toEqual([]);
});
