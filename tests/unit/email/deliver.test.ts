import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, it } from 'vitest';
import { later } from '../../../shared/domain/durations.ts';
import type { Mail, MailKind, MailStatus } from '../../../shared/domain/mail.ts';
import { deliverMail, type DeliveryPorts } from '../../../shared/email/deliver.ts';
import type { Parcel, PostboxAnswer } from '../../../shared/email/postbox.ts';
import { sweepOutbox } from '../../../shared/email/sweep.ts';
import type { MailChange, Write } from '../../../shared/usecases/ports.ts';
import { aFacility, aRequest, now } from '../../support/builders.ts';
import { aDesk, anOfferSubject, deskPersonKeys, mailSamples } from '../../support/mail-samples.ts';
import { aStore, type TestStore } from '../../support/store.ts';

const accepted: PostboxAnswer = { is: 'accepted', sesMessageId: 'ses-1' };

let test: TestStore;
let clock: { time: string };
/** What the postbox answers, call by call; the last answer stays. */
let answers: PostboxAnswer[];
/** Happens while a parcel is at the postbox. */
let meanwhile: (parcel: Parcel) => Promise<void>;
let sent: Parcel[];
let pauses: number[];
let ports: DeliveryPorts;

beforeEach(async () => {
  test = await aStore();
  clock = test.clock;
  answers = [accepted];
  meanwhile = () => Promise.resolve();
  sent = [];
  pauses = [];
  ports = {
    store: test.store,
    clock: { now: () => new Date(clock.time) },
    personKeys: deskPersonKeys,
    desk: () => Promise.resolve(aDesk),
    pause: (tries) => Promise.resolve(void pauses.push(tries)),
    postbox: {
      send: async (parcel) => {
        sent.push(parcel);
        await meanwhile(parcel);
        return (answers.length > 1 ? answers.shift() : answers[0]) ?? accepted;
      },
    },
  };
});

const commit = async (...writes: Write[]) => {
  expect(await test.store.commit(writes)).toEqual({ ok: true, value: undefined });
};

/** Puts a kind's sample into the store, as the use-case that queued its mail left it. */
const queued = async (kind: MailKind, subject = mailSamples[kind].subject): Promise<Mail> => {
  const { mail } = mailSamples[kind];
  const { store } = test;
  if (subject.of === 'request' || subject.of === 'offer') await commit(store.requests.create(subject.request));
  if (subject.of === 'facility' || subject.of === 'offer') await commit(store.facilities.create(subject.facility));
  if (subject.of === 'offer')
    await commit(
      store.offers.create(subject.offer),
      store.intakes.create(subject.intake),
      store.siteOffers.create(subject.siteOffer),
    );
  await commit(store.outbox.enqueue(mail));
  return mail;
};

const stored = (mail: Mail) => test.store.outbox.get(mail.id);
const deliver = (mail: Mail) => deliverMail(ports)(mail.id);

/** Somebody else moves the mail while its parcel is at the postbox. */
const moveMeanwhile = (to: MailStatus, change: Partial<MailChange> = {}) => {
  meanwhile = async ({ mailId }) => {
    const mail = await test.store.outbox.get(mailId);
    if (mail !== null) await test.store.outbox.move(mail, to, { updatedAt: clock.time, ...change });
  };
};

const sweep = async () => {
  const queuedAgain: string[] = [];
  const result = await sweepOutbox({
    store: test.store,
    clock: ports.clock,
    sweepMinutes: 5,
    queueMails: (ids) => Promise.resolve(void queuedAgain.push(...ids)),
  })();
  expect(result.queuedAgain).toEqual(queuedAgain);
  return result;
};

