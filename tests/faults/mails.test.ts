import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Call, Fault } from '../../local/faults.ts';
import { found } from '../../local/demo/expect.ts';
import { accountId } from '../../local/resource-types.ts';
import { listMails } from '../../shared/contracts/mailing.ts';
import type { Mail, MailId } from '../../shared/domain/mail.ts';
import { mailOfRequest } from '../../shared/usecases/queue-mail.ts';
import { aRequest } from '../support/builders.ts';
import { kindOf, mailIdIn, putAll, startService, type Service } from '../support/service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(async () => service.stop());
afterEach(() => {
  service.cloud.faults.clear();
});

let asked = 0;
/** Commits mails to as many technologists, each with the request that it is about; to one mailbox, where it is said. */
const commitMails = async (count: number, mailbox?: string): Promise<readonly MailId[]> => {
  const { requests, outbox } = service.behind.store;
  const now = service.cloud.clock.now().toISOString();
  const mails: Mail[] = [];
  const writes = Array.from({ length: count }, () => {
    asked += 1;
    const id = `req_technologist${asked}`;
    const request = aRequest({
      id,
      personKey: id,
      contact: { name: 'Some Body', email: mailbox ?? `${id.slice(4)}@example.org`, phone: null },
    });
    const mail = mailOfRequest({ kind: 'request-received', subject: id, round: 1 }, request, now);
    mails.push(mail);
    return [requests.create(request), outbox.enqueue(mail)];
  }).flat();
  await putAll(service, writes);
  return mails.map(({ id }) => id);
};

const commitMail = async (): Promise<MailId> => found((await commitMails(1))[0], 'a mail');

const mailNow = async (id: MailId): Promise<Mail> => found(await service.behind.store.outbox.get(id), id);
const copiesOf = (id: MailId): number => service.cloud.mails().filter((mail) => mailIdIn(mail) === id).length;
const inTrouble = async (): Promise<readonly string[]> => {
  const { client, coordinator: token } = service;
  return (await client.call(listMails, { token, query: { limit: 100, status: 'unknown' } })).items.map(({ id }) => id);
};

const add = (fault: Fault) => service.cloud.faults.add(fault);
const by =
  (name: string) =>
  ({ caller }: Call) =>
    caller === name;
/** A worker's update that moves a mail on to a status. */
const movesTo =
  (status: Mail['status']) =>
  ({ caller, input }: Call) =>
    caller === 'deliver-email' && JSON.stringify(input).includes(`":status":{"S":"${status}"}`);

/** That of all mails. */
const configurationSet = (): string => found(service.cloud.mails()[0]?.configurationSet, 'a configuration set');

/** What SES reports, once it comes through. */
const reportDelivery = async (id: MailId): Promise<unknown> =>
  service.cloud.invoke('record-email-event', {
    'detail-type': 'Email Delivered',
    source: 'aws.ses',
    account: accountId,
    detail: {
      eventType: 'Delivery',
      mail: {
        timestamp: service.cloud.clock.now().toISOString(),
        messageId: 'a-message-id-of-ses',
        tags: { 'mail-id': [id], 'ses:configuration-set': [configurationSet()] },
      },
    },
  });

test('half of all sendings throttled: each of 20 mails is sent, and sent once', async () => {
  // The first try of each, and the second passes.
  const tried = new Set<unknown>();
  const isFirst = ({ input: { 'Tags.member.1.Value': id } }: Call) => tried.size < tried.add(id).size;
  add({ service: 'ses', kind: 'throttle', match: isFirst });
  const ids = await commitMails(20);
  await service.settle();
  expect(tried.size).toBe(ids.length);
  expect(ids.map(copiesOf)).toEqual(ids.map(() => 1));
  expect(new Set((await Promise.all(ids.map(mailNow))).map(({ status }) => status))).toEqual(new Set(['delivered']));
});

test('a mail that is throttled until its worker gives up comes back with its message', async () => {
  const mend = add({ service: 'ses', kind: 'throttle' });
  const id = await commitMail();
  await service.settle();
  expect(await mailNow(id)).toMatchObject({ status: 'pending', trouble: null });
  mend();
  await service.wait(7);
  expect(await mailNow(id)).toMatchObject({ status: 'delivered', attempts: 2 });
  expect(copiesOf(id)).toBe(1);
});

describe('a sending whose answer is lost, while no report of SES comes through', () => {
  beforeEach(() => {
    add({ service: 'dynamodb', kind: 'error', match: by('record-email-event') });
  });

  test.each(['lost-answer', 'truncated'] as const)(
    '%s: the mail is in doubt, is shown to coordinators, is not sent again, and is settled by the report',
    async (kind) => {
      add({ service: 'ses', kind, times: 1 });
      const id = await commitMail();
      await service.settle();
      expect(await mailNow(id)).toMatchObject({ status: 'unknown', attempts: 1 });
      await service.wait(20);
      expect(await inTrouble()).toContain(id);
      expect(copiesOf(id)).toBe(1);
      service.cloud.faults.clear();
      await reportDelivery(id);
      expect(await mailNow(id)).toMatchObject({ status: 'delivered', trouble: null });
      expect(await inTrouble()).not.toContain(id);
      expect(copiesOf(id)).toBe(1);
    },
  );

  test('a connection that breaks before SES took the mail leaves the same doubt, and no second try', async () => {
    add({ service: 'ses', kind: 'reset', times: 1 });
    const id = await commitMail();
    await service.settle();
    await service.wait(20);
    expect(await mailNow(id)).toMatchObject({ status: 'unknown' });
    expect(await inTrouble()).toContain(id);
    expect(copiesOf(id)).toBe(0);
  });
});

