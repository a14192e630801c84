import { beforeEach, describe, expect, test } from 'vitest';
import { firstBreak } from '../../shared/domain/audit.ts';
import { later } from '../../shared/domain/durations.ts';
import { isOutreach, type Mail, type MailId } from '../../shared/domain/mail.ts';
import { mailingId } from '../../shared/domain/mailing.ts';
import { suppressionIdOf } from '../../shared/domain/suppression.ts';
import { deliverMail } from '../../shared/email/deliver.ts';
import type { Parcel, PostboxAnswer } from '../../shared/email/postbox.ts';
import { recordEmailEvent } from '../../shared/email/record-event.ts';
import { sweepOutbox } from '../../shared/email/sweep.ts';
import { closeMail, listMailsAbout, sendMailAgain } from '../../shared/usecases/mail-log.ts';
import { readMailing, resumeOutreach, stopOutreach, switchMailKind } from '../../shared/usecases/mailing.ts';
import type { Write } from '../../shared/usecases/ports.ts';
import { readFacilityCase } from '../../shared/usecases/read-facility.ts';
import { readCase } from '../../shared/usecases/review.ts';
import { liftSuppression, listSuppressions, suppress, suppressAddress } from '../../shared/usecases/suppressions.ts';
import { mailOfRequest } from '../../shared/usecases/queue-mail.ts';
import { aMail, aRequest } from '../support/builders.ts';
import { aDesk, mailSamples } from '../support/mail-samples.ts';
import { aWorld, coordinator, refusal, value, type World } from '../support/world.ts';

let world: World;
let sent: Parcel[];
let answer: PostboxAnswer;
beforeEach(async () => {
  world = await aWorld();
  sent = [];
  answer = { is: 'accepted', sesMessageId: 'an-id-of-ses' };
});

const commit = async (...writes: readonly Write[]) => {
  value(await world.store.commit(writes));
};
const deliver = (id: MailId) =>
  deliverMail({
    ...world.ports,
    desk: async () => aDesk,
    pause: async () => {},
    postbox: {
      send: async (parcel) => {
        sent.push(parcel);
        return answer;
      },
    },
  })(id);

type Said = 'Delivery' | 'Bounce' | 'SoftBounce' | 'Complaint';
const report = (mailId: MailId, said: Said) =>
  recordEmailEvent(world.ports)({
    detail: {
      eventType: said === 'SoftBounce' ? 'Bounce' : said,
      mail: { messageId: 'an-id-of-ses', tags: { 'mail-id': [mailId], 'ses:configuration-set': ['mails'] } },
      ...(said === 'Bounce' && { bounce: { bounceType: 'Permanent', bounceSubType: 'General' } }),
      ...(said === 'SoftBounce' && { bounce: { bounceType: 'Transient', bounceSubType: 'MailboxFull' } }),
    },
  });
const queueMails = async () => {};
const sweep = async (): Promise<readonly MailId[]> => {
  return (await sweepOutbox({ ...world.ports, sweepMinutes: 5, queueMails })()).queuedAgain;
};
const mailNow = async (id: MailId): Promise<Mail> => {
  const mail = await world.store.outbox.get(id);
  if (mail === null) throw new Error(`no mail ${id}`);
  return mail;
};
const notices = async (subject: string) => (await world.store.outbox.ofSubject(subject)).map(({ id }) => id);
const expectWholeChain = async (id: string, actions: readonly string[]) => {
  const chain = await world.store.audit.of(id);
  expect(chain.map(({ action }) => action)).toEqual(actions);
  expect(firstBreak(chain)).toBeNull();
};

/** Puts what a brief is about into the table, with the mails about it that the test needs. */
const seedOffer = async (...mails: readonly Mail[]) => {
  const { subject } = mailSamples.brief;
  if (subject.of !== 'offer') throw new Error('a sample about an offer');
  const { requests, facilities, offers, intakes, siteOffers, outbox } = world.store;
  await commit(
    requests.create(subject.request),
    facilities.create(subject.facility),
    offers.create(subject.offer),
    intakes.create(subject.intake),
    siteOffers.create(subject.siteOffer),
    ...mails.map(outbox.enqueue),
  );
  return subject;
};
const { mail: brief } = mailSamples.brief;
const secondBrief = { ...brief, id: `${brief.id.slice(0, -1)}2`, round: 2 };
const { mail: reply } = mailSamples['brief-reply'];
const facilityAddress = async () =>
  suppressionIdOf(
    await world.ports.personKeys.of(
      mailSamples.brief.subject.of === 'offer' ? mailSamples.brief.subject.facility.contact.email : '',
    ),
  );

