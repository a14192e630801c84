import { later } from '../domain/durations.ts';
import { canBecome, mailKinds, type Mail, type MailId, type MailStatus } from '../domain/mail.ts';
import { whyWaiting } from '../domain/mailing.ts';
import type { Instant } from '../domain/primitives.ts';
import { suppresses, suppressionIdOf } from '../domain/suppression.ts';
import { nowOf } from '../usecases/moments.ts';
import type { Clock, MailChange, PersonKeys, Store } from '../usecases/ports.ts';
import { composeLetter, type Desk } from './compose.ts';
import { mimeOf } from './mime.ts';
import type { Parcel, Postbox, PostboxAnswer } from './postbox.ts';
import { quietFor } from './quiet.ts';
import { notDueInWords, whyNotDue } from './still-due.ts';
import { loadSubject, type MailSources } from './subject.ts';

/**
 * What a delivery came to. `later`: it has not left, and whoever called tries again.
 * `postponed`: it has not left, and the sweeper brings it back when its time has come.
 */
export type Delivery =
  | 'sent'
  | 'unknown'
  | 'failed'
  | 'cancelled'
  | 'suppressed'
  | 'later'
  | 'postponed'
  /** Another worker has it, or it was dealt with before. */
  | 'not-ours'
  | 'no-such-mail';

export interface DeliveryPorts {
  readonly store: MailSources & Pick<Store, 'outbox' | 'suppressions' | 'mailing'>;
  readonly postbox: Postbox;
  /** Asked for with every mail: keys are rotated while a worker lives. */
  readonly desk: () => Promise<Desk>;
  readonly clock: Clock;
  readonly personKeys: PersonKeys;
  /** Waits before the next try of a throttled sending; `tries` were made. */
  readonly pause: (tries: number) => Promise<void>;
}

/** Longer than a worker lives (60 s): a claim whose lease is over belongs to a worker that is gone. */
const leaseMinutes = 2;
const triesWhenThrottled = 5;
/** SES counts the last 24 hours: asking once an hour is enough. */
const quotaWaitHours = 1;
/** Stopped mail leaves so long after a coordinator let it go on, and a sweep or two. */
const stopWaitMinutes = 10;

const sendPatiently = async ({ postbox, pause }: DeliveryPorts, parcel: Parcel): Promise<PostboxAnswer> => {
  for (let tries = 1; ; tries += 1) {
    const answer = await postbox.send(parcel);
    if (answer.is !== 'throttled' || tries === triesWhenThrottled) return answer;
    await pause(tries);
  }
};

interface Fate {
  readonly delivery: Delivery;
  readonly to: MailStatus;
  readonly change: Omit<MailChange, 'updatedAt'>;
}

const fateOf = (answer: PostboxAnswer, now: string): Fate => {
  const change = { leaseUntil: null, trouble: null };
  switch (answer.is) {
    case 'accepted':
      return { delivery: 'sent', to: 'sent', change: { ...change, sesMessageId: answer.sesMessageId } };
    case 'throttled':
      return { delivery: 'later', to: 'pending', change };
    case 'unavailable':
      return { delivery: 'later', to: 'pending', change: { ...change, trouble: `Not sent yet: ${answer.why}` } };
    case 'quota-used-up':
      return {
        delivery: 'postponed',
        to: 'pending',
        change: {
          leaseUntil: later(now, quotaWaitHours, 'hour'),
          trouble: 'Not sent yet: the daily quota is used up.',
        },
      };
    case 'rejected':
      return { delivery: 'failed', to: 'failed', change: { ...change, trouble: `Not taken: ${answer.why}` } };
    case 'lost':
      return {
        delivery: 'unknown',
        to: 'unknown',
        change: { ...change, trouble: `May have been sent: the answer was lost (${answer.why}).` },
      };
  }
};