describe('a worker that is lost', () => {
  test('between sending and noting it leaves one copy and a doubt, which is flagged and then settled by the report', async () => {
    add({ service: 'dynamodb', kind: 'error', match: by('record-email-event') });
    add({ service: 'dynamodb', kind: 'reset', match: movesTo('sent') });
    const id = await commitMail();
    await service.settle();
    expect(await mailNow(id)).toMatchObject({ status: 'sending' });
    // Longer than its claim holds, and than the queue hides its message.
    for (const minutes of [3, 5, 5]) await service.wait(minutes);
    expect(await mailNow(id)).toMatchObject({ status: 'unknown', attempts: 1 });
    expect(await inTrouble()).toContain(id);
    expect(copiesOf(id)).toBe(1);
    service.cloud.faults.clear();
    await reportDelivery(id);
    expect(await mailNow(id)).toMatchObject({ status: 'delivered', trouble: null });
  });

  test('before it claimed the mail loses nothing: the message comes again', async () => {
    add({ service: 'dynamodb', kind: 'reset', match: movesTo('sending') });
    const id = await commitMail();
    await service.settle();
    expect(await mailNow(id)).toMatchObject({ status: 'pending', attempts: 0 });
    service.cloud.faults.clear();
    await service.wait(7);
    expect(await mailNow(id)).toMatchObject({ status: 'delivered', attempts: 1 });
    expect(copiesOf(id)).toBe(1);
  });
});

test('an answer of the table that is lost stops no mail and doubles none', async () => {
  for (const status of ['sending', 'sent'] as const)
    add({ service: 'dynamodb', kind: 'lost-answer', match: movesTo(status), times: 1 });
  const id = await commitMail();
  await service.settle();
  expect(await mailNow(id)).toMatchObject({ status: 'delivered', attempts: 1, trouble: null });
  expect(copiesOf(id)).toBe(1);
});

test('an address that bounced gets no second mail, and the coordinators are told once', async () => {
  const [first = ''] = await commitMails(1, 'bounce@example.org');
  await service.settle();
  expect(await mailNow(first)).toMatchObject({ status: 'bounced', bounce: 'hard' });
  const [later = ''] = await commitMails(1, 'Bounce+again@example.org');
  await service.settle();
  expect(await mailNow(later)).toMatchObject({ status: 'suppressed' });
  expect(copiesOf(later)).toBe(0);
  const told = service.cloud.mails().filter((mail) => kindOf(mail) === 'suppression-notice');
  expect(told.map(({ subject }) => subject)).toEqual([
    `Mail about ${(await mailNow(first)).subject} does not reach its reader any more`,
  ]);
  expect(service.complaints).toEqual([]);
});

test('a message that comes five times at once sends one mail', async () => {
  const id = await commitMail();
  const event = {
    Records: [{ messageId: 'a-message', body: JSON.stringify({ mailId: id }), eventSource: 'aws:sqs', attributes: {} }],
  };
  await Promise.all(Array.from({ length: 5 }, async () => service.cloud.invoke('deliver-email', event)));
  await service.settle();
  expect(await mailNow(id)).toMatchObject({ status: 'delivered', attempts: 1 });
  expect(copiesOf(id)).toBe(1);
});

test('a confirmed request that the stream could not hand on is found by the sweeper and matched', async () => {
  const mend = add({ service: 'sqs', kind: 'error', match: by('relay-changes') });
  const request = aRequest({
    id: 'req_unmatched1',
    status: 'confirmed',
    updatedAt: service.cloud.clock.now().toISOString(),
  });
  await putAll(service, [service.behind.store.requests.create(request)]);
  await service.settle();
  mend();
  const statusNow = async () => (await service.behind.store.requests.get(request.id))?.status;
  await service.wait(4);
  expect(await statusNow()).toBe('confirmed');
  await service.wait(2);
  expect(await statusNow()).toBe('in-review');
});

test('a mail that the stream could not hand on is found by the sweeper and sent', async () => {
  const mend = add({ service: 'sqs', kind: 'error', match: by('relay-changes') });
  const id = await commitMail();
  await service.settle();
  mend();
  await service.wait(4);
  expect(await mailNow(id)).toMatchObject({ status: 'pending' });
  await service.wait(2);
  expect(await mailNow(id)).toMatchObject({ status: 'delivered' });
  expect(copiesOf(id)).toBe(1);
});