describe('an address that bounced hard', () => {
  beforeEach(async () => {
    await seedOffer(brief, secondBrief);
    await deliver(brief.id);
    await report(brief.id, 'Bounce');
  });

  test('gets no mail any more, not even what was queued, and the mail says why', async () => {
    expect(await mailNow(brief.id)).toMatchObject({ status: 'bounced', bounce: 'hard' });
    expect(await deliver(secondBrief.id)).toBe('suppressed');
    expect(await mailNow(secondBrief.id)).toMatchObject({
      status: 'suppressed',
      trouble: 'Not sent: the address is on the suppression list.',
    });
    expect(sent).toHaveLength(1);
  });

  test('is told to the coordinators once, however often the event comes', async () => {
    const id = await facilityAddress();
    for (const said of ['Bounce', 'Bounce', 'Delivery'] as const) await report(brief.id, said);
    expect(await notices(id)).toEqual([`mail_${id}_suppression-notice_1`]);
    expect(await deliver(`mail_${id}_suppression-notice_1`)).toBe('sent');
    expect(sent.at(-1)?.to).toBe(aDesk.coordinatorEmail);
    expect(new TextDecoder().decode(sent.at(-1)?.message)).toContain(`Mail about ${brief.subject} does not reach`);
    await expectWholeChain(id, ['suppress all']);
  });

  test('shows on the case of its facility, until it is taken off the list', async () => {
    const read = async () =>
      value(await readFacilityCase(world.ports)({ facilityId: 'fac_birch' }, coordinator)).suppression;
    expect(await read()).toMatchObject({ cause: 'hard-bounce', mailId: brief.id });
    const suppressionId = await facilityAddress();
    value(await liftSuppression(world.ports)({ suppressionId, version: 1, reason: 'Works again.' }, coordinator));
    expect(await read()).toBeNull();
  });

  test('is one mailbox in all its spellings', async () => {
    const variant = await world.ports.personKeys.of('Scheduling+Brief@BIRCH.example.org');
    expect(await world.ports.personKeys.of('scheduling@birch.example.org')).toBe(variant);
  });

  test('is taken off the list by a coordinator, with a reason, and a late echo does not put it back', async () => {
    const id = await facilityAddress();
    const [entry] = value(await listSuppressions(world.ports)({ limit: 10 }, coordinator)).items;
    expect(entry).toMatchObject({ id, scope: 'all', cause: 'hard-bounce', mailId: brief.id });
    const lift = liftSuppression(world.ports);
    const input = { suppressionId: id, version: 1, reason: 'They had a new server; it takes mail again.' };
    value(await lift(input, coordinator));
    expect(refusal(await lift(input, coordinator))).toMatchObject({ code: 'not-found' });
    expect(value(await listSuppressions(world.ports)({ limit: 10 }, coordinator)).items).toEqual([]);
    await report(brief.id, 'Bounce');
    expect(await deliver(secondBrief.id)).toBe('sent');
    await expectWholeChain(id, ['suppress all', 'lift suppression']);
  });

  test('is told anew when it bounces anew', async () => {
    const id = await facilityAddress();
    value(await liftSuppression(world.ports)({ suppressionId: id, version: 1, reason: 'Works again.' }, coordinator));
    await deliver(secondBrief.id);
    await report(secondBrief.id, 'Bounce');
    expect(await notices(id)).toHaveLength(2);
  });
});

test('a soft bounce is noted and suppresses nobody; a hard one that follows it does', async () => {
  await seedOffer(brief, secondBrief);
  await deliver(brief.id);
  await report(brief.id, 'SoftBounce');
  expect(await mailNow(brief.id)).toMatchObject({
    status: 'bounced',
    bounce: 'soft',
    trouble: 'Bounced: Transient, MailboxFull.',
  });
  const id = await facilityAddress();
  expect(await world.store.suppressions.get(id)).toBeNull();
  await report(brief.id, 'Bounce');
  expect(await mailNow(brief.id)).toMatchObject({ bounce: 'hard' });
  expect(await deliver(secondBrief.id)).toBe('suppressed');
});

