import { erasedFields } from './erased.ts';
import type { MailIntent } from './mail.ts';
import type { Invitation } from './named-site.ts';
import { record, step, type Decider, type Transitions } from './machine.ts';
import type { AuditLine } from './audit.ts';
import {
  PlacementRequest,
  type Approval,
  type MatchSummary,
  type RequestStatus,
  type TechnologistContact,
  type Wishes,
} from './placement-request.ts';
import type { Place } from './primitives.ts';
import { refuse, type Result } from './result.ts';
import type { Ruling, Rulings } from './rulings.ts';

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
  | 'skip-site'
  | 'return-to-review'
  | 'place'
  | 'complete'
  | 'withdraw'
  | 'note-employment'
  | 'settle-named-site'
  | 'rule'
  | 'revoke-access'
  | 'erase';

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
    'settle-named-site': 'confirmed',
    rule: 'confirmed',
    'revoke-access': 'confirmed',
  },
  'in-review': {
    match: 'in-review',
    edit: 'confirmed',
    approve: 'approved',
    hold: 'on-hold',
    reject: 'rejected',
    withdraw: 'withdrawn',
    'note-employment': 'confirmed',
    'settle-named-site': 'in-review',
    rule: 'in-review',
    'revoke-access': 'in-review',
  },
  'on-hold': {
    edit: 'on-hold',
    resume: 'confirmed',
    reject: 'rejected',
    withdraw: 'withdrawn',
    'note-employment': 'on-hold',
    'settle-named-site': 'on-hold',
    rule: 'on-hold',
    'revoke-access': 'on-hold',
  },
  approved: {
    'note-offer': 'approved',
    'skip-site': 'approved',
    'return-to-review': 'confirmed',
    'settle-named-site': 'approved',
    place: 'placed',
    withdraw: 'withdrawn',
    rule: 'approved',
    'revoke-access': 'approved',
  },
  placed: {
    'return-to-review': 'confirmed',
    complete: 'completed',
    withdraw: 'withdrawn',
    'revoke-access': 'placed',
  },
  completed: { 'revoke-access': 'completed', erase: 'completed' },
  expired: { erase: 'expired' },
  rejected: { 'revoke-access': 'rejected', erase: 'rejected' },
  withdrawn: { erase: 'withdrawn' },
};

export type RequestCommand =
  | { readonly action: 'confirm' | 'expire' | 'resume' | 'place' | 'complete' | 'withdraw' | 'revoke-access' | 'erase' }
  | {
      readonly action: 'edit';
      readonly wishes: Wishes;
      readonly home: Place;
      /** The address stays: it was proven. */
      readonly contact?: Pick<TechnologistContact, 'name' | 'phone'>;
    }
  | { readonly action: 'match'; readonly summary: MatchSummary }
  | { readonly action: 'approve'; readonly approval: Approval }
  | { readonly action: 'reject' | 'hold'; readonly reason: string }
  /** An offer was made to this intake. */
  | { readonly action: 'note-offer'; readonly intakeId: string }
  /** A site of the shortlist cannot be offered the request now; `because` names the rule or the refusal. */
  | { readonly action: 'skip-site'; readonly intakeId: string; readonly because: string }
  /** `rulings`: all that stand after this decision. */
  | { readonly action: 'rule'; readonly decision: Ruling['decision']; readonly rulings: Rulings }
  | { readonly action: 'return-to-review' }
  | { readonly action: 'note-employment'; readonly confirmed: boolean }
  | { readonly action: 'settle-named-site'; readonly invitation: Invitation };

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

/** What a command writes into the state it leads to. */
const fieldsOf = (request: PlacementRequest, command: RequestCommand, { now, actor }: Decider): object => {
  switch (command.action) {
    case 'confirm':
      return { confirmedAt: now };
    case 'expire':
      return { expiredAt: now };
    case 'edit':
      return { wishes: command.wishes, home: command.home, contact: { ...request.contact, ...command.contact } };
    case 'note-employment':
      return { employmentConfirmed: command.confirmed };
    case 'settle-named-site':
      return { invitation: command.invitation };
    case 'match':
      return { match: command.summary };
    case 'approve':
      return {
        approval: command.approval,
        // Who names a site that was tried before wants it tried again.
        triedIntakes: request.triedIntakes.filter((intakeId) => !command.approval.shortlist.includes(intakeId)),
      };
    case 'reject':
      return { reason: command.reason, rejectedBy: actor.id, rejectedAt: now };
    case 'hold':
      return { reason: command.reason, heldBy: actor.id };
    case 'note-offer':
      return {
        offersMade: request.offersMade + 1,
        triedIntakes: [...request.triedIntakes, command.intakeId],
      };
    case 'skip-site':
      return { triedIntakes: [...request.triedIntakes, command.intakeId] };
    case 'rule':
      return { rulings: command.rulings };
    case 'place':
      return { placedAt: now };
    case 'complete':
      return { completedAt: now };
    case 'withdraw':
      return { withdrawnAt: now };
    case 'revoke-access':
      return { accessVersion: request.accessVersion + 1 };
    case 'erase':
      return { ...erasedFields(request), erasedAt: now };
    case 'resume':
    case 'return-to-review':
      return {};
  }
};

/**
 * What the technologist is told of a step, if anything. Mails of an offer are decided with the offer: both sides have
 * said that a placement starts, and who hears that it is over is asked how it went.
 */
const mailsOf = (before: PlacementRequest, command: RequestCommand): readonly MailIntent[] => {
  switch (command.action) {
    case 'settle-named-site':
      return command.invitation.status === 'invited' ? [{ kind: 'invitation', subject: before.id, round: 1 }] : [];
    case 'confirm':
      return [{ kind: 'request-received', subject: before.id, round: 1 }];
    case 'reject':
    case 'hold':
    case 'resume':
    case 'return-to-review':
    case 'withdraw':
    case 'revoke-access':
      // Someone who never confirmed the address hears nothing more.
      return before.status === 'submitted' ? [] : [statusMail(before)];
    default:
      return [];
  }
};

/** The action as the audit tells it. */
const lineOf = (command: RequestCommand): string => {
  if (command.action === 'skip-site') return `skip-site ${command.because}`;
  return command.action === 'rule' ? `${command.decision}-site` : command.action;
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
  if (command.action === 'erase' && request.erasedAt !== null)
    return refuse('action-not-possible', { detail: 'This request is erased already.' });
  // Parsing leaves the fields of the former state behind, and proves that the new state has all of its own.
  const entered = PlacementRequest.parse({ ...request, status: to.value, ...fieldsOf(request, command, decider) });
  const { next, audit } = record(request, entered, lineOf(command), decider);
  return { ok: true, value: { next, audit, mails: mailsOf(request, command) } };
};

/** Can its technologist change what was asked for? Not any more while sites are asked by it. */
export const mayBeEdited = (status: RequestStatus): boolean => requestTransitions[status].edit !== undefined;
