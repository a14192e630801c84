import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Bounce, MailId, MailStatus } from '../../shared/domain/mail.ts';
import { deliverMail } from '../../shared/email/deliver.ts';
import { recordEmailEvent } from '../../shared/email/record-event.ts';
import { mailOfRequest } from '../../shared/usecases/queue-mail.ts';
import { long } from '../support/long.ts';
import { aRequest } from '../support/builders.ts';
import { aDesk } from '../support/mail-samples.ts';
import { aWorld, value, type World } from '../support/world.ts';

/** What SES can say of a mail, and what each is worth: the model of a mail is the greatest that was said. */
const worth = {
  Send: { status: 'sent', bounce: null, rank: 1 },
  DeliveryDelay: { status: 'sent', bounce: null, rank: 1 },
  Reject: { status: 'failed', bounce: null, rank: 2 },
  Delivery: { status: 'delivered', bounce: null, rank: 3 },
  SoftBounce: { status: 'bounced', bounce: 'soft', rank: 4 },
  Bounce: { status: 'bounced', bounce: 'hard', rank: 5 },
  Complaint: { status: 'complained', bounce: null, rank: 6 },
} as const satisfies Record<string, { status: MailStatus; bounce: Bounce | null; rank: number }>;
type Said = keyof typeof worth;

const said = fc.constantFrom(...(Object.keys(worth) as Said[]));

/** What SES says while it is asked to send and after, how often, in what order; and whether its own answer comes. */
const history = fc.record({
  early: fc.array(said, { maxLength: 4 }),
  late: fc.array(said, { maxLength: 8 }),
  answered: fc.boolean(),
  atOnce: fc.boolean(),
});

/** The end by the model. */
const endOf = (events: readonly Said[], answered: boolean) => {
  const [best] = events.map((one) => worth[one]).toSorted((a, b) => b.rank - a.rank);
  const heard = answered ? worth.Send : null;
  const { status, bounce } = best ?? heard ?? { status: 'unknown', bounce: null };
  const suppressed = events.includes('Bounce') || events.includes('Complaint');
  // A complaint ends it: whether a bounce was heard of before depends on the order, and matters to nobody.
  return { news: { status, ...(status !== 'complained' && { bounce }) }, suppressed };
};

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

const report = async (mailId: MailId, one: Said): Promise<void> => {
  await recordEmailEvent(world.ports)({
    detail: {
      eventType: one === 'SoftBounce' ? 'Bounce' : one,
      mail: { messageId: 'an-id-of-ses', tags: { 'mail-id': [mailId], 'ses:configuration-set': ['mails'] } },
      ...(one === 'Bounce' && { bounce: { bounceType: 'Permanent', bounceSubType: 'General' } }),
      ...(one === 'SoftBounce' && { bounce: { bounceType: 'Transient', bounceSubType: 'General' } }),
    },
  });
};
const reportAll = async (mailId: MailId, events: readonly Said[], atOnce: boolean): Promise<void> => {
  if (atOnce) await Promise.all(events.map(async (one) => report(mailId, one)));
  else for (const one of events) await report(mailId, one);
};

let asked = 0;
const queue = async () => {
  asked += 1;
  const id = `req_events${asked}`;
  const request = aRequest({
    id,
    personKey: id,
    contact: { name: 'Some Body', email: `events${asked}@example.org`, phone: null },
  });
  const mail = mailOfRequest({ kind: 'request-received', subject: id, round: 1 }, request, world.clock.time);
  value(await world.store.commit([world.store.requests.create(request), world.store.outbox.enqueue(mail)]));
  return mail;
};

test('events shuffled, repeated, early and late end as the model says: state, suppression, and one notice', async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ early, late, answered, atOnce }) => {
      const mail = await queue();
      const deliver = deliverMail({
        ...world.ports,
        desk: async () => aDesk,
        pause: async () => {},
        postbox: {
          send: async ({ mailId }) => {
            await reportAll(mailId, early, atOnce);
            return answered ? { is: 'accepted', sesMessageId: 'an-id-of-ses' } : { is: 'lost', why: 'ECONNRESET' };
          },
        },
      });
      await deliver(mail.id);
      await reportAll(mail.id, late, atOnce);

      const end = endOf([...early, ...late], answered);
      const after = await world.store.outbox.get(mail.id);
      expect(after).toMatchObject({ ...end.news, leaseUntil: null });
      expect(after?.trouble === null).toBe(end.news.status === 'sent' || end.news.status === 'delivered');
      const { addressId } = after ?? {};
      const suppression = await world.store.suppressions.get(addressId ?? '');
      expect(suppression?.scope ?? 'none').toBe(end.suppressed ? 'all' : 'none');
      expect(await world.store.outbox.ofSubject(addressId ?? '')).toHaveLength(end.suppressed ? 1 : 0);
    }),
    { numRuns: long ? 500 : 15 },
  );
});