describe('a mail that is due', () => {
  it('is sent once, to its reader, and noted with SES’s id', async () => {
    const mail = await queued('brief');
    expect(await deliver(mail)).toBe('sent');
    expect(await stored(mail)).toMatchObject({
      status: 'sent',
      attempts: 1,
      leaseUntil: null,
      sesMessageId: 'ses-1',
      trouble: null,
    });
    expect(sent).toMatchObject([{ mailId: mail.id, to: aFacility().contact.email, from: aDesk.from }]);
    const message = await PostalMime.parse(sent[0]?.message ?? '');
    expect(message.to).toMatchObject([{ address: aFacility().contact.email }]);
    expect(message.headers.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['auto-submitted', 'list-unsubscribe', 'reply-to']),
    );
  });

  it('is not sent again when its message comes again', async () => {
    const mail = await queued('brief');
    await deliver(mail);
    expect(await deliver(mail)).toBe('not-ours');
    expect(sent).toHaveLength(1);
  });

  it('is sent by one of ten workers at once', async () => {
    const mail = await queued('request-received');
    const deliveries = await Promise.all(Array.from({ length: 10 }, () => deliver(mail)));
    expect(deliveries.toSorted()).toEqual([...Array.from({ length: 9 }, () => 'not-ours'), 'sent']);
    expect(sent).toHaveLength(1);
  });

  it('is claimed before it is handed over, so that a worker that dies then leaves a doubt and no second copy', async () => {
    const mail = await queued('request-received');
    meanwhile = async () => {
      expect(await stored(mail)).toMatchObject({ status: 'sending', attempts: 1 });
      throw new Error('killed');
    };
    await expect(deliver(mail)).rejects.toThrow('killed');
    meanwhile = () => Promise.resolve();
    expect(await deliver(mail)).toBe('not-ours');
    expect(sent).toHaveLength(1);
  });

  it.each(['no-such-mail', 'mail_req_nobody_brief_1'])(
    'is not looked for under an id that is not known: %s',
    async (id) => {
      expect(await deliverMail(ports)(id)).toBe('no-such-mail');
    },
  );
});

describe('what the postbox answers', () => {
  it.each<[PostboxAnswer, string, MailStatus, string | null]>([
    [{ is: 'rejected', why: 'MessageRejected' }, 'failed', 'failed', 'Not taken: MessageRejected'],
    [{ is: 'lost', why: 'ECONNRESET' }, 'unknown', 'unknown', 'May have been sent: the answer was lost (ECONNRESET).'],
    [{ is: 'unavailable', why: 'AccessDenied' }, 'later', 'pending', 'Not sent yet: AccessDenied'],
    [{ is: 'throttled' }, 'later', 'pending', null],
  ])('%j makes it %s', async (answer, delivery, status, trouble) => {
    answers = [answer];
    const mail = await queued('request-received');
    expect(await deliver(mail)).toBe(delivery);
    expect(await stored(mail)).toMatchObject({ status, trouble, leaseUntil: null });
  });

  it('throttled is tried again in place, after longer and longer waits, then left to the queue', async () => {
    answers = [{ is: 'throttled' }];
    const mail = await queued('request-received');
    await deliver(mail);
    expect(pauses).toEqual([1, 2, 3, 4]);
    answers = [{ is: 'throttled' }, { is: 'throttled' }, accepted];
    expect(await deliver(mail)).toBe('sent');
    expect(await stored(mail)).toMatchObject({ status: 'sent', attempts: 2 });
  });

  it('a lost answer is never followed by a second try', async () => {
    answers = [{ is: 'lost', why: 'TimeoutError' }, accepted];
    const mail = await queued('request-received');
    await deliver(mail);
    expect(await deliver(mail)).toBe('not-ours');
    expect(sent).toHaveLength(1);
  });

  it('a used-up quota puts it off for an hour, and is forgotten when it leaves', async () => {
    answers = [{ is: 'quota-used-up' }, accepted];
    const mail = await queued('request-received');
    expect(await deliver(mail)).toBe('postponed');
    expect(await stored(mail)).toMatchObject({
      status: 'pending',
      trouble: 'Not sent yet: the daily quota is used up.',
    });
    clock.time = later(now, 59, 'minute');
    expect(await deliver(mail)).toBe('postponed');
    expect(sent).toHaveLength(1);
    clock.time = later(now, 61, 'minute');
    expect(await deliver(mail)).toBe('sent');
    expect(await stored(mail)).toMatchObject({ status: 'sent', trouble: null });
  });

  it('does not overtake an event that was faster', async () => {
    moveMeanwhile('delivered');
    const mail = await queued('request-received');
    await deliver(mail);
    expect(await stored(mail)).toMatchObject({ status: 'delivered' });
  });

  it('settles the doubt of a sweeper that gave up on the worker too early', async () => {
    moveMeanwhile('unknown', { trouble: 'May have been sent.' });
    const mail = await queued('request-received');
    await deliver(mail);
    expect(await stored(mail)).toMatchObject({ status: 'sent', trouble: null, sesMessageId: 'ses-1' });
  });
});