test('who complained gets no mail at all, though the mail was delivered', async () => {
  await seedOffer(brief, secondBrief);
  await deliver(brief.id);
  for (const said of ['Delivery', 'Complaint'] as const) await report(brief.id, said);
  expect(await mailNow(brief.id)).toMatchObject({ status: 'complained' });
  expect(await world.store.suppressions.get(await facilityAddress())).toMatchObject({
    scope: 'all',
    cause: 'complaint',
  });
  expect(await deliver(secondBrief.id)).toBe('suppressed');
});

test('who unsubscribed gets no outreach, and what they wait for all the same', async () => {
  const { subject } = mailSamples['brief-reply'];
  if (subject.of !== 'offer') throw new Error('a sample about an offer');
  await seedOffer(brief);
  const { offers, outbox } = world.store;
  const before = await offers.get(subject.offer.id);
  if (before === null) throw new Error('an offer');
  await commit(offers.update(before, { ...subject.offer, linkVersion: reply.linkVersion }), outbox.enqueue(reply));
  const id = await facilityAddress();
  const order = { id, scope: 'outreach', cause: 'unsubscribed', mailId: brief.id, reason: null } as const;
  const decider = { now: world.clock.time, actor: { kind: 'facility', id: 'fac_birch' } } as const;
  await commit(...(await suppress(world.store, order, decider)));
  expect(await suppress(world.store, order, decider)).toEqual([]);
  expect(await notices(id)).toEqual([]);
  const late = { ...secondBrief, linkVersion: reply.linkVersion };
  await commit(outbox.enqueue(late));
  expect(await deliver(late.id)).toBe('suppressed');
  expect(await deliver(reply.id)).toBe('sent');
});

test('a technologist’s address that bounced shows on their case', async () => {
  const request = aRequest({ personKey: await world.ports.personKeys.of(aRequest().contact.email) });
  const received = mailOfRequest(
    { kind: 'request-received', subject: request.id, round: 1 },
    request,
    world.clock.time,
  );
  await commit(world.store.requests.create(request), world.store.outbox.enqueue(received));
  await deliver(received.id);
  const read = async () => value(await readCase(world.ports)({ requestId: request.id }, coordinator)).suppression;
  expect(await read()).toBeNull();
  await report(received.id, 'Bounce');
  expect(await read()).toMatchObject({ cause: 'hard-bounce', mailId: received.id });
});

test('a coordinator puts an address on the list by name, and never the coordinators’ own: there troubles are told', async () => {
  const add = suppressAddress(world.ports);
  const reason = 'Asked on the phone for no more mail.';
  const { id } = value(await add({ email: 'info@birch.example.org', scope: 'outreach', reason }, coordinator));
  expect(await world.store.suppressions.get(id)).toMatchObject({ cause: 'coordinator', reason, mailId: null });
  value(await add({ email: aDesk.coordinatorEmail, scope: 'all', reason }, coordinator));
  const { mail, subject } = mailSamples['outreach-stopped'];
  if (subject.of !== 'mailing') throw new Error('a sample about mailing');
  await commit(world.store.mailing.create(subject.mailing), world.store.outbox.enqueue(mail));
  expect(await deliver(mail.id)).toBe('sent');
  await report(mail.id, 'Bounce');
  expect(value(await listSuppressions(world.ports)({ limit: 10 }, coordinator)).items).toHaveLength(2);
});

/** Outreach that left, a minute apart, the newest last. */
const outreachLeft = async (count: number, from = 0): Promise<readonly Mail[]> => {
  const mails = Array.from({ length: count }, (_, index) =>
    aMail({
      kind: 'brief',
      subject: `req_brake${from + index}-1`,
      status: 'sent',
      addressId: suppressionIdOf(`person-${from + index}`),
      createdAt: later(world.clock.time, from + index, 'minute'),
    }),
  );
  for (let start = 0; start < count; start += 100)
    await commit(...mails.slice(start, start + 100).map(world.store.outbox.enqueue));
  return mails;
};
const reportAll = async (mails: readonly Mail[], said: Said) => {
  for (const { id } of mails) await report(id, said);
};
const mailingNow = async () => value(await readMailing(world.ports)({}, coordinator));

