import { later } from '../domain/durations.ts';
import type { RequestIn } from '../domain/placement-request.ts';
import type { Instant } from '../domain/primitives.ts';
import { noRulings } from '../domain/rulings.ts';
import { unwritten } from './changes.ts';

interface NewRequest extends Pick<RequestIn<'submitted'>, 'id' | 'contact' | 'wishes' | 'home' | 'personKey'> {
  readonly now: Instant;
  readonly confirmHours: number;
}

/** A request as it begins, before its first audit line is written. */
export const newRequest = ({ now, confirmHours, ...given }: NewRequest): RequestIn<'submitted'> => ({
  ...unwritten,
  ...given,
  status: 'submitted',
  submittedAt: now,
  confirmBy: later(now, confirmHours, 'hour'),
  accessVersion: 1,
  employmentConfirmed: false,
  offersMade: 0,
  match: null,
  triedIntakes: [],
  rulings: noRulings,
  invitation: null,
  erasedAt: null,
});
