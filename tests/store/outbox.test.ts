import { describe, expect, test } from 'vitest';
import { aMail } from '../support/builders.ts';
import { dynamoDbClient } from '../support/dynamodb.ts';
import { aStore } from '../support/store.ts';
import { injectFaults } from '../support/table-faults.ts';

const { store, tableName } = await aStore();
const { outbox } = store;

const later = '2026-12-01T15:01:00.000Z';
const leaseUntil = '2026-12-01T15:03:00.000Z';
const minutesAgo = (minutes: number) => new Date(Date.parse(later) - minutes * 60_000).toISOString();
const claim = { attempts: 1, leaseUntil, updatedAt: later };

test('one mail of a kind, subject and round is queued, however often it is asked for', async () => {
  const mail = aMail();
  expect(await outbox.get(mail.id)).toBeNull();
  expect(await store.commit([outbox.enqueue(mail)])).toEqual({ ok: true });
  expect(await store.commit([outbox.enqueue({ ...mail, createdAt: later })])).toEqual({
    ok: false,
    refusal: { code: 'duplicate' },
  });
  expect(await outbox.get(mail.id)).toEqual(mail);
});

test('the mails about something are read together', async () => {
  const mails = [
    aMail({ subject: 'req_birch1', kind: 'request-received' }),
    aMail({ subject: 'req_birch1', kind: 'request-status', round: 2 }),
  ];
  await store.commit([...mails, aMail({ subject: 'req_birch1-1', kind: 'brief' })].map(outbox.enqueue));
  expect(await outbox.ofSubject('req_birch1')).toEqual(mails);
});

test.for(['mail_x', 'mail_nonsense-here', 'mail_req_x_brief_one'])(
  'an id that is not ours names no mail: %s',
  async (id) => {
    expect(await outbox.get(id)).toBeNull();
  },
);

describe('a mail is moved', () => {
  test('by one of many workers', async () => {
    const mail = aMail({ subject: 'req_many1' });
    await store.commit([outbox.enqueue(mail)]);

    const moved = await Promise.all(Array.from({ length: 10 }, () => outbox.move(mail, 'sending', claim)));

    expect(moved.filter(Boolean)).toHaveLength(1);
    expect(await outbox.get(mail.id)).toEqual({ ...mail, ...claim, status: 'sending' });
  });

  test('forward only', async () => {
    const sent = aMail({ subject: 'req_sent1', status: 'sent' });
    await store.commit([outbox.enqueue(sent)]);
    expect(await outbox.move(sent, 'sending', claim)).toBe(false);
    expect(await outbox.move(sent, 'pending', claim)).toBe(false);
    expect(await outbox.get(sent.id)).toEqual(sent);
    expect(await outbox.move(sent, 'delivered', { updatedAt: later })).toBe(true);
  });

  test('only from what it was when it was read: not by a claim that is over', async () => {
    const mail = aMail({ subject: 'req_lease1', status: 'sending', attempts: 1 });
    await store.commit([outbox.enqueue(mail)]);
    await outbox.move(mail, 'pending', { updatedAt: later, leaseUntil: null });
    const again = { ...mail, status: 'pending' as const, updatedAt: later };
    await outbox.move(again, 'sending', { attempts: 2, leaseUntil, updatedAt: leaseUntil });

    expect(await outbox.move(mail, 'sent', { updatedAt: leaseUntil })).toBe(false);
    expect(await outbox.get(mail.id)).toMatchObject({ status: 'sending', attempts: 2 });
  });

  test('by the one whose answer was lost, who learns of it, and by nobody after', async () => {
    const mail = aMail({ subject: 'req_lost1' });
    await store.commit([outbox.enqueue(mail)]);
    const client = dynamoDbClient();
    injectFaults(client, (attempt) => (attempt === 1 ? 'lost-answer' : 'none'));
    const { store: unlucky } = await aStore({ client, tableName });

    expect(await unlucky.outbox.move(mail, 'sending', claim)).toBe(true);
    expect(await unlucky.outbox.move(mail, 'sending', claim)).toBe(false);
    expect(await outbox.move(mail, 'sending', claim)).toBe(false);
  });
});

describe('the sweeper finds', async () => {
  const { store: swept } = await aStore();
  const old = aMail({ round: 1, updatedAt: minutesAgo(30) });
  const broken = aMail({ round: 2, status: 'sending', createdAt: minutesAgo(25), leaseUntil: minutesAgo(20) });
  const fresh = aMail({ round: 3, updatedAt: minutesAgo(1) });
  const held = aMail({ round: 4, status: 'sending', createdAt: minutesAgo(30), leaseUntil });
  const done = (['sent', 'unknown', 'delivered', 'bounced', 'complained', 'failed', 'cancelled'] as const).map(
    (status, index) => aMail({ round: 5 + index, status, updatedAt: minutesAgo(30) }),
  );
  await swept.commit([old, broken, fresh, held, ...done].map(swept.outbox.enqueue));

  test('mails that wait too long and claims that are over, longest first, and nothing that is done with', async () => {
    expect(await swept.outbox.overdue(minutesAgo(10), 10)).toEqual([old, broken]);
    expect(await swept.outbox.overdue(minutesAgo(10), 1)).toEqual([old]);
  });

  test('no mail that was moved on', async () => {
    await swept.outbox.move(old, 'cancelled', { updatedAt: later });
    expect(await swept.outbox.overdue(minutesAgo(10), 10)).toEqual([broken]);
  });
});

test('a mail is in trouble while something about it is doubtful', async () => {
  const mail = aMail({ subject: 'req_doubt1', status: 'sending' });
  await store.commit([outbox.enqueue(mail)]);
  const trouble = 'SES gave no answer.';
  await outbox.move(mail, 'unknown', { updatedAt: later, trouble });
  const doubtful = { ...mail, status: 'unknown' as const, updatedAt: later, trouble };
  expect(await outbox.inTrouble('unknown', null, 10)).toEqual({ ok: true, value: { items: [doubtful], cursor: null } });

  await outbox.move(doubtful, 'delivered', { updatedAt: leaseUntil, trouble: null });
  expect(await outbox.inTrouble('unknown', null, 10)).toEqual({ ok: true, value: { items: [], cursor: null } });
});
