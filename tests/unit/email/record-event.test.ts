import * as fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventRecorder } from '../../../functions/record-email-event/handler.ts';
import { EmailEvent } from '../../../shared/contracts/events.ts';
import { type Mail, mailIdOf, type MailStatus } from '../../../shared/domain/mail.ts';
import { recordEmailEvent } from '../../../shared/email/record-event.ts';
import { aMail, now } from '../../support/builders.ts';
import { aStore, type TestStore } from '../../support/store.ts';

const eventFile = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`../../../events/record-email-event/${name}.json`, import.meta.url), 'utf8'));

const names = ['ok-send', 'ok-delivery', 'ok-delivery-delay', 'ok-bounce', 'ok-complaint', 'ok-reject'] as const;
type Name = (typeof names)[number];

let test: TestStore;
let samples: Record<Name, EmailEvent>;
let round = 0;

beforeAll(async () => {
  test = await aStore();
  const parsed = await Promise.all(names.map(async (name) => [name, EmailEvent.parse(await eventFile(name))] as const));
  samples = Object.fromEntries(parsed) as typeof samples;
});

/** A mail in a status, by the steps that lead there. */
const aMailIn = async (...steps: readonly MailStatus[]): Promise<Mail> => {
  round += 1;
  let mail = aMail({ round });
  expect(await test.store.commit([test.store.outbox.enqueue(mail)])).toMatchObject({ ok: true });
  for (const status of steps) {
    const trouble = status === 'unknown' ? 'May have been sent.' : null;
    expect(await test.store.outbox.move(mail, status, { updatedAt: now, trouble })).toBe(true);
    mail = aMail({ round, status, trouble });
  }
  return mail;
};

const stored = ({ id }: Mail) => test.store.outbox.get(id);

const eventOf = (name: Name, { id }: Mail): EmailEvent => {
  const { detail } = samples[name];
  const { tags } = detail.mail;
  return { ...samples[name], detail: { ...detail, mail: { ...detail.mail, tags: { ...tags, 'mail-id': [id] } } } };
};

const record = (name: Name, mail: Mail) =>
  recordEmailEvent({ store: test.store, clock: { now: () => new Date(now) } })(eventOf(name, mail));

describe('an event of SES', () => {
  it.each<[Name, MailStatus, string | null]>([
    ['ok-send', 'sent', null],
    ['ok-delivery', 'delivered', null],
    ['ok-delivery-delay', 'sent', null],
    ['ok-bounce', 'bounced', 'Bounced: Permanent, General.'],
    ['ok-complaint', 'complained', 'Marked as spam (abuse).'],
    ['ok-reject', 'failed', 'Rejected by SES after it took it: Bad content.'],
  ])('%s settles a mail whose answer was lost as %s', async (name, status, trouble) => {
    const mail = await aMailIn('sending', 'unknown');
    expect(await record(name, mail)).toBe('recorded');
    expect(await stored(mail)).toMatchObject({
      status,
      trouble,
      leaseUntil: null,
      sesMessageId: samples[name].detail.mail.messageId,
    });
  });

  it('may come before the answer of SES is noted', async () => {
    const mail = await aMailIn('sending');
    expect(await record('ok-delivery', mail)).toBe('recorded');
    expect(await stored(mail)).toMatchObject({ status: 'delivered' });
  });

  it('moves nothing back when it is late or repeated', async () => {
    const mail = await aMailIn('sending', 'sent', 'delivered', 'bounced');
    for (const name of ['ok-send', 'ok-delivery', 'ok-reject'] as const)
      expect(await record(name, mail)).toBe('nothing-new');
    expect(await stored(mail)).toMatchObject({ status: 'bounced' });
  });

  it('of a mail or of a sort that we do not know changes nothing', async () => {
    const mail = await aMailIn('sending', 'sent');
    const opened = eventOf('ok-send', mail);
    const recorder = recordEmailEvent({ store: test.store, clock: { now: () => new Date(now) } });
    expect(await recorder({ ...opened, detail: { ...opened.detail, eventType: 'Open' } })).toBe('nothing-new');
    expect(await record('ok-send', aMail({ round: 9999 }))).toBe('no-such-mail');
  });

  it('leads to the same end in whatever order, however often and how many at once', async () => {
    const last = fc.constantFrom<(readonly Name[])[]>(
      [],
      ['ok-delivery'],
      ['ok-delivery', 'ok-bounce'],
      ['ok-bounce'],
      ['ok-delivery', 'ok-complaint'],
      ['ok-reject'],
    );
    const ends: Partial<Record<Name, MailStatus>> = {
      'ok-bounce': 'bounced',
      'ok-complaint': 'complained',
      'ok-reject': 'failed',
      'ok-delivery': 'delivered',
    };
    const shuffled = last.chain((events) => {
      const all: Name[] = ['ok-send', 'ok-delivery-delay', ...events];
      const end = ends[events.at(-1) ?? 'ok-send'] ?? 'sent';
      return fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }).map((order) => ({ order, end }));
    });
    await fc.assert(
      fc.asyncProperty(shuffled, fc.boolean(), fc.boolean(), async ({ order, end }, lost, atOnce) => {
        const mail = await aMailIn('sending', ...(lost ? (['unknown'] as const) : []));
        if (atOnce) await Promise.all(order.map((name) => record(name, mail)));
        else for (const name of order) await record(name, mail);
        expect((await stored(mail))?.status).toBe(end);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the function', () => {
  const lines: unknown[] = [];
  const log = {
    info: (...line: unknown[]) => void lines.push(line),
    error: (...line: unknown[]) => void lines.push(line),
  };
  const handle = async (name: string) => {
    const origin = { account: '123456789012', configurationSet: 'clinical-site-match' };
    await eventRecorder({ store: test.store, clock: { now: () => new Date(now) } }, origin, log)(await eventFile(name));
  };

  it('takes what SES sends over the bus, and logs no address', async () => {
    const id = mailIdOf({ kind: 'request-received', subject: 'req_alder1', round: 1 });
    const mail = (await test.store.outbox.get(id)) ?? (await aMailIn('sending'));
    expect(mail.id).toBe(id);
    for (const name of names) await handle(name);
    expect(lines).toHaveLength(names.length);
    expect(JSON.stringify(lines)).not.toContain('@');
  });

  it.each(['bad-without-mail-id', 'bad-foreign-mail-id'])('fails on %s, so that it is set aside', async (name) => {
    await expect(handle(name)).rejects.toThrow(/mail-id/);
  });
});