/** Notes the fate, also when the mail was moved on meanwhile: by the sweeper, or by an event that was faster than the answer. */
const settle = async ({ store, clock }: DeliveryPorts, claimed: Mail, { to, change }: Fate): Promise<void> => {
  let mail: Mail | null = claimed;
  while (mail !== null && canBecome(mail.status, to)) {
    if (await store.outbox.move(mail, to, { ...change, updatedAt: nowOf(clock) })) return;
    mail = await store.outbox.get(claimed.id);
  }
};

/** Leaves the mail for later: it is not claimed, and the sweeper brings it back. */
const postpone = async (
  { store, clock }: DeliveryPorts,
  mail: Mail,
  until: Instant,
  trouble: string | null,
): Promise<Delivery> => {
  const change = { updatedAt: nowOf(clock), leaseUntil: until, trouble };
  return (await store.outbox.move(mail, 'pending', change)) ? 'postponed' : 'not-ours';
};

/** Ends a mail that is not to leave. */
const endUnsent = async (
  { store, clock }: DeliveryPorts,
  mail: Mail,
  to: 'cancelled' | 'suppressed',
  change: Pick<MailChange, 'addressId' | 'trouble'>,
): Promise<Delivery> =>
  (await store.outbox.move(mail, to, { ...change, updatedAt: nowOf(clock), leaseUntil: null })) ? to : 'not-ours';

/**
 * Whether the address is on the list, read at the last moment and with all that was written before. Coordinators' own
 * address never is: it is where troubles are told.
 */
const isSuppressed = async ({ store }: DeliveryPorts, { kind }: Mail, addressId: string): Promise<boolean> =>
  mailKinds[kind].recipient !== 'coordinator' && suppresses(await store.suppressions.get(addressId), kind);

/**
 * Sends one mail of the outbox, once. Everything that can fail without harm comes before the claim; between the claim
 * and the answer a lost worker leaves a doubt, which is flagged and never sent again.
 */
export const deliverMail =
  (ports: DeliveryPorts) =>
  async (mailId: MailId): Promise<Delivery> => {
    const { store, clock } = ports;
    // The claim has it as its condition that the mail is as it was read: only one that is not pending is looked at again.
    const perhapsLate = await store.outbox.get(mailId, { relaxed: true });
    const mail = perhapsLate?.status === 'pending' ? perhapsLate : await store.outbox.get(mailId);
    if (mail === null) return 'no-such-mail';
    const now = nowOf(clock);
    if (mail.status !== 'pending') return 'not-ours';
    if (mail.leaseUntil !== null && now < mail.leaseUntil) return 'postponed';

    const subject = await loadSubject(store, mail);
    const reason = subject === null ? 'subject-gone' : whyNotDue(mail, subject, now);
    if (subject === null || reason !== null)
      return endUnsent(ports, mail, 'cancelled', { trouble: reason && `Not sent: ${notDueInWords[reason]}.` });
    const stopped = whyWaiting(await store.mailing.current(), mail.kind);
    if (stopped !== null) return postpone(ports, mail, later(now, stopWaitMinutes, 'minute'), `Waits: ${stopped}.`);
    const quiet = quietFor(mail, subject, now);
    if (quiet !== null) return postpone(ports, mail, quiet, null);

    const desk = await ports.desk();
    const letter = await composeLetter(desk, mail, subject);
    const message = mimeOf(letter, { from: desk.from, date: clock.now() });
    const addressId = suppressionIdOf(await ports.personKeys.of(letter.to));
    if (await isSuppressed(ports, mail, addressId))
      return endUnsent(ports, mail, 'suppressed', {
        addressId,
        trouble: 'Not sent: the address is on the suppression list.',
      });

    const claim = {
      attempts: mail.attempts + 1,
      leaseUntil: later(now, leaseMinutes, 'minute'),
      updatedAt: now,
      addressId,
      trouble: null,
    };
    if (!(await store.outbox.move(mail, 'sending', claim))) return 'not-ours';

    const fate = fateOf(await sendPatiently(ports, { mailId, from: desk.from, to: letter.to, message }), nowOf(clock));
    await settle(ports, { ...mail, status: 'sending', ...claim }, fate);
    return fate.delivery;
  };
