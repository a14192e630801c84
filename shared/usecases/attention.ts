import { later } from '../domain/durations.ts';
import type { Facility } from '../domain/facility.ts';
import type { Brake } from '../domain/mailing.ts';
import type { Offer } from '../domain/offer.ts';
import { awaitsConsent, hasOpenQuestion } from '../domain/offer-lifecycle.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { Instant } from '../domain/primitives.ts';
import type { Result } from '../domain/result.ts';
import type { Page, Store } from './ports.ts';

/** Lists are read no further: who has more to do than that knows it. */
const mostCounted = 50;
/** Deadlines are read up to here to find the offers that are open: further than the longest time to answer. */
const daysAhead = 31;
const mostDeadlines = 200;

/** A question of a facility that nobody has replied to. */
interface OpenQuestion {
  readonly offer: Offer;
  readonly askedAt: Instant;
}

/** What needs a coordinator. */
export interface Attention {
  /** Longest waiting first, as all lists here. */
  readonly toVet: Page<Facility>;
  readonly toReview: Page<PlacementRequest>;
  readonly questions: readonly OpenQuestion[];
  /** Offers that lapse within a day, unless somebody answers. */
  readonly lapsing: readonly Offer[];
  /** Mails that may or may not have left. */
  readonly doubtfulMails: number;
  /** Mails that came back, were complained about or never left, since the moment that was asked for. */
  readonly failedMails: number;
  /** Null: outreach goes on. */
  readonly brake: Brake | null;
}

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`A first page is never refused: ${result.refusal.code}`);
  return result.value;
};

const openOffers = async ({ deadlines }: Store, now: Instant): Promise<readonly Offer[]> => {
  const due = await deadlines.due(later(now, daysAhead, 'day'), mostDeadlines);
  return due.flatMap((each) => (each.kind === 'offer' ? [each.offer] : []));
};

const openQuestions = (offers: readonly Offer[]): readonly OpenQuestion[] =>
  offers
    .filter((offer) => offer.status === 'made' && hasOpenQuestion(offer))
    .flatMap((offer) =>
      offer.questions.filter(({ reply }) => reply === null).map(({ askedAt }) => ({ offer, askedAt })),
    )
    .toSorted((a, b) => (a.askedAt < b.askedAt ? -1 : 1));

/** What needs a coordinator now. Bounded: the first pages of lists that are kept anyway. */
export const readAttention = async (
  store: Store,
  { since, now }: { readonly since: Instant; readonly now: Instant },
): Promise<Attention> => {
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
  const isNew = ({ updatedAt }: { readonly updatedAt: Instant }): boolean => updatedAt > since;
  return {
    toVet: valueOf(toVet),
    toReview: valueOf(toReview),
    questions: openQuestions(offers),
    lapsing: offers.filter(lapses).toSorted((a, b) => (a.answerBy < b.answerBy ? -1 : 1)),
    doubtfulMails: valueOf(unknown).items.length,
    failedMails: failed.flatMap((page) => valueOf(page).items).filter(isNew).length,
    brake: mailing?.brake ?? null,
  };
};
