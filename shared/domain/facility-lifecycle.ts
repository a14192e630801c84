import type { AuditLine } from './audit.ts';
import type { Facility, FacilityContact, FacilityProfile, FacilityStatus } from './facility.ts';
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
  | 'renew-access';

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
    'renew-access': 'awaiting-vetting',
  },
  open: {
    edit: 'open',
    'change-contact': 'claimed',
    pause: 'paused',
    leave: 'left',
    'join-system': 'open',
    'renew-access': 'open',
  },
  paused: {
    edit: 'paused',
    'change-contact': 'claimed',
    resume: 'open',
    leave: 'left',
    'join-system': 'paused',
    'renew-access': 'paused',
  },
  refused: {},
  expired: {},
  left: {},
};

export type FacilityCommand =
  | { readonly action: 'confirm' | 'expire' | 'pause' | 'resume' | 'leave' | 'renew-access' }
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

const enter = (facility: Facility, to: FacilityStatus, command: FacilityCommand, { now, actor }: Decider): Facility => {
  switch (command.action) {
    case 'confirm':
      return { ...facility, status: 'awaiting-vetting', confirmedAt: now };
    case 'expire':
      return { ...facility, status: 'expired', expiredAt: now };
    case 'vet':
      return { ...facility, status: 'open', vetting: { by: actor.id, at: now, evidence: command.evidence } };
    case 'refuse':
      return { ...facility, status: 'refused', reason: command.reason, refusedBy: actor.id };
    case 'edit':
      return { ...facility, profile: command.profile, place: command.place };
    case 'change-contact':
      return {
        ...facility,
        status: 'claimed',
        confirmBy: command.confirmBy,
        contact: command.contact,
        // The former contact's links stop working at once.
        accessVersion: facility.accessVersion + 1,
      };
    case 'pause':
      return { ...facility, status: 'paused', pausedAt: now } as Facility;
    case 'resume':
      return { ...facility, status: to } as Facility;
    case 'leave':
      return { ...facility, status: 'left', leftAt: now };
    case 'join-system':
      return { ...facility, healthSystemId: command.healthSystemId };
    case 'renew-access':
      return facility;
  }
};

const mailsOf = (before: Facility, command: FacilityCommand): readonly MailIntent[] => {
  const mail = (kind: MailIntent['kind']): MailIntent => ({ kind, subject: before.id, round: before.version + 1 });
  switch (command.action) {
    case 'vet':
      return [mail('facility-open')];
    case 'change-contact':
      return [mail('confirm-facility')];
    case 'renew-access':
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
  const { next, audit } = record(facility, enter(facility, to.value, command, decider), command.action, decider);
  return { ok: true, value: { next, audit, mails: mailsOf(facility, command) } };
};
