import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { buildApp } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliveryWorker } from '../../../functions/deliver-email/handler.ts';
import { sendMessages } from '../../../functions/send-messages.ts';
import type { Mail, MailId } from '../../../shared/domain/mail.ts';
import type { DeliveryPorts } from '../../../shared/email/deliver.ts';
import { mailIdOf } from '../../../shared/domain/mail.ts';
import { now } from '../../support/builders.ts';
import { aDesk, deskPersonKeys, mailSamples } from '../../support/mail-samples.ts';
import { aStore, type TestStore } from '../../support/store.ts';

const lines: unknown[] = [];
const note = (...line: unknown[]) => void lines.push(line);
const log = { info: note, error: note };

const aClient = (endpoint: string) => new SQSClient({ endpoint, maxAttempts: 1 });

describe('messages', () => {
  const app = buildApp({ logger: false });
  let endpoint: string;
  let client: SQSClient;

  beforeAll(async () => {
    endpoint = await app.listen({ host: '127.0.0.1', port: 0 });
    client = aClient(endpoint);
    await client.send(new CreateQueueCommand({ QueueName: 'mails' }));
  });
  afterAll(async () => {
    client.destroy();
    await app.close();
  });

  it('get into the queue, each once, also when there are more than a call takes', async () => {
    const queueUrl = `${endpoint}/000000000000/mails`;
    const bodies = Array.from({ length: 23 }, (_, index) => `message ${index}`);
    expect(await sendMessages(client, queueUrl, log)(bodies)).toEqual([]);
    const received: (string | undefined)[] = [];
    for (let batch = 0; batch < 5; batch += 1) {
      const { Messages: messages = [] } = await client.send(
        new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10 }),
      );
      received.push(...messages.map(({ Body }) => Body));
    }
    expect(new Set(received)).toEqual(new Set(bodies));
    expect(received).toHaveLength(bodies.length);
  });

  it('that no queue takes are given back', async () => {
    expect(await sendMessages(client, `${endpoint}/000000000000/elsewhere`, log)(['a', 'b'])).toEqual(['a', 'b']);
    expect(await sendMessages(aClient('http://127.0.0.1:1'), 'http://127.0.0.1:1/0/mails', log)(['a'])).toEqual(['a']);
  });

  it('of which a queue takes some are given back in part', async () => {
    const server = createServer((_, response) => {
      const answer = { Successful: [], Failed: [{ Id: '1', Code: 'InternalError', SenderFault: false }] };
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(answer));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const partial = aClient(address);
    expect(await sendMessages(partial, `${address}/0/mails`, log)(['a', 'b', 'c'])).toEqual(['b']);
    partial.destroy();
    server.close();
  });

  it('are none where there is nothing to say', async () => {
    expect(await sendMessages(aClient('http://127.0.0.1:1'), 'http://127.0.0.1:1/0/mails', log)([])).toEqual([]);
  });
});

const eventFile = async (name: string) =>
  JSON.parse(
    await readFile(new URL(`../../../events/deliver-email/${name}.json`, import.meta.url), 'utf8'),
  ) as SQSEvent;

describe('the delivery worker', () => {
  let test: TestStore;
  let ports: DeliveryPorts;
  let sent: MailId[];

  beforeAll(async () => {
    test = await aStore();
    ports = {
      store: test.store,
      clock: { now: () => new Date(now) },
      personKeys: deskPersonKeys,
      desk: () => Promise.resolve(aDesk),
      pause: () => Promise.resolve(),
      postbox: {
        send: ({ mailId, to }) => {
          sent.push(mailId);
          const busy = to === 'busy@example.org';
          return Promise.resolve(busy ? { is: 'throttled' } : { is: 'accepted', sesMessageId: 'ses-1' });
        },
      },
    };
    const { subject, mail } = mailSamples['request-received'];
    if (subject.of !== 'request') throw new Error('a sample about a request');
    const busy = {
      ...subject.request,
      id: 'req_busy',
      contact: { ...subject.request.contact, email: 'busy@example.org' },
    };
    const intent = { kind: mail.kind, subject: busy.id, round: 1 };
    const busyMail: Mail = { ...mail, ...intent, id: mailIdOf(intent) };
    const { requests, outbox } = test.store;
    const writes = [
      requests.create(subject.request),
      requests.create(busy),
      outbox.enqueue(mail),
      outbox.enqueue(busyMail),
    ];
    const { ok } = await test.store.commit(writes);
    if (!ok) throw new Error('The samples are in the store already.');
  });

  const work = async (event: SQSEvent) => {
    sent = [];
    return (await deliveryWorker(ports, 1, log)(event)).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };
  it('sends what it finds, and is done with messages that there is nothing to do for', async () => {
    expect(await work(await eventFile('ok-two-mails'))).toEqual([]);
    expect(sent).toEqual(['mail_req_alder1_request-received_1']);
    expect(await work(await eventFile('ok-two-mails'))).toEqual([]);
    expect(sent).toEqual([]);
  });

  it('fails poison messages alone', async () => {
    const event = await eventFile('bad-poison-messages');
    const [first, , third, fourth] = event.Records.map(({ messageId }) => messageId);
    expect(await work(event)).toEqual([first, third, fourth]);
  });

  it('lets the message of a throttled mail come again', async () => {
    const event = await eventFile('ok-two-mails');
    const [record] = event.Records;
    if (record === undefined) throw new Error('a record');
    const body = JSON.stringify({ mailId: 'mail_req_busy_request-received_1' });
    expect(await work({ Records: [{ ...record, body }] })).toEqual([record.messageId]);
  });

  it('is busy with each mail for its interval at least, so that so many workers keep to the account’s rate', async () => {
    const event = await eventFile('ok-two-mails');
    const [record] = event.Records;
    if (record === undefined) throw new Error('a record');
    const body = JSON.stringify({ mailId: 'mail_req_busy_request-received_1' });
    const began = performance.now();
    const message = { ...record, body };
    await deliveryWorker(ports, 120, log)({ Records: [message, message] });
    // A timer may fire a millisecond early.
    expect(performance.now() - began).toBeGreaterThan(2 * 119);
  });

  it('logs neither addresses nor tokens', () => {
    expect(JSON.stringify(lines)).not.toMatch(/@example\.org|v1\.k1\./);
  });
});
