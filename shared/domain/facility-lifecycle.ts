import type { AuditLine } from './audit.ts';
import {
  Facility,
  type FacilityContact,
  type FacilityProfile,
  type FacilityStatus,
  type PauseCause,
} from './facility.ts';
import type { MailIntent } from './mail.ts';
import { record, step, type Decider, type Transitions } from './machine.ts';
import type { HealthSystemId, Place } from './primitives.ts';
import { refuse, type Result } from './result.ts';

export type FacilityAction =
  | 'confirm'
  | 'expire'
  | 'vet'
  | 'refuse'
  | 'edit'
  | 'change-contact'
  | 'pause'
  | 'resume'
  | 'leave'
  | 'join-system'
  | 'revoke-access';

/** The life of a facility in the service. A changed contact leads back to the vetting: nobody receives data by claiming a name. */
export const facilityTransitions: Transitions<FacilityStatus, FacilityAction> = {
  claimed: { confirm: 'awaiting-vetting', expire: 'expired', leave: 'left' },
  'awaiting-vetting': {
    vet: 'open',
    refuse: 'refused',
    edit: 'awaiting-vetting',
    'change-contact': 'claimed',
    leave: 'left',
    'join-system': 'awaiting-vetting',
    'revoke-access': 'awaiting-vetting',
  },
  open: {
    edit: 'open',
    'change-contact': 'claimed',
    pause: 'paused',
    leave: 'left',
    'join-system': 'open',
    'revoke-access': 'open',
  },
  paused: {
    edit: 'paused',
    'change-contact': 'claimed',
    resume: 'open',
    leave: 'left',
    'join-system': 'paused',
    'revoke-access': 'paused',
  },
  refused: {},
  expired: {},
  left: {},
};

export type FacilityCommand =
  | { readonly action: 'confirm' | 'expire' | 'resume' | 'leave' | 'revoke-access' }
  | { readonly action: 'pause'; readonly because?: PauseCause }
  | { readonly action: 'vet'; readonly evidence: string }
  | { readonly action: 'refuse'; readonly reason: string }
  | { readonly action: 'edit'; readonly profile: FacilityProfile; readonly place: Place }
  | { readonly action: 'change-contact'; readonly contact: FacilityContact; readonly confirmBy: string }
  | { readonly action: 'join-system'; readonly healthSystemId: HealthSystemId | null };

export interface FacilityDecision {
  readonly next: Facility;
  readonly mails: readonly MailIntent[];
  readonly audit: AuditLine;
}

/** What a command writes into the state it leads to. */
const fieldsOf = (facility: Facility, command: FacilityCommand, { now, actor }: Decider): object => {
  switch (command.action) {
    case 'confirm':
      return { confirmedAt: now };
    case 'expire':
      return { expiredAt: now };
    case 'vet':
      return { vetting: { by: actor.id, at: now, evidence: command.evidence } };
    case 'refuse':
      return { reason: command.reason, refusedBy: actor.id };
    case 'edit':
      return { profile: command.profile, place: command.place };
    case 'change-contact':
      // The former contact's links stop working at once.
      return { confirmBy: command.confirmBy, contact: command.contact, accessVersion: facility.accessVersion + 1 };
    case 'revoke-access':
      return { accessVersion: facility.accessVersion + 1 };
    case 'pause':
      return { pausedAt: now, pausedBecause: command.because ?? 'chosen' };
    case 'leave':
      return { leftAt: now };
    case 'join-system':
      return { healthSystemId: command.healthSystemId };
    case 'resume':
      return {};
  }
};

const mailsOf = (before: Facility, command: FacilityCommand): readonly MailIntent[] => {
  const mail = (kind: MailIntent['kind']): MailIntent => ({ kind, subject: before.id, round: before.version + 1 });
  switch (command.action) {
    case 'vet':
      return [mail('facility-open')];
    case 'revoke-access':
      return [mail('facility-access')];
    default:
      return [];
  }
};

/** Decides one command on a facility: the next state, the mails it causes and its audit line, or a refusal. Pure. */
export const decideFacility = (
  facility: Facility,
  command: FacilityCommand,
  decider: Decider,
): Result<FacilityDecision> => {
  const to = step(facilityTransitions, facility.status, command.action);
  if (!to.ok) return to;
  if (facility.status === 'claimed') {
    const over = decider.now >= facility.confirmBy;
    if (command.action === 'confirm' && over)
      return refuse('action-not-possible', { detail: 'The time to confirm is over. Please claim the facility again.' });
    if (command.action === 'expire' && !over)
      return refuse('action-not-possible', { detail: 'The time to confirm is not over yet.' });
  }
  // Parsing leaves the fields of the former state behind, and proves that the new state has all of its own.
  const entered = Facility.parse({ ...facility, status: to.value, ...fieldsOf(facility, command, decider) });
  const { next, audit } = record(facility, entered, command.action, decider);
  return { ok: true, value: { next, audit, mails: mailsOf(facility, command) } };
};
