import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hosts, person, wishes, type Applicant, type Host } from '../../local/demo/cast.ts';
import { found } from '../../local/demo/expect.ts';
import { ask, caseOf, optIn } from '../../local/demo/steps.ts';
import { approveRequest } from '../../shared/contracts/coordinator.ts';
import { pauseFacility, resumeFacility } from '../../shared/contracts/facility.ts';
import { answerBrief } from '../../shared/contracts/brief.ts';
import { readRound, startRound } from '../../shared/contracts/rounds.ts';
import { confirmRequest, submitRequest } from '../../shared/contracts/technologist.ts';
import type { Discipline } from '../../shared/domain/discipline.ts';
import { mailOfRequest } from '../../shared/usecases/queue-mail.ts';
import { aRequest, someWishes } from '../support/builders.ts';
import {
  expectEachMailOnce,
  expectWholeChains,
  kindOf,
  putAll,
  startService,
  type Service,
} from '../support/service.ts';
import { long } from '../support/long.ts';
import { recordsOfStream } from '../support/stream-records.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(async () => service.stop());

/** A town of its own: sites and technologists of different towns are out of each other's reach. */
interface Town {
  readonly name: string;
  readonly zip: string;
}

const mailboxIn = ({ name }: Town, who: string): string => `${who}@${name}.example.org`;

const opens = async (town: Town, mailbox: string, discipline: Discipline): Promise<string> => {
  const { profile, contact, siteOffers } = hosts(service.today).hospital;
  const terms = found(siteOffers[0], 'an offer in CT');
  const host: Host = {
    profile: { ...profile, name: `${mailbox} of ${town.name}` },
    contact: { ...contact, email: mailboxIn(town, mailbox) },
    zip: town.zip,
    siteOffers: [{ ...terms, discipline }],
  };
  return optIn(service, host, 'Called back.');
};

const applicant = (town: Town, who: string, discipline: Discipline): Applicant => ({
  contact: { ...person(`${who} Invented`), email: mailboxIn(town, who) },
  zip: town.zip,
  wishes: wishes(service.today, { discipline, requiredCategories: [] }),
});

const asks = async (town: Town, who: string, discipline: Discipline): Promise<string> =>
  ask(service, applicant(town, who, discipline));

const submits = async (town: Town, who: string, discipline: Discipline) =>
  service.client.call(submitRequest, { body: applicant(town, who, discipline) });

const approvesAll = async (requestId: string): Promise<void> => {
  const { request, candidates } = await caseOf(service, requestId);
  const shortlist = candidates.map(({ intakeId }) => intakeId);
  expect(shortlist).toHaveLength(2);
  const body = { version: request.version, shortlist, reason: null };
  await service.client.call(approveRequest, { token: service.coordinator, params: { requestId }, body });
};

/** The first site says no, whichever it is. */
const firstSaysNo = async (town: Town, mailboxes: readonly string[]): Promise<void> => {
  await service.settle();
  const asked = mailboxes.find((mailbox) =>
    service.mailsTo(mailboxIn(town, mailbox)).some((mail) => kindOf(mail) === 'brief'),
  );
  const token = await service.linkIn(mailboxIn(town, found(asked, 'a site that was asked')), 'answer');
  await service.client.call(answerBrief, { token, body: { answer: 'no', reason: 'dates', comment: null } });
};

const kindsIn = ({ name }: Town): Record<string, number> => {
  const kinds = service.cloud
    .mails()
    .filter(({ to }) => to.some((address) => address.endsWith(`@${name}.example.org`)))
    .map(kindOf);
  return Object.fromEntries([...Map.groupBy(kinds, (kind) => kind)].map(([kind, all]) => [kind, all.length]));
};

const relay = async (Records: readonly unknown[]): Promise<unknown> =>
  service.cloud.invoke('relay-changes', { Records });

describe('a stream that says things again, apart or backwards', () => {
  const town = { name: 'alder', zip: '52240' };

  test('changes nothing by it: no mail twice, nothing decided twice', async () => {
    for (const mailbox of ['first', 'second']) await opens(town, mailbox, 'CT');
    await approvesAll(await asks(town, 'technologist', 'CT'));
    await firstSaysNo(town, ['first', 'second']);
    await service.settle();
    const [before, mails] = [await service.contents(), service.cloud.mails().length];

    const records = await recordsOfStream(service);
    const middle = Math.ceil(records.length / 2);
    for (let time = 1; time <= (long ? 5 : 1); time += 1) await relay(records);
    await relay(records.slice(middle));
    await relay(records.slice(0, middle));
    await relay(records.toReversed());
    await service.settle();

    expect(await service.contents()).toEqual(before);
    expect(service.cloud.mails()).toHaveLength(mails);
    await expectEachMailOnce(service);
  });
});

