import type { FacilityView } from '../../contracts/facility-view.ts';
import type { DoneCode } from '../../contracts/coordinator-pages.ts';
import type { MailKind, MailStatus } from '../../domain/mail.ts';
import type { FacilityAction } from '../../domain/facility-lifecycle.ts';
import type { OfferStatus } from '../../domain/offer.ts';
import type { OfferAction } from '../../domain/offer-lifecycle.ts';
import type { RequestAction } from '../../domain/request-lifecycle.ts';
import type { RoundAction } from '../../domain/round-lifecycle.ts';
import type { RequestStatus } from '../../domain/placement-request.ts';
import type { Instant } from '../../domain/primitives.ts';
import type { RoundStatus } from '../../domain/round.ts';
import type { Tone } from '../parts.ts';

/** How coordinators call what they see. */

type Worded = readonly [words: string, tone: Tone];

export const requestStatuses: Readonly<Record<RequestStatus, Worded>> = {
  'in-review': ['in review', 'wait'],
  'on-hold': ['on hold', 'info'],
  approved: ['approved', 'good'],
  placed: ['placed', 'good'],
  confirmed: ['being matched', 'info'],
  submitted: ['not confirmed yet', 'neutral'],
  completed: ['completed', 'good'],
  rejected: ['rejected', 'bad'],
  withdrawn: ['withdrawn', 'neutral'],
  expired: ['expired', 'neutral'],
};

export const facilityStatuses: Readonly<Record<FacilityView['status'], Worded>> = {
  'awaiting-vetting': ['to be vetted', 'wait'],
  open: ['open', 'good'],
  paused: ['paused', 'info'],
  claimed: ['not confirmed yet', 'neutral'],
  refused: ['refused', 'bad'],
  left: ['left', 'neutral'],
  expired: ['expired', 'neutral'],
};

export const offerStatuses: Readonly<Record<OfferStatus, Worded>> = {
  made: ['waits for the facility', 'wait'],
  accepted: ['accepted', 'good'],
  introduced: ['introduced', 'good'],
  started: ['started', 'good'],
  completed: ['completed', 'good'],
  declined: ['declined', 'bad'],
  lapsed: ['lapsed', 'neutral'],
  cancelled: ['cancelled', 'neutral'],
  'no-show': ['did not come', 'bad'],
};

export const roundStatuses: Readonly<Record<RoundStatus, Worded>> = {
  requested: ['begins in a moment', 'wait'],
  running: ['being worked out', 'wait'],
  proposed: ['to be decided', 'wait'],
  'partly-approved': ['approved in part', 'info'],
  approved: ['approved', 'good'],
  discarded: ['discarded', 'neutral'],
  failed: ['failed', 'bad'],
};

export const doneWords: Readonly<Record<DoneCode, string>> = {
  approved: 'Approved. The first site has an offer and holds a seat.',
  held: 'On hold. The technologist is told why.',
  resumed: 'Resumed. The request is being matched again.',
  rejected: 'Rejected. The technologist is told why.',
  'employment-noted': 'Noted. The request is being matched again.',
  ruled: 'The ruling is noted.',
  replied: 'Replied. The facility gets the brief again.',
  cancelled: 'Cancelled. Its seat is free, and the next site of the shortlist is tried.',
  started: 'The start is recorded.',
  completed: 'The completion is recorded.',
  'not-come': 'Recorded: the technologist did not come.',
  opened: 'Open. Its seats are matched from now on.',
  refused: 'Refused.',
  'links-ended': 'All earlier links have ended, and new ones are mailed.',
  'mail-again': 'Queued: the copy leaves within a minute, if it is still due.',
  'mail-closed': 'Closed. What the mail provider still says of it counts.',
  'outreach-stopped': 'Outreach stands still. Essential mail goes on.',
  'outreach-resumed': 'Outreach goes on; what waited leaves within a quarter of an hour.',
  'kind-switched': 'Switched.',
  suppressed: 'The address is on the list.',
  erased: 'Erased. What was kept of the requests says nothing of the person any more.',
  'suppression-lifted': 'The address is off the list. What was kept back can be sent again.',
  'round-started': 'The round is asked for. Nothing is sent and no seat is held by it.',
  'pairs-approved': 'Looked at. What became of each pair stands beside it.',
  'round-approved': 'All pairs were looked at. Those that could not be offered now are listed as refused.',
  'pair-ruled': 'The ruling is noted. This round does not offer the pair any more; the next one keeps to the ruling.',
  'round-discarded': 'Discarded. What was approved of it stays so.',
};

