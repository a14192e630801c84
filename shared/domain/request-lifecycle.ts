import type { MailIntent } from './mail.ts';
import { record, step, type Decider, type Transitions } from './machine.ts';
import type { AuditLine } from './audit.ts';
import type { Approval, MatchSummary, PlacementRequest, RequestStatus, Wishes } from './placement-request.ts';
import type { Place } from './primitives.ts';
import { refuse, type Result } from './result.ts';

export type RequestAction =
  | 'confirm'
  | 'expire'
  | 'edit'
  | 'match'
  | 'approve'
  | 'reject'
  | 'hold'
  | 'resume'
  | 'note-offer'
  | 'return-to-review'
  | 'place'
  | 'complete'
  | 'withdraw'
  | 'note-employment'
  | 'renew-access';

/**
 * The life of a placement request. `confirmed` means: waiting to be matched; whatever changes what matching would say
 * (an edit, a hold that ends, a shortlist that is used up) leads back there, and matching leads on to the review.
 */
export const requestTransitions: Transitions<RequestStatus, RequestAction> = {
  submitted: { confirm: 'confirmed', expire: 'expired', withdraw: 'withdrawn' },
  confirmed: {
    match: 'in-review',
    edit: 'confirmed',
    hold: 'on-hold',
    reject: 'rejected',
    withdraw: 'withdrawn',
    'note-employment': 'confirmed',
    'renew-access': 'confirmed',
  },
  'in-review': {
    match: 'in-review',
    edit: 'confirmed',
    approve: 'approved',
    hold: 'on-hold',
    reject: 'rejected',
    withdraw: 'withdrawn',
    'note-employment': 'confirmed',
    'renew-access': 'in-review',
  },
  'on-hold': {
    edit: 'on-hold',
    resume: 'confirmed',
    reject: 'rejected',
    withdraw: 'withdrawn',
    'note-employment': 'on-hold',
    'renew-access': 'on-hold',
  },
  approved: {
    'note-offer': 'approved',
    'return-to-review': 'confirmed',
    place: 'placed',
    withdraw: 'withdrawn',
    'renew-access': 'approved',
  },
  placed: {
    'return-to-review': 'confirmed',
    complete: 'completed',
    withdraw: 'withdrawn',
    'renew-access': 'placed',
  },
  completed: { 'renew-access': 'completed' },
  expired: {},
  rejected: { 'renew-access': 'rejected' },
  withdrawn: {},
};

export type RequestCommand =
  | { readonly action: 'confirm' | 'expire' | 'resume' | 'place' | 'complete' | 'withdraw' | 'renew-access' }
  | { readonly action: 'edit'; readonly wishes: Wishes; readonly home: Place }
  | { readonly action: 'match'; readonly summary: MatchSummary }
  | { readonly action: 'approve'; readonly approval: Approval }
  | { readonly action: 'reject' | 'hold'; readonly reason: string }
  /** An offer was made to this intake. */
  | { readonly action: 'note-offer'; readonly intakeId: string }
  | { readonly action: 'return-to-review' }
  | { readonly action: 'note-employment'; readonly confirmed: boolean };

export interface RequestDecision {
  readonly next: PlacementRequest;
  readonly mails: readonly MailIntent[];
  readonly audit: AuditLine;
}

const statusMail = (request: PlacementRequest): MailIntent => ({
  kind: 'request-status',
  subject: request.id,
  round: request.version + 1,
});

/** The state an action leads to, with that state's own fields. The status has been looked up already. */
const enter = (
  request: PlacementRequest,
  to: RequestStatus,
  command: RequestCommand,
  { now, actor }: Decider,
): PlacementRequest => {
  const confirmedAt = 'confirmedAt' in request ? request.confirmedAt : now;
  switch (command.action) {
    case 'confirm':
    case 'resume':
    case 'return-to-review':
      return { ...request, status: 'confirmed', confirmedAt };
    case 'expire':
      return { ...request, status: 'expired', expiredAt: now };
    case 'edit':
      return { ...request, status: to, confirmedAt, wishes: command.wishes, home: command.home } as PlacementRequest;
    case 'note-employment':
      return { ...request, status: to, confirmedAt, employmentConfirmed: command.confirmed } as PlacementRequest;
    case 'match':
      return { ...request, status: 'in-review', confirmedAt, match: command.summary };
    case 'approve':
      return { ...request, status: 'approved', confirmedAt, approval: command.approval };
    case 'reject':
      return { ...request, status: 'rejected', reason: command.reason, rejectedBy: actor.id, rejectedAt: now };
    case 'hold':
      return { ...request, status: 'on-hold', confirmedAt, reason: command.reason, heldBy: actor.id };
    case 'note-offer':
      return {
        ...request,
        offersMade: request.offersMade + 1,
        triedIntakes: [...request.triedIntakes, command.intakeId],
      };
    case 'place':
      return { ...request, status: 'placed', placedAt: now } as PlacementRequest;
    case 'complete':
      return { ...request, status: 'completed', completedAt: now } as PlacementRequest;
    case 'withdraw':
      return { ...request, status: 'withdrawn', withdrawnAt: now };
    case 'renew-access':
      return request;
  }
};

/** What the technologist is told of a step, if anything. Mails of an offer are decided with the offer. */
const mailsOf = (before: PlacementRequest, command: RequestCommand): readonly MailIntent[] => {
  switch (command.action) {
    case 'confirm':
      return [{ kind: 'request-received', subject: before.id, round: 1 }];
    case 'reject':
    case 'hold':
    case 'resume':
    case 'return-to-review':
    case 'withdraw':
    case 'place':
    case 'complete':
    case 'renew-access':
      // Someone who never confirmed the address hears nothing more.
      return before.status === 'submitted' ? [] : [statusMail(before)];
    default:
      return [];
  }
};

/** Decides one command on a request: the next state, the mails it causes and its audit line, or a refusal. Pure. */
export const decideRequest = (
  request: PlacementRequest,
  command: RequestCommand,
  decider: Decider,
): Result<RequestDecision> => {
  const to = step(requestTransitions, request.status, command.action);
  if (!to.ok) return to;
  if (command.action === 'confirm' && request.status === 'submitted' && decider.now >= request.confirmBy)
    return refuse('action-not-possible', {
      detail: 'The time to confirm this request is over. Please submit it again.',
    });
  if (command.action === 'expire' && request.status === 'submitted' && decider.now < request.confirmBy)
    return refuse('action-not-possible', { detail: 'The time to confirm this request is not over yet.' });
  const entered = enter(request, to.value, command, decider);
  const { next, audit } = record(request, entered, command.action, decider);
  return { ok: true, value: { next, audit, mails: mailsOf(request, command) } };
};
