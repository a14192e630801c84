import type { SESClient } from '@aws-sdk/client-ses';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault, FaultKind } from '../../local/faults.ts';
import { later } from '../../shared/domain/durations.ts';
import type { Mail, MailId, MailStatus } from '../../shared/domain/mail.ts';
import { deliverMail, type Delivery } from '../../shared/email/deliver.ts';
import { sesPostbox } from '../../shared/email/ses-postbox.ts';
import { sweepOutbox } from '../../shared/email/sweep.ts';
import { mailOfRequest } from '../../shared/usecases/queue-mail.ts';
import { aRequest } from '../support/builders.ts';
import { dynamoDbClient } from '../support/dynamodb.ts';
import { aDesk, deskPersonKeys } from '../support/mail-samples.ts';
import { mortal, type Death } from '../support/mortal.ts';
import { openPostOffice, type PostOffice } from '../support/post-office.ts';
import { mailIdIn } from '../support/service.ts';
import { long } from '../support/long.ts';
import { aStore, type TestStore } from '../support/store.ts';
import { value } from '../support/world.ts';

let office: PostOffice;
let ses: SESClient;
let kept: TestStore;
beforeAll(async () => {
  office = await openPostOffice();
  ses = await office.client();
  kept = await aStore();
});
afterAll(async () => office.stop());
afterEach(() => {
  office.faults.clear();
});

const clock = { now: () => new Date(kept.clock.time) };
const pass = (minutes: number) => {
  kept.clock.time = later(kept.clock.time, minutes, 'minute');
};

let asked = 0;
/** Queues mails, each to another technologist. */
const queue = async (count: number): Promise<readonly MailId[]> => {
  const { requests, outbox, commit } = kept.store;
  const mails = Array.from({ length: count }, () => {
    asked += 1;
    const id = `req_sending${asked}`;
    const contact = { name: 'Some Body', email: `${id.slice(4)}@example.org`, phone: null };
    const request = aRequest({ id, personKey: id, contact });
    const mail = mailOfRequest({ kind: 'request-received', subject: id, round: 1 }, request, kept.clock.time);
    return { request, mail };
  });
  for (let start = 0; start < count; start += 25)
    value(
      await commit(
        mails.slice(start, start + 25).flatMap(({ request, mail }) => [requests.create(request), outbox.enqueue(mail)]),
      ),
    );
  return mails.map(({ mail }) => mail.id);
};

/** A worker on the table, with SES at the post office. */
const worker = (store = kept.store, client = ses) =>
  deliverMail({
    store,
    clock,
    personKeys: deskPersonKeys,
    desk: async () => ({ ...aDesk, from: office.from }),
    pause: async () => {},
    postbox: sesPostbox(client, office.configurationSet),
  });

/** Hands every mail to one of a few workers at once, again and again while SES does not take it, as the queue does. */
const workOff = async (ids: readonly MailId[], deliver = worker()): Promise<void> => {
  const left = [...ids];
  const work = async (): Promise<void> => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      const delivery = await deliver(id);
      if (delivery === 'later') left.push(id);
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
};

const sweep = async () =>
  sweepOutbox({ store: kept.store, clock, sweepMinutes: 5, queueMails: (ids) => workOff(ids) })();

/** Time goes by with all that tries again: the queue hands the messages out once more, the sweeper runs. */
const recover = async (ids: readonly MailId[]): Promise<void> => {
  await workOff(ids);
  for (const minutes of [8, 8]) {
    pass(minutes);
    await sweep();
  }
};

const mailNow = async (id: MailId): Promise<Mail> => {
  const mail = await kept.store.outbox.get(id);
  if (mail === null) throw new Error(`no mail ${id}`);
  return mail;
};
const copies = (): ReadonlyMap<string, number> => {
  const counted = new Map<string, number>();
  for (const mail of office.mails()) counted.set(mailIdIn(mail), (counted.get(mailIdIn(mail)) ?? 0) + 1);
  return counted;
};
const copiesOf = (ids: readonly MailId[]): readonly number[] => {
  const counted = copies();
  return ids.map((id) => counted.get(id) ?? 0);
};
const doubts = async () => new Set((await kept.store.outbox.inDoubt(Infinity)).map(({ id }) => id));

/** What became of a mail: how many copies left, its status, and whether a coordinator sees a doubt. */
const outcomesOf = async (ids: readonly MailId[]) => {
  const [left, inDoubt] = [copies(), await doubts()];
  return Promise.all(
    ids.map(async (id) => ({ copies: left.get(id) ?? 0, status: (await mailNow(id)).status, doubt: inDoubt.has(id) })),
  );
};

/** Sent and noted; or in doubt and shown, with one copy gone or none. Nothing else is allowed. */
const isHonest = ({ copies: left, status, doubt }: { copies: number; status: MailStatus; doubt: boolean }) =>
  (status === 'sent' && left === 1 && !doubt) || (status === 'unknown' && left <= 1 && doubt);

