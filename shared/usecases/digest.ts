import { type Digest, needsAttention, type Waiting } from '../domain/digest.ts';
import { type MailIntent, mailIdOf } from '../domain/mail.ts';
import type { Offer } from '../domain/offer.ts';
import { awaitsConsent, hasOpenQuestion } from '../domain/offer-lifecycle.ts';
import type { Instant } from '../domain/primitives.ts';
import { daysAfter, isQuietDay } from '../domain/quiet-days.ts';
import { ok, type Result } from '../domain/result.ts';
import { later, nowOf } from './moments.ts';
import { perform } from './perform.ts';
import type { DigestTime, Page, Ports, Store } from './ports.ts';
import { queueMail } from './queue-mail.ts';
import { localTime } from './quiet-times.ts';

/** A digest counts no further: who has more to do than that knows it. */
const mostCounted = 50;
/** Deadlines are read up to here to find the offers that are open: further than the longest time to answer. */
const daysAhead = 31;
const mostDeadlines = 200;

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`A first page is never refused: ${result.refusal.code}`);
  return result.value;
};

const waiting = <T>({ items, cursor }: Page<T>, sinceOf: (item: T) => Instant): Waiting => ({
  count: items.length,
  more: cursor !== null,
  since: items[0] === undefined ? null : sinceOf(items[0]),
});

const openOffers = async ({ deadlines }: Store, now: Instant): Promise<readonly Offer[]> => {
  const due = await deadlines.due(later(now, daysAhead, 'day'), mostDeadlines);
  return due.flatMap((each) => (each.kind === 'offer' ? [each.offer] : []));
};

const openQuestions = (offers: readonly Offer[]): Waiting => {
  const asked = offers
    .filter((offer) => offer.status === 'made' && hasOpenQuestion(offer))
    .flatMap(({ questions }) => questions.filter(({ reply }) => reply === null).map(({ askedAt }) => askedAt))
    .toSorted();
  return { count: asked.length, more: false, since: asked[0] ?? null };
};

/** What needs a coordinator now. Bounded: the first pages of lists that are kept anyway. */
const gather = async (store: Store, lastMorning: Instant, now: Instant): Promise<Omit<Digest, 'zone'>> => {
  const [toVet, toReview, offers, mailing, unknown, ...failed] = await Promise.all([
    store.facilities.inStatus('awaiting-vetting', null, mostCounted),
    store.requests.inStatus('in-review', null, mostCounted),
    openOffers(store, now),
    store.mailing.current(),
    store.outbox.inTrouble('unknown', null, mostCounted),
    ...(['bounced', 'complained', 'failed'] as const).map(async (status) =>
      store.outbox.inTrouble(status, null, mostCounted),
    ),
  ]);
  const lapses = (offer: Offer): boolean =>
    (offer.status === 'made' || awaitsConsent(offer)) && offer.answerBy <= later(now, 1, 'day');
  const isNew = ({ updatedAt }: { readonly updatedAt: Instant }): boolean => updatedAt > lastMorning;
  return {
    toVet: waiting(valueOf(toVet), ({ claimedAt }) => claimedAt),
    toReview: waiting(valueOf(toReview), ({ submittedAt }) => submittedAt),
    questions: openQuestions(offers),
    lapsing: offers.filter(lapses).length,
    doubtfulMails: valueOf(unknown).items.length,
    failedMails: failed.flatMap((page) => valueOf(page).items).filter(isNew).length,
    stoppedSince: mailing?.brake?.since ?? null,
  };
};

const millisecondsADay = 86_400_000;

/** One a day: its number counts the days since 1970. */
const digestOn = (date: string): MailIntent => ({
  kind: 'digest',
  subject: 'coordinators',
  round: Date.parse(`${date}T00:00:00.000Z`) / millisecondsADay,
});

const daysSinceLastMorning = (date: string): number => {
  let days = 1;
  while (isQuietDay(daysAfter(date, -days), [])) days += 1;
  return days;
};

/**
 * On working days, within one hour of the coordinators' morning: a mail that tells what needs them, if anything does.
 * Called every minute; what is written already is found by its number, and outside the hour nothing is read at all.
 */
export const queueDigest =
  ({ store, clock, digest: { zone, hour } }: Pick<Ports, 'store' | 'clock'> & { readonly digest: DigestTime }) =>
  async (): Promise<Result<{ readonly queued: boolean }>> =>
    perform<{ readonly queued: boolean }>(store, {}, async () => {
      const now = nowOf(clock);
      const local = localTime(now, { zone });
      const nothing = ok({ writes: [], answer: { queued: false } });
      if (local.hour !== hour || isQuietDay(local.date, [])) return nothing;
      const intent = digestOn(local.date);
      if ((await store.outbox.get(mailIdOf(intent))) !== null) return nothing;
      const digest = await gather(store, later(now, -daysSinceLastMorning(local.date), 'day'), now);
      if (!needsAttention(digest)) return nothing;
      const mail = { ...queueMail({ intent, subjectVersion: 1, link: null, now }), digest: { zone, ...digest } };
      return ok({ writes: [store.outbox.enqueue(mail)], answer: { queued: true } });
    });