describe('a mail that is due no more', () => {
  it('is cancelled without being sent, and says why', async () => {
    const { mail, subject } = mailSamples.brief;
    await queued('brief', anOfferSubject({}, { facility: aFacility({ status: 'paused' }) }));
    expect(subject.of).toBe('offer');
    expect(await deliver(mail)).toBe('cancelled');
    expect(await stored(mail)).toMatchObject({ status: 'cancelled', trouble: 'Not sent: the facility had paused.' });
    expect(sent).toEqual([]);
  });

  it('is cancelled when what it is about is gone', async () => {
    const { mail } = mailSamples['request-received'];
    await commit(test.store.outbox.enqueue(mail));
    expect(await deliver(mail)).toBe('cancelled');
    expect(await stored(mail)).toMatchObject({ trouble: 'Not sent: what it was about is gone.' });
  });
});

describe('the sweeper', () => {
  it('queues again what was not dealt with in its time, and not before', async () => {
    const mail = await queued('request-received');
    clock.time = later(now, 4, 'minute');
    expect(await sweep()).toMatchObject({ queuedAgain: [], flagged: [] });
    clock.time = later(now, 5, 'minute');
    expect(await sweep()).toMatchObject({ queuedAgain: [mail.id], flagged: [] });
    await deliver(mail);
    expect(await sweep()).toMatchObject({ queuedAgain: [], flagged: [] });
  });

  it('flags a mail whose worker was lost within 15 minutes, and never sends it', async () => {
    const mail = await queued('request-received');
    meanwhile = () => Promise.reject(new Error('killed'));
    await expect(deliver(mail)).rejects.toThrow('killed');
    expect(await sweep()).toMatchObject({ queuedAgain: [], flagged: [] });
    clock.time = later(now, 8, 'minute');
    expect(await sweep()).toEqual({ queuedAgain: [], flagged: [mail.id], inDoubt: [mail.id] });
    expect(await stored(mail)).toMatchObject({
      status: 'unknown',
      trouble: 'May have been sent: its worker was lost before it noted the answer.',
    });
    const { ok: listed, ...page } = await test.store.outbox.inTrouble('unknown', null, 10);
    expect([listed, page]).toMatchObject([true, { value: { items: [{ id: mail.id }] } }]);
    meanwhile = () => Promise.resolve();
    expect(await sweep()).toMatchObject({ queuedAgain: [], flagged: [] });
    expect(await deliver(mail)).toBe('not-ours');
    expect(sent).toHaveLength(1);
  });

  it('waits with a mail that waits for tomorrow’s quota', async () => {
    answers = [{ is: 'quota-used-up' }];
    const mail = await queued('request-received');
    await deliver(mail);
    clock.time = later(now, 30, 'minute');
    expect(await sweep()).toMatchObject({ queuedAgain: [], flagged: [] });
    clock.time = later(now, 66, 'minute');
    expect(await sweep()).toMatchObject({ queuedAgain: [mail.id], flagged: [] });
  });
});

describe('a request that was withdrawn', () => {
  it('stops the brief that is on its way to a facility', async () => {
    const mail = await queued('brief', anOfferSubject({}, { request: aRequest({ status: 'withdrawn' }) }));
    expect(await deliver(mail)).toBe('cancelled');
    expect(sent).toEqual([]);
  });
});