describe('the brake', () => {
  test('stops outreach at nine hard bounces of the last 200: the tenth would be 5 %; and tells it once', async () => {
    const mails = await outreachLeft(200);
    await reportAll(mails.slice(0, 8), 'Bounce');
    await reportAll(mails.slice(20, 60), 'SoftBounce');
    expect(await mailingNow()).toMatchObject({ brake: null });
    await reportAll(mails.slice(8, 12), 'Bounce');
    expect(await mailingNow()).toMatchObject({ brake: { cause: 'bounces', reason: null } });
    expect(await notices(mailingId)).toEqual(['mail_mailing_outreach-stopped_1']);
    await expectWholeChain(mailingId, ['stop outreach: bounces']);
  });

  test('forgets bounces that 200 later mails followed', async () => {
    const old = await outreachLeft(8);
    await reportAll(old, 'Bounce');
    const next = await outreachLeft(200, 10);
    await reportAll(next.slice(-8), 'Bounce');
    expect(await mailingNow()).toMatchObject({ brake: null });
  });

  test('stops outreach at three complaints of the last 2,000, and not at two', async () => {
    const mails = await outreachLeft(3);
    await reportAll(mails.slice(0, 2), 'Complaint');
    expect(await mailingNow()).toMatchObject({ brake: null });
    await reportAll(mails.slice(2), 'Complaint');
    expect(await mailingNow()).toMatchObject({ brake: { cause: 'complaints' } });
  });

  test('does not count mail that people wait for', async () => {
    const essential = Array.from({ length: 12 }, (_, index) =>
      aMail({ subject: `req_essential${index}`, status: 'sent' }),
    );
    expect(essential.some(({ kind }) => isOutreach(kind))).toBe(false);
    await commit(...essential.map(world.store.outbox.enqueue));
    await reportAll(essential, 'Bounce');
    expect(await mailingNow()).toMatchObject({ brake: null });
  });
});

describe('while outreach is stopped', () => {
  const reason = 'Half of an imported list bounced.';
  beforeEach(async () => {
    await seedOffer(brief);
    value(await stopOutreach(world.ports)({ version: null, reason }, coordinator));
  });

  test('it waits and is not lost, and leaves after a coordinator resumed it', async () => {
    expect(await deliver(brief.id)).toBe('postponed');
    expect(await mailNow(brief.id)).toMatchObject({
      status: 'pending',
      attempts: 0,
      trouble: 'Waits: outreach is stopped.',
    });
    world.pass(9, 'minute');
    expect(await sweep()).toEqual([]);
    value(await resumeOutreach(world.ports)({ version: 1, reason: 'List corrected.' }, coordinator));
    world.pass(6, 'minute');
    expect(await sweep()).toEqual([brief.id]);
    expect(await deliver(brief.id)).toBe('sent');
    expect(await mailNow(brief.id)).toMatchObject({ status: 'sent', trouble: null });
    await expectWholeChain(mailingId, ['stop outreach', 'resume outreach']);
  });

  test('essential mail goes on', async () => {
    const { subject } = mailSamples['request-received'];
    const { mail } = mailSamples['request-received'];
    if (subject.of !== 'request') throw new Error('a sample about a request');
    const other = { ...subject.request, id: 'req_waiting1' };
    const received = { ...mail, id: 'mail_req_waiting1_request-received_1', subject: other.id };
    await commit(world.store.requests.create(other), world.store.outbox.enqueue(received));
    expect(await deliver(received.id)).toBe('sent');
  });

  test('who decides on what they saw before somebody else decided is told so', async () => {
    const stale = await resumeOutreach(world.ports)({ version: null, reason }, coordinator);
    expect(refusal(stale)).toMatchObject({ code: 'stale-version', field: 'version' });
    expect(refusal(await stopOutreach(world.ports)({ version: 1, reason }, coordinator))).toMatchObject({
      code: 'action-not-possible',
    });
  });
});

test('bounces from before a resumption are not counted again', async () => {
  const mails = await outreachLeft(20);
  await reportAll(mails.slice(0, 9), 'Bounce');
  world.pass(1, 'hour');
  value(await resumeOutreach(world.ports)({ version: 1, reason: 'Looked into.' }, coordinator));
  await reportAll(mails.slice(9, 12), 'Bounce');
  expect(await mailingNow()).toMatchObject({ brake: null });
});

test('a kind that is switched off waits, whatever its purpose, until it is switched on', async () => {
  await seedOffer(brief);
  const switchKind = switchMailKind(world.ports);
  const reason = 'A wrong sentence in it.';
  value(await switchKind({ kind: 'brief', off: true, version: null, reason }, coordinator));
  expect(await deliver(brief.id)).toBe('postponed');
  expect(value(await switchKind({ kind: 'brief', off: false, version: 1, reason }, coordinator))).toMatchObject({
    kindsOff: [],
  });
  world.pass(20, 'minute');
  expect(await deliver(brief.id)).toBe('sent');
});

