import type * as contract from '../contracts/mailing.ts';
import type { Actor } from '../domain/audit.ts';
import type { Mail, MailKind } from '../domain/mail.ts';
import { brakeLimits, type Brake, type Mailing, mailingId, reachesLimit } from '../domain/mailing.ts';
import type { Decider } from '../domain/machine.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { staleness } from './as-seen.ts';
import { keepUp, unwritten } from './changes.ts';
import { deciderOf, nowOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Call, Clock, Ports, Store } from './ports.ts';
import { queueMail } from './queue-mail.ts';
import type { UseCase } from './use-case.ts';

/** Before anybody touched a switch: all mails leave, and all bounces count. */
const untouched = {
  ...unwritten,
  id: mailingId,
  brake: null,
  countsFrom: new Date(0).toISOString(),
  kindsOff: [],
  reason: null,
} satisfies Mailing;

type MailingStore = Pick<Store, 'mailing' | 'audit' | 'outbox' | 'commit' | 'answerTo'>;

const changed = (
  { mailing, audit }: Pick<MailingStore, 'mailing' | 'audit'>,
  before: Mailing | null,
  change: Partial<Mailing>,
  { action, ...decider }: Decider & { readonly action: string },
) => keepUp<Mailing>({ repository: mailing, audit }, before, { ...(before ?? untouched), ...change }, action, decider);

/** What went wrong often enough to stop for; null: nothing. */
const causeToStop = async (
  { outbox }: Pick<Store, 'outbox'>,
  { countsFrom }: Mailing,
  latest: Mail,
): Promise<Brake['cause'] | null> => {
  const { bounces, complaints } = brakeLimits;
  if (latest.bounce === 'hard') {
    const tally = await outbox.outreachTally(countsFrom, bounces.ofTheLast, latest);
    if (reachesLimit(tally.bounces, bounces)) return 'bounces';
  }
  if (latest.status === 'complained') {
    const tally = await outbox.outreachTally(countsFrom, complaints.ofTheLast, latest);
    if (reachesLimit(tally.complaints, complaints)) return 'complaints';
  }
  return null;
};

/**
 * Stops outreach when the next bounce or complaint would reach the limit, and tells the coordinators once. Called after
 * a hard bounce or complaint of an outreach mail: counted only then, and from the mails themselves.
 */
export const brakeOutreach =
  ({ store, clock }: { readonly store: MailingStore; readonly clock: Clock }) =>
  async (latest: Mail, actor: Actor): Promise<Result<{ readonly stopped: boolean }>> =>
    perform<{ readonly stopped: boolean }>(store, {}, async () => {
      const before = await store.mailing.get(mailingId);
      const cause = before?.brake == null ? await causeToStop(store, before ?? untouched, latest) : null;
      if (cause === null) return ok({ writes: [], answer: { stopped: false } });
      const now = nowOf(clock);
      const brake = { cause, since: now, reason: null };
      const { next, writes } = changed(store, before, { brake }, { action: `stop outreach: ${cause}`, now, actor });
      const intent = { kind: 'outreach-stopped', subject: mailingId, round: next.version } as const;
      const notice = queueMail({ intent, subjectVersion: next.version, link: null, now });
      return ok({ writes: [...writes, store.outbox.enqueue(notice)], answer: { stopped: true } });
    });

const viewOf = (mailing: Mailing | null) => {
  const { version, brake, kindsOff, reason } = mailing ?? untouched;
  return { version: mailing === null ? null : version, brake, kindsOff, reason };
};

/** What mails may leave at the moment. */
export const readMailing =
  ({ store }: Pick<Ports, 'store'>): UseCase<typeof contract.readMailing> =>
  async () =>
    ok(viewOf(await store.mailing.get(mailingId)));

/** Changes the switches as a coordinator who saw them at a version decided; null: nobody had touched them. */
const changeAsSeen = async (
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  call: Call,
  seen: number | null,
  decide: (mailing: Mailing) => Result<{ readonly change: Partial<Mailing>; readonly action: string }>,
) =>
  perform(store, call, async () => {
    const before = await store.mailing.get(mailingId);
    const stale = before && (await staleness(store.audit, before, seen ?? 0));
    if (stale !== null) return stale;
    const decided = decide(before ?? untouched);
    if (!decided.ok) return decided;
    const { change, action } = decided.value;
    const { next, writes } = changed(store, before, change, { action, ...deciderOf(clock, call.actor) });
    return ok({ writes, answer: viewOf(next) });
  });

/** Outreach waits from now on; essential mail goes on. */
export const stopOutreach =
  (ports: Pick<Ports, 'store' | 'clock'>): UseCase<typeof contract.stopOutreach> =>
  async ({ version, reason }, call) =>
    changeAsSeen(ports, call, version, ({ brake }) =>
      brake === null
        ? ok({
            change: { brake: { cause: 'coordinator', since: nowOf(ports.clock), reason } },
            action: 'stop outreach',
          })
        : refuse('action-not-possible', { detail: 'Outreach is stopped already.' }),
    );

/** Outreach leaves again, what waited first; what bounced so far is not counted any more. */
export const resumeOutreach =
  (ports: Pick<Ports, 'store' | 'clock'>): UseCase<typeof contract.resumeOutreach> =>
  async ({ version, reason }, call) =>
    changeAsSeen(ports, call, version, ({ brake }) =>
      brake === null
        ? refuse('action-not-possible', { detail: 'Outreach is not stopped.' })
        : ok({ change: { brake: null, countsFrom: nowOf(ports.clock), reason }, action: 'resume outreach' }),
    );

const switched = (kindsOff: readonly MailKind[], kind: MailKind, off: boolean): MailKind[] => [
  ...kindsOff.filter((one) => one !== kind),
  ...(off ? [kind] : []),
];

/** Switches a kind of mail off, or on again: its mails wait meanwhile and are not lost. */
export const switchMailKind =
  (ports: Pick<Ports, 'store' | 'clock'>): UseCase<typeof contract.switchMailKind> =>
  async ({ kind, version, off, reason }, call) =>
    changeAsSeen(ports, call, version, ({ kindsOff }) =>
      ok({
        change: { kindsOff: switched(kindsOff, kind, off), reason },
        action: `switch ${kind} ${off ? 'off' : 'on'}`,
      }),
    );
