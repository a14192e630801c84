import type * as contract from '../contracts/mailing.ts';
import type { Decider } from '../domain/machine.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { isWider, suppressionIdOf, type Suppression, type SuppressionId } from '../domain/suppression.ts';
import { staleness } from './as-seen.ts';
import { keepUp, unwritten } from './changes.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Ports, Store, Write } from './ports.ts';
import { queueMail } from './queue-mail.ts';
import type { UseCase } from './use-case.ts';

type SuppressionStore = Pick<Store, 'suppressions' | 'audit' | 'outbox'>;

/** An address to put on the list, by what, and why. */
export type SuppressionOrder = Pick<Suppression, 'id' | 'scope' | 'cause' | 'mailId' | 'reason'>;

/** What a provider says of an address is news to coordinators; what a person asked for, or they did themselves, is not. */
const isNews = ({ cause }: SuppressionOrder): boolean => cause === 'hard-bounce' || cause === 'complaint';

/**
 * Puts an address on the list, by writes for a transaction. None when the list keeps back as much from it already: what
 * is told twice, or later than something graver, changes nothing.
 */
export const suppress = async (
  { suppressions, audit, outbox }: SuppressionStore,
  order: SuppressionOrder,
  decider: Decider,
): Promise<readonly Write[]> => {
  const before = await suppressions.get(order.id);
  if (!isWider(order.scope, before)) return [];
  const { next, writes } = keepUp<Suppression>(
    { repository: suppressions, audit },
    before,
    { ...(before ?? unwritten), ...order, since: decider.now },
    `suppress ${order.scope}`,
    decider,
  );
  const intent = { kind: 'suppression-notice', subject: next.id, round: next.version } as const;
  const notice = queueMail({ intent, subjectVersion: next.version, link: null, now: decider.now });
  return isNews(order) ? [...writes, outbox.enqueue(notice)] : writes;
};

/**
 * Takes an address off the list that is on it by its owner's wish alone, because the owner wants mails again. Whatever a
 * provider or a coordinator said of the address stays.
 */
export const wantsMailsAgain = async (
  { suppressions, audit }: Pick<Store, 'suppressions' | 'audit'>,
  id: SuppressionId,
  decider: Decider,
): Promise<readonly Write[]> => {
  const before = await suppressions.get(id);
  if (before === null || before.scope !== 'outreach' || before.cause !== 'unsubscribed') return [];
  return keepUp<Suppression>(
    { repository: suppressions, audit },
    before,
    { ...before, scope: 'none' },
    'lift suppression',
    decider,
  ).writes;
};

/** What the list keeps back from a person's address; null: nothing. */
export const listedNow = async (
  { suppressions }: Pick<Store, 'suppressions'>,
  personKey: string,
): Promise<Suppression | null> => {
  const suppression = await suppressions.get(suppressionIdOf(personKey));
  return suppression?.scope === 'none' ? null : suppression;
};

type Kept = Pick<Ports, 'store' | 'clock'>;

/** The suppression list, newest first. */
export const listSuppressions =
  ({ store }: Pick<Ports, 'store'>): UseCase<typeof contract.listSuppressions> =>
  async ({ cursor = null, limit }) => {
    const page = await store.suppressions.latest(cursor, limit);
    return page.ok ? ok({ items: [...page.value.items], cursor: page.value.cursor }) : page;
  };

/** Puts an address on the list because a coordinator says so, for instance after a call. */
export const suppressAddress =
  ({ store, clock, personKeys }: Kept & Pick<Ports, 'personKeys'>): UseCase<typeof contract.suppressAddress> =>
  async ({ email, scope, reason }, call) =>
    perform(store, call, async () => {
      const id = suppressionIdOf(await personKeys.of(email));
      const order = { id, scope, cause: 'coordinator', mailId: null, reason } as const;
      return ok({ writes: await suppress(store, order, deciderOf(clock, call.actor)), answer: { id } });
    });

const onTheList = (suppression: Suppression | null): Result<Suppression> =>
  suppression === null || suppression.scope === 'none'
    ? refuse('not-found', { detail: 'This address is not on the suppression list.' })
    : ok(suppression);

/** Takes an address off the list: mails to it leave again, and one that was kept back can be sent again. */
export const liftSuppression =
  ({ store, clock }: Kept): UseCase<typeof contract.liftSuppression> =>
  async ({ suppressionId, version, reason }, call) =>
    perform(store, call, async () => {
      const found = onTheList(await store.suppressions.get(suppressionId));
      if (!found.ok) return found;
      const before = found.value;
      const stale = await staleness(store.audit, before, version);
      if (stale !== null) return stale;
      const { next, writes } = keepUp<Suppression>(
        { repository: store.suppressions, audit: store.audit },
        before,
        { ...before, scope: 'none', reason },
        'lift suppression',
        deciderOf(clock, call.actor),
      );
      return ok({ writes, answer: { id: next.id } });
    });
