import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeRelay } from '../../../functions/relay-changes/handler.ts';
import { messagesOf } from '../../../functions/relay-changes/messages.ts';
import { ChangeBatch } from '../../../shared/contracts/events.ts';

const eventFile = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`../../../events/relay-changes/${name}.json`, import.meta.url), 'utf8'));

type QueueName = 'mail' | 'directory' | 'match' | 'shortlist' | 'round';
let queued: Record<QueueName, unknown[]>;
/** Bodies that a queue does not take. */
let refused: string[];

beforeEach(() => {
  queued = { mail: [], directory: [], match: [], shortlist: [], round: [] };
  refused = [];
});

const queue = (name: QueueName) => (bodies: readonly string[]) => {
  queued[name].push(...bodies.map((body): unknown => JSON.parse(body)));
  return Promise.resolve(bodies.filter((body) => refused.includes(body)));
};
const log = { info: () => {}, error: () => {} };
const relay = async (event: unknown) => {
  const relayAll = changeRelay(
    {
      mail: queue('mail'),
      directory: queue('directory'),
      match: queue('match'),
      shortlist: queue('shortlist'),
      round: queue('round'),
    },
    log,
  );
  return (await relayAll(event)).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
};
const recordsOf = async (name: string) => ChangeBatch.parse(await eventFile(name)).Records;
const sequenceNumbers = async (name: string) => (await recordsOf(name)).map(({ dynamodb }) => dynamodb.SequenceNumber);

const siteMessage = (opens: boolean) => [
  { queue: 'directory', body: { facilityId: 'fac_birch', discipline: 'CT', opens } },
];

describe('the relay', () => {
  it.each<[string, Partial<Record<QueueName, unknown[]>>]>([
    [
      'ok-mails-queued',
      { mail: [{ mailId: 'mail_req_alder1_request-received_1' }, { mailId: 'mail_req_alder1-1_brief_1' }] },
    ],
    ['ok-request-confirmed', { match: [{ requestId: 'req_alder1' }] }],
    // Three changes of one facility in CT are one message; a seat taken in MRI opens nothing to anybody.
    [
      'ok-sites-changed',
      {
        directory: [
          { facilityId: 'fac_birch', discipline: 'CT', opens: true },
          { facilityId: 'fac_birch', discipline: 'MRI', opens: false },
        ],
      },
    ],
    [
      'ok-offers-ended',
      { shortlist: ['req_alder1-1', 'req_alder1-2', 'req_alder1-3', 'req_alder1-4'].map((offerId) => ({ offerId })) },
    ],
    // The next part when it becomes the next one: neither when the round starts nor when nothing is left.
    ['ok-round', { round: ['locks', 'CT'].map((part) => ({ roundId: 'rnd_one1', part })) }],
  ])('passes %s on to the queues concerned', async (name, messages) => {
    expect(await relay(await eventFile(name))).toEqual([]);
    expect(queued).toEqual({ mail: [], directory: [], match: [], shortlist: [], round: [], ...messages });
  });

  it('fails a poison record alone, and passes on what comes before and after it', async () => {
    const [, poison] = await sequenceNumbers('bad-poison-record');
    expect(await relay(await eventFile('bad-poison-record'))).toEqual([poison]);
    expect(queued).toMatchObject({
      mail: [{ mailId: 'mail_req_alder1_request-received_1' }],
      match: [{ requestId: 'req_alder1' }],
    });
  });

  it('names every record behind a message that did not get into its queue', async () => {
    refused = [JSON.stringify({ facilityId: 'fac_birch', discipline: 'CT', opens: true })];
    const [first, second, third] = await sequenceNumbers('ok-sites-changed');
    expect(await relay(await eventFile('ok-sites-changed'))).toEqual([first, second, third]);
    refused = [JSON.stringify({ mailId: 'mail_req_alder1-1_brief_1' })];
    const [, brief] = await sequenceNumbers('ok-mails-queued');
    expect(await relay(await eventFile('ok-mails-queued'))).toEqual([brief]);
  });

  it('says the same again when a batch comes again, reversed or split', async () => {
    const records = [...(await recordsOf('ok-mails-queued')), ...(await recordsOf('ok-offers-ended'))];
    await relay({ Records: records });
    const once = structuredClone(queued);
    for (const name of ['mail', 'match', 'shortlist'] as const) queued[name] = [];
    for (const record of records.toReversed()) await relay({ Records: [record] });
    for (const name of ['mail', 'match', 'shortlist'] as const) expect(queued[name].toReversed()).toEqual(once[name]);
  });

  it('refuses an event that is no batch of a stream', async () => {
    await expect(relay(await eventFile('bad-no-records'))).rejects.toThrow(/Records/);
  });
});

const image = (fields: Record<string, string | number>) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'number' ? { N: String(value) } : { S: value },
    ]),
  );
const record = (
  eventName: string,
  next?: Record<string, string | number>,
  before?: Record<string, string | number>,
) => ({
  eventName,
  dynamodb: { ...(next && { NewImage: image(next) }), ...(before && { OldImage: image(before) }) },
});
describe('a change that is nobody’s work', () => {
  const mail = { kind: 'mail', id: 'mail_req_alder1_brief_1', status: 'pending' };
  const offer = { kind: 'offer', id: 'req_alder1-1', status: 'declined' };
  const intake = { kind: 'intake', facilityId: 'fac_birch', discipline: 'CT', version: 1, seatsTaken: 1 };

  it.each([
    ['a mail that waits again', record('MODIFY', mail, { ...mail, status: 'sending' })],
    ['a mail that was sent', record('MODIFY', { ...mail, status: 'sent' }, { ...mail, status: 'sending' })],
    ['an ended offer that changes otherwise', record('MODIFY', { ...offer, version: 4 }, { ...offer, version: 3 })],
    ['an offer just made', record('INSERT', { ...offer, status: 'made' })],
    ['a request in review', record('MODIFY', { kind: 'request', id: 'req_alder1', status: 'in-review' })],
    ['a kind of item of a newer version', record('INSERT', { kind: 'reminder', id: 'x' })],
    ['an item that is gone', record('REMOVE', undefined, mail)],
  ])('goes to no queue: %s', (_, change) => {
    expect(messagesOf(change)).toEqual([]);
  });

  it('is not a change of a site; a seat taken is one that opens nothing to anybody', () => {
    expect(messagesOf(record('MODIFY', intake, { ...intake, seatsTaken: 0 }))).toEqual(siteMessage(false));
    expect(messagesOf(record('MODIFY', { ...intake, seatsTaken: 0 }, intake))).toEqual(siteMessage(true));
    expect(messagesOf(record('MODIFY', { ...intake, version: 2, seatsTaken: 2 }, intake))).toEqual(siteMessage(true));
    expect(messagesOf(record('INSERT', { ...intake, kind: 'site-offer' }))).toEqual(siteMessage(true));
  });
});