/** Milliseconds: hundreds of processes are born and killed in the long play. */
const timeLimit = long ? 1_200_000 : 180_000;

const many = long ? 1000 : 60;

test(`SES throttles half the calls over ${many} mails: each is sent once`, async () => {
  let calls = 0;
  office.faults.add({ service: 'ses', kind: 'throttle', match: () => (calls += 1) % 2 === 1 });
  const ids = await queue(many);
  await workOff(ids);
  expect(calls).toBeGreaterThanOrEqual(2 * many - 8);
  const outcomes = await outcomesOf(ids);
  expect(outcomes.filter((outcome) => outcome.copies !== 1 || outcome.status !== 'sent')).toEqual([]);
});

describe('of the mails of which SES says nothing that can be read, none is sent twice', () => {
  const each = long ? 50 : 3;
  /** Shorter than in the service, so that a silent SES costs the tests less. */
  const timeLimits = { connectionTimeout: 3000, requestTimeout: 1000 };

  test.each<[string, Omit<Fault, 'service'>, number]>([
    ['the answer is lost after acceptance', { kind: 'lost-answer' }, 1],
    ['the answer is cut off', { kind: 'truncated' }, 1],
    ['the connection breaks before', { kind: 'reset' }, 0],
    ['SES fails inside', { kind: 'error' }, 0],
    ['it answers later than the time-out', { kind: 'delay', milliseconds: 1500 }, 1],
  ])('%s', async (_, fault, left) => {
    const mend = office.faults.add({ ...fault, service: 'ses' });
    const ids = await queue(each);
    await workOff(ids, worker(kept.store, fault.kind === 'delay' ? await office.client(timeLimits) : ses));
    mend();
    await recover(ids);
    // Those that are late have arrived by now.
    await expect.poll(() => copiesOf(ids), { timeout: 20_000 }).toEqual(ids.map(() => left));
    const outcomes = await outcomesOf(ids);
    expect(outcomes).toEqual(outcomes.map(() => ({ copies: left, status: 'unknown', doubt: true })));
  });
});

describe('what SES refuses leaves no doubt', () => {
  const kinds: readonly FaultKind[] = ['throttle'];
  test.each(kinds)('%s for good: the mail waits, unclaimed', async (kind) => {
    office.faults.add({ service: 'ses', kind });
    const [id = ''] = await queue(1);
    expect(await worker()(id)).toBe('later' satisfies Delivery);
    expect(await mailNow(id)).toMatchObject({ status: 'pending', leaseUntil: null });
    expect(copies().has(id)).toBe(false);
  });
});

/** A worker of its own process, which dies at a point of its work. */
const mortalWorker = async (death: Death | null) => {
  const client = dynamoDbClient();
  const sesOfItsOwn = await office.client();
  const life = mortal(client, sesOfItsOwn, death);
  const { store } = await aStore({ client, tableName: kept.tableName });
  const deliver = worker(store, sesOfItsOwn);
  return {
    calls: life.calls,
    live: async (id: MailId) => {
      await deliver(id).catch(() => {});
      client.destroy();
      sesOfItsOwn.destroy();
    },
  };
};

test(
  `a worker that is killed at any of its calls sends at most one copy, loses none, and leaves no doubt unseen`,
  async () => {
    const [sample = ''] = await queue(1);
    const unhurt = await mortalWorker(null);
    await unhurt.live(sample);
    expect(await mailNow(sample)).toMatchObject({ status: 'sent' });
    const points = Array.from({ length: unhurt.calls() }, (_, index) => index + 1).flatMap((call) =>
      (['before', 'after'] as const).map((when) => ({ call, when })),
    );
    // It reads the mail, what it is about, the switches and the list; claims; sends; notes.
    expect(unhurt.calls()).toBeGreaterThanOrEqual(6);

    const times = long ? 50 : 2;
    const deaths = points.flatMap((death) => Array.from({ length: times }, () => death));
    const ids = await queue(deaths.length);
    const left = [...deaths.entries()];
    const kill = async (): Promise<void> => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        const [index, death] = next;
        const { live } = await mortalWorker(death);
        await live(ids[index] ?? '');
      }
    };
    await Promise.all(Array.from({ length: 4 }, kill));
    await recover(ids);

    const outcomes = await outcomesOf(ids);
    const dishonest = outcomes.flatMap((outcome, index) =>
      isHonest(outcome) ? [] : [{ ...outcome, ...deaths[index] }],
    );
    expect(dishonest).toEqual([]);
    // Some died before the claim and are sent, some after it and are in doubt, with a copy gone and with none.
    for (const [status, count] of [
      ['sent', 1],
      ['unknown', 0],
      ['unknown', 1],
    ] as const)
      expect(outcomes).toContainEqual({ copies: count, status, doubt: status === 'unknown' });
  },
  timeLimit,
);