export const mailStatuses: Readonly<Record<MailStatus, Worded>> = {
  unknown: ['in doubt', 'bad'],
  failed: ['failed', 'bad'],
  bounced: ['bounced', 'bad'],
  complained: ['complained about', 'bad'],
  suppressed: ['kept back', 'bad'],
  cancelled: ['not due any more', 'neutral'],
  pending: ['waits', 'wait'],
  sending: ['is being sent', 'wait'],
  sent: ['sent', 'info'],
  delivered: ['delivered', 'good'],
};

/** `brief reminder` */
export const mailKindInWords = (kind: MailKind): string => kind.replaceAll('-', ' ');

type Action = RequestAction | OfferAction | FacilityAction | RoundAction;

/** What the audit calls by code. */
const actions: Readonly<Record<Action, string> & Record<string, string>> = {
  create: 'sent in',
  submit: 'sent in',
  claim: 'claimed',
  make: 'offer made',
  accept: 'accepted',
  undo: 'yes taken back',
  decline: 'declined',
  lapse: 'lapsed without an answer',
  cancel: 'cancelled',
  ask: 'question asked',
  reply: 'question answered',
  'renew-link': 'brief mailed again',
  consent: 'introduction agreed to',
  'take-back': 'consent taken back',
  introduce: 'introduced',
  'report-start': 'start reported',
  'report-end': 'end reported',
  'report-no-show': 'did not come',
  'follow-up': 'followed up',
  confirm: 'address confirmed',
  expire: 'expired',
  edit: 'edited',
  match: 'matched',
  approve: 'approved',
  reject: 'rejected',
  hold: 'put on hold',
  resume: 'resumed',
  'note-offer': 'a site is asked',
  'skip-site': 'site skipped',
  'return-to-review': 'back to the review',
  place: 'placed',
  complete: 'completed',
  withdraw: 'withdrawn',
  'note-employment': 'employment noted',
  'settle-named-site': 'named site settled',
  rule: 'site ruled on',
  erase: 'erased',
  'lock-site': 'locked to a site',
  'unlock-site': 'lock ended',
  'forbid-site': 'site forbidden',
  'allow-site': 'site allowed again',
  'revoke-access': 'links ended',
  vet: 'vetted and opened',
  refuse: 'refused',
  'change-contact': 'contact changed',
  pause: 'paused',
  leave: 'left',
  'join-system': 'health system changed',
  put: 'site offer written',
  add: 'dated seats added',
  'note-facility': 'facility noted',
  close: 'closed without sending again',
  request: 'asked for',
  start: 'begun',
  'note-part': 'one part worked out',
  propose: 'proposed',
  fail: 'failed',
  'approve-some': 'approved in part',
  'approve-all': 'approved whole',
  discard: 'discarded',
};

export const actionInWords = (action: string): string => actions[action] ?? action.replaceAll('-', ' ');

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** `3 days`, `5 hours`, `12 minutes`: between two instants, rounded down. */
export const span = (from: Instant, to: Instant): string => {
  const minutes = Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 60_000));
  if (minutes === 0) return 'less than a minute';
  if (minutes < 60) return counted(minutes, 'minute');
  return minutes < 48 * 60 ? counted(Math.floor(minutes / 60), 'hour') : counted(Math.floor(minutes / 1440), 'day');
};

/** `Springfield, IL`, as far as it is known. */
export const whereabouts = ({ town, state }: { readonly town: string | null; readonly state: string | null }): string =>
  [town, state].filter((part) => part !== null).join(', ') || 'place not known';