const again = (mailId: MailId) =>
  sendMailAgain(world.ports)({ mailId, reason: 'The contact says that nothing came.' }, coordinator);

describe('a mail is sent again by a coordinator', () => {
  const secondCopy = `${brief.id}-2`;

  beforeEach(async () => {
    await seedOffer(brief);
    answer = { is: 'lost', why: 'ECONNRESET' };
    await deliver(brief.id);
    answer = { is: 'accepted', sesMessageId: 'another-id-of-ses' };
  });

  test('when it was in doubt for 15 minutes, and not before', async () => {
    world.pass(14, 'minute');
    expect(refusal(await again(brief.id))).toMatchObject({
      code: 'action-not-possible',
      detail: 'Whether it left is in doubt for less than 15 minutes: SES may still say.',
    });
    world.pass(1, 'minute');
    expect(value(await again(brief.id))).toEqual({ mailId: secondCopy });
    expect(await deliver(secondCopy)).toBe('sent');
    expect(sent).toHaveLength(2);
  });

  test('once: the copy is the one to look after, and the doubt is off the list', async () => {
    world.pass(15, 'minute');
    const both = await Promise.all([again(brief.id), again(brief.id)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refusal(await again(brief.id))).toMatchObject({ detail: `It was sent again already, as ${secondCopy}.` });
    expect(value(await world.store.outbox.inTrouble('unknown', null, 10)).items).toEqual([]);
    const log = value(await listMailsAbout(world.ports)({ subject: brief.subject, limit: 10 }, coordinator));
    expect(log.items).toMatchObject([
      { id: brief.id, status: 'unknown', sentAgainAs: secondCopy },
      { id: secondCopy, status: 'pending', copy: 2, copyReason: 'The contact says that nothing came.' },
    ]);
    await expectWholeChain(brief.id, ['send again']);
  });

  test('and again, when the copy failed too; each is a line of one chain', async () => {
    world.pass(15, 'minute');
    value(await again(brief.id));
    answer = { is: 'rejected', why: 'MessageRejected' };
    expect(await deliver(secondCopy)).toBe('failed');
    expect(value(await again(secondCopy))).toEqual({ mailId: `${brief.id}-3` });
    await expectWholeChain(brief.id, ['send again', 'send again']);
  });

  test('not when it arrived: an event settles the first copy, even after a second one left', async () => {
    world.pass(15, 'minute');
    value(await again(brief.id));
    await report(brief.id, 'Delivery');
    expect(await mailNow(brief.id)).toMatchObject({ status: 'delivered', trouble: null });
    expect(refusal(await again(brief.id))).toMatchObject({ code: 'action-not-possible' });
  });
});

const close = (mailId: MailId) => closeMail(world.ports)({ mailId, reason: 'The contact has read it.' }, coordinator);

describe('a coordinator closes a doubt without sending again', () => {
  beforeEach(async () => {
    await seedOffer(brief);
    answer = { is: 'lost', why: 'TimeoutError' };
    await deliver(brief.id);
  });

  test('it is off the list and said why, once; the mail stays in its state', async () => {
    expect(await mailNow(brief.id)).toMatchObject({ status: 'unknown', closedBecause: null });
    value(await close(brief.id));
    expect(await mailNow(brief.id)).toMatchObject({ status: 'unknown', closedBecause: 'The contact has read it.' });
    expect(value(await world.store.outbox.inTrouble('unknown', null, 10)).items).toEqual([]);
    expect(refusal(await close(brief.id))).toMatchObject({ detail: 'It was closed already.' });
    await expectWholeChain(brief.id, ['close']);
  });

  test('it can be sent again after all, as a next line of the same chain', async () => {
    value(await close(brief.id));
    world.pass(15, 'minute');
    value(await sendMailAgain(world.ports)({ mailId: brief.id, reason: 'It was another mail.' }, coordinator));
    await expectWholeChain(brief.id, ['close', 'send again']);
    expect(await mailNow(brief.id)).toMatchObject({ sentAgainAs: `${brief.id}-2` });
  });

  test('a bounce that is told later counts for the brake, and is nothing to close', async () => {
    value(await close(brief.id));
    await report(brief.id, 'Bounce');
    expect(value(await world.store.outbox.inTrouble('bounced', null, 10)).items).toMatchObject([{ id: brief.id }]);
    expect(refusal(await close(brief.id))).toMatchObject({ code: 'action-not-possible' });
  });
});