test('a poison record among many keeps none of them', async () => {
  const now = service.cloud.clock.now().toISOString();
  const of = (number: number) => {
    const id = `req_poison${number}`;
    const contact = { name: 'Some Body', email: `${id.slice(4)}@birch.example.org`, phone: null };
    // Of a discipline in which nothing opens: nobody matches it, and it has no audit chain from its beginning.
    const request = aRequest({ id, personKey: id, contact, wishes: someWishes({ discipline: 'VS' }) });
    const mail = mailOfRequest({ kind: 'request-received', subject: id, round: 1 }, request, now);
    return [service.behind.store.requests.create(request), service.behind.store.outbox.enqueue(mail)];
  };
  const before = service.cloud.mails().length;
  const numbers = Array.from({ length: long ? 100 : 10 }, (_, number) => number);
  const middle = numbers.length / 2;
  await putAll(service, numbers.slice(0, middle).flatMap(of));
  const [TableName, Key] = [service.cloud.tableName, { pk: 'MAIL#poison', sk: 'poison' }];
  const Item = { ...Key, kind: 'mail', status: 'pending', id: 'not a mail id' };
  await service.behind.items.send(new PutCommand({ TableName, Item }));
  await putAll(service, numbers.slice(middle).flatMap(of));
  await service.settle();
  expect(service.cloud.mails()).toHaveLength(before + numbers.length);
  await service.behind.items.send(new DeleteCommand({ TableName, Key }));
  await expectEachMailOnce(service);
});

/**
 * A day in a town: a site says no, another one takes part again, somebody confirms a request, a round begins. What it
 * all came to, and which mails left. `during` does what happens at the beginning of the day.
 */
const dayIn = async (town: Town, during: (happenings: () => Promise<void>) => Promise<void>) => {
  const { client } = service;
  for (const mailbox of ['first', 'second']) await opens(town, mailbox, 'CT');
  await opens(town, 'third', 'MRI');
  const third = await service.linkIn(mailboxIn(town, 'third'), 'facility');
  await client.call(pauseFacility, { token: third });
  await service.settle();
  const waiting = await asks(town, 'waiting', 'MRI');
  const approved = await asks(town, 'approved', 'CT');
  await approvesAll(approved);
  const { requestId: confirmed } = await submits(town, 'confirming', 'CT');
  const confirm = await service.linkIn(mailboxIn(town, 'confirming'), 'confirm');
  expect((await caseOf(service, waiting)).candidates).toEqual([]);

  let roundId = '';
  await during(async () => {
    await firstSaysNo(town, ['first', 'second']);
    await client.call(resumeFacility, { token: third });
    await client.call(confirmRequest, { token: confirm });
    const body = { disciplines: ['M' as const] };
    ({ roundId } = await client.call(startRound, { token: service.coordinator, body }));
    await service.settle();
  });
  // Longer than a day, and than a round stands still before it is told again, for each of its parts.
  for (const minutes of [25 * 60, 100, 100, 100]) await service.wait(minutes);

  const stands = async (requestId: string) => {
    const { request, candidates, offers } = await caseOf(service, requestId);
    return [request.status, candidates.length, offers.map(({ status }) => status)];
  };
  const round = await client.call(readRound, { token: service.coordinator, params: { roundId } });
  return {
    round: round.status,
    waiting: await stands(waiting),
    approved: await stands(approved),
    confirmed: await stands(confirmed),
    mails: kindsIn(town),
  };
};

describe('a stream outage of 25 hours, longer than the stream remembers', () => {
  // Two days and a half of two towns: `npm run faults` plays them.
  test.runIf(long)('comes to the same end as a day without one: nothing is lost, nothing is doubled', async () => {
    const usual = await dayIn({ name: 'cedar', zip: '87102' }, async (happenings) => happenings());
    const afterwards = await dayIn({ name: 'elm', zip: '80202' }, async (happenings) => {
      const mend = service.cloud.faults.add({
        service: 'sqs',
        kind: 'error',
        match: ({ caller }) => caller === 'relay-changes',
      });
      await happenings();
      mend();
    });
    expect(usual).toMatchObject({
      round: 'proposed',
      waiting: ['in-review', 1, []],
      approved: ['approved', 2, ['declined', 'made']],
      confirmed: ['in-review', 2, []],
    });
    expect(afterwards).toEqual(usual);
    await expectEachMailOnce(service);
    await expectWholeChains(service);
  });
});
