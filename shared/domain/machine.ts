import { auditLine, noHash, type Actor, type AuditLine } from './audit.ts';
import type { Instant } from './primitives.ts';
import { refuse, type Result } from './result.ts';

/** A state machine as data: for each status, the actions that are possible and the status each leads to. */
export type Transitions<Status extends string, Action extends string> = {
  readonly [From in Status]: Partial<Readonly<Record<Action, Status>>>;
};

/** What a decision needs from outside: who decides, and when. */
export interface Decider {
  readonly now: Instant;
  readonly actor: Actor;
}

/** The status that an action leads to, or the refusal that names both. */
export const step = <Status extends string, Action extends string>(
  transitions: Transitions<Status, Action>,
  from: Status,
  action: Action,
): Result<Status> => {
  const to: Status | undefined = transitions[from][action];
  return to === undefined
    ? refuse('action-not-possible', { detail: `"${action}" is not possible while it is "${from}".` })
    : { ok: true, value: to };
};

interface Aggregate {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly auditHash: string;
  readonly updatedAt: Instant;
}

/** Gives the next state its version, its instant and its line in the audit chain. */
export const record = <T extends Aggregate>(
  before: Aggregate | null,
  after: T,
  action: string,
  { now, actor }: Decider,
): { readonly next: T; readonly audit: AuditLine } => {
  const version = (before?.version ?? 0) + 1;
  const audit = auditLine({
    of: after.id,
    version,
    at: now,
    actor,
    action,
    from: before?.status ?? null,
    to: after.status,
    previousHash: before?.auditHash ?? noHash,
  });
  return { next: { ...after, version, updatedAt: now, auditHash: audit.hash }, audit };
};

/** The same for things that people only keep up, such as a site offer or a program: they have no status but being kept. */
export const recordUpkeep = <T extends Omit<Aggregate, 'status'>>(
  before: T | null,
  after: T,
  action: string,
  decider: Decider,
): { readonly next: T; readonly audit: AuditLine } => {
  const kept = { status: 'kept' };
  const { next, audit } = record(before && { ...before, ...kept }, { ...after, ...kept }, action, decider);
  return { next: { ...after, version: next.version, updatedAt: next.updatedAt, auditHash: next.auditHash }, audit };
};
