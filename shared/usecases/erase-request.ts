import { draftIdOf, editDraftIdOf } from '../domain/draft.ts';
import { withoutWords } from '../domain/erased.ts';
import { type Mail, mailKinds } from '../domain/mail.ts';
import type { Offer } from '../domain/offer.ts';
import { isOver, type RequestStatus } from '../domain/placement-request.ts';
import type { RequestId } from '../domain/primitives.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { changeRequest, keepUp } from './changes.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Call, Ports } from './ports.ts';
import { withdrawal } from './withdraw-request.ts';

type Erasing = Pick<Ports, 'store' | 'clock'>;

/** What is erased first ends: an offer under way is cancelled. The technologist sees on the page what was done. */
const end = async ({ store, clock }: Erasing, requestId: RequestId, call: Call): Promise<Result<null>> =>
  perform(store, {}, async () => {
    const found = await store.requests.withOffers(requestId);
    if (found === null) return refuse('not-found');
    if (isOver(found.request.status)) return ok({ writes: [], answer: null });
    const ended = withdrawal(store, found, deciderOf(clock, call.actor), { without: 'request-status' });
    return ended.ok ? ok({ writes: ended.value.writes, answer: null }) : ended;
  });

/** A transaction holds a hundred writes. */
const mailsAtOnce = 50;

/** Mails to the technologist, and to the site that was named: that they were sent, when, and to whose key. */
const removeMails = async ({ store }: Erasing, subjects: readonly string[]): Promise<Result<void>> => {
  const mails = (await Promise.all(subjects.map(async (subject) => store.outbox.ofSubject(subject)))).flat();
  const theirs = mails.filter(({ kind }: Mail) => ['technologist', 'named-site'].includes(mailKinds[kind].recipient));
  for (let from = 0; from < theirs.length; from += mailsAtOnce) {
    const removed = await store.commit(theirs.slice(from, from + mailsAtOnce).map(store.outbox.remove));
    if (!removed.ok) return removed;
  }
  return ok(undefined);
};

const takeWordsOut = async ({ store, clock }: Erasing, id: Offer['id'], call: Call): Promise<Result<null>> =>
  perform(store, {}, async () => {
    const offer = await store.offers.get(id);
    if (offer === null) return ok({ writes: [], answer: null });
    const { writes } = keepUp(
      { repository: store.offers, audit: store.audit },
      offer,
      withoutWords(offer),
      'erase',
      deciderOf(clock, call.actor),
    );
    return ok({ writes, answer: null });
  });

export interface Erased {
  readonly requestId: RequestId;
  readonly status: RequestStatus;
}

/**
 * Erases what is held of a technologist in one request: it ends, then its mails, the words in its tries, its drafts and
 * at last its own fields go, and its links open nothing any more. What stays is of nobody (ADR 30). Whoever was
 * interrupted on the way calls again: the request itself goes last.
 */
export const eraseRequest =
  (ports: Erasing) =>
  async ({ requestId }: { readonly requestId: RequestId }, call: Call): Promise<Result<Erased>> => {
    const { store, clock } = ports;
    const ended = await end(ports, requestId, call);
    if (!ended.ok) return ended;
    const found = await store.requests.withOffers(requestId);
    if (found === null) return refuse('not-found');
    const offerIds = found.offers.map(({ id }) => id);
    const removed = await removeMails(ports, [requestId, draftIdOf(requestId), ...offerIds]);
    if (!removed.ok) return removed;
    for (const id of offerIds) {
      const bare = await takeWordsOut(ports, id, call);
      if (!bare.ok) return bare;
    }
    return perform(store, call, async () => {
      const request = await store.requests.get(requestId);
      if (request === null) return refuse('not-found');
      const erased = changeRequest(store, request, [{ action: 'erase' }], deciderOf(clock, call.actor));
      if (!erased.ok) return erased;
      const { next, writes } = erased.value;
      return ok({
        writes: [
          ...writes,
          store.people.forgetRequest(request.personKey, requestId),
          ...[draftIdOf(requestId), editDraftIdOf(requestId)].map(store.drafts.remove),
        ],
        answer: { requestId, status: next.status },
      });
    });
  };
